import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Download, Page } from '@playwright/test';
import { MARISOLS } from '../../world/cast/profiles.ts';
import { barriers } from './barriers.ts';
import { expect, test } from './fixtures.ts';
import { marisolsWallet } from './marisols-wallet.ts';

/** Folder for looking at what was drawn; nothing is drawn without it. */
const SHOTS = process.env.TOUCHSTONE_SHOTS;

async function shoot(page: Page, name: string): Promise<void> {
  if (SHOTS) await page.screenshot({ path: join(SHOTS, `${name}.png`), fullPage: true });
}

async function keep(download: Download, name: string): Promise<string> {
  const path = join(tmpdir(), `touchstone-${process.pid}-${name}.html`);
  await download.saveAs(path);
  return path;
}

/** Headings of a PDF: Chromium writes its outline uncompressed, titles as literal strings or in UTF-16. */
function outlineOf(pdf: Buffer): string[] {
  return [...pdf.toString('latin1').matchAll(/\/Title (?:\(((?:\\.|[^\\)])*)\)|<([0-9A-Fa-f]+)>)/g)].map(
    ([, literal, hex]) =>
      hex === undefined ? (literal ?? '').replace(/\\(.)/g, '$1') : utf16(Buffer.from(hex, 'hex')),
  );
}

function utf16(bytes: Buffer): string {
  return bytes.subarray(2).swap16().toString('utf16le');
}

/** Addresses that a PDF's links lead to. */
function linksOf(pdf: Buffer): string[] {
  return [...pdf.toString('latin1').matchAll(/\/URI \(([^)]*)\)/g)].map(([, address]) => address ?? '');
}

const OWN_LINK = 'https://harbour.example/marisol';

test('a profile page is made, saved as one file that stands alone, and printed', async ({ touchstone, world }) => {
  test.setTimeout(240_000);
  const page = await marisolsWallet(touchstone);
  const complaints: string[] = [];
  page.on('console', (line) => {
    if (['error', 'warning'].includes(line.type()))
      complaints.push(`${line.text()} ${line.location().url.slice(0, 300)}`);
  });
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'My profile page' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'My profile page' })).toBeVisible();
  const count = page.getByText(/^\d+ of \d+ badges are on the page\.$/);
  await expect(count).toBeVisible();
  const rows = page.locator('.profile-order li');
  const fitting = await rows.count();
  // Ended, withdrawn, private and not accepted ones cannot even be ticked.
  const offered = await rows.locator('.row-words > .stranger:first-child').allTextContents();
  const titles = (good: boolean) =>
    MARISOLS.badges
      .filter(({ badge }) => (badge.expect.verdict === 'verified') === good)
      .map(({ badge }) => badge.title);
  expect(offered).toEqual(expect.arrayContaining(titles(true)));
  expect(offered.filter((name) => titles(false).includes(name))).toEqual([]);
  await expect(count).toHaveText(`${fitting} of ${fitting} badges are on the page.`);
  await page.getByText(/^Left out/).click();
  await expect(page.getByText('The badge’s end date has passed.').first()).toBeVisible();

  await page.getByLabel('Name', { exact: true }).fill(MARISOLS.person.name);
  await page.getByLabel('Headline').fill('Harbour engineer </title><script>alert(1)</script>');
  await page.getByLabel('Languages you speak').fill('Euskara, Español, العربية');
  await page.getByRole('button', { name: 'Add a link' }).click();
  await page.getByLabel('Link 1: its name').fill('Harbour diary');
  await page.getByLabel('Link 1: its address').fill('javascript:alert(1)');
  await expect(page.getByText('Only an address that begins with https://')).toBeVisible();
  await page.getByLabel('Link 1: its address').fill('harbour.example/marisol');
  await page.getByLabel('Link 1: its address').blur();
  await expect(page.getByLabel('Link 1: its address')).toHaveValue(OWN_LINK);
  const chooser = page.locator('input[type=file]');
  await chooser.setInputFiles({ name: 'me.png', mimeType: 'image/png', buffer: Buffer.from('<svg onload=alert(1)>') });
  await expect(page.getByText('This is no picture that every browser shows.')).toBeVisible();
  await chooser.setInputFiles('.output/chrome-mv3/icon/128.png');
  await expect(page.getByRole('img', { name: 'Picture' })).toBeVisible();

  // Order and choice, by keyboard; the focus stays on the button that was pressed.
  const nameAt = async (n: number) => (await rows.nth(n).locator('.stranger').first().textContent()) ?? '';
  const [first, second, third] = [await nameAt(0), await nameAt(1), await nameAt(2)];
  await page.getByRole('button', { name: `Move “${first}” down` }).press('Enter');
  await expect(rows.nth(1)).toContainText(first);
  await expect(page.getByRole('button', { name: `Move “${first}” down` })).toBeFocused();
  await rows.nth(2).getByRole('checkbox').uncheck();
  await expect(count).toHaveText(`${fitting - 1} of ${fitting} badges are on the page.`);

  const frame = page.frameLocator('iframe');
  await expect(frame.getByRole('heading', { level: 1 })).toHaveText(MARISOLS.person.name);
  await expect(frame.locator('.badge')).toHaveCount(fitting - 1);
  await expect.poll(() => frame.locator('h1').evaluate((h1) => getComputedStyle(h1).fontSize)).toBe('32px');
  expect(await frame.locator('a[href]').count()).toBe(0);
  expect(await barriers(page)).toEqual([]);
  await shoot(page, 'view-light');
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await barriers(page)).toEqual([]);
  await shoot(page, 'view-dark');
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 380, height: 600 });
  expect(await barriers(page)).toEqual([]);
  await shoot(page, 'view-narrow');
  await page.setViewportSize({ width: 1100, height: 900 });
  expect(complaints).toEqual([]);

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save as HTML file' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe(`${MARISOLS.person.name}.html`);
  const path = await keep(download, 'en');
  await expect(page.getByText('Saved.')).toBeVisible();

  // The file alone, in a browser that may not ask anybody.
  world.log.reset();
  const made = await touchstone.context.newPage();
  const said: string[] = [];
  made.on('console', (line) => said.push(line.text()));
  made.on('dialog', (dialog) => said.push(dialog.message()));
  const asked: string[] = [];
  made.on('request', (request) => asked.push(request.url().slice(0, 60)));
  await made.goto(pathToFileURL(path).href);
  await expect(made).toHaveTitle(`${MARISOLS.person.name}: digital badges`);
  await expect(made.locator('.badge')).toHaveCount(fitting - 1);
  await expect(made.locator('.badge h3').nth(0)).toHaveText(second);
  await expect(made.locator('.badge h3').nth(1)).toHaveText(first);
  await expect(made.getByText(third, { exact: true })).toHaveCount(0);
  await expect(made.getByText('Harbour engineer </title><script>alert(1)</script>')).toBeVisible();
  await expect(made.getByRole('link', { name: 'Harbour diary' })).toHaveAttribute('href', OWN_LINK);
  const proofs = await made.locator('.badge a').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  // All of Credly's, and the one that she brought there from elsewhere.
  const onCredly = proofs.filter((href) =>
    /^https:\/\/www\.credly\.com\/badges\/[\da-f-]{36}\/public_url$/.test(href ?? ''),
  );
  expect(onCredly.length).toBeGreaterThanOrEqual(titles(true).length - 1);
  expect(proofs.every((href) => href?.startsWith('https://'))).toBe(true);
  expect(new Set(proofs).size).toBe(fitting - 1);
  const drawn = await made
    .locator('img')
    .evaluateAll((images) => images.map((image) => (image as HTMLImageElement).naturalWidth > 0));
  expect(drawn.length).toBeGreaterThan(1);
  expect(drawn).not.toContain(false);
  expect(asked.filter((address) => !address.startsWith('data:') && !address.startsWith('file:'))).toEqual([]);
  expect(world.log.all()).toEqual([]);
  expect(said).toEqual([]);
  for (const colorScheme of ['light', 'dark'] as const) {
    await made.emulateMedia({ colorScheme });
    expect(await barriers(made)).toEqual([]);
    await shoot(made, `page-${colorScheme}`);
  }
  await made.emulateMedia({ colorScheme: 'light' });
  await made.setViewportSize({ width: 320, height: 700 });
  expect(await barriers(made)).toEqual([]);
  await made.setViewportSize({ width: 1100, height: 900 });

  // On paper: all names, all addresses, to follow and to read.
  for (const format of ['A4', 'Letter'] as const) {
    const pdf = await made.pdf({
      format,
      outline: true,
      tagged: true,
      ...(SHOTS && { path: join(SHOTS, `${format}.pdf`) }),
    });
    const names = await made.locator('h3').allTextContents();
    expect(outlineOf(pdf)).toEqual(expect.arrayContaining(names));
    expect(linksOf(pdf)).toEqual(expect.arrayContaining(proofs));
  }
  await made.emulateMedia({ media: 'print' });
  await expect(made.locator('.badge .address').first()).toBeVisible();
  expect(await made.locator('.badge .address').allTextContents()).toEqual(
    proofs.map((href) => href?.replace(/^https:\/\/(?:www\.)?|\/$/g, '')),
  );

  // The same page of the extension's own, which is what "Print" opens: the browser's dialogue stands before it.
  const own = await touchstone.openOwn('profile.html');
  await expect(own.locator('.badge')).toHaveCount(fitting - 1);
  const [printed, written] = await Promise.all([
    own.pdf({ format: 'A4', outline: true, tagged: true }),
    readFile(path, 'utf8'),
  ]);
  expect(outlineOf(printed)).toEqual(expect.arrayContaining(await made.locator('h3').allTextContents()));
  expect(await own.evaluate(() => getComputedStyle(document.body).maxWidth)).toBe('1040px');
  expect(written).not.toMatch(/<script(?! type="application\/ld\+json">)/);
  const [popped] = await Promise.all([
    touchstone.context.waitForEvent('page'),
    page.getByRole('button', { name: 'Print or save as PDF' }).click(),
  ]);
  await expect(popped).toHaveURL(/\/profile\.html#print$/);
  await expect(popped.locator('.badge')).toHaveCount(fitting - 1);
  await popped.close();

  // In Arabic it reads from the right. What is private stays off, also for a profile that showed it before.
  await page.getByLabel('Language of the page').selectOption('ar');
  await expect(frame.locator('html')).toHaveAttribute('dir', 'rtl');
  const [arabic] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save as HTML file' }).click(),
  ]);
  await made.emulateMedia({ media: 'screen' });
  await made.goto(pathToFileURL(await keep(arabic, 'ar')).href);
  await expect(made.locator('html')).toHaveAttribute('lang', 'ar');
  await expect(made.getByRole('heading', { level: 2, name: 'الشارات الرقمية' })).toBeVisible();
  const picture = await made.locator('.badge img').first().boundingBox();
  const words = await made.locator('.badge h3').first().boundingBox();
  expect(picture?.x ?? 0).toBeGreaterThan(words?.x ?? 0);
  // English names keep their direction and begin at the right all the same.
  const aligned = await made
    .locator('.badge h3')
    .first()
    .evaluate((heading) => {
      const range = document.createRange();
      range.selectNodeContents(heading);
      return Math.abs(range.getBoundingClientRect().right - heading.getBoundingClientRect().right);
    });
  expect(aligned).toBeLessThan(2);
  expect(await barriers(made)).toEqual([]);
  await shoot(made, 'page-arabic');

  await page.goto(page.url().replace('#profile', ''));
  await page.getByRole('button', { name: `More for “${first}”` }).click();
  await page.getByRole('menuitem', { name: 'Make private' }).click();
  const anew = async () => {
    await own.reload();
    await own.locator('footer').waitFor();
    return own.locator('.badge').count();
  };
  await expect.poll(anew).toBe(fitting - 2);
  await expect(own.getByText(first, { exact: true })).toHaveCount(0);
});
