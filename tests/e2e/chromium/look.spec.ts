import type { Page } from '@playwright/test';
import { MARISOLS } from '../../world/cast/profiles.ts';
import { expect, test } from './fixtures.ts';

async function go(popup: Page, tag: string) {
  await popup.getByRole('radio').nth(1).check();
  await popup.waitForTimeout(700);
  await popup.screenshot({ path: `/tmp/shots/${tag}-empty.png` });
  await popup.locator('.wallet-head .button').click();
  await popup.locator('input[type=email]').fill(MARISOLS.person.email);
  await popup.locator('.add-emails button[type=submit]').click();
  await popup.screenshot({ path: `/tmp/shots/${tag}-add.png`, fullPage: true });
  await popup.locator('.add-form textarea').fill(`https://www.credly.com/users/${MARISOLS.person.slug}`);
  await popup.locator('.add-form button[type=submit]').click();
  await popup.waitForTimeout(1500);
  await popup.screenshot({ path: `/tmp/shots/${tag}-checking.png` });
  await expect(popup.locator('progress')).toHaveCount(0, { timeout: 60_000 });
  await popup.screenshot({ path: `/tmp/shots/${tag}-draft.png` });
  await popup.locator('.draft-end .button').first().click();
  await popup.waitForTimeout(1500);
  await popup.screenshot({ path: `/tmp/shots/${tag}-outcome.png` });
  await popup.locator('.wallet-view .button').last().click();
  await popup.waitForTimeout(1200);
  await popup.screenshot({ path: `/tmp/shots/${tag}-list.png` });
  await popup.locator('.badge-item .icon-button').nth(1).click();
  await popup.waitForTimeout(300);
  await popup.screenshot({ path: `/tmp/shots/${tag}-menu.png` });
  await popup.keyboard.press('Escape');
  await popup.locator('.badge-item .row-main').first().click();
  await popup.waitForTimeout(800);
  await popup.screenshot({ path: `/tmp/shots/${tag}-badge.png`, fullPage: true });
}
test('look light', async ({ touchstone }) => {
  const page = await touchstone.open('https://www.credly.com/users/nobody-here');
  const popup = await touchstone.openPopup(page);
  await go(popup, 'light');
});
