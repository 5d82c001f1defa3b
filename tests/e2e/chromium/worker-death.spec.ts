import { CATALOGUE, GENUINE } from '../../world/cast/catalogue.ts';
import { TAMSIN } from '../../world/cast/people.ts';
import { profileAddress } from '../../world/sites/linkedin/profile.ts';
import { misses } from '../expected.ts';
import { expect, test } from './fixtures.ts';
import { settledMarks } from './touchstone.ts';

const PROFILE = profileAddress('a', TAMSIN);

test('stopped before: the page wakes it and gets its answers', async ({ touchstone }) => {
  const first = await touchstone.open('https://www.linkedin.com/');
  await touchstone.worker();
  await touchstone.stopWorker(first);
  const page = await touchstone.open(PROFILE);
  expect(misses(CATALOGUE, await settledMarks(page, CATALOGUE.length))).toEqual([]);
});

test('stopped in the middle: nothing is lost, and the answers come all the same', async ({ touchstone, world }) => {
  await touchstone.worker();
  const open = world.control.hold('www.credly.com');
  const asked = world.log.next((row) => row.host === 'www.credly.com');
  const page = await touchstone.open(PROFILE);
  await asked;
  await touchstone.stopWorker(page);
  open();
  expect(misses(CATALOGUE, await settledMarks(page, CATALOGUE.length, 40_000))).toEqual([]);
});

test('stopped after: the marks stay, and a new visit is answered from what was kept', async ({ touchstone, world }) => {
  const page = await touchstone.open(PROFILE);
  await settledMarks(page, CATALOGUE.length);
  await touchstone.stopWorker(page);
  expect(misses(CATALOGUE, await settledMarks(page, CATALOGUE.length))).toEqual([]);
  world.log.reset();
  await page.reload();
  expect(misses(CATALOGUE, await settledMarks(page, CATALOGUE.length))).toEqual([]);
  expect(world.log.fetched('www.credly.com').filter((row) => row.path.includes(GENUINE.id))).toEqual([]);
});

test('stopped again and again while it works: every answer comes, and none is asked for without end', async ({
  touchstone,
  world,
}) => {
  await touchstone.worker();
  world.control.set('www.credly.com', { delay: 150 });
  const page = await touchstone.open(PROFILE);
  for (let n = 0; n < 4; n++) {
    await world.log.next((row) => row.host === 'www.credly.com', 3_000).catch(() => null);
    await touchstone.stopWorker(page);
  }
  expect(misses(CATALOGUE, await settledMarks(page, CATALOGUE.length, 45_000))).toEqual([]);
  const counts = new Map<string, number>();
  for (const row of world.log.fetched('www.credly.com')) counts.set(row.path, (counts.get(row.path) ?? 0) + 1);
  expect(Math.max(...counts.values())).toBeLessThanOrEqual(6);
});
