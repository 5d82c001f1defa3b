/**
 * Firefox's own window, where the popup, the context menus and the notifications of the extension really are: no page sees them, and so no test that only
 * drives pages. Reached over WebDriver BiDi in the scope `chrome`, which `--remote-allow-system-access` opens.
 */
import type { Browser, Page } from 'puppeteer-core';
import { expect } from 'vitest';

/** What puppeteer has and does not declare. */
interface Connected {
  connection: { send(method: string, params: object): Promise<{ result: unknown }> };
}

interface Tree {
  contexts: { context: string; url: string }[];
}

type Evaluated = { type: 'success'; result: { value?: string } } | { type: 'exception'; exceptionDetails: object };

/**
 * Runs a function in the window, with the power of the browser itself. Self-contained, because it is sent as text; arguments and answer are JSON.
 */
export async function inWindow<Args extends readonly unknown[], Answer>(
  firefox: Browser,
  run: (...args: Args) => Answer,
  ...args: Args
): Promise<Awaited<Answer>> {
  const { connection } = firefox as unknown as Connected;
  const tree = (await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' })).result as Tree;
  const window = tree.contexts.find(({ url }) => url === 'chrome://browser/content/browser.xhtml');
  if (!window) throw new Error('Firefox has no window');
  const expression = `(async () => JSON.stringify(await (${run})(...${JSON.stringify(args)})) ?? 'null')()`;
  const evaluated = (
    await connection.send('script.evaluate', {
      expression,
      target: { context: window.context },
      awaitPromise: true,
    })
  ).result as Evaluated;
  if (evaluated.type === 'exception') throw new Error(JSON.stringify(evaluated.exceptionDetails));
  return JSON.parse(evaluated.result.value ?? 'null');
}

/** From now on Firefox asks its user before it gives the extension a permission. */
export function askBeforeGranting(firefox: Browser): Promise<void> {
  return inWindow(firefox, () => {
    const { Services } = globalThis as unknown as {
      Services: { prefs: { setBoolPref(name: string, on: boolean): void } };
    };
    Services.prefs.setBoolPref('extensions.webextOptionalPermissionPrompts', true);
  });
}

/** Waits for the question about a permission, and answers it with "Allow". */
export async function allowInPrompt(firefox: Browser): Promise<void> {
  const answer = () =>
    inWindow(firefox, () => {
      const prompt = document.querySelector('#addon-webext-permissions-notification') as
        | (Element & { button?: HTMLElement })
        | null;
      if (!prompt?.button || prompt.closest('panel')?.getAttribute('panelopen') !== 'true') return false;
      prompt.button.click();
      return true;
    });
  await expect.poll(answer, { timeout: 20_000 }).toBe(true);
}

/** What Firefox's window sees of a page: its own messages to and from it. */
interface ContentBrowser extends Element {
  messageManager: {
    loadFrameScript(address: string, later: boolean): void;
    addMessageListener(name: string, hear: (message: { data: string }) => void): void;
  };
}

/**
 * Runs a function in the document of a page of the window, with the power of the browser: it sees closed shadow roots, and its clicks are the user's.
 * `place`: which `<browser>` of the window. Self-contained, as it is sent as text; arguments and answer are JSON. Null where there is no such page,
 * and where it has not answered within two seconds: one that is just loading may lose the question with the process it moves out of.
 */
export function inDocument<Args extends readonly unknown[], Answer>(
  firefox: Browser,
  place: string,
  run: (document: Document, ...args: Args) => Answer,
  ...args: Args
): Promise<Answer | null> {
  const work = `(${run})(content.document, ...${JSON.stringify(args)})`;
  return inWindow(
    firefox,
    (selector: string, code: string) =>
      new Promise<Answer | null>((resolve, reject) => {
        const page = document.querySelector<ContentBrowser>(selector);
        if (!page) return resolve(null);
        setTimeout(() => resolve(null), 2_000);
        const name = `touchstone-test:${crypto.randomUUID()}`;
        page.messageManager.addMessageListener(name, ({ data }) => {
          const { answer, error } = JSON.parse(data);
          if (error === undefined) resolve(answer ?? null);
          else reject(new Error(error));
        });
        const told = `(() => {
          try { return { answer: ${code} }; } catch (error) { return { error: String(error) }; }
        })()`;
        const script = `sendAsyncMessage(${JSON.stringify(name)}, JSON.stringify(${told}));`;
        page.messageManager.loadFrameScript(`data:,${encodeURIComponent(script)}`, false);
      }),
    place,
    work,
  );
}

/** The page in front. */
export const FRONT = '#tabbrowser-tabbox browser[primary="true"]';

/**
 * A right click on an element of the page in front, and a choice from what the extension adds to the menu. Answers what that is, in the menu's order.
 */
export async function chooseFromMenu(
  firefox: Browser,
  page: Page,
  selector: string,
  choice: string,
): Promise<string[]> {
  await page.bringToFront();
  await page.click(selector, { button: 'right' });
  return inWindow(
    firefox,
    async (wanted: string) => {
      type Menu = Element & { state: string; hidePopup(): void };
      type Entry = Element & { doCommand(): void; openMenu?(open: boolean): void };
      const until = async <T>(find: () => T | null | undefined | false): Promise<T> => {
        for (let n = 0; n < 200; n++) {
          const found = find();
          if (found) return found;
          await new Promise((done) => setTimeout(done, 50));
        }
        throw new Error(`no menu with "${wanted}"`);
      };
      const menu = document.querySelector('#contentAreaContextMenu') as Menu;
      await until(() => menu.state === 'open');
      // Several entries of one extension stand in a menu of their own.
      menu.querySelector<Entry>('menu[id^="touchstone"]')?.openMenu?.(true);
      const entries = () => [...menu.querySelectorAll<Entry>('menuitem[id^="touchstone"]')];
      const entry = await until(() => entries().find((each) => each.getAttribute('label') === wanted));
      const offered = entries().map((each) => each.getAttribute('label') ?? '');
      entry.doCommand();
      menu.hidePopup();
      return offered;
    },
    choice,
  );
}

/** Waits for a notification, and clicks on it. Answers its text. Needs the preference `alerts.useSystemBackend` to be false: Firefox draws it itself then. */
export async function clickNotification(firefox: Browser): Promise<string> {
  return inWindow(firefox, async () => {
    type Alert = Window & { onAlertClick(): void };
    const { Services } = globalThis as unknown as {
      Services: { wm: { getEnumerator(type: string): Iterable<Alert> } };
    };
    for (let n = 0; n < 200; n++) {
      const [alert] = [...Services.wm.getEnumerator('alert:alert')];
      const text = alert?.document.querySelector('#alertTextLabel')?.textContent;
      if (alert && text) {
        alert.onAlertClick();
        return text;
      }
      await new Promise((done) => setTimeout(done, 50));
    }
    throw new Error('no notification was shown');
  });
}
