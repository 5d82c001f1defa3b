import type { Browser, Page } from 'puppeteer-core';
import type { Browser as ExtensionApi, Permissions } from 'webextension-polyfill';
import { collectMarks, complaint, type SeenMark, scrollToWaiting, settled } from '../marks.ts';
import { FIREFOX_ORIGIN } from './launch.ts';

/** What the extension's pages see. */
declare const browser: ExtensionApi;

/** Opens an address in a new tab and waits for its load event. */
export async function openPage(firefox: Browser, address: string): Promise<Page> {
  const page = await firefox.newPage();
  await page.goto(address, { waitUntil: 'load' });
  return page;
}

/**
 * Opens a page of the extension. Firefox never reports that navigation as finished (reference/TESTING.md section 6), so this waits for `selector` instead.
 */
export async function openOwn(firefox: Browser, path: string, selector = 'body'): Promise<Page> {
  const page = await firefox.newPage();
  page.goto(`${FIREFOX_ORIGIN}/${path}`, { timeout: 0 }).catch(() => {});
  await arrived(page);
  await page.waitForSelector(selector, { timeout: 20_000 });
  return page;
}

/** In the moment between two documents Firefox has nothing to run a question in, and calls that an error: it is asked again. */
async function arrived(page: Page, tries = 5): Promise<void> {
  const isOurs = (origin: string) => location.href.startsWith(origin);
  for (let left = tries; ; left--) {
    try {
      await page.waitForFunction(isOurs, { timeout: 20_000 }, FIREFOX_ORIGIN);
      return;
    } catch (error) {
      if (left === 0) throw error;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}

/** The marks on a page at this moment. */
export function readMarks(page: Page): Promise<SeenMark[]> {
  return page.evaluate(collectMarks);
}

/** Waits until at least `count` marks stand on the page and all of them carry an answer; returns them. */
export async function settledMarks(page: Page, count: number, timeout = 30_000): Promise<SeenMark[]> {
  const deadline = performance.now() + timeout;
  for (;;) {
    const marks = await readMarks(page);
    if (marks.length >= count && marks.every(settled)) return marks;
    if (performance.now() > deadline) throw new Error(complaint(marks, count, timeout));
    await page.evaluate(scrollToWaiting);
    await page.evaluate(() => new Promise((done) => setTimeout(done, 50)));
  }
}

/** Scrolls slowly to the end, as a reader does, so that lazily drawn parts come. */
export async function scrollThrough(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let y = 0; y < document.documentElement.scrollHeight; y += innerHeight / 2) {
      scrollTo(0, y);
      await new Promise((done) => setTimeout(done, 40));
    }
    scrollTo(0, 0);
  });
}

/** The browser's numbers of all tabs whose address begins so, asked of the browser by a page of the extension. */
export async function tabIds(own: Page, address: string): Promise<number[]> {
  return own.evaluate(async (start: string) => {
    const tabs = await browser.tabs.query({});
    return tabs.filter((tab) => tab.url?.startsWith(start)).map((tab) => tab.id ?? -1);
  }, address);
}

/** Gives the extension an optional host, see `grant`. */
export function grantHost(own: Page, pattern: string): Promise<boolean> {
  return grant(own, { origins: [pattern] });
}

/**
 * Gives the extension an optional permission: a button of our own on its page, and a real click on it, as the browser demands.
 * Resolves with what the browser answered.
 */
export async function grant(own: Page, wanted: Permissions.Permissions): Promise<boolean> {
  await own.evaluate((asked: Permissions.Permissions) => {
    const button = document.createElement('button');
    button.id = 'grant';
    button.style.cssText = 'position:fixed;inset:0;z-index:2147483647';
    button.addEventListener('click', async () => {
      button.dataset.granted = String(await browser.permissions.request(asked));
    });
    document.body.append(button);
  }, wanted);
  await own.click('#grant');
  await own.waitForSelector('#grant[data-granted]', { timeout: 10_000 });
  return own.evaluate(() => {
    const button = document.querySelector<HTMLElement>('#grant');
    button?.remove();
    return button?.dataset.granted === 'true';
  });
}

/** Waits for a page of the extension that something else opens. */
export async function openedOwn(firefox: Browser, path: string, timeout = 20_000): Promise<Page> {
  const deadline = performance.now() + timeout;
  while (performance.now() < deadline) {
    for (const page of await firefox.pages()) {
      const address = await page.evaluate(() => location.href).catch(() => '');
      if (address.startsWith(`${FIREFOX_ORIGIN}/${path}`)) return page;
    }
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error(`no page ${path} was opened`);
}

/** "Check this page", as the popup asks for it: looks into the open tabs whose address begins so. The host must have been granted. */
export async function checkTabs(own: Page, address: string): Promise<void> {
  for (const tabId of await tabIds(own, address)) {
    const answer = await own.evaluate(
      (id: number) => browser.runtime.sendMessage({ type: 'check-page', tabId: id }),
      tabId,
    );
    if (!(answer as { done?: boolean })?.done) throw new Error(`check-page: ${JSON.stringify(answer)}`);
  }
}
