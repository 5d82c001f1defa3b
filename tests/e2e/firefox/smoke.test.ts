import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { TAMSIN } from '../../world/cast/people.ts';
import { profileAddress } from '../../world/sites/linkedin/profile.ts';
import { GITHUB_README } from '../../world/sites/resume.ts';
import { startWorld, type World } from '../../world/start-world.ts';
import { FIREFOX_ORIGIN, launchFirefox } from './launch.ts';
import { openOwn, openPage } from './pages.ts';

let world: World;
let browser: Browser;

beforeAll(async () => {
  world = await startWorld();
  browser = await launchFirefox({ world: world.port });
});

afterAll(async () => {
  await browser?.close();
  await world?.close();
});

test('the world is what Firefox sees, also under names that are preloaded as https only', async () => {
  const profile = await openPage(browser, profileAddress('a', TAMSIN));
  expect(await profile.$eval('h1', (heading) => heading.textContent)).toBe(TAMSIN.name);
  const readme = await openPage(browser, GITHUB_README);
  expect(await readme.title()).toContain(TAMSIN.name);
  expect(world.log.all().map((row) => row.host)).toEqual(expect.arrayContaining(['www.linkedin.com', 'github.com']));
});

test('the extension is installed and its own pages open', async () => {
  const popup = await openOwn(browser, 'popup.html');
  expect(await popup.evaluate(() => location.origin)).toBe(FIREFOX_ORIGIN);
});
