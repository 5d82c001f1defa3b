import type { Browser, Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Browser as ExtensionApi } from 'webextension-polyfill';
import { CATALOGUE, GENUINE } from '../../world/cast/catalogue.ts';
import { TAMSIN } from '../../world/cast/people.ts';
import { BERTILS } from '../../world/cast/profiles.ts';
import { profileAddress } from '../../world/sites/linkedin/profile.ts';
import { startWorld, type World } from '../../world/start-world.ts';
import { countRows, wantNotifications, watchProfile } from '../wallet-database.ts';
import { launchFirefox } from './launch.ts';
import { grant, openedOwn, openPage, settledMarks } from './pages.ts';
import * as wallet from './wallet.ts';
import { chooseFromMenu, clickNotification, FRONT, inDocument } from './window.ts';

/** What the extension's pages see. */
declare const browser: ExtensionApi;

let world: World;
let firefox: Browser;
beforeAll(async () => {
  world = await startWorld();
});
beforeEach(async () => {
  firefox = await launchFirefox({ world: world.port, preferences: { 'alerts.useSystemBackend': false } });
});
afterEach(async () => {
  world.control.reset();
  await firefox?.close();
});
afterAll(() => world?.close());

async function openProfile(): Promise<Page> {
  const page = await openPage(firefox, profileAddress('a', TAMSIN));
  await settledMarks(page, CATALOGUE.length);
  return page;
}

/** The wallet has opened with this badge, and has added nothing yet. */
async function expectPreview(title: string): Promise<void> {
  const opened = await openedOwn(firefox, 'wallet.html');
  expect(await wallet.preview(opened)).toEqual([expect.stringContaining(title)]);
  expect((await opened.evaluate(countRows)).badges).toBe(0);
  await wallet.commit(opened, 1);
  expect((await opened.evaluate(countRows)).badges).toBe(1);
}

test('"Add to my badges" in the menu of a link leads to the wallet', async () => {
  const page = await openProfile();
  const link = `a[href*="${GENUINE.id}"]`;
  expect(await chooseFromMenu(firefox, page, link, 'Add to my badges')).toEqual([
    'Check this badge',
    'Add to my badges',
  ]);
  await expectPreview(GENUINE.title);
});

test('"Add to my badges" in the menu of a badge’s own page leads to the wallet', async () => {
  const page = await openPage(firefox, GENUINE.address);
  expect(await chooseFromMenu(firefox, page, 'html', 'Add to my badges')).toEqual(['Add to my badges']);
  await expectPreview(GENUINE.title);
});

test('"Check this badge" in the menu of a link opens its card, whose button leads to the wallet', async () => {
  const page = await openProfile();
  await chooseFromMenu(firefox, page, `a[href*="${GENUINE.id}"]`, 'Check this badge');
  await page.waitForSelector('touchstone-card');
  const press = () =>
    inDocument(
      firefox,
      FRONT,
      (document, words) => {
        const frame = document.querySelector('touchstone-card > div') as
          | (Element & { openOrClosedShadowRoot: ShadowRoot | null })
          | null;
        const buttons = [...(frame?.openOrClosedShadowRoot?.querySelectorAll('button') ?? [])];
        const button = buttons.find(({ textContent }) => textContent === words);
        button?.click();
        return button !== undefined;
      },
      'Add to my badges',
    );
  await expect.poll(press, { timeout: 20_000 }).toBe(true);
  await expectPreview(GENUINE.title);
});

test('who switched notifications on is told of what was added by itself, and a click on it leads to the wallet', async () => {
  const { slug } = BERTILS.person;
  const popup = await wallet.openWalletPopup(firefox);
  await wallet.importProfile(popup, BERTILS, 2);
  expect(await grant(popup, { permissions: ['notifications'] })).toBe(true);
  await popup.evaluate(wantNotifications);
  world.control.setList(slug, { added: 2 });
  await popup.evaluate(watchProfile, `https://www.credly.com/users/${slug}`);
  await popup.evaluate(() => browser.runtime.sendMessage({ type: 'wallet-look' }));
  await wallet.expectCount(popup, 4);
  const shown = async () => Object.keys(await popup.evaluate(() => browser.notifications.getAll()));
  await expect.poll(shown).toEqual(['touchstone-wallet:added']);
  expect(await clickNotification(firefox)).toMatch(/^Added by itself: “.+” and 1 more$/);
  await openedOwn(firefox, 'wallet.html');
});
