import { expect, type Page } from '@playwright/test';
import { MARISOLS, type ProfileBadge } from '../../world/cast/profiles.ts';
import type { Touchstone } from './touchstone.ts';
import { importProfile } from './wallet.ts';

/** The wallet's own page with the badges of Marisol's profile in it, brought there as its owner does. */
export async function marisolsWallet(touchstone: Touchstone): Promise<Page> {
  const page = await touchstone.openOwn('wallet.html');
  await importProfile(page, MARISOLS);
  await expect(page.getByText(/^\d+ badges$/)).toBeVisible();
  return page;
}

/** Goes to one badge of the list by its name, and from there to `view`. */
export async function fromBadge(page: Page, title: string, view: 'Share …' | 'Embed …'): Promise<void> {
  await page.getByLabel('Search my badges').fill(title);
  await page.getByRole('button', { name: `More for “${title}”` }).click();
  await page.getByRole('menuitem', { name: view }).click();
}

/** One of her badges, as the world holds it. */
export function badgeAt(at: number): ProfileBadge {
  const held = MARISOLS.badges[at];
  if (!held) throw new Error(`no badge ${at}`);
  return held;
}
