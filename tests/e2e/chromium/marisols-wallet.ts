import { expect, type Page } from '@playwright/test';
import { MARISOLS } from '../../world/cast/profiles.ts';
import type { Touchstone } from './touchstone.ts';

/** The wallet's own page with the badges of Marisol's profile in it, brought there as its owner does. */
export async function marisolsWallet(touchstone: Touchstone): Promise<Page> {
  const page = await touchstone.openOwn('wallet.html#add');
  await page.getByLabel('E-mail address').fill(MARISOLS.person.email);
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByLabel('Paste a link').fill(`https://www.credly.com/users/${MARISOLS.person.slug}`);
  await page.getByRole('button', { name: 'Look', exact: true }).click();
  await expect(page.getByText(/found, \d+ can be added/)).toBeVisible({ timeout: 60_000 });
  await page.getByRole('button', { name: /^Add \d+ badges$/ }).click();
  await page.getByRole('button', { name: 'To my badges' }).click();
  await expect(page.getByText(/^\d+ badges$/)).toBeVisible();
  return page;
}

/** Goes to one badge of the list by its name, and from there to `view`. */
export async function fromBadge(page: Page, title: string, view: 'Share …' | 'Embed …'): Promise<void> {
  await page.getByLabel('Search my badges').fill(title);
  await page.getByRole('button', { name: `More for “${title}”` }).click();
  await page.getByRole('menuitem', { name: view }).click();
}
