import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MARISOLS } from '../../world/cast/profiles.ts';
import { startWorld, type World } from '../../world/start-world.ts';
import { launchFirefox } from './launch.ts';
import { openOwn } from './pages.ts';

const GOOD = MARISOLS.badges[0]?.badge ?? { title: '', address: '' };

describe('embedding in Firefox', () => {
  let world: World;
  let firefox: Browser;
  beforeAll(async () => {
    world = await startWorld();
    firefox = await launchFirefox({ world: world.port });
  }, 60_000);
  afterAll(async () => {
    await firefox?.close();
    await world?.close();
  });

  it('shows a preview with its styles and the kept picture, which no frame with an address does there', async () => {
    const page = await openOwn(firefox, 'wallet.html#add', '.add-emails');
    const press = (name: string) => page.locator(`::-p-aria([name="${name}"][role="button"])`).click();
    await page.locator('.add-emails input').fill(MARISOLS.person.email);
    await press('Add');
    await page.locator('.add-form textarea').fill(GOOD.address);
    await press('Look');
    await press('Add 1 badge');
    await press('To my badges');
    await press(`More for “${GOOD.title}”`);
    await page.locator('::-p-aria([name="Embed …"][role="menuitem"])').click();
    await page.waitForFunction(() => document.querySelector('iframe')?.contentDocument?.images[0]?.naturalWidth, {
      timeout: 20_000,
    });
    const shown = await page.evaluate(() => {
      const inside = document.querySelector('iframe')?.contentDocument;
      const card = inside?.querySelector('div');
      const picture = inside?.querySelector('img');
      return {
        name: inside?.querySelector('strong')?.textContent,
        border: card ? getComputedStyle(card).borderTopWidth : '',
        size: picture?.clientWidth,
        source: picture?.src.slice(0, 22),
      };
    });
    expect(shown).toEqual({ name: GOOD.title, border: '1px', size: 110, source: 'data:image/png;base64,' });
  }, 90_000);
});
