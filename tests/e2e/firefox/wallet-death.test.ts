/** The event page dies while the wallet is at work. */
import type { Browser } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { MARISOLS } from '../../world/cast/profiles.ts';
import type { LoggedRequest } from '../../world/server/request-log.ts';
import { startWorld, type World } from '../../world/start-world.ts';
import { countRows } from '../wallet-database.ts';
import { launchFirefox } from './launch.ts';
import * as wallet from './wallet.ts';

const { person } = MARISOLS;
const LIST = `https://www.credly.com/users/${person.slug}`;

let world: World;
let firefox: Browser;
beforeAll(async () => {
  world = await startWorld();
});
beforeEach(async () => {
  firefox = await launchFirefox({ world: world.port, idle: 800 });
});
afterEach(async () => {
  world.control.reset();
  await firefox?.close();
});
afterAll(() => world?.close());

test('the event page dies in mid-import, again and again: every entry is checked, none twice in the wallet', async () => {
  const popup = await wallet.openWalletPopup(firefox);
  await wallet.pressButton(popup, 'Add your first badge');
  await wallet.addEmail(popup, person.email);
  const fromCredly = ({ host }: LoggedRequest) => host === 'www.credly.com';
  const forBadge = (row: LoggedRequest) => fromCredly(row) && row.path.includes('/obi/');
  // Once while the list is read, then twice over the badges in it.
  for (let n = 0; n < 3; n++) {
    const open = world.control.hold('www.credly.com');
    const died = world.log.nextCut(fromCredly, 60_000);
    if (n === 0) await wallet.handIn(popup, LIST);
    await died;
    const checking = world.log.next(forBadge, 60_000);
    open();
    await checking;
  }
  expect(await wallet.preview(popup, 90_000)).toHaveLength(61);
  await wallet.commit(popup, 60);
  await wallet.expectWords(popup, '60 added, 1 not added');
  expect(await popup.evaluate(countRows)).toEqual({ badges: 60, kept: 60, drafts: 0, items: 0 });
});

test('the popup is closed and the event page dies in mid-import: it is all there when the popup opens again', async () => {
  const popup = await wallet.openWalletPopup(firefox);
  await wallet.pressButton(popup, 'Add your first badge');
  await wallet.addEmail(popup, person.email);
  const open = world.control.hold('www.credly.com');
  const died = world.log.nextCut(({ host }) => host === 'www.credly.com', 60_000);
  await wallet.handIn(popup, LIST);
  await popup.waitForSelector('progress');
  await popup.close();
  await died;
  open();
  const again = await wallet.openWalletPopup(firefox);
  await wallet.pressButton(again, 'Go on');
  expect(await wallet.preview(again, 90_000)).toHaveLength(61);
});
