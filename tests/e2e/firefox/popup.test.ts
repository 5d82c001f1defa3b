import type { Browser } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { MARISOLS } from '../../world/cast/profiles.ts';
import { SIGNED_JWT } from '../../world/cast/signed.ts';
import { startWorld, type World } from '../../world/start-world.ts';
import { launchFirefox } from './launch.ts';
import { openOwn, openPage } from './pages.ts';
import {
  closeRealPopup,
  inPopup,
  measurePopup,
  openRealPopup,
  pressByHandInPopup,
  pressInPopup,
  wordsInPopup,
  writeInPopup,
} from './real-popup.ts';
import { allowInPrompt, askBeforeGranting } from './window.ts';

const { person } = MARISOLS;

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

const expectWords = (wanted: RegExp, timeout = 20_000) =>
  expect.poll(() => wordsInPopup(firefox), { timeout }).toMatch(wanted);

test('in the real popup a profile of sixty badges is imported, and is there when it opens again', async () => {
  const own = await openOwn(firefox, 'icon/48.png', 'img');
  await openPage(firefox, 'https://www.linkedin.com/');
  await openRealPopup(firefox, own);
  expect(await measurePopup(firefox)).toMatchObject({ width: 380, hidden: 0 });
  await pressInPopup(firefox, 'My badges');
  await pressInPopup(firefox, 'Add your first badge');
  await writeInPopup(firefox, '.add-emails input', person.email);
  await pressInPopup(firefox, 'Add');
  await expectWords(new RegExp(person.email));
  await writeInPopup(firefox, '.add-form textarea', `https://www.credly.com/users/${person.slug}`);
  await pressInPopup(firefox, 'Look');
  await expectWords(/\d+ found/);
  // Closed in the middle of it: the background goes on, and the popup opens where it was.
  await closeRealPopup(firefox);
  await openRealPopup(firefox, own);
  await pressInPopup(firefox, 'Go on');
  await expectWords(/61 found, 60 can be added/, 60_000);
  await pressInPopup(firefox, 'Add 60 badges');
  await expectWords(/60 added, 1 not added/);
  await pressInPopup(firefox, 'To my badges');
  await expectWords(/^60 badges$/m);
  expect(await measurePopup(firefox)).toEqual({ width: 380, height: 600, hidden: 0 });
  const drawn = () => inPopup(firefox, (document) => document.querySelectorAll('.badge-row').length);
  await expect.poll(drawn).toBeGreaterThan(4);
  // Not all sixty of them, and the last one comes when it is scrolled to.
  expect(await drawn()).toBeLessThan(30);
  await inPopup(firefox, ({ documentElement, defaultView }) => defaultView?.scrollTo(0, documentElement.scrollHeight));
  await expectWords(/Pilot Warden/);
});

test('the browser’s question about a host is answered over the popup: the badge is checked, also when the popup has closed', async () => {
  const own = await openOwn(firefox, 'icon/48.png', 'img');
  await openPage(firefox, 'https://www.linkedin.com/');
  await openRealPopup(firefox, own);
  await pressInPopup(firefox, 'My badges');
  await pressInPopup(firefox, 'Add your first badge');
  await writeInPopup(firefox, '.add-form textarea', SIGNED_JWT.address);
  await pressInPopup(firefox, 'Look');
  await expectWords(/The browser does not let Touchstone ask kestrel\.example yet/);
  await askBeforeGranting(firefox);
  await pressByHandInPopup(firefox, 'Allow and look again');
  await closeRealPopup(firefox);
  await allowInPrompt(firefox);
  await openRealPopup(firefox, own);
  await pressInPopup(firefox, 'Go on');
  await expectWords(/1 found, 1 can be added/);
  await expectWords(/Verified/);
});
