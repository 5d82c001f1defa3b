import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CATALOGUE } from '../../world/cast/catalogue.ts';
import { TAMSIN } from '../../world/cast/people.ts';
import { profileAddress } from '../../world/sites/linkedin/profile.ts';
import { startWorld, type World } from '../../world/start-world.ts';
import { misses } from '../expected.ts';
import { launchFirefox } from './launch.ts';
import { openPage, scrollThrough, settledMarks } from './pages.ts';

let world: World;
let firefox: Browser;

beforeAll(async () => {
  world = await startWorld();
  firefox = await launchFirefox({ world: world.port, idle: 800 });
});
afterAll(async () => {
  await firefox?.close();
  await world?.close();
});

test('an event page that dies in the middle of its requests: every answer comes all the same', async () => {
  const open = world.control.hold('www.credly.com');
  const died = world.log.nextCut((row) => row.host === 'www.credly.com');
  const page = await openPage(firefox, profileAddress('a', TAMSIN));
  await scrollThrough(page);
  await died;
  open();
  expect(misses(CATALOGUE, await settledMarks(page, CATALOGUE.length, 60_000))).toEqual([]);
});

test('after its death a second visit is answered from what was kept', async () => {
  world.control.reset();
  world.log.reset();
  const page = await openPage(firefox, profileAddress('c', TAMSIN));
  expect(misses(CATALOGUE, await settledMarks(page, CATALOGUE.length))).toEqual([]);
  expect(world.log.fetched('www.credly.com').map((row) => row.path)).toEqual([]);
});
