import type { Locator, Page } from '@playwright/test';
import type { BadgeRow } from '../../../utils/wallet/types.ts';
import { fillWallet, openFilled, readWallet, walletId, walletRow } from './fill-wallet.ts';
import { expect, test } from './fixtures.ts';
import type { Touchstone } from './touchstone.ts';

const DAY = 86_400_000;
const iso = (days: number) => new Date(Date.now() + days * DAY).toISOString();
const ROWS = [
  walletRow(0, { facts: { name: 'Harbour Pilot', issuer: { name: 'Fernhill Guild' }, issuedOn: iso(-10) } }),
  walletRow(1, {
    facts: { name: 'Ölförderung', issuer: { name: 'Ærø Seefahrt' }, skills: ['Žonglování'], issuedOn: iso(-300) },
  }),
  walletRow(2, {
    note: 'Taken in Bilbao',
    tags: ['summer'],
    facts: { name: 'Cable Layer', issuedOn: iso(-200), expires: iso(20) },
  }),
  walletRow(3, { visibility: 'private', facts: { name: 'Kite Maker', issuedOn: iso(-1), expires: iso(400) } }),
  walletRow(4, {
    ownership: 'reference',
    statement: 'reference',
    facts: { name: 'Badge 10', issuer: { name: 'Åland Academy' }, issuedOn: iso(-50) },
    answer: { ...walletRow(4).answer, verdict: 'revoked', tone: 'bad' },
  }),
  walletRow(5, { facts: { name: 'Badge 9', issuedOn: iso(-60) } }),
];
const OWN = ['Harbour Pilot', 'Ölförderung', 'Cable Layer', 'Kite Maker', 'Badge 10', 'Badge 9'];

const open = (touchstone: Touchstone, badges = ROWS) => openFilled((path) => touchstone.openOwn(path), { badges });
const names = (page: Page) => page.locator('.badge-row .row-name');
const row = (page: Page, name: string) => page.locator('.badge-row').filter({ hasText: name });

/** As the database has them, in the user's own order. */
async function keptNames(page: Page): Promise<string[]> {
  const { badges = [] } = await readWallet(page);
  return (badges as BadgeRow[]).sort((a, b) => a.place - b.place).map(({ facts }) => facts.name);
}

async function choose(page: Page, name: string, item: string): Promise<void> {
  await row(page, name)
    .getByRole('button', { name: `More for “${name}”` })
    .click();
  await page.getByRole('menuitem', { name: item, exact: true }).click();
}

test('search as one types: name, issuer, skill, note and tag; accents and letter case make no difference', async ({
  touchstone,
}) => {
  const page = await open(touchstone);
  // Who opens the wallet can type at once.
  await expect(page.getByLabel('Search my badges')).toBeFocused();
  for (const [typed, found] of [
    ['HARBOUR pil', ['Harbour Pilot']],
    ['olforderung', ['Ölförderung']],
    ['fernhill', ['Harbour Pilot', 'Cable Layer']],
    ['zonglovani', ['Ölförderung']],
    ['bilbao taken', ['Cable Layer']],
    ['SUMMER', ['Cable Layer']],
    ['ærø', ['Ölförderung']],
    ['nothing of this kind', []],
    ['', OWN],
  ] as const) {
    await page.keyboard.press('ControlOrMeta+a');
    if (typed === '') await page.keyboard.press('Delete');
    else await page.keyboard.type(typed);
    await expect(names(page)).toHaveText([...found]);
    await expect(page.locator('.wallet-count')).toContainText(
      found.length === OWN.length ? '6 badges' : `${found.length} of 6 badges`,
    );
  }
  await page.keyboard.type('nothing of this kind');
  await expect(page.getByText('No badge fits.')).toBeVisible();
});

test('filters show what they say, and sorting orders numbers and letters as people do', async ({ touchstone }) => {
  const page = await open(touchstone);
  const show = page.getByLabel('Show', { exact: true });
  for (const [filter, found] of [
    ['Needs attention', ['Cable Layer', 'Badge 10']],
    ['Verified', ['Harbour Pilot', 'Ölförderung', 'Cable Layer', 'Kite Maker', 'Badge 9']],
    ['Ending within 60 days', ['Cable Layer']],
    ['Private', ['Kite Maker']],
    ['References', ['Badge 10']],
    ['Tag: summer', ['Cable Layer']],
    ['All', OWN],
  ] as const) {
    await show.selectOption({ label: filter });
    await expect(names(page)).toHaveText([...found]);
  }
  const order = page.getByLabel('Order');
  for (const [sort, found] of [
    ['Name', ['Badge 9', 'Badge 10', 'Cable Layer', 'Harbour Pilot', 'Kite Maker', 'Ölförderung']],
    ['Newest first', ['Kite Maker', 'Harbour Pilot', 'Badge 10', 'Badge 9', 'Cable Layer', 'Ölförderung']],
    ['Ending first', ['Cable Layer', 'Kite Maker', 'Harbour Pilot', 'Ölförderung', 'Badge 10', 'Badge 9']],
    ['My own order', OWN],
  ] as const) {
    await order.selectOption({ label: sort });
    await expect(names(page)).toHaveText([...found]);
    // Only one's own order can be changed.
    await expect(page.locator('.badge-grip')).toHaveCount(sort === 'My own order' ? OWN.length : 0);
  }
});

test('a collection is made, filled, shown, and dropped without its badges', async ({ touchstone }) => {
  const page = await open(touchstone);
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Select several' }).click();
  await page.getByLabel('Select “Harbour Pilot”').check();
  await page.getByLabel('Select “Kite Maker”').check();
  await expect(page.getByText('2 selected')).toBeVisible();
  await page.getByLabel('Put into').selectOption({ label: 'New collection …' });
  await page.getByLabel('Name of the collection').fill('  For   the yard ');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'End selection' }).click();
  const show = page.getByLabel('Show', { exact: true });
  await show.selectOption({ label: 'Collection: For the yard' });
  await expect(names(page)).toHaveText(['Harbour Pilot', 'Kite Maker']);
  // In and out on the badge's own page too.
  await page.getByRole('button', { name: /^Kite Maker/ }).click();
  await page.getByLabel('For the yard').click();
  await expect(page.getByLabel('For the yard')).not.toBeChecked();
  await page.getByRole('button', { name: 'Back' }).click();
  await expect(names(page)).toHaveText(['Harbour Pilot']);
  await page.getByRole('button', { name: 'Remove this collection' }).click();
  await expect(names(page)).toHaveText(OWN);
  await expect(show.getByRole('option', { name: /^Collection/ })).toHaveCount(0);
});

test('one’s own order: by mouse, by keyboard, by menu; kept after a reload', async ({ touchstone }) => {
  const page = await open(touchstone);
  const grip = (name: string) => page.getByRole('button', { name: `Move “${name}”` });
  await drag(page, grip('Badge 9'), row(page, 'Harbour Pilot'));
  await expect(names(page)).toHaveText(['Badge 9', ...OWN.slice(0, -1)]);
  // The list shows a move before it is written.
  await expect.poll(() => keptNames(page)).toEqual(['Badge 9', ...OWN.slice(0, -1)]);
  await page.reload();
  await expect(names(page)).toHaveText(['Badge 9', ...OWN.slice(0, -1)]);

  await grip('Badge 9').focus();
  await page.keyboard.press('Space');
  await expect(page.getByText('Taken.')).toBeAttached();
  await step(page, 'ArrowDown', 2);
  await step(page, 'ArrowDown', 3);
  await page.keyboard.press('Space');
  await expect(names(page)).toHaveText([
    'Harbour Pilot',
    'Ölförderung',
    'Badge 9',
    'Cable Layer',
    'Kite Maker',
    'Badge 10',
  ]);
  await expect(grip('Badge 9')).toBeFocused();
  await page.keyboard.press('Space');
  await expect(page.getByText('Taken.')).toBeAttached();
  await step(page, 'ArrowUp', 2);
  await page.keyboard.press('Escape');
  await expect(page.getByText('Left where it was.')).toBeAttached();

  await choose(page, 'Badge 9', 'Move up');
  await expect(names(page)).toHaveText([
    'Harbour Pilot',
    'Badge 9',
    'Ölförderung',
    'Cable Layer',
    'Kite Maker',
    'Badge 10',
  ]);
  await choose(page, 'Cable Layer', 'Move down');
  const last = ['Harbour Pilot', 'Badge 9', 'Ölförderung', 'Kite Maker', 'Cable Layer', 'Badge 10'];
  await expect(names(page)).toHaveText(last);
  // At an end there is nowhere to go.
  await choose(page, 'Harbour Pilot', 'Move up');
  await expect.poll(() => keptNames(page)).toEqual(last);
  await page.reload();
  await expect(names(page)).toHaveText(last);
});

/** A key that comes before the places are measured, sooner than a hand could press it, does nothing: then it is pressed once more. */
async function step(page: Page, key: string, place: number): Promise<void> {
  await expect(async () => {
    await page.keyboard.press(key);
    await expect(page.getByText(`Place ${place} of 6.`)).toBeAttached({ timeout: 4_000 });
  }).toPass();
}

async function drag(page: Page, from: Locator, to: Locator): Promise<void> {
  const [a, b] = [await from.boundingBox(), await to.boundingBox()];
  if (!a || !b) throw new Error('not in sight');
  await page.mouse.move(a.x + a.width / 2, a.y + a.height / 2);
  await page.mouse.down();
  await page.mouse.move(a.x + a.width / 2, a.y - 10, { steps: 4 });
  await page.mouse.move(a.x + a.width / 2, b.y + b.height / 2 - 6, { steps: 12 });
  await page.mouse.up();
}

test('two windows edit the same note: the second is told, sees what the first wrote, and nothing is lost', async ({
  touchstone,
}) => {
  const page = await open(touchstone);
  const other = await touchstone.openOwn(`wallet.html#badge=${walletId(0)}`);
  await page.getByRole('button', { name: /^Harbour Pilot/ }).click();
  const note = (where: Page) => where.getByLabel('Note', { exact: true });
  await note(page).fill('From the first window');
  await page.getByLabel('Tags').fill('pilot,  Pilot ，pilot');
  await note(other).fill('From the second window');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Saved.')).toBeVisible();
  // Tags as they were cleaned.
  await expect(page.getByLabel('Tags')).toHaveValue('pilot, Pilot');
  await expect(other.getByText('changed in another window meanwhile')).toBeVisible();
  await expect(other.getByText('From the first window')).toBeVisible();
  await expect(note(other)).toHaveValue('From the second window');
  // It is there to be read, and does nothing.
  await other.getByRole('button', { name: 'Save', exact: true }).click({ force: true });
  await expect(note(page)).toHaveValue('From the first window');
  await other.getByRole('button', { name: 'Save mine all the same' }).click();
  await expect(other.getByText('Saved.')).toBeVisible();
  // The first window had nothing unsaved: it shows what is there now.
  await expect(note(page)).toHaveValue('From the second window');
  await expect(page.getByText('changed in another window meanwhile')).toBeHidden();
});

test('deleted and taken back at once; deleted, found in the bin and put back; deleted for good', async ({
  touchstone,
}) => {
  const page = await open(touchstone);
  await choose(page, 'Cable Layer', 'Delete');
  await expect(names(page)).toHaveText(OWN.filter((name) => name !== 'Cable Layer'));
  // Who works with the keyboard goes on with the badge that took its place.
  await expect(page.getByRole('button', { name: /^Kite Maker/ })).toBeFocused();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(names(page)).toHaveText(OWN);

  await page.getByRole('button', { name: /^Badge 9/ }).click();
  await page.getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByText('“Badge 9” was deleted.')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Badge 10/ })).toBeFocused();
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Deleted badges' }).click();
  await expect(page.locator('.bin-row')).toHaveText([/^Badge 9/]);
  await page.getByRole('button', { name: 'Put back' }).click();
  await expect(page.getByText('Nothing was deleted in the last 30 days.')).toBeVisible();
  await page.getByRole('button', { name: 'Back' }).click();
  await expect(names(page)).toHaveText(OWN);

  await choose(page, 'Badge 9', 'Delete');
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Deleted badges' }).click();
  await page.getByRole('button', { name: 'Delete all for good' }).click();
  await expect(page.getByRole('alert')).toContainText('This cannot be taken back.');
  await expect(page.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('button', { name: 'Delete all for good' })).toBeFocused();
  await page.getByRole('button', { name: 'Delete all for good' }).click();
  await page.getByRole('button', { name: /^Delete \d+ badges? for good$/ }).click();
  await expect(page.getByText('Nothing was deleted in the last 30 days.')).toBeVisible();
  await page.goBack();
  await expect(names(page)).toHaveText(OWN.slice(0, -1));
});

test('private or public, in the list, for several at once and on the badge’s own page; other windows follow', async ({
  touchstone,
}) => {
  const page = await open(touchstone);
  const other = await touchstone.openOwn('wallet.html');
  await choose(page, 'Harbour Pilot', 'Make private');
  await expect(row(page, 'Harbour Pilot')).toContainText('Private');
  await expect(row(other, 'Harbour Pilot')).toContainText('Private');
  await page.getByRole('button', { name: /^Harbour Pilot/ }).click();
  const shown = page.getByRole('switch', { name: 'Public' });
  await expect(shown).not.toBeChecked();
  await shown.click();
  await expect(shown).toBeChecked();
  await page.getByRole('button', { name: 'Back' }).click();
  await expect(row(page, 'Harbour Pilot')).not.toContainText('Private');
  await expect(page.getByRole('button', { name: /^Harbour Pilot/ })).toBeFocused();
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Select several' }).click();
  await page.getByRole('button', { name: 'Select all shown' }).click();
  await page.getByRole('button', { name: 'Make private' }).click();
  await expect(row(other, 'Private')).toHaveCount(OWN.length);
});

test('what is new stands above the list until it was seen', async ({ touchstone }) => {
  const page = await open(touchstone);
  const at = Date.now() - DAY;
  await fillWallet(page, {
    badges: [],
    news: [
      { n: 1, kind: 'revoked', badges: [walletId(4)], detail: '', at, seen: 0 },
      { n: 2, kind: 'expires-30', badges: [walletId(2)], detail: '', at, seen: 0 },
      { n: 3, kind: 'added', badges: [0, 1, 2, 3].map(walletId), detail: '', at, seen: 0 },
    ],
  });
  await page.reload();
  const news = page.getByRole('region', { name: 'What is new' });
  await expect(news.getByText('Withdrawn by its issuer: Badge 10')).toBeVisible();
  await expect(news.getByText('Added by itself: “Harbour Pilot” and 3 more')).toBeVisible();
  await news.getByRole('listitem').filter({ hasText: 'Ends within 30 days' }).getByRole('button').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Cable Layer');
  await page.getByRole('button', { name: 'Back' }).click();
  await page.getByRole('button', { name: 'All seen' }).click();
  await expect(news).toBeHidden();
  await page.reload();
  await expect(names(page)).toHaveText(OWN);
  await expect(news).toBeHidden();
});

test('with the keyboard alone: everything is reached, menus close first, and the focus is never lost', async ({
  touchstone,
}) => {
  const page = await open(touchstone);
  const focused = () =>
    page.evaluate(
      () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '',
    );
  await expect(page.getByLabel('Search my badges')).toBeFocused();
  const seen: string[] = [];
  for (let n = 0; n < 9; n++) {
    await page.keyboard.press('Tab');
    seen.push((await focused()).slice(0, 28));
  }
  expect(seen.slice(2, 6)).toEqual([
    'Move “Harbour Pilot”',
    expect.stringMatching(/^Harbour Pilot/),
    expect.stringMatching(/^Share “Harbour Pilot”/),
    'More for “Harbour Pilot”',
  ]);
  await row(page, 'Harbour Pilot')
    .getByRole('button', { name: /^More for/ })
    .focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitem', { name: 'Share …' })).toBeFocused();
  // A popup would close with the key: the menu has to take it for itself.
  await page.evaluate(() =>
    addEventListener('keydown', (event) => setTimeout(() => Object.assign(window, { taken: event.defaultPrevented })), {
      capture: true,
      once: true,
    }),
  );
  await page.keyboard.press('Escape');
  await page.waitForFunction(() => (window as unknown as { taken?: boolean }).taken === true);
  await expect(page.getByRole('menu')).toBeHidden();
  await expect(page.getByRole('button', { name: 'More for “Harbour Pilot”' })).toBeFocused();
  await page.getByRole('button', { name: /^Badge 10/ }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Badge 10' })).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /^Badge 10/ })).toBeFocused();
  await page.keyboard.press('Delete');
  await expect(names(page)).toHaveText(OWN);
});

test('ten thousand badges: the last is found, opened, and one comes back to it; a drag beyond the window’s end holds', async ({
  touchstone,
}) => {
  const page = await open(
    touchstone,
    Array.from({ length: 10_000 }, (_, n) => walletRow(n)),
  );
  await expect(page.locator('.wallet-count')).toHaveText('10000 badges');
  expect(await page.locator('.badge-row').count()).toBeLessThan(40);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  const last = page.getByRole('button', { name: /^Ferry \w+ 9999/ });
  await last.click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/ 9999$/);
  await page.getByRole('button', { name: 'Back' }).click();
  await expect(last).toBeFocused();
  await expect(last).toBeInViewport();
  await page.getByLabel('Search my badges').fill('keeper 9 lantern');
  await expect(page.locator('.badge-row').first()).toContainText('Keeper');
  await page.getByLabel('Search my badges').fill('');
  await page.evaluate(() => scrollTo(0, 0));
  const grip = page.locator('.badge-grip').first();
  await grip.focus();
  await page.keyboard.press('Space');
  for (let n = 2; n <= 25; n++) {
    await page.keyboard.press('ArrowDown');
    await expect(page.getByText(`Place ${n} of 10000.`)).toBeAttached();
  }
  await page.keyboard.press('Space');
  await expect(page.locator('.badge-row[aria-posinset="25"] .row-name')).toHaveText('Rope Apprentice 0');
});
