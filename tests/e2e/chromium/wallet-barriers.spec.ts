import type { Page } from '@playwright/test';
import { WALLET_DATABASE } from '../../../utils/wallet/database.ts';
import { BERTIL, BERTILS } from '../../world/cast/profiles.ts';
import type { World } from '../../world/start-world.ts';
import { type Face, look, show } from './barriers.ts';
import { fillWallet, walletId, walletRow } from './fill-wallet.ts';
import { expect, test } from './fixtures.ts';
import type { Touchstone } from './touchstone.ts';

const DAY = 86_400_000;
/** What strangers call things: endless, right to left, of many lines, of nothing. */
const ROWS = [
  walletRow(0, {
    visibility: 'private',
    typeRetired: true,
    note: 'Taken in Bilbao',
    tags: ['summer', 'W'.repeat(60)],
    collections: ['c1'],
    facts: { name: 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft' },
  }),
  walletRow(1, { facts: { name: 'قائد الميناء من الدرجة الأولى', issuer: { name: 'نقابة المنارة' } } }),
  walletRow(2, {
    facts: { name: `Certified ${'very '.repeat(40)}long name`, expires: new Date(Date.now() + 20 * DAY).toISOString() },
  }),
  walletRow(3, {
    ownership: 'reference',
    statement: 'mine',
    answer: { ...walletRow(3).answer, verdict: 'revoked', tone: 'bad' },
    facts: { name: '', issuer: { name: 'X'.repeat(120) } },
  }),
  walletRow(4, { acceptance: 'unclaimed', facts: { name: '港灣領航員' } }),
  ...Array.from({ length: 6 }, (_, n) => walletRow(n + 5)),
  walletRow(20, { deletedAt: Date.now() - DAY, facts: { name: 'Thrown away '.repeat(6) } }),
];
const NEWS = [
  { n: 1, kind: 'revoked', badges: [walletId(3)], detail: '', at: Date.now() - DAY, seen: 0 },
  { n: 2, kind: 'expires-30', badges: [walletId(0)], detail: '', at: Date.now(), seen: 0 },
] as const;

/** The names on the wallet's buttons in English, by their key: in another language they are found by place. */
const MORE = '.wallet-head .icon-button';

/** Every screen of the wallet's keeping half, one after the other, with what `look` finds there. */
async function tour(page: Page, touchstone: Touchstone, look: (screen: string) => Promise<void>): Promise<void> {
  const base = `chrome-extension://${touchstone.id}/wallet.html`;
  const go = async (hash: string) => {
    await page.goto(`${base}${hash}`);
    await page.reload();
  };
  await page.goto(base);
  await expect(page.locator('.notice h2')).toBeVisible();
  await look('empty list');
  await fillWallet(page, {
    badges: ROWS,
    news: NEWS.map((each) => ({ ...each, badges: [...each.badges] })),
    collections: [{ id: 'c1', name: 'Collection of an '.repeat(4), place: 0 }],
  });
  await go('');
  await expect(page.locator('.badge-row').first()).toBeVisible();
  await look('list');
  await page.locator('.badge-row .icon-button').nth(1).click();
  await expect(page.getByRole('menu')).toBeVisible();
  await look('menu of a badge');
  await page.keyboard.press('Escape');
  await page.locator(MORE).click();
  await page.getByRole('menuitem').first().click();
  await page.locator('.badge-select').first().check();
  await page.locator('.selection select').selectOption('new');
  await expect(page.locator('.selection form')).toBeVisible();
  await look('selection');
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  await page.locator('.badge-row .icon-button').last().click();
  await page.getByRole('menuitem').last().click();
  await expect(page.locator('.toast')).toBeVisible();
  await look('toast');
  await go(`#badge=${walletId(0)}`);
  await expect(page.locator('.wallet-own')).toBeVisible();
  await look('badge');
  await go(`#badge=${walletId(3)}`);
  await expect(page.locator('.whose button')).toBeVisible();
  await look('badge of somebody else');
  await go('#bin');
  await expect(page.locator('.bin-row').first()).toBeVisible();
  await look('bin');
  await go('#add');
  for (const fold of await page.locator('.fold').all()) await fold.click();
  await page.locator('.add-form textarea').fill('no badge at all');
  await page.locator('.add-form [type=submit]').click();
  await expect(page.locator('.add-form .field-error')).not.toBeEmpty();
  await page.locator('.add-emails .field').fill('nobody');
  await page.locator('.add-emails [type=submit]').click();
  await expect(page.locator('.add-emails .field-error')).not.toBeEmpty();
  await look('add');
}

/** From a pasted profile to what became of it; the platform is slow until one has seen the progress. */
async function tourOfImport(page: Page, world: World, look: (screen: string) => Promise<void>): Promise<void> {
  world.control.setList(BERTIL.slug, { added: BERTILS.badges.length - BERTILS.shown });
  world.control.set('www.credly.com', { delay: 700 });
  await page.locator('.add-form textarea').fill(`https://www.credly.com/users/${BERTIL.slug}`);
  await page.locator('.add-form [type=submit]').click();
  await expect(page.locator('.draft-item').nth(3)).toBeVisible({ timeout: 60_000 });
  await expect(page.locator('progress')).toBeVisible();
  await look('preview while it is checked');
  world.control.set('www.credly.com', {});
  await expect(page.locator('progress')).toBeHidden({ timeout: 90_000 });
  await look('preview');
  await page.locator('.draft-end .button').first().click();
  await expect(page.locator('.outcome-row').first()).toBeVisible();
  await look('outcome');
}

/** A newer wallet in another window: this one gives way, and says so. It cannot be used after that. */
async function tourOfTrouble(page: Page, look: (screen: string) => Promise<void>): Promise<void> {
  await page.evaluate(
    (name) =>
      new Promise((resolve) => {
        indexedDB.open(name, 1_000).onsuccess = resolve;
      }),
    WALLET_DATABASE,
  );
  await expect(page.locator('.trouble')).toBeVisible();
  await look('trouble');
}

const ZOOMED: readonly Face[] = [{ name: '200 % zoom of a popup', width: 190 }];
const COLOURED: readonly Face[] = [
  { name: 'light', width: 860 },
  { name: 'forced colours', forcedColors: 'active', width: 860 },
  { name: 'dark', colorScheme: 'dark', width: 400 },
];

for (const faces of [COLOURED, ZOOMED]) {
  test(`no barrier in the wallet: ${faces.map(({ name }) => name).join(', ')}`, async ({ touchstone, world }) => {
    test.setTimeout(180_000);
    const { page, looking, found } = await start(touchstone, faces);
    await tour(page, touchstone, looking);
    await tourOfImport(page, world, looking);
    await tourOfTrouble(page, looking);
    expect(found).toEqual([]);
  });
}

for (const { language, lang, dir } of [
  { language: 'zh_TW', lang: 'zh-TW', dir: 'ltr' },
  { language: 'ar', lang: 'en', dir: 'rtl' },
]) {
  test.describe(`a browser in ${language}`, () => {
    test.use({ language });
    test('no barrier in the wallet', async ({ touchstone, world }) => {
      test.setTimeout(180_000);
      const { page, looking, found } = await start(touchstone, [{ name: language, width: 400 }]);
      await tour(page, touchstone, looking);
      await expect(page.locator('html')).toHaveAttribute('lang', lang);
      await expect(page.locator('html')).toHaveAttribute('dir', dir);
      await tourOfImport(page, world, looking);
      expect(found).toEqual([]);
    });
  });
}

/** A page in the first of these faces, and what notes in `found` what stands in somebody's way on each screen, in all of them. */
async function start(touchstone: Touchstone, faces: readonly Face[]) {
  const page = await touchstone.context.newPage();
  if (faces[0]) await show(page, faces[0]);
  const found: string[] = [];
  let n = 0;
  const looking = async (screen: string) => {
    n += 1;
    found.push(...(await look(page, `${n} ${screen}`, faces)));
  };
  return { page, looking, found };
}
