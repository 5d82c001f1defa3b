import { expect, type Page } from '@playwright/test';
import { MARISOLS, type ProfileBadge } from '../../world/cast/profiles.ts';
import { openFilled, readWallet, type Tables } from './fill-wallet.ts';
import type { Touchstone } from './touchstone.ts';
import { importProfile } from './wallet.ts';

/** What the browsers' own interface calls the extension's storage. */
declare const chrome: {
  storage: {
    local: { get(keys: null): Promise<Record<string, unknown>>; set(all: Record<string, unknown>): Promise<void> };
  };
};

/** What her import has left. An import takes ten seconds, and wallet-import.spec.ts is about it: the other tests of one process share the first. */
let imported: { tables: Tables; settings: Record<string, unknown> } | undefined;

/** The wallet's own page with the badges of Marisol's profile in it, brought there as its owner does. */
export async function marisolsWallet(touchstone: Touchstone): Promise<Page> {
  const page = imported ? await refilled(touchstone, imported) : await filled(touchstone);
  await expect(page.getByText(/^\d+ badges$/)).toBeVisible();
  return page;
}

async function filled(touchstone: Touchstone): Promise<Page> {
  const page = await touchstone.openOwn('wallet.html');
  await importProfile(page, MARISOLS);
  const settings = await page.evaluate(() => chrome.storage.local.get(null));
  imported = { tables: await readWallet(page), settings };
  return page;
}

async function refilled(touchstone: Touchstone, { tables, settings }: NonNullable<typeof imported>): Promise<Page> {
  const open = async (path: string) => {
    const page = await touchstone.openOwn(path);
    await page.evaluate((all) => chrome.storage.local.set(all), settings);
    return page;
  };
  return openFilled(open, tables);
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
