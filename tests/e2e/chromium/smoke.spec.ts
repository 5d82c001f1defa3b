import type { Browser as ExtensionApi } from 'webextension-polyfill';
import { TAMSIN } from '../../world/cast/people.ts';
import { profileAddress } from '../../world/sites/linkedin/profile.ts';
import { expect, test } from './fixtures.ts';

declare const chrome: ExtensionApi;

test('the production build loads, its worker runs, and the world is what the browser sees', async ({
  touchstone,
  world,
}) => {
  const worker = await touchstone.worker();
  expect(worker.url()).toContain(touchstone.id);
  const page = await touchstone.open(profileAddress('a', TAMSIN));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(TAMSIN.name);
  expect(world.log.all().some((row) => row.host === 'www.linkedin.com')).toBe(true);
  await touchstone.stopWorker(page);
  await touchstone.startWorker(page);
  expect(await worker.evaluate(() => chrome.runtime.id)).toBe(touchstone.id);
  expect(await touchstone.tabId(page)).toBeGreaterThan(0);
});
