import type { BrowserContext, CDPSession, Page, Worker } from '@playwright/test';
import type { Browser as ExtensionApi, Manifest } from 'webextension-polyfill';
import { collectMarks, complaint, type SeenMark, scrollToWaiting, settled } from '../marks.ts';
import type { Launched } from './launch.ts';

/** What the worker and the extension's pages see. */
declare const chrome: ExtensionApi;

/** Everything a test does with the extension in Chromium. */
export class Touchstone {
  readonly context: BrowserContext;
  readonly id: string;

  constructor(launched: Launched) {
    this.context = launched.context;
    this.id = launched.extensionId;
  }

  /** Opens an address in a new tab and waits for its load event. */
  async open(address: string): Promise<Page> {
    const page = await this.context.newPage();
    await page.goto(address);
    return page;
  }

  /** The background's worker; the object outlives a stop (new globals, same object). */
  async worker(): Promise<Worker> {
    const running = this.context.serviceWorkers().find((worker) => worker.url().includes(this.id));
    return running ?? (await this.context.waitForEvent('serviceworker'));
  }

  /** Kills the worker as the browser does when it idles, and waits until it is gone. `page`: any open page. */
  async stopWorker(page: Page): Promise<void> {
    const session = await this.context.newCDPSession(page);
    try {
      await session.send('ServiceWorker.enable');
      const stopped = this.stopped(session);
      await session.send('ServiceWorker.stopAllWorkers');
      await stopped;
    } finally {
      await session.detach();
    }
  }

  private stopped(session: CDPSession): Promise<void> {
    return new Promise((resolve) => {
      session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
        const own = versions.filter((version) => version.scriptURL.includes(this.id));
        if (own.length > 0 && own.every((version) => version.runningStatus === 'stopped')) resolve();
      });
    });
  }

  /** Wakes the worker without sending it anything. `page`: any open page. */
  async startWorker(page: Page): Promise<void> {
    const session = await this.context.newCDPSession(page);
    try {
      await session.send('ServiceWorker.enable');
      await session.send('ServiceWorker.startWorker', { scopeURL: `chrome-extension://${this.id}/` });
    } finally {
      await session.detach();
    }
  }

  /** The browser's number for a tab. Wakes the worker. */
  async tabId(page: Page): Promise<number> {
    await page.bringToFront();
    await this.startWorker(page);
    const worker = await this.worker();
    return worker.evaluate(async () => {
      const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
      if (tab?.id === undefined) throw new Error('no active tab');
      return tab.id;
    });
  }

  /** The popup for a tab, opened as a page (a real popup is no page to Playwright). The tab stays what the popup talks about. */
  async openPopup(about: Page, tabId?: number): Promise<Page> {
    const id = tabId ?? (await this.tabId(about));
    const popup = await this.context.newPage();
    await popup.setViewportSize({ width: 400, height: 600 });
    await popup.goto(`chrome-extension://${this.id}/popup.html?tab=${id}`);
    return popup;
  }

  /** A page of the extension itself. */
  async openOwn(path: string): Promise<Page> {
    return this.open(`chrome-extension://${this.id}/${path}`);
  }

  /** A click on the toolbar button for this tab, which is what gives `activeTab`. */
  async triggerAction(page: Page): Promise<void> {
    await page.bringToFront();
    const browser = this.context.browser();
    if (!browser) throw new Error('no browser behind this context');
    const session = await browser.newBrowserCDPSession();
    try {
      const { targetInfos } = await session.send('Target.getTargets', { filter: [{ type: 'tab' }] });
      const target = targetInfos.find((info) => info.url === page.url());
      if (!target) throw new Error(`no tab target for ${page.url()}`);
      await session.send(
        'Extensions.triggerAction' as 'Target.activateTarget',
        {
          id: this.id,
          targetId: target.targetId,
        } as { targetId: string },
      );
    } finally {
      await session.detach();
    }
  }

  /** Grants hosts (patterns) and powers (names) by a click in a page of our own. They must be among the launch's `grantable`. */
  async grant(wanted: readonly string[]): Promise<void> {
    const own = await this.openOwn('popup.html?tab=-1');
    const origins = wanted.filter((permission) => permission.includes('://'));
    const permissions = wanted.filter((permission) => !permission.includes('://')) as Manifest.OptionalPermission[];
    await own.evaluate(
      (asked) => {
        const button = document.createElement('button');
        button.id = 'grant';
        button.style.cssText = 'position:fixed;inset:0;z-index:2147483647';
        button.onclick = async () => {
          button.dataset.granted = String(await chrome.permissions.request(asked));
        };
        document.body.append(button);
      },
      { origins, permissions },
    );
    await own.locator('#grant').click();
    await own.locator('#grant[data-granted=true]').waitFor();
    await own.close();
  }

  /** "Check this page" on any site: the toolbar click, and the request that the popup's button sends. */
  async checkPage(page: Page): Promise<void> {
    const tabId = await this.tabId(page);
    await this.triggerAction(page);
    const own = await this.openOwn(`popup.html?tab=${tabId}`);
    const answer = await own.evaluate((id) => chrome.runtime.sendMessage({ type: 'check-page', tabId: id }), tabId);
    await own.close();
    await page.bringToFront();
    if (!(answer as { done?: boolean })?.done) throw new Error(`check-page: ${JSON.stringify(answer)}`);
  }
}

/** The marks on a page at this moment. */
export function readMarks(page: Page): Promise<SeenMark[]> {
  return page.evaluate(collectMarks);
}

/** Presses every mark that nobody asked about yet, and closes the card again. */
export async function pressUnchecked(page: Page): Promise<void> {
  const unchecked = page.locator('touchstone-mark[data-verdict=unchecked] button');
  for (let left = await unchecked.count(); left > 0; left = await unchecked.count()) {
    await unchecked.first().click();
    await page.keyboard.press('Escape');
  }
}

/** Waits until at least `count` marks stand on the page and all of them carry an answer; returns them. */
export async function settledMarks(page: Page, count: number, timeout = 20_000): Promise<SeenMark[]> {
  const deadline = performance.now() + timeout;
  for (;;) {
    const marks = await readMarks(page);
    if (marks.length >= count && marks.every(settled)) return marks;
    if (performance.now() > deadline) throw new Error(complaint(marks, count, timeout));
    await page.evaluate(scrollToWaiting);
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(done)));
  }
}

/** Scrolls slowly to the end, as a reader does, so that lazily drawn parts come. */
export async function scrollThrough(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    for (let y = 0; y < document.documentElement.scrollHeight; y += innerHeight / 2) {
      scrollTo(0, y);
      await frame();
      await frame();
    }
    scrollTo(0, 0);
  });
}
