/** The browser starts again, is updated, or has no room left. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { MARISOLS } from '../../world/cast/profiles.ts';
import { startWorld, type World } from '../../world/start-world.ts';
import { countRows, makeVersion1 } from '../wallet-database.ts';
import { type LaunchOptions, launchFirefox } from './launch.ts';
import { openOwn } from './pages.ts';
import * as wallet from './wallet.ts';

const { person } = MARISOLS;
const LIST = `https://www.credly.com/users/${person.slug}`;

let world: World;
let firefox: Browser | undefined;
let profile: string;

/** One browser at a time; `profile` is the test's own. */
async function launch(options: LaunchOptions = {}): Promise<Browser> {
  await firefox?.close();
  firefox = await launchFirefox({ world: world.port, ...options });
  return firefox;
}

beforeAll(async () => {
  world = await startWorld();
});
beforeEach(async () => {
  profile = await mkdtemp(join(tmpdir(), 'touchstone-'));
});
afterEach(async () => {
  world.control.reset();
  await firefox?.close();
  firefox = undefined;
  await rm(profile, { recursive: true, force: true, maxRetries: 5 });
});
afterAll(() => world?.close());

test('a browser that starts again has every badge', async () => {
  const popup = await wallet.openWalletPopup(await launch({ profile }));
  await wallet.importProfile(popup, MARISOLS, 60);
  await wallet.expectCount(popup, 60);
  const again = await wallet.openWalletPopup(await launch({ profile }));
  await wallet.expectCount(again, 60);
  await again.waitForSelector('.badge-row img');
});

test('a wallet of the first version is taken over whole', async () => {
  const browser = await launch();
  // Before any page of ours has opened it, as an update would find it.
  const page = await openOwn(browser, 'icon/48.png', 'img');
  await page.evaluate(makeVersion1);
  await page.close();
  const own = await openOwn(browser, 'wallet.html');
  await wallet.expectCount(own, 2);
  const row = await own.waitForSelector('::-p-text(Lamp Lighter)');
  await row?.click();
  const visible = await wallet.find(own, 'switch', 'Public');
  expect(await visible.evaluate((element) => element.ariaChecked ?? (element as HTMLInputElement).checked)).toBe(
    'false',
  );
  await wallet.fill(own, 'Note', 'Still here');
  await wallet.pressButton(own, 'Save');
  await wallet.expectWords(own, 'Saved.');
});

test('a full disk: it is said in words, nothing is half written, and it goes on once there is room', async () => {
  // What all the sites of the browser may keep together, in KiB: enough to begin an import, not to end it.
  const room = (limit: number) => ({ preferences: { 'dom.quotaManager.temporaryStorage.fixedLimit': limit } });
  const popup = await wallet.openWalletPopup(await launch({ profile, ...room(600) }));
  await wallet.pressButton(popup, 'Add your first badge');
  await wallet.addEmail(popup, person.email);
  await wallet.handIn(popup, LIST);
  await wallet.expectWords(popup, /is full/, 30_000);
  const { badges, kept } = await popup.evaluate(countRows);
  expect({ badges, kept }).toEqual({ badges: 0, kept: 0 });
  const again = await wallet.openWalletPopup(await launch({ profile, ...room(500_000) }));
  await wallet.pressButton(again, 'Go on');
  expect(await wallet.preview(again)).toHaveLength(61);
  await wallet.commit(again, 60);
  expect(await again.evaluate(countRows)).toEqual({ badges: 60, kept: 60, drafts: 0, items: 0 });
});
