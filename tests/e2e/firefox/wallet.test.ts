import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, ElementHandle } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Browser as ExtensionApi } from 'webextension-polyfill';
import { CATALOGUE, EXPIRED, GENUINE } from '../../world/cast/catalogue.ts';
import { TAMSIN } from '../../world/cast/people.ts';
import { BERTILS, MARISOLS } from '../../world/cast/profiles.ts';
import { BAKED } from '../../world/cast/signed.ts';
import { fetchInWorld } from '../../world/fetch-in-world.ts';
import { profileAddress } from '../../world/sites/linkedin/profile.ts';
import { startWorld, type World } from '../../world/start-world.ts';
import { countRows, keptOriginal, makeWatchesDue, watchProfile } from '../wallet-database.ts';
import { launchFirefox } from './launch.ts';
import { openOwn, openPage, settledMarks } from './pages.ts';
import * as wallet from './wallet.ts';

/** What the extension's pages see. */
declare const browser: ExtensionApi;

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
  await wallet.commit(popup, 60);
  await wallet.expectWords(popup, '60 added, 1 not added');
  await wallet.pressButton(popup, 'To my badges');
  await wallet.expectCount(popup, 60);
  await popup.waitForSelector('.badge-row img');
});

test('the popup leads from a badge of the page to the wallet, and another is claimed by its link', async () => {
  const address = profileAddress('a', TAMSIN);
  const page = await openPage(firefox, address);
  await settledMarks(page, CATALOGUE.length);
  const popup = await wallet.openPopup(firefox, address);
  await wallet.pressButton(popup, `Details of ${GENUINE.title}`);
  await wallet.pressButton(popup, 'Add to my badges');
  expect(await wallet.preview(popup)).toEqual([expect.stringContaining(GENUINE.title)]);
  await wallet.commit(popup, 1);
  await wallet.pressButton(popup, 'To my badges');
  await wallet.pressButton(popup, 'Add badges');
  await wallet.handIn(popup, EXPIRED.address);
  expect(await wallet.preview(popup)).toEqual([expect.stringContaining(EXPIRED.title)]);
  await wallet.commit(popup, 1);
  await wallet.pressButton(popup, 'To my badges');
  await wallet.expectCount(popup, 2);
});

test('a baked picture is chosen on the full page, allowed to be checked, added, and kept to the byte', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'touchstone-'));
  const file = join(folder, 'harbour.png');
  const response = await fetchInWorld(world.port)(BAKED.address);
  await writeFile(file, new Uint8Array(await response.arrayBuffer()));
  const page = await openOwn(firefox, 'wallet.html#add');
  await wallet.addEmail(page, TAMSIN.email);
  const chooser = await page.waitForSelector('input[type=file]');
  await (chooser as ElementHandle<HTMLInputElement>).uploadFile(file);
  // Its issuer is on nobody's platform: the browser keeps us from asking until the reader says so, with a click.
  expect(await wallet.preview(page)).toEqual([expect.not.stringContaining('Verified')]);
  await wallet.pressButton(page, 'Allow and look again');
  await expect
    .poll(() => wallet.wordsOf(page, '.draft-items > li'), { timeout: 20_000 })
    .toEqual([expect.stringMatching(new RegExp(`${BAKED.title}.*Verified`))]);
  await wallet.commit(page, 1);
  expect(Buffer.from(await page.evaluate(keptOriginal)).equals(await readFile(file))).toBe(true);
  await rm(folder, { recursive: true });
});

test('a named profile is looked at by itself: adds what is new and says so, and stops when it is gone', async () => {
  const { slug } = BERTILS.person;
  const popup = await wallet.openWalletPopup(firefox);
  const look = () => popup.evaluate(() => browser.runtime.sendMessage({ type: 'wallet-look' }));
  await wallet.importProfile(popup, BERTILS, 2);
  await wallet.expectCount(popup, 2);
  await popup.evaluate(watchProfile, `https://www.credly.com/users/${slug}`);
  await look();
  expect(await wallet.words(popup)).not.toContain('What is new');

  world.control.setList(slug, { added: 2 });
  await popup.evaluate(makeWatchesDue);
  await look();
  await wallet.expectCount(popup, 4);
  await wallet.expectWords(popup, /^Added by itself: /m);
  await wallet.pressButton(popup, 'All seen');

  world.control.setList(slug, { gone: true });
  for (let n = 0; n < 3; n++) {
    await popup.evaluate(makeWatchesDue);
    await look();
  }
  await wallet.expectWords(popup, /^Looked there several times in vain/m);
  world.log.reset();
  await popup.evaluate(makeWatchesDue);
  await look();
  expect(world.log.fetched('www.credly.com').filter(({ path }) => path.includes(slug))).toEqual([]);
});
