/** What tests do with the wallet in Firefox, in the popup (opened as a page) or on its own page. The counterpart of tests/e2e/chromium/wallet.ts. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Browser, ElementHandle, Page } from 'puppeteer-core';
import { expect } from 'vitest';
import type { CredlyProfile } from '../../world/cast/profiles.ts';
import { named } from './named.ts';
import { openOwn, openPage, tabIds } from './pages.ts';

const LINKEDIN = 'https://www.linkedin.com/';

/** The popup for the tab with this address, opened as a page. */
export async function openPopup(firefox: Browser, address: string): Promise<Page> {
  const asking = await openOwn(firefox, 'popup.html?tab=-1');
  const [tab] = await tabIds(asking, address);
  await asking.close();
  const popup = await openOwn(firefox, `popup.html?tab=${tab}`);
  await popup.setViewport({ width: 400, height: 600 });
  return popup;
}

/** The popup, turned to the user's own badges. */
export async function openWalletPopup(firefox: Browser): Promise<Page> {
  await openPage(firefox, LINKEDIN);
  const popup = await openPopup(firefox, LINKEDIN);
  await press(popup, 'radio', 'My badges');
  return popup;
}

/** Waits for a control of this role and exact accessible name. */
export async function find(page: Page, role: string, name: string): Promise<ElementHandle> {
  const end = Date.now() + 40_000;
  let cause: unknown;
  do {
    const found = await named(page, role, name).catch((error: unknown) => {
      cause = error;
      return null;
    });
    if (found) return found;
    await pause(50);
  } while (Date.now() < end);
  throw new Error(`no ${role} "${name}" on the page, which says:\n${await words(page)}`, { cause });
}

export async function press(page: Page, role: string, name: string): Promise<void> {
  await (await find(page, role, name)).click();
}

export const pressButton = (page: Page, name: string): Promise<void> => press(page, 'button', name);

/** Types into the field of this label, in place of what is there. */
export async function fill(page: Page, name: string, text: string): Promise<void> {
  const field = await find(page, 'textbox', name);
  await field.evaluate((element) => (element as HTMLInputElement).select());
  await field.type(text);
}

/** The page's words, each element's on a line of its own. */
export function words(page: Page): Promise<string> {
  return page.evaluate(() => document.body.innerText);
}

/** Waits until the page says so. */
export async function expectWords(page: Page, wanted: RegExp | string, timeout = 20_000): Promise<void> {
  await expect.poll(() => words(page), { timeout }).toMatch(wanted);
}

/** The words of every element that fits. */
export function wordsOf(page: Page, selector: string): Promise<string[]> {
  return page.$$eval(selector, (found) => found.map((element) => element.textContent ?? ''));
}

export async function addEmail(page: Page, email: string): Promise<void> {
  await fill(page, 'E-mail address', email);
  await pressButton(page, 'Add');
  await expect.poll(() => wordsOf(page, '.add-emails .stranger')).toEqual([expect.stringContaining(email)]);
}

/** From the way in to the look at what was pasted. */
export async function handIn(page: Page, text: string): Promise<void> {
  const field = await page.waitForSelector('.add-form textarea', { timeout: 20_000 });
  await field?.type(text);
  await pressButton(page, 'Look');
}

/** Waits until all of an import is checked; the words of each entry. */
export async function preview(page: Page, timeout = 60_000): Promise<string[]> {
  await expectWords(page, /\d+ found, \d+ can be added/, timeout);
  return wordsOf(page, '.draft-items > li');
}

/** Adds what is ticked. `count`: how many that must be. */
export async function commit(page: Page, count: number): Promise<void> {
  await pressButton(page, `Add ${count} ${count === 1 ? 'badge' : 'badges'}`);
  await find(page, 'heading', 'Added');
}

/** Imports a whole profile as its owner would, `count` badges of it. */
export async function importProfile(page: Page, { person }: CredlyProfile, count: number): Promise<void> {
  await pressButton(page, 'Add your first badge');
  await addEmail(page, person.email);
  await handIn(page, `https://www.credly.com/users/${person.slug}`);
  await preview(page);
  await commit(page, count);
  await pressButton(page, 'To my badges');
}

/** Waits until the list says that there are so many. */
export async function expectCount(page: Page, count: number, timeout = 20_000): Promise<void> {
  const shown = async () => {
    const [line = ''] = await wordsOf(page, '.wallet-count');
    return Number(/^(\d+) badge/.exec(line)?.[1] ?? Number.NaN);
  };
  await expect.poll(shown, { timeout }).toBe(count);
}
