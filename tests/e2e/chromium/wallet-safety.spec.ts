import { MARISOLS } from '../../world/cast/profiles.ts';
import { countRows, makeVersion1 } from '../wallet-database.ts';
import { expect, test } from './fixtures.ts';
import { launchChromium } from './launch.ts';
import { Touchstone } from './touchstone.ts';
import { addEmail, commit, count, handIn, importProfile, openWalletPopup, preview } from './wallet.ts';

const { person } = MARISOLS;

test('the worker is killed in mid-import, again and again: every entry is checked, none twice in the wallet', async ({
  touchstone,
  world,
}) => {
  world.control.set('www.credly.com', { delay: 60 });
  const popup = await openWalletPopup(touchstone);
  await popup.getByRole('button', { name: 'Add your first badge' }).click();
  await addEmail(popup, person.email);
  await handIn(popup, `https://www.credly.com/users/${person.slug}`);
  for (let n = 0; n < 3; n++) {
    await expect(popup.locator('progress')).toBeVisible();
    await popup.waitForTimeout(900);
    await touchstone.stopWorker(popup);
  }
  await expect(await preview(popup)).toHaveCount(61);
  await commit(popup);
  await expect(popup.getByText('60 added, 1 not added')).toBeVisible();
});

test('the popup is closed in mid-import: it is all there when it opens again', async ({ touchstone, world }) => {
  world.control.set('www.credly.com', { delay: 60 });
  const popup = await openWalletPopup(touchstone);
  await popup.getByRole('button', { name: 'Add your first badge' }).click();
  await addEmail(popup, person.email);
  await handIn(popup, `https://www.credly.com/users/${person.slug}`);
  await expect(popup.locator('progress')).toBeVisible();
  await popup.close();
  const again = await openWalletPopup(touchstone);
  await again.getByRole('button', { name: 'Go on' }).click();
  await expect(await preview(again)).toHaveCount(61);
});

test('a browser that starts again has every badge', async ({ world }) => {
  const first = await launchChromium({ world: world.port });
  const popup = await openWalletPopup(new Touchstone(first));
  await importProfile(popup, MARISOLS);
  await expect.poll(() => count(popup)).toBe(60);
  await first.close({ keep: true });
  const second = await launchChromium({ world: world.port, profile: first.profile });
  const again = await openWalletPopup(new Touchstone(second));
  await expect.poll(() => count(again)).toBe(60);
  await expect(again.locator('.badge-row img').first()).toBeVisible();
  await second.close();
});

test('a wallet of the first version is taken over whole', async ({ touchstone }) => {
  // Before any page of ours has opened it, as an update would find it.
  const page = await touchstone.openOwn('icon/48.png');
  await page.evaluate(makeVersion1);
  await page.close();
  const wallet = await touchstone.openOwn('wallet.html');
  await expect.poll(() => count(wallet)).toBe(2);
  await expect(wallet.getByText('Lamp Lighter')).toBeVisible();
  await wallet.getByText('Lamp Lighter').click();
  await expect(wallet.getByRole('switch', { name: 'Public' })).not.toBeChecked();
  await wallet.getByLabel('Note', { exact: true }).fill('Still here');
  await wallet.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(wallet.getByText('Saved.')).toBeVisible();
});

test.describe('in a browser that has written nothing yet', () => {
  // Chromium remembers for a while what room there was.
  test.use({ started: true });
  test('a full disk: it is said in words, nothing is half written, and it goes on once there is room', async ({
    touchstone,
  }) => {
    const popup = await openWalletPopup(touchstone);
    await popup.getByRole('button', { name: 'Add your first badge' }).click();
    const session = await popup.context().newCDPSession(popup);
    const origin = `chrome-extension://${touchstone.id}`;
    await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
    await handIn(popup, `https://www.credly.com/users/${person.slug}`);
    await expect(popup.getByRole('alert').filter({ hasText: 'is full' })).toBeVisible();
    await expect(popup.getByLabel(/^Paste a link/)).toHaveValue(/marisol/);
    expect(await popup.evaluate(countRows)).toEqual({ badges: 0, kept: 0, drafts: 0, items: 0 });
    await session.send('Storage.overrideQuotaForOrigin', { origin });
    await popup.getByRole('button', { name: 'All right' }).click();
    await addEmail(popup, person.email);
    await popup.getByRole('button', { name: 'Look', exact: true }).click();
    await preview(popup);
    await commit(popup);
    expect((await popup.evaluate(countRows)).badges).toBe(60);
  });
});
