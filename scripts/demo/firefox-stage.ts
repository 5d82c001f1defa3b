import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import type { Browser as ExtensionApi } from 'webextension-polyfill';
import { launchFirefox } from '../../tests/e2e/firefox/launch.ts';
import {
  checkTabs,
  grantHost,
  openOwn,
  openPage,
  readMarks,
  scrollThrough,
  tabIds,
} from '../../tests/e2e/firefox/pages.ts';
import type { Report } from '../../utils/badge/report.ts';
import type { Stage } from './walk.ts';

declare const browser: ExtensionApi;

/** The demo in Firefox, without a window. Where Chromium uses `activeTab`, this grants the site, as "Always check this site" does. */
export async function firefoxStage(world: number, folder: string): Promise<Stage> {
  const firefox = await launchFirefox({ world });
  let page: Page | undefined;
  let own: Page | undefined;
  const shown = () => {
    if (!page) throw new Error('no page is shown');
    return page;
  };
  return {
    async show(scene) {
      await page?.close();
      own ??= await openOwn(firefox, 'popup.html?tab=-1');
      if (scene.byHand) await grantHost(own, `${new URL(scene.address).origin}/*`);
      for (const host of scene.hosts ?? []) await grantHost(own, `https://${host}/*`);
      page = await openPage(firefox, scene.address);
      if (scene.byHand) await checkTabs(own, scene.address);
    },
    scroll: () => scrollThrough(shown()),
    async press() {
      for (const button of await shown().$$('touchstone-mark[data-verdict=unchecked] >>> button')) {
        await button.click();
        await shown().keyboard.press('Escape');
      }
    },
    marks: () => readMarks(shown()),
    async report(address, person) {
      if (!own) return null;
      const answer = await own.evaluate(
        (url, holderName) =>
          browser.runtime.sendMessage({ type: 'check-source', url, ...(holderName && { holderName }) }),
        address,
        person ?? '',
      );
      return (answer as { report?: Report } | undefined)?.report ?? null;
    },
    async picture(scene) {
      const current = shown();
      await current.bringToFront();
      await current.screenshot({ path: join(folder, `${scene.name}-marks-firefox.png`), fullPage: true });
      await current.evaluate(() => document.querySelector('touchstone-mark')?.scrollIntoView({ block: 'center' }));
      const button = await current.$('touchstone-mark >>> button');
      await button?.click();
      await new Promise((done) => setTimeout(done, 600));
      await current.screenshot({ path: join(folder, `${scene.name}-card-firefox.png`) });
      if (!own) return;
      const [tab] = await tabIds(own, scene.address);
      if (tab === undefined) return;
      const popup = await openOwn(firefox, `popup.html?tab=${tab}`);
      await popup.setViewport({ width: 400, height: 600 });
      await new Promise((done) => setTimeout(done, 600));
      await popup.screenshot({ path: join(folder, `${scene.name}-popup-firefox.png`) });
      await popup.close();
    },
    close: () => firefox.close(),
  };
}
