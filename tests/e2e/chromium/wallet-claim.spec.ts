import type { Page } from '@playwright/test';
import { keyOf } from '../../world/cast/badge.ts';
import { CATALOGUE, GENUINE } from '../../world/cast/catalogue.ts';
import { TAMSIN } from '../../world/cast/people.ts';
import { BAKED, SIGNING_HOSTS } from '../../world/cast/signed.ts';
import { profileAddress } from '../../world/sites/linkedin/profile.ts';
import { countRows, keptOriginal } from '../wallet-database.ts';
import { revealClosedRoots } from './closed-roots.ts';
import { expect, test } from './fixtures.ts';
import { settledMarks } from './touchstone.ts';
import { addEmail, commit, preview } from './wallet.ts';

/** The wallet opens in a tab of its own when something elsewhere asks for it. */
async function walletTab(page: Page, ask: () => Promise<void>): Promise<Page> {
  const opened = page.context().waitForEvent('page', (tab) => tab.url().includes('/wallet.html'));
  await ask();
  const tab = await opened;
  await tab.waitForLoadState();
  return tab;
}

test('a badge is claimed from the card on its page: shown first, then added', async ({ touchstone }) => {
  const page = await touchstone.open(profileAddress('a', TAMSIN));
  await settledMarks(page, CATALOGUE.length);
  await page.locator(`touchstone-mark[data-badge="${keyOf(GENUINE)}"] button`).click();
  await expect(page.locator('touchstone-card')).toHaveCount(1);
  await revealClosedRoots(page);
  const wallet = await walletTab(page, () =>
    page.locator('touchstone-card').getByRole('button', { name: 'Add to my badges' }).click(),
  );
  const items = await preview(wallet);
  await expect(items).toHaveCount(1);
  await expect(items).toContainText(GENUINE.title);
  expect((await wallet.evaluate(countRows)).badges).toBe(0);
  await commit(wallet);
  expect((await wallet.evaluate(countRows)).badges).toBe(1);
});

test('the popup leads from a badge of the page to the wallet', async ({ touchstone }) => {
  const page = await touchstone.open(profileAddress('a', TAMSIN));
  await settledMarks(page, CATALOGUE.length);
  const popup = await touchstone.openPopup(page);
  const row = popup.locator('.row').filter({ hasText: GENUINE.title }).first();
  await row.getByRole('button', { name: /^Details/ }).click();
  await row.getByRole('button', { name: 'Add to my badges' }).click();
  await expect(await preview(popup)).toContainText(GENUINE.title);
});

test.describe('from files', () => {
  test.use({ grantable: SIGNING_HOSTS.map((host) => `https://${host}/*`) });

  test('a baked picture is read, checked, added, and kept to the byte', async ({ touchstone, world }) => {
    await touchstone.grant(SIGNING_HOSTS.map((host) => `https://${host}/*`));
    const bytes = await fromWorld(BAKED.address, world.port);
    const wallet = await touchstone.openOwn('wallet.html#add');
    await addEmail(wallet, TAMSIN.email);
    await wallet
      .locator('input[type=file]')
      .setInputFiles({ name: 'harbour.png', mimeType: 'image/png', buffer: Buffer.from(bytes) });
    const items = await preview(wallet);
    await expect(items).toHaveCount(1);
    await expect(items).toContainText(BAKED.title);
    await expect(items).toContainText('Verified');
    await commit(wallet);
    expect(Buffer.from(await wallet.evaluate(keptOriginal)).equals(Buffer.from(bytes))).toBe(true);
  });

  test('several files at once are accounted for one by one', async ({ touchstone, world }) => {
    await touchstone.grant(SIGNING_HOSTS.map((host) => `https://${host}/*`));
    const bytes = Buffer.from(await fromWorld(BAKED.address, world.port));
    const wallet = await touchstone.openOwn('wallet.html#add');
    await wallet.locator('input[type=file]').setInputFiles([
      { name: 'harbour.png', mimeType: 'image/png', buffer: bytes },
      { name: 'broken.png', mimeType: 'image/png', buffer: bytes.subarray(0, 200) },
      { name: 'holiday.mp4', mimeType: 'video/mp4', buffer: Buffer.from([0, 1, 2, 255]) },
      { name: 'empty.json', mimeType: 'application/json', buffer: Buffer.alloc(0) },
    ]);
    await preview(wallet);
    await expect(wallet.getByText(/^holiday\.mp4: /)).toBeVisible();
    await expect(wallet.getByText(/^empty\.json: /)).toBeVisible();
    await expect(wallet.locator('.draft-items')).toContainText('broken.png');
    await expect(wallet.getByRole('button', { name: 'Add 1 badge' })).toBeVisible();
  });
});

/** The world's servers sign their own certificates. */
async function fromWorld(address: string, port: number): Promise<Uint8Array> {
  const { fetchInWorld } = await import('../../world/fetch-in-world.ts');
  const response = await fetchInWorld(port)(address);
  return new Uint8Array(await response.arrayBuffer());
}
