import { CATALOGUE, EXPIRED, GENUINE, SOMEONE_ELSES } from '../../world/cast/catalogue.ts';
import { RURIK, TAMSIN } from '../../world/cast/people.ts';
import { profileAddress } from '../../world/sites/linkedin/profile.ts';
import { RESUME, RESUME_BADGES } from '../../world/sites/resume.ts';
import { barriers, complaints, FACES, look } from './barriers.ts';
import { expect, test } from './fixtures.ts';
import { readMarks, settledMarks } from './touchstone.ts';

const OWN_PAGES = ['desk.html', 'options.html', 'welcome.html'];

test('the popup lists the page’s badges by answer, also while the worker is dead, and leads to them', async ({
  touchstone,
}) => {
  const page = await touchstone.open(profileAddress('a', TAMSIN));
  await settledMarks(page, CATALOGUE.length);
  const tabId = await touchstone.tabId(page);
  await touchstone.stopWorker(page);
  const popup = await touchstone.openPopup(page, tabId);
  await expect(popup.getByRole('heading', { level: 1 })).toHaveText(`${CATALOGUE.length} badges on this page`);
  await expect(popup.getByText(`Names are compared with “${TAMSIN.name}”.`)).toBeVisible();
  await expect(popup.locator('.row')).toHaveCount(CATALOGUE.length);
  const headings = await popup.getByRole('heading', { level: 2 }).allTextContents();
  expect(headings.map((text) => text.replace(/ \d+$/, ''))).toEqual([
    'Do not rely on it',
    'Look closer',
    'Checked and good',
    'Could not be decided',
  ]);
  await page.evaluate(() => scrollTo(0, 0));
  await popup.locator('.row-main').last().click();
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(0);
});

test('the popup unfolds a report, and switches a site to "on click" and off in one click each', async ({
  touchstone,
}) => {
  const page = await touchstone.open(profileAddress('a', TAMSIN));
  await settledMarks(page, CATALOGUE.length);
  const popup = await touchstone.openPopup(page);
  await popup.locator('.row .icon-button').first().click();
  await expect(popup.getByText('Who says so?')).toBeVisible();
  await popup.getByRole('radio', { name: 'Off' }).check();
  await expect.poll(async () => (await readMarks(page)).length).toBe(0);
  await expect(popup.getByRole('heading', { level: 1 })).toHaveText('Switched off here');
  await popup.getByRole('radio', { name: 'Automatic' }).check();
  await expect.poll(async () => (await readMarks(page)).length).toBe(CATALOGUE.length);
  await popup.getByRole('switch', { name: 'Show marks in the page' }).click();
  await expect.poll(async () => (await readMarks(page)).length).toBe(0);
  await expect(popup.locator('.row')).toHaveCount(CATALOGUE.length);
});

test('a badge of the reader is called so in the popup, also while the worker is dead, and never in the page', async ({
  touchstone,
}) => {
  const options = await touchstone.openOwn('options.html');
  await options.getByLabel('E-mail address').fill(RURIK.email);
  await options.getByRole('button', { name: 'Add' }).first().click();
  await expect(options.getByText(RURIK.email)).toBeVisible();
  const page = await touchstone.open(profileAddress('a', TAMSIN));
  const marks = await settledMarks(page, CATALOGUE.length);
  expect(marks.filter(({ holder }) => holder === 'yours')).toEqual([]);
  expect(marks.filter(({ holder }) => holder === 'differs')).toHaveLength(1);
  expect(JSON.stringify(marks)).not.toMatch(/yours/i);
  const tabId = await touchstone.tabId(page);
  await touchstone.stopWorker(page);
  const popup = await touchstone.openPopup(page, tabId);
  const row = popup.locator('.row', { hasText: SOMEONE_ELSES.title });
  await expect(row).toContainText('Yours');
  await row.locator('.icon-button').click();
  await expect(row.getByText('It was issued to one of your own e-mail addresses.')).toBeVisible();
  await options.getByRole('button', { name: `Remove ${RURIK.email}` }).click();
  await expect(row).toContainText('Another name');
});

test('"Check this page" on a site that nobody allowed', async ({ touchstone }) => {
  const page = await touchstone.open(RESUME);
  const tabId = await touchstone.tabId(page);
  await touchstone.triggerAction(page);
  const popup = await touchstone.openPopup(page, tabId);
  const button = popup.getByRole('button', { name: 'Check this page' });
  await expect(button).toBeFocused();
  await button.click();
  await expect(popup.getByRole('heading', { level: 1 })).toHaveText(/\d+ badges on this page/);
  await expect.poll(() => popup.locator('.row').count()).toBeGreaterThanOrEqual(RESUME_BADGES.length);
});

test.describe('granted from the popup', () => {
  test.use({ grantable: ['https://*/*'] });
  test('"Check every site" marks the open page, and can be taken back', async ({ touchstone }) => {
    const page = await touchstone.open(RESUME);
    const tabId = await touchstone.tabId(page);
    await touchstone.triggerAction(page);
    const popup = await touchstone.openPopup(page, tabId);
    await popup.getByRole('button', { name: 'Where Touchstone looks' }).click();
    const everywhere = popup.getByRole('switch', { name: 'Check every site' });
    await everywhere.click();
    await expect(everywhere).toBeChecked();
    await expect(popup.getByRole('heading', { level: 1 })).toHaveText(/\d+ badges on this page/);
    const again = await touchstone.open(RESUME);
    await settledMarks(again, RESUME_BADGES.length);
    await everywhere.click();
    await expect(everywhere).not.toBeChecked();
  });
});

test('the popup explains a page that browsers close to extensions, and offers the desk', async ({ touchstone }) => {
  const page = await touchstone.open('chrome://version/');
  const popup = await touchstone.openPopup(page);
  await popup.getByRole('button', { name: 'Check this page' }).click();
  await expect(popup.getByRole('heading', { level: 1 })).toHaveText('The browser did not let us look');
  await expect(popup.getByRole('button', { name: 'Check a link or file instead' })).toBeFocused();
});

test('the desk checks pasted links and says what it cannot read', async ({ touchstone }) => {
  const desk = await touchstone.openOwn('desk.html');
  const seen = complaints(desk);
  await desk.getByLabel('Links (one a line)').fill(`${GENUINE.address}\nno link here\n${EXPIRED.address}`);
  await desk.getByRole('button', { name: 'Check', exact: true }).click();
  await expect(desk.getByText('3 of 3 done')).toBeVisible();
  await expect(desk.getByText('Genuine; whose it is was not compared · ')).toBeVisible();
  await expect(desk.getByText('Look closer · ')).toBeVisible();
  await expect(desk.getByText('No link was found in this line.')).toBeVisible();
  await desk.locator('input[type=file]').setInputFiles([
    { name: 'cv.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF') },
    { name: 'badge.json', mimeType: 'application/json', buffer: Buffer.from('{"hello":"world"}') },
  ]);
  await expect(desk.getByText('PDF and Word files cannot be read yet.')).toBeVisible();
  await expect(desk.getByText('5 of 5 done')).toBeVisible();
  expect(seen).toEqual([]);
});

test('the desk checks at once what the context menu hands over', async ({ touchstone }) => {
  const desk = await touchstone.openOwn(`desk.html#check=${encodeURIComponent(GENUINE.address)}`);
  await expect(desk.getByText('Who says so?')).toBeVisible();
  expect(new URL(desk.url()).hash).toBe('');
});

test('no barrier on any page, however it is seen', async ({ touchstone }) => {
  const page = await touchstone.open(profileAddress('a', TAMSIN));
  await settledMarks(page, CATALOGUE.length);
  const popup = await touchstone.openPopup(page);
  await popup.locator('.row .icon-button').first().click();
  await popup.getByRole('button', { name: 'Where Touchstone looks' }).click();
  await expect(popup.getByText('Who says so?')).toBeVisible();
  expect(await look(popup, 'popup')).toEqual([]);
  // As narrow as a page has to bear (WCAG 2.2, 1.4.10); the popup is narrower by itself.
  const faces = FACES.map((face) => ({ ...face, width: Math.max(face.width, 320) }));
  for (const path of OWN_PAGES) {
    const own = await touchstone.context.newPage();
    const seen = complaints(own);
    await own.goto(`chrome-extension://${touchstone.id}/${path}`);
    await expect(own.getByRole('heading', { level: 1 })).toBeVisible();
    expect([...(await look(own, path, faces)), ...seen]).toEqual([]);
  }
});

for (const { language, lang, dir, title } of [
  { language: 'zh_TW', lang: 'zh-TW', dir: 'ltr', title: 'Touchstone 試金石選項' },
  { language: 'ar', lang: 'en', dir: 'rtl', title: 'Touchstone options' },
]) {
  test.describe(`a browser in ${language}`, () => {
    test.use({ language });
    test('no barrier, words labelled with their own language', async ({ touchstone }) => {
      const options = await touchstone.openOwn('options.html');
      await expect(options.getByRole('heading', { level: 1 })).toHaveText(title);
      await expect(options.locator('html')).toHaveAttribute('lang', lang);
      await expect(options.locator('html')).toHaveAttribute('dir', dir);
      const page = await touchstone.open(profileAddress('a', TAMSIN));
      await settledMarks(page, CATALOGUE.length);
      const popup = await touchstone.openPopup(page);
      await expect(popup.locator('.row')).toHaveCount(CATALOGUE.length);
      expect(await barriers(popup)).toEqual([]);
      for (const path of OWN_PAGES) {
        const own = await touchstone.openOwn(path);
        await expect(own.getByRole('heading', { level: 1 })).toBeVisible();
        expect([path, ...(await barriers(own))]).toEqual([path]);
      }
    });
  });
}
