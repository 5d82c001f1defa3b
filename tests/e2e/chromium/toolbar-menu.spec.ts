import type { Page } from '@playwright/test';
import type { Browser as ExtensionApi } from 'webextension-polyfill';
import { CATALOGUE, GENUINE } from '../../world/cast/catalogue.ts';
import { TAMSIN } from '../../world/cast/people.ts';
import { profileAddress } from '../../world/sites/linkedin/profile.ts';
import { countRows } from '../wallet-database.ts';
import { expect, test } from './fixtures.ts';
import { settledMarks, type Touchstone } from './touchstone.ts';
import { preview } from './wallet.ts';

declare const chrome: ExtensionApi & {
  contextMenus: { onClicked: { dispatch(info: object, tab: object): void } };
};

const PROFILE = profileAddress('a', TAMSIN);

/** A click on an entry of the menu, as the browser reports it. */
async function clickMenu(
  touchstone: Touchstone,
  page: Page,
  menuItemId: 'check-badge' | 'claim-badge',
  on: { linkUrl?: string; srcUrl?: string },
): Promise<void> {
  const tabId = await touchstone.tabId(page);
  const worker = await touchstone.worker();
  await worker.evaluate(({ info, id }) => chrome.contextMenus.onClicked.dispatch(info, { id }), {
    info: { menuItemId, frameId: 0, pageUrl: page.url(), ...on },
    id: tabId,
  });
}

/** The wallet, opened by the click. */
async function walletAfter(page: Page, click: () => Promise<void>): Promise<Page> {
  const opened = page.context().waitForEvent('page', (tab) => tab.url().includes('/wallet.html'));
  await click();
  return opened;
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
  await clickMenu(touchstone, page, 'check-badge', { linkUrl: GENUINE.address });
  await expect(page.locator('touchstone-card')).toHaveCount(1);
});

test('"Check this badge" on a link of no known platform leads to the desk', async ({ touchstone }) => {
  const page = await touchstone.open(PROFILE);
  const opened = touchstone.context.waitForEvent('page');
  await clickMenu(touchstone, page, 'check-badge', { linkUrl: 'https://badges.nobody.example/assertion/1' });
  const desk = await opened;
  await desk.waitForURL(/desk\.html/);
  await expect(desk.getByText('badges.nobody.example').first()).toBeVisible();
});

test('"Add to my badges" on a link, and on a badge’s own page, leads to a preview in the wallet, also when the worker was dead', async ({
  touchstone,
}) => {
  const profile = await touchstone.open(PROFILE);
  await touchstone.stopWorker(profile);
  const fromLink = await walletAfter(profile, () =>
    clickMenu(touchstone, profile, 'claim-badge', { linkUrl: GENUINE.address }),
  );
  await expect(await preview(fromLink)).toContainText(GENUINE.title);
  expect((await fromLink.evaluate(countRows)).badges).toBe(0);
  await fromLink.close();
  const own = await touchstone.open(GENUINE.address);
  const fromPage = await walletAfter(own, () => clickMenu(touchstone, own, 'claim-badge', {}));
  await expect(await preview(fromPage)).toContainText(GENUINE.title);
});

test('"Add to my badges" takes no address but https, and no endless one', async ({ touchstone }) => {
  const page = await touchstone.open(PROFILE);
  const hostile = [
    'javascript:alert(1)',
    'http://badges.nobody.example/1',
    'data:text/html,<h1>badge</h1>',
    `https://badges.nobody.example/${'a'.repeat(3_000)}`,
  ];
  for (const linkUrl of hostile) {
    const wallet = await walletAfter(page, () => clickMenu(touchstone, page, 'claim-badge', { linkUrl }));
    await expect(wallet.getByRole('heading', { name: 'My badges' })).toBeVisible();
    expect(new URL(wallet.url()).hash).toBe('');
    await wallet.close();
  }
});
