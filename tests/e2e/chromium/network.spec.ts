import { keyOf } from '../../world/cast/badge.ts';
import { bulkBadge, CATALOGUE, GENUINE, RATE_LIMITED, UNDECIDED } from '../../world/cast/catalogue.ts';
import { TAMSIN } from '../../world/cast/people.ts';
import { profileAddress } from '../../world/sites/linkedin/profile.ts';
import { SHORT_LINK } from '../../world/sites/short-links.ts';
import { misses } from '../expected.ts';
import { expect, test } from './fixtures.ts';
import { scrollThrough, settledMarks } from './touchstone.ts';

const PROFILE = profileAddress('a', TAMSIN);
/** The only hosts the extension may ask on its own. */
const PLATFORM_APIS =
  /^((www|api)\.credly\.com|learn\.microsoft\.com|api\.accredible\.com|api\.((eu|ca|au)\.)?badgr\.io|badges\.parchment\.com|openbadgefactory\.com)$/;

/** Every host that the badges of the profile are asked at. */
const HOSTS = [
  'www.credly.com',
  'api.badgr.io',
  'badges.parchment.com',
  'api.eu.badgr.io',
  'api.ca.badgr.io',
  'api.accredible.com',
  'learn.microsoft.com',
  'openbadgefactory.com',
];

test('what the extension asks carries no cookie, no referrer, no e-mail and nothing of the page', async ({
  touchstone,
  world,
}) => {
  const page = await touchstone.open(PROFILE);
  await settledMarks(page, CATALOGUE.length);
  const asked = world.log
    .fetched()
    .filter((row) => String(row.headers.origin ?? '').startsWith('chrome-extension:') || PLATFORM_APIS.test(row.host));
  expect(asked.length).toBeGreaterThan(10);
  for (const row of asked) {
    expect(row.host, 'only platforms are asked').toMatch(PLATFORM_APIS);
    expect(row.method).toBe('GET');
    expect(row.headers.cookie).toBeUndefined();
    expect(row.headers.referer).toBeUndefined();
    expect(row.headers.authorization).toBeUndefined();
    const sent = decodeURIComponent(`${row.path} ${JSON.stringify(row.headers)}`).toLowerCase();
    for (const secret of [TAMSIN.email, '@', TAMSIN.slug, 'okafor-lund', 'linkedin']) {
      expect(sent, `${row.host}${row.path}`).not.toContain(secret);
    }
  }
  expect(world.log.all().filter((row) => row.plain && PLATFORM_APIS.test(row.host))).toEqual([]);
});

test('LinkedIn itself is asked nothing beyond what the reader opened, and no short link is opened', async ({
  touchstone,
  world,
}) => {
  const page = await touchstone.open(PROFILE);
  await settledMarks(page, CATALOGUE.length);
  const linkedin = world.log
    .all()
    .filter((row) => row.host.endsWith('linkedin.com') && !row.path.startsWith('/favicon'));
  expect(linkedin.map((row) => [row.path, row.headers['sec-fetch-dest']])).toEqual([
    [new URL(PROFILE).pathname, 'document'],
  ]);
  expect(world.log.all().some((row) => row.host === new URL(SHORT_LINK).host)).toBe(false);
});

test('a second visit asks nothing', async ({ touchstone, world }) => {
  const page = await touchstone.open(PROFILE);
  await settledMarks(page, CATALOGUE.length);
  await page.close();
  world.log.reset();
  const again = await touchstone.open(PROFILE);
  expect(misses(CATALOGUE, await settledMarks(again, CATALOGUE.length))).toEqual([]);
  expect(
    world.log
      .all()
      .filter((row) => PLATFORM_APIS.test(row.host))
      .map((row) => `${row.host}${row.path}`),
  ).toEqual([]);
});

test('two tabs with the same badges ask once', async ({ touchstone, world }) => {
  const open = world.control.hold('www.credly.com');
  const waiting = world.log.next((row) => row.host === 'www.credly.com');
  const pages = [await touchstone.open(PROFILE), await touchstone.open(PROFILE)];
  await waiting;
  open();
  for (const page of pages) {
    await page.bringToFront();
    await settledMarks(page, CATALOGUE.length);
  }
  const paths = world.log.fetched('www.credly.com').map((row) => row.path);
  expect(paths.filter((path) => path.includes(`badge_assertions/${GENUINE.id}`))).toHaveLength(1);
});

test('two hundred badges on one page: all answered, politely', async ({ touchstone, world }) => {
  test.setTimeout(150_000);
  const page = await touchstone.open('https://www.linkedin.com/search/results/many/?count=200');
  const marks = await settledMarks(page, 200, 120_000);
  const badges = Array.from({ length: 200 }, (_, n) => ({
    ...bulkBadge(n),
    expect: { verdict: 'verified', tone: 'ok' } as const,
  }));
  expect(misses(badges, marks)).toEqual([]);
  expect(world.log.peak('www.credly.com')).toBeLessThanOrEqual(2);
});

test('at most six requests at once over all hosts', async ({ touchstone, world }) => {
  for (const host of HOSTS) {
    world.control.set(host, { delay: 300 });
  }
  const page = await touchstone.open(PROFILE);
  await settledMarks(page, CATALOGUE.length, 40_000);
  expect(world.log.peak('api.badgr.io')).toBeLessThanOrEqual(2);
  expect(world.log.peak()).toBeLessThanOrEqual(6);
});

test('a host that limits is left alone', async ({ touchstone, world }) => {
  const page = await touchstone.open(PROFILE);
  await settledMarks(page, CATALOGUE.length);
  await page.reload();
  await settledMarks(page, CATALOGUE.length);
  const limited = new URL(RATE_LIMITED.address).host;
  expect(world.log.fetched(limited)).toHaveLength(1);
});

test('offline: undecided, never invalid or lost; online again, a fresh visit gets the answers', async ({
  touchstone,
  world,
}) => {
  world.control.set('www.credly.com', { down: true });
  const page = await touchstone.open(PROFILE);
  const marks = await settledMarks(page, CATALOGUE.length, 40_000);
  for (const mark of marks.filter((one) => one.badge.startsWith('credly:'))) {
    expect([mark.verdict, mark.tone]).toEqual(['undecided', 'unknown']);
  }
  expect(marks.find((mark) => mark.badge === keyOf(UNDECIDED))?.verdict).toBe('undecided');
});

test('the browser offline: every mark says that it could not be decided', async ({ touchstone, world }) => {
  // Before the browser is told so, too: an answer that comes first would be a true one.
  for (const host of HOSTS) world.control.set(host, { down: true });
  const page = await touchstone.open(PROFILE);
  await touchstone.context.setOffline(true);
  await scrollThrough(page);
  const marks = await settledMarks(page, CATALOGUE.length, 40_000);
  for (const mark of marks) expect(['undecided', 'unsupported']).toContain(mark.verdict);
});
