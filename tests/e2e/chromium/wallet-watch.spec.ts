import type { Page } from '@playwright/test';
import type { Browser as ExtensionApi } from 'webextension-polyfill';
import { BERTILS } from '../../world/cast/profiles.ts';
import { makeWatchesDue, watchProfile } from '../wallet-database.ts';
import { expect, test } from './fixtures.ts';
import { count, importProfile, openWalletPopup } from './wallet.ts';

declare const chrome: ExtensionApi;

const { person } = BERTILS;
const LIST = `https://www.credly.com/users/${person.slug}`;

/** What the settings page does; the alarm does the same later. */
const look = (page: Page) => page.evaluate(() => chrome.runtime.sendMessage({ type: 'wallet-look' }));

test('a named profile is looked at by itself: quiet when nothing is new, adds what is, says so, and stops when it is gone', async ({
  touchstone,
  world,
}) => {
  const popup = await openWalletPopup(touchstone);
  await importProfile(popup, BERTILS);
  await expect.poll(() => count(popup)).toBe(2);
  await popup.evaluate(watchProfile, LIST);
  await look(popup);
  await expect(popup.getByRole('heading', { name: 'What is new' })).toHaveCount(0);

  world.control.setList(person.slug, { added: 2 });
  await popup.evaluate(makeWatchesDue);
  await look(popup);
  await expect.poll(() => count(popup)).toBe(4);
  await expect(popup.getByText(/^Added by itself: /)).toBeVisible();
  await popup.getByRole('button', { name: 'All seen' }).click();

  world.control.setList(person.slug, { gone: true });
  for (let n = 0; n < 3; n++) {
    await popup.evaluate(makeWatchesDue);
    await look(popup);
  }
  await expect(popup.getByText(/^Looked there several times in vain/)).toBeVisible();
  world.log.reset();
  await popup.evaluate(makeWatchesDue);
  await look(popup);
  expect(world.log.fetched('www.credly.com').filter(({ path }) => path.includes(person.slug))).toEqual([]);
});
