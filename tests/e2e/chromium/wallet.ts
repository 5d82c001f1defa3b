/** What tests do with the wallet, in the popup (opened as a page) or on its own page. */
import type { Locator, Page } from '@playwright/test';
import type { CredlyProfile } from '../../world/cast/profiles.ts';
import { expect } from './fixtures.ts';
import type { Touchstone } from './touchstone.ts';

/** The popup, turned to the user's own badges. */
export async function openWalletPopup(touchstone: Touchstone): Promise<Page> {
  const page = await touchstone.open('https://www.linkedin.com/');
  const popup = await touchstone.openPopup(page);
  await popup.getByRole('radio', { name: 'My badges' }).check();
  return popup;
}

export async function addEmail(page: Page, email: string): Promise<void> {
  await page.getByLabel('E-mail address', { exact: true }).fill(email);
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(page.getByText(email)).toBeVisible();
}

/** From the list to a preview of what was pasted. */
export async function handIn(page: Page, text: string): Promise<void> {
  await page.getByLabel(/^Paste a link/).fill(text);
  await page.getByRole('button', { name: 'Look', exact: true }).click();
}

/** Waits until all of an import is checked. */
export async function preview(page: Page): Promise<Locator> {
  await expect(page.getByText(/\d+ found, \d+ can be added/)).toBeVisible({ timeout: 60_000 });
  return page.locator('.draft-items > li');
}

export async function commit(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Add \d+ badges?$/ }).click();
  await expect(page.getByRole('heading', { name: 'Added' })).toBeVisible();
}

/** Imports a whole profile as its owner would. */
export async function importProfile(page: Page, { person }: CredlyProfile): Promise<void> {
  await page
    .getByRole('button', { name: /^Add (?:your first badge|badges)$/ })
    .first()
    .click();
  await addEmail(page, person.email);
  await handIn(page, `https://www.credly.com/users/${person.slug}`);
  await preview(page);
  await commit(page);
  await page.getByRole('button', { name: 'To my badges' }).click();
}

/** How many the list says there are. */
export async function count(page: Page): Promise<number> {
  const words = await page.locator('.wallet-count').textContent();
  return Number(/^(\d+) badge/.exec(words ?? '')?.[1] ?? Number.NaN);
}
