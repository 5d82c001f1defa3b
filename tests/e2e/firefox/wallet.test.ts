import type { Browser } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { MARISOLS } from '../../world/cast/profiles.ts';
import { startWorld, type World } from '../../world/start-world.ts';
import { countRows } from '../wallet-database.ts';
import { launchFirefox } from './launch.ts';
import * as wallet from './wallet.ts';

const { person, badges } = MARISOLS;

let world: World;
let firefox: Browser;
beforeAll(async () => {
  world = await startWorld();
});
beforeEach(async () => {
  firefox = await launchFirefox({ world: world.port });
});
afterEach(async () => {
  world.control.reset();
  await firefox?.close();
});
afterAll(() => world?.close());

test('a Credly profile of sixty badges is imported in the popup, after a preview that adds nothing', async () => {
  const popup = await wallet.openWalletPopup(firefox);
  await wallet.pressButton(popup, 'Add your first badge');
  await wallet.addEmail(popup, person.email);
  await wallet.handIn(popup, `https://www.credly.com/users/${person.slug}`);
  const entries = await wallet.preview(popup);
  const saying = (words: string) => entries.filter((entry) => entry.includes(words)).length;
  // Sixty, and one that was issued elsewhere and shown to Credly.
  expect(entries).toHaveLength(61);
  expect(saying('Not accepted yet')).toBe(badges.filter(({ state }) => state === 'pending').length);
  expect(saying('Withdrawn by the issuer')).toBe(1);
  expect(saying('Not added: ')).toBe(1);
  expect((await popup.evaluate(countRows)).badges).toBe(0);
  if (process.env.SHOT) await popup.screenshot({ path: `${process.env.SHOT}/preview.png` });
  await wallet.commit(popup, 60);
  await wallet.expectWords(popup, '60 added, 1 not added');
  await wallet.pressButton(popup, 'To my badges');
  await wallet.expectCount(popup, 60);
  await popup.waitForSelector('.badge-row img');
  if (process.env.SHOT) await popup.screenshot({ path: `${process.env.SHOT}/list.png` });
});
