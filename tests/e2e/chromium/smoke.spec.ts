import type { Browser as ExtensionApi } from 'webextension-polyfill';
import { TAMSIN } from '../../world/cast/people.ts';
import { profileAddress } from '../../world/sites/linkedin/profile.ts';
import { barriers } from './barriers.ts';
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

test('a barrier that is put on a page is found there', async ({ touchstone }) => {
  const page = await touchstone.openOwn('welcome.html');
  expect(await barriers(page)).toEqual([]);
  await page.evaluate(() => {
    const plant = (name: string, text: string, style: string) => {
      const element = document.createElement(name);
      element.textContent = text;
      element.style.cssText = style;
      document.body.append(element);
    };
    plant('button', '', '');
    plant('p', 'faint', 'color: #aaa; background: #bbb');
    plant('p', 'wide', 'inline-size: 300vw');
  });
  expect(await barriers(page)).toEqual([
    expect.stringMatching(/^button-name: /),
    expect.stringMatching(/^color-contrast: /),
    expect.stringMatching(/^scrolls sideways by \d+ px$/),
  ]);
});
