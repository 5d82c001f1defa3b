import type { Page } from '@playwright/test';
import type { Browser as ExtensionApi } from 'webextension-polyfill';
import { BERTILS } from '../../world/cast/profiles.ts';
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
  await popup.evaluate(watch, LIST);
  await look(popup);
  await expect(popup.getByRole('heading', { name: 'What is new' })).toHaveCount(0);

  world.control.setList(person.slug, { added: 2 });
  await popup.evaluate(makeDue);
  await look(popup);
  await expect.poll(() => count(popup)).toBe(4);
  await expect(popup.getByText(/^Added by itself: /)).toBeVisible();
  await popup.getByRole('button', { name: 'All seen' }).click();

  world.control.setList(person.slug, { gone: true });
  for (let n = 0; n < 3; n++) {
    await popup.evaluate(makeDue);
    await look(popup);
  }
  await expect(popup.getByText(/^Looked there several times in vain/)).toBeVisible();
  world.log.reset();
  await popup.evaluate(makeDue);
  await look(popup);
  expect(world.log.fetched('www.credly.com').filter(({ path }) => path.includes(person.slug))).toEqual([]);
});

/** Runs in the page: a watch as the settings view writes it. */
function watch(address: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const open = indexedDB.open('touchstone-wallet');
    open.onerror = () => reject(open.error);
    open.onsuccess = () => {
      const store = open.result.transaction('watches', 'readwrite').objectStore('watches');
      const row = {
        id: crypto.randomUUID(),
        kind: 'credly-profile',
        address,
        state: 'on',
        addedAt: 0,
        checkedAt: 0,
        dueAt: 0,
      };
      store.add({ ...row, failures: 0, listed: 0 }).onsuccess = () => {
        open.result.close();
        resolve();
      };
    };
  });
}

/** Runs in the page: a day has passed. */
function makeDue(): Promise<void> {
  return new Promise((resolve, reject) => {
    const open = indexedDB.open('touchstone-wallet');
    open.onerror = () => reject(open.error);
    open.onsuccess = () => {
      const store = open.result.transaction('watches', 'readwrite').objectStore('watches');
      const all = store.getAll();
      all.onsuccess = () => {
        for (const row of all.result) store.put({ ...row, dueAt: 0 });
        store.transaction.oncomplete = () => {
          open.result.close();
          resolve();
        };
      };
    };
  });
}
