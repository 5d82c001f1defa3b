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

/**
 * A right click on an element of the page in front, and a choice from the menu of the extension in it. Answers what the extension's menu offers there.
 */
export async function chooseFromMenu(
  firefox: Browser,
  page: Page,
  selector: string,
  choice: string,
): Promise<string[]> {
  await page.click(selector, { button: 'right' });
  const offered = await inWindow(firefox, async () => {
    type Menu = Element & { state: string; openMenu?(open: boolean): void };
    const menu = document.querySelector('#contentAreaContextMenu') as Menu;
    while (menu.state !== 'open') await new Promise((done) => setTimeout(done, 50));
    const ours = [...menu.querySelectorAll('menu[id^="touchstone"]')].at(0);
    const items = () => [...(ours ?? menu).querySelectorAll('menuitem[id^="touchstone"]')];
    ours?.querySelector('menupopup')?.dispatchEvent(new Event('popupshowing', { bubbles: true }));
    return items().map((item) => item.getAttribute('label') ?? '');
  });
  await inWindow(
    firefox,
    (wanted: string) => {
      type Item = Element & { doCommand(): void };
      const menu = document.querySelector('#contentAreaContextMenu') as Element & { hidePopup(): void };
      const items = [...menu.querySelectorAll('menuitem[id^="touchstone"]')] as Item[];
      items.find((item) => item.getAttribute('label') === wanted)?.doCommand();
      menu.hidePopup();
    },
    choice,
  );
  return offered;
}
