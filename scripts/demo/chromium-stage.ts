import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Browser as ExtensionApi } from 'webextension-polyfill';
import { launchChromium } from '../../tests/e2e/chromium/launch.ts';
import { pressUnchecked, readMarks, scrollThrough, Touchstone } from '../../tests/e2e/chromium/touchstone.ts';
import type { Report } from '../../utils/badge/report.ts';
import { SCENES } from './scenes.ts';
import type { Stage } from './walk.ts';

declare const chrome: ExtensionApi;

/** The demo in Chromium, without a window. */
export async function chromiumStage(world: number, folder: string): Promise<Stage> {
  const strangers = SCENES.flatMap(({ hosts = [] }) => hosts.map((host) => `https://${host}/*`));
  const launched = await launchChromium({ world, grantable: strangers });
  const touchstone = new Touchstone(launched);
  await touchstone.worker();
  let page: Page | undefined;
  let own: Page | undefined;
  const shown = () => {
    if (!page) throw new Error('no page is shown');
    return page;
  };
  return {
    async show(scene) {
      await page?.close();
      if (scene.hosts) await touchstone.grant(scene.hosts.map((host) => `https://${host}/*`));
      page = await touchstone.open(scene.address);
      if (scene.byHand) await touchstone.checkPage(page);
    },
    scroll: () => scrollThrough(shown()),
    press: () => pressUnchecked(shown()),
    marks: () => readMarks(shown()),
    async report(address, person) {
      own ??= await touchstone.openOwn('popup.html?tab=-1');
      const answer = await own.evaluate(
        ([url, holderName]) =>
          chrome.runtime.sendMessage({ type: 'check-source', url, ...(holderName && { holderName }) }),
        [address, person ?? ''] as const,
      );
      return (answer as { report?: Report } | undefined)?.report ?? null;
    },
    async picture(scene) {
      const current = shown();
      await current.bringToFront();
      for (const scheme of ['light', 'dark'] as const) {
        await current.emulateMedia({ colorScheme: scheme });
        await current.screenshot({ path: join(folder, `${scene.name}-marks-${scheme}.png`), fullPage: true });
        const button = current.locator('touchstone-mark button').first();
        await button.click();
        await current.waitForTimeout(400);
        await current.screenshot({ path: join(folder, `${scene.name}-card-${scheme}.png`) });
        await current.keyboard.press('Escape');
        const popup = await touchstone.openPopup(current);
        await popup.emulateMedia({ colorScheme: scheme });
        await popup.waitForTimeout(400);
        await popup.screenshot({ path: join(folder, `${scene.name}-popup-${scheme}.png`) });
        await popup.close();
        await current.bringToFront();
      }
    },
    close: launched.close,
  };
}
