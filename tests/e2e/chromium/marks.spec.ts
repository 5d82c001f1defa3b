import type { Page } from '@playwright/test';
import { keyOf, type WorldBadge } from '../../world/cast/badge.ts';
import { bulkBadge, CATALOGUE, EXPIRED, GENUINE, SOMEONE_ELSES } from '../../world/cast/catalogue.ts';
import { RURIK, TAMSIN } from '../../world/cast/people.ts';
import { README_BADGES } from '../../world/sites/github-readme.ts';
import { LAYOUTS, profileAddress } from '../../world/sites/linkedin/profile.ts';
import { GITHUB_README, JSON_RESUME, LIVE_EMBED, RESUME, RESUME_BADGES } from '../../world/sites/resume.ts';
import { misses } from '../expected.ts';
import { expect, test } from './fixtures.ts';
import { readMarks, scrollThrough, settledMarks } from './touchstone.ts';

async function expectMarks(page: Page, badges: readonly WorldBadge[]): Promise<void> {
  expect(misses(badges, await settledMarks(page, badges.length))).toEqual([]);
}

for (const layout of LAYOUTS) {
  test(`LinkedIn layout ${layout.toUpperCase()}: one mark per badge, each with its answer`, async ({ touchstone }) => {
    const page = await touchstone.open(profileAddress(layout, TAMSIN));
    await scrollThrough(page);
    await expectMarks(page, CATALOGUE);
  });
}

test('the same badge is somebody else’s on one profile and the holder’s own on another', async ({ touchstone }) => {
  const page = await touchstone.open(profileAddress('a', RURIK));
  await expectMarks(page, [
    { ...SOMEONE_ELSES, expect: { verdict: 'verified', tone: 'ok', holder: 'same' } },
    { ...GENUINE, expect: { verdict: 'verified', tone: 'caution', holder: 'differs' } },
  ]);
});

for (const [name, address, badges] of [
  ['a personal site with every kind of embed', RESUME, RESUME_BADGES],
  ['a JSON Resume theme', JSON_RESUME, CATALOGUE],
  ['a GitHub README under a strict policy', GITHUB_README, README_BADGES],
  ['embeds that a script turned into frames', LIVE_EMBED, [GENUINE, EXPIRED]],
] as const) {
  test(`${name}: marked after one click on the toolbar`, async ({ touchstone }) => {
    const page = await touchstone.open(address);
    expect(await readMarks(page)).toEqual([]);
    await touchstone.checkPage(page);
    await expectMarks(page, badges);
  });
}

test('soft navigation: the old profile’s marks go, the new one’s come, and judge by the new person', async ({
  touchstone,
}) => {
  const page = await touchstone.open(profileAddress('a', TAMSIN));
  await settledMarks(page, CATALOGUE.length);
  await page.locator('a[data-soft]').click();
  await page.waitForFunction(() => document.documentElement.dataset.shown !== undefined);
  await expect.poll(async () => (await readMarks(page)).length).toBe(2);
  await expect
    .poll(async () =>
      misses(
        [{ ...SOMEONE_ELSES, expect: { verdict: 'verified', tone: 'ok', holder: 'same' } }],
        await readMarks(page),
      ).filter((line) => line.startsWith(SOMEONE_ELSES.role)),
    )
    .toEqual([]);
  await page.goBack();
  await expect.poll(async () => (await readMarks(page)).length).toBe(CATALOGUE.length);
  // The marks may come before the new heading has been read, but not stay so.
  await expect.poll(async () => misses(CATALOGUE, await readMarks(page)), { timeout: 3_000 }).toEqual([]);
});

test('soft navigation: not for a moment does somebody else’s badge look right on the new profile', async ({
  touchstone,
}) => {
  const page = await touchstone.open(profileAddress('a', TAMSIN));
  await settledMarks(page, CATALOGUE.length);
  await page.locator('a[data-soft]').click();
  await expect.poll(async () => (await readMarks(page)).length).toBe(2);
  await settledMarks(page, 2);
  await page.evaluate(
    ([key, name]) => {
      const seen: string[] = [];
      Object.assign(window, { seen });
      const look = () => {
        // Only once the new profile stands there; until then the mark belongs to the old one.
        if (document.querySelector('h1')?.textContent?.trim() !== name) return;
        for (const mark of document.querySelectorAll(`touchstone-mark[data-badge="${key}"]`)) {
          seen.push(`${mark.getAttribute('data-verdict')} ${mark.getAttribute('data-tone')}`);
        }
      };
      new MutationObserver(look).observe(document, { subtree: true, childList: true, attributes: true });
    },
    [keyOf(SOMEONE_ELSES), TAMSIN.name] as const,
  );
  await page.goBack();
  await expect.poll(async () => misses(CATALOGUE, await readMarks(page))).toEqual([]);
  const seen = await page.evaluate(() => (window as unknown as { seen: string[] }).seen);
  expect(new Set(seen)).toContain('verified caution');
  expect(new Set(seen)).not.toContain('verified ok');
});

test('a list that is drawn anew, or loses its marks, gets them again, once each', async ({ touchstone }) => {
  const page = await touchstone.open(profileAddress('a', TAMSIN));
  await settledMarks(page, CATALOGUE.length);
  for (const act of ['redraw', 'strip'] as const) {
    await page.evaluate((name) => (window as unknown as { world: Record<string, () => void> }).world[name]?.(), act);
    await expectMarks(page, CATALOGUE);
  }
});

test('nodes that are reused for other badges: the marks follow the addresses', async ({ touchstone }) => {
  const page = await touchstone.open('https://www.linkedin.com/search/results/reuse/');
  await expect
    .poll(async () => (await readMarks(page)).map((mark) => mark.badge))
    .toEqual(Array.from({ length: 8 }, (_, n) => keyOf(bulkBadge(n))));
  await page.evaluate(() => (window as unknown as { world: { shift(n: number): void } }).world.shift(20));
  await expect
    .poll(async () => (await readMarks(page)).map((mark) => mark.badge))
    .toEqual(Array.from({ length: 8 }, (_, n) => keyOf(bulkBadge(20 + n))));
  await settledMarks(page, 8);
  await page.evaluate(() => (window as unknown as { world: { plain(): void } }).world.plain());
  await expect.poll(async () => (await readMarks(page)).length).toBe(0);
});

test('a virtualised list never has more marks than rows', async ({ touchstone }) => {
  const page = await touchstone.open('https://www.linkedin.com/search/results/virtual/');
  const live = () => page.evaluate(() => (window as unknown as { world: { live(): number } }).world.live());
  for (const top of [0, 4_000, 12_000, 23_000, 500]) {
    await page.evaluate((y) => document.querySelector('#box')?.scrollTo(0, y), top);
    await expect.poll(async () => (await readMarks(page)).length - (await live())).toBe(0);
    const keys = (await readMarks(page)).map((mark) => mark.badge);
    expect(new Set(keys).size).toBe(keys.length);
  }
});

test('a feed that grows: every badge marked, nothing twice', async ({ touchstone }) => {
  const page = await touchstone.open('https://www.linkedin.com/feed/');
  await page.evaluate(() => (window as unknown as { world: { grow(n: number): void } }).world.grow(190));
  await expect.poll(async () => (await readMarks(page)).length).toBeGreaterThanOrEqual(40);
  const keys = (await readMarks(page)).map((mark) => mark.badge);
  expect(new Set(keys).size).toBe(keys.length);
});

test('neither the page’s layout nor its copied text changes, and nothing stands inside a link', async ({
  touchstone,
}) => {
  const measure = () => ({
    boxes: [...document.querySelectorAll('main a, main li, main section')].map((el) => {
      const { x, y, width, height } = el.getBoundingClientRect();
      return [x, y + scrollY, width, height].map(Math.round).join(' ');
    }),
    text: (() => {
      getSelection()?.selectAllChildren(document.body);
      const text = String(getSelection());
      getSelection()?.removeAllRanges();
      return text;
    })(),
  });
  const page = await touchstone.open(profileAddress('a', TAMSIN));
  await settledMarks(page, CATALOGUE.length);
  const marked = await page.evaluate(measure);
  expect(await page.locator('a touchstone-mark').count()).toBe(0);
  await page.evaluate(() => {
    for (const mark of document.querySelectorAll('touchstone-mark'))
      (mark as HTMLElement).style.setProperty('display', 'none', 'important');
  });
  const bare = await page.evaluate(measure);
  expect(marked).toEqual(bare);
});
