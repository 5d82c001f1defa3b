import type { Page } from '@playwright/test';
import type { Browser as ExtensionApi } from 'webextension-polyfill';
import { BERTILS } from '../../world/cast/profiles.ts';
import { makeWatchesDue, wantNotifications, watchProfile } from '../wallet-database.ts';
import { expect, test } from './fixtures.ts';
import { count, importProfile, openWalletPopup } from './wallet.ts';

declare const chrome: ExtensionApi & { notifications: { onClicked: { dispatch(id: string): void } } };

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

test.describe('with notifications', () => {
  test.use({ grantable: ['notifications'] });

  test('who switched them on is told of what was added by itself, and a click on it leads to the wallet', async ({
    touchstone,
    world,
  }) => {
    const popup = await openWalletPopup(touchstone);
    await importProfile(popup, BERTILS);
    // While the worker is awake: it must hear the click although there was nothing to listen to when it started.
    await touchstone.grant(['notifications']);
    await popup.evaluate(wantNotifications);
    world.control.setList(person.slug, { added: 2 });
    await popup.evaluate(watchProfile, LIST);
    await look(popup);
    await expect.poll(() => count(popup)).toBe(4);
    const shown = async () => Object.keys(await popup.evaluate(() => chrome.notifications.getAll()));
    await expect.poll(shown).toEqual(['touchstone-wallet:added']);
    const opened = popup.context().waitForEvent('page', (tab) => tab.url().includes('/wallet.html'));
    const worker = await touchstone.worker();
    await worker.evaluate(() => chrome.notifications.onClicked.dispatch('touchstone-wallet:added'));
    await opened;
    await expect.poll(shown).toEqual([]);
  });
});
