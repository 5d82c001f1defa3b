import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { WorldBadge } from '../../world/cast/badge.ts';
import { CATALOGUE } from '../../world/cast/catalogue.ts';
import { TAMSIN } from '../../world/cast/people.ts';
import type { LoggedRequest } from '../../world/server/request-log.ts';
import { CAPTURED_PROFILES, haveSamples, SAMPLES } from '../../world/sites/captured.ts';
import { README_BADGES } from '../../world/sites/github-readme.ts';
import { LAYOUTS, profileAddress } from '../../world/sites/linkedin/profile.ts';
import { GITHUB_README, RESUME, RESUME_BADGES } from '../../world/sites/resume.ts';
import { startWorld, type World } from '../../world/start-world.ts';
import { misses } from '../expected.ts';
import { launchFirefox } from './launch.ts';
import { checkTabs, grantHost, openOwn, openPage, readMarks, scrollThrough, settledMarks } from './pages.ts';

let world: World;
let firefox: Browser;
let page: Page | undefined;
/** Everything that was ever asked of a platform in this file. */
const asked: LoggedRequest[] = [];
const PLATFORM = /credly|badgr|parchment|accredible|microsoft|openbadge/;
const toPlatforms = () => world.log.fetched().filter((row) => PLATFORM.test(row.host));

beforeAll(async () => {
  world = await startWorld();
  firefox = await launchFirefox({ world: world.port });
});
beforeEach(() => world.log.reset());
afterEach(async () => {
  asked.push(...toPlatforms());
  await page?.close();
  page = undefined;
});
afterAll(async () => {
  await firefox?.close();
  await world?.close();
});

async function expectMarks(on: Page, badges: readonly WorldBadge[]): Promise<void> {
  expect(misses(badges, await settledMarks(on, badges.length))).toEqual([]);
}

test.each(LAYOUTS)('LinkedIn layout %s: one mark per badge, each with its answer', async (layout) => {
  page = await openPage(firefox, profileAddress(layout, TAMSIN));
  await scrollThrough(page);
  await expectMarks(page, CATALOGUE);
});

test('a second visit asks nothing', async () => {
  page = await openPage(firefox, profileAddress('a', TAMSIN));
  await settledMarks(page, CATALOGUE.length);
  expect(toPlatforms().map((row) => `${row.host}${row.path}`)).toEqual([]);
});

test.each([
  ['a personal site with every kind of embed', RESUME, RESUME_BADGES],
  ['a GitHub README under a strict policy', GITHUB_README, README_BADGES],
] as const)('%s: not touched before its site is allowed, marked from then on', async (_, address, badges) => {
  page = await openPage(firefox, address);
  expect(await readMarks(page)).toEqual([]);
  const own = await openOwn(firefox, 'popup.html?tab=-1');
  expect(await grantHost(own, `${new URL(address).origin}/*`)).toBe(true);
  await checkTabs(own, address);
  await own.close();
  await expectMarks(page, badges);
  await page.reload();
  await expectMarks(page, badges);
});

test('captured pages: each badge exactly one mark', async () => {
  if (!haveSamples()) {
    console.warn(`No captured pages in ${SAMPLES}: this test cannot run here.`);
    expect(process.env.CI).not.toBe('true');
    return;
  }
  for (const [path, file] of Object.entries(CAPTURED_PROFILES)) {
    const html = readFileSync(`${SAMPLES}/${file}`, 'utf8');
    const ids = html.matchAll(
      /href="https:\/\/www\.(?:linkedin\.com\/learning\/certificates\/([0-9a-f]{64})|credly\.com\/badges\/([0-9a-f-]{36}))/g,
    );
    const expected = new Set(
      [...ids].map(([, learning, credly]) => (learning ? `linkedin-learning:${learning}` : `credly:${credly}`)),
    );
    page = await openPage(firefox, `https://www.linkedin.com${path}`);
    await expect
      .poll(
        async () =>
          (page ? await readMarks(page) : [])
            .map((mark) => mark.badge)
            .filter((key) => !key.startsWith('shortener:'))
            .sort(),
        { timeout: 15_000 },
      )
      .toEqual([...expected].sort());
    await page.close();
    page = undefined;
  }
});

test('nothing that was asked carried a cookie, a referrer or an e-mail', () => {
  expect(asked.length).toBeGreaterThan(10);
  for (const { method, host, path, headers } of asked) {
    expect([method, headers.cookie, headers.referer, headers.authorization]).toEqual([
      'GET',
      undefined,
      undefined,
      undefined,
    ]);
    expect(decodeURIComponent(`${path} ${JSON.stringify(headers)}`), host).not.toContain(TAMSIN.email);
  }
  expect(asked.filter((row) => row.plain)).toEqual([]);
});
