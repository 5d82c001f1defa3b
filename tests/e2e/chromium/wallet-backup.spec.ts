import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { MARISOLS, profileAddress } from '../../world/cast/profiles.ts';
import { barriers } from './barriers.ts';
import { expect, test } from './fixtures.ts';
import type { Touchstone } from './touchstone.ts';

const PASSPHRASE = 'quiet harbour words';

async function addEmail(page: Page): Promise<void> {
  await page.getByLabel('E-mail address').fill(MARISOLS.person.email);
  await page.getByRole('button', { name: 'Add', exact: true }).first().click();
}

/** A wallet with the sixty badges of a profile. */
async function filled(touchstone: Touchstone): Promise<Page> {
  const page = await touchstone.openOwn('wallet.html#add');
  await addEmail(page);
  await page.getByLabel('Paste a link').fill(profileAddress(MARISOLS));
  await page.getByRole('button', { name: 'Look', exact: true }).click();
  await page.getByRole('button', { name: /^Add \d+ badges$/ }).click({ timeout: 60_000 });
  await expect(page.getByText(/\d+ added/)).toBeVisible();
  return page;
}

async function settings(page: Page): Promise<void> {
  await page.goto(page.url().replace(/#.*/, '#settings'));
  await expect(page.getByRole('heading', { name: 'Wallet settings' })).toBeVisible();
}

async function download(page: Page, name: string): Promise<Buffer> {
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name }).click();
  return readFile(await (await downloading).path());
}

/** The rows themselves, out of the wallet's database. */
function rowsOf(page: Page): Promise<{ id: string; note: string; verdict: string; ownership: string }[]> {
  return page.evaluate(
    () =>
      new Promise((done, failed) => {
        const opening = indexedDB.open('touchstone-wallet');
        opening.onerror = () => failed(opening.error);
        opening.onsuccess = () => {
          const reading = opening.result.transaction('badges').objectStore('badges').getAll();
          reading.onsuccess = () => {
            opening.result.close();
            done(
              reading.result.map(({ id, note, answer, ownership }) => ({
                id,
                note,
                verdict: answer.verdict,
                ownership,
              })),
            );
          };
        };
      }),
  );
}

test('a locked backup, everything deleted, restored: the same badges, verified again', async ({ touchstone }) => {
  test.setTimeout(180_000);
  const page = await filled(touchstone);
  await page.getByRole('button', { name: 'To my badges' }).click();
  await page.locator('.badge-item .row-main').first().click();
  await page.getByLabel('Note', { exact: true }).fill('Taken at the harbour');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Saved.')).toBeVisible();
  const before = await rowsOf(page);
  expect(before.length).toBeGreaterThan(50);

  await settings(page);
  expect(await barriers(page)).toEqual([]);
  await page.getByLabel('Passphrase (optional)').fill(PASSPHRASE);
  await page.getByRole('button', { name: 'Save a backup' }).click();
  await expect(page.getByText('The two are not the same.')).toBeVisible();
  await page.getByLabel('Passphrase once more').fill(PASSPHRASE);
  const buffer = await download(page, 'Save a backup');
  expect(buffer.toString()).not.toContain('harbour');

  const options = await touchstone.openOwn('options.html');
  await options.getByRole('button', { name: 'Delete everything' }).click();
  await options.getByRole('alertdialog').getByRole('button', { name: 'Delete everything' }).click();
  await expect(options.getByText('Everything has been deleted.')).toBeVisible();
  await options.close();
  await page.close();

  // Handed in where badges are added, like any other file.
  const anew = await touchstone.openOwn('wallet.html#add');
  expect(await rowsOf(anew)).toEqual([]);
  await addEmail(anew);
  await anew.locator('input[type=file]').setInputFiles({ name: 'mine.json', mimeType: 'application/json', buffer });
  await anew.getByLabel('Its passphrase').fill('another one');
  await anew.getByRole('button', { name: 'Open', exact: true }).click();
  await expect(anew.getByText('This is not the passphrase it was locked with.')).toBeVisible();
  await anew.getByLabel('Its passphrase').fill(PASSPHRASE);
  await anew.getByRole('button', { name: 'Open', exact: true }).click();
  await expect(anew.getByText(`New: ${before.length}. There already: 0.`)).toBeVisible();
  expect(await rowsOf(anew)).toEqual([]);
  expect(await barriers(anew)).toEqual([]);
  await anew.getByRole('button', { name: 'Restore', exact: true }).click();
  await expect(anew.getByText(`${before.length} added, 0 filled in`)).toBeVisible();
  await expect.poll(() => rowsOf(anew), { timeout: 90_000 }).toEqual(before);
  // That badges are in order is no news.
  await anew.goto(anew.url().replace(/#.*/, ''));
  await expect(anew.getByText(`${before.length} badges`)).toBeVisible();
  await expect(anew.getByText('What is new')).toHaveCount(0);
});

test('a backup that somebody made up makes nothing verified', async ({ touchstone }) => {
  const id = '00000001-0000-4000-8000-000000000000';
  const answer = { verdict: 'verified', tone: 'ok', proof: 'signed', match: 'yours', standing: 'trusted' };
  const facts = { name: 'Master of All Seas', issuer: { name: 'Microsoft' }, skills: [], standard: 'OB3' };
  const examined = {
    ...answer,
    badge: facts,
    checks: [],
    recipients: [],
    issuer: { platform: { id: 'credly', vets: true } },
  };
  const content = {
    badges: [{ id, identities: ['x'], facts, answer, statement: 'mine', ownership: 'proved', visibility: 'public' }],
    kept: [{ id, examined, documents: [] }],
    history: [{ badge: id, at: 1_700_000_000_000, until: 1_700_000_000_000, verdict: 'verified', proof: 'signed' }],
  };
  const checksum = createHash('sha256').update(JSON.stringify(content)).digest('hex');
  const file = { format: 'touchstone-backup', version: 1, createdAt: '2026-01-01T00:00:00Z', checksum, content };
  const page = await touchstone.openOwn('wallet.html#settings');
  await page.locator('.backup-restore input[type=file]').setInputFiles({
    name: 'gift.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(file)),
  });
  await page.getByRole('button', { name: 'Restore', exact: true }).click();
  await expect(page.getByText('1 added, 0 filled in')).toBeVisible();
  await page.goto(page.url().replace(/#.*/, `#badge=${id}`));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Master of All Seas');
  await expect(page.locator('.badge-answer')).toContainText('Restored, not checked again yet');
  await expect(page.locator('.history')).toContainText('by a backup');
  const verified = await page.getByText('Verified').allInnerTexts();
  expect(verified.filter((words) => !words.includes('by a backup'))).toEqual([]);
});

test('badges leave as files that others read; a profile that is named is looked at', async ({ touchstone }) => {
  test.setTimeout(120_000);
  const page = await filled(touchstone);
  await settings(page);
  const csv = await download(page, 'Table (CSV)');
  const rows = (await rowsOf(page)).filter(({ ownership }) => ownership !== 'reference');
  expect(csv.toString().trim().split('\r\n')).toHaveLength(rows.length + 1);
  const zip = unzipSync(new Uint8Array(await download(page, 'Badge files (ZIP)')));
  expect(JSON.parse(strFromU8(zip['index.json'] ?? new Uint8Array())).badges).toHaveLength(rows.length);
  const resume = JSON.parse((await download(page, 'JSON Resume')).toString());
  expect(resume.certificates.length).toBeGreaterThan(0);

  await page.getByLabel('Address of your public profile').fill('https://www.credly.com/badges');
  await page.getByRole('button', { name: 'Add', exact: true }).last().click();
  await expect(page.getByText('This is no list that can be looked at.')).toBeVisible();
  await page.getByLabel('Address of your public profile').fill(profileAddress(MARISOLS));
  await page.getByRole('button', { name: 'Add', exact: true }).last().click();
  await expect(page.getByText(/Looked at on .*; badges listed: \d+/)).toBeVisible({ timeout: 60_000 });
  await page.getByRole('button', { name: /^Remove https:/ }).click();
  await expect(page.getByText('No profile is looked at.')).toBeVisible();
});
