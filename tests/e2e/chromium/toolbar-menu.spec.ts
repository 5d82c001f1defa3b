import type { Page } from '@playwright/test';
import type { Browser as ExtensionApi } from 'webextension-polyfill';
import { CATALOGUE, GENUINE } from '../../world/cast/catalogue.ts';
import { TAMSIN } from '../../world/cast/people.ts';
import { profileAddress } from '../../world/sites/linkedin/profile.ts';
import { expect, test } from './fixtures.ts';
import { settledMarks, type Touchstone } from './touchstone.ts';

declare const chrome: ExtensionApi & {
  contextMenus: { onClicked: { dispatch(info: object, tab: object): void } };
};

const PROFILE = profileAddress('a', TAMSIN);

/** A click on "Check this badge", as the browser reports it. */
async function clickMenu(touchstone: Touchstone, page: Page, linkUrl: string): Promise<void> {
  const tabId = await touchstone.tabId(page);
  const worker = await touchstone.worker();
  await worker.evaluate(({ info, id }) => chrome.contextMenus.onClicked.dispatch(info, { id }), {
    info: { menuItemId: 'check-badge', linkUrl, frameId: 0 },
    id: tabId,
  });
}

test('the toolbar counts the page’s badges, coloured by the worst of them and said in words', async ({
  touchstone,
}) => {
  const page = await touchstone.open(PROFILE);
  await settledMarks(page, CATALOGUE.length);
  const tabId = await touchstone.tabId(page);
  const worker = await touchstone.worker();
  const seen = () =>
    worker.evaluate(
      async (id) => ({
        text: await chrome.action.getBadgeText({ tabId: id }),
        title: await chrome.action.getTitle({ tabId: id }),
        colour: [...(await chrome.action.getBadgeBackgroundColor({ tabId: id }))],
      }),
      tabId,
    );
  await expect.poll(async () => (await seen()).text).toBe(String(CATALOGUE.length));
  // The worst answer, a withdrawn badge, may be the last to come.
  await expect.poll(async () => (([red = 0, green = 255]) => red > 2 * green)((await seen()).colour)).toBe(true);
  const { title } = await seen();
  expect(title).toContain(String(CATALOGUE.length));
  expect(title.length).toBeGreaterThan('Touchstone: 14'.length);
  await page.goto('https://www.linkedin.com/');
  await expect.poll(async () => (await seen()).text).toBe('');
});

test('"Check this badge" on a link opens its card, also when the worker was dead', async ({ touchstone }) => {
  const page = await touchstone.open(PROFILE);
  await settledMarks(page, CATALOGUE.length);
  await touchstone.stopWorker(page);
  await clickMenu(touchstone, page, GENUINE.address);
  await expect(page.locator('touchstone-card')).toHaveCount(1);
});

test('"Check this badge" on a link of no known platform leads to the desk', async ({ touchstone }) => {
  const page = await touchstone.open(PROFILE);
  const opened = touchstone.context.waitForEvent('page');
  await clickMenu(touchstone, page, 'https://badges.nobody.example/assertion/1');
  const desk = await opened;
  await desk.waitForURL(/desk\.html/);
  await expect(desk.getByText('badges.nobody.example').first()).toBeVisible();
});
