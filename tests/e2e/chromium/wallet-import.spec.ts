import { MARISOLS } from '../../world/cast/profiles.ts';
import { expect, test } from './fixtures.ts';

test('a Credly profile of sixty badges is imported in the popup, after a preview that adds nothing', async ({
  touchstone,
}) => {
  const page = await touchstone.open('https://www.credly.com/users/nobody-here');
  const popup = await touchstone.openPopup(page);
  await popup.getByRole('radio', { name: 'My badges' }).check();
  await popup.getByRole('button', { name: 'Add your first badge' }).click();
  await popup.getByLabel('E-mail address').fill(MARISOLS.person.email);
  await popup.getByRole('button', { name: 'Add', exact: true }).click();
  await popup.getByLabel('Paste a link').fill(`https://www.credly.com/users/${MARISOLS.person.slug}`);
  await popup.getByRole('button', { name: 'Look', exact: true }).click();
  await expect(popup.getByText(/found, \d+ can be added/)).toBeVisible({ timeout: 60_000 });
  await popup.screenshot({ path: '/tmp/shots/draft.png', fullPage: true });
  await popup.getByRole('button', { name: /^Add \d+ badges$/ }).click();
  await expect(popup.getByText(/\d+ added/)).toBeVisible();
  await popup.screenshot({ path: '/tmp/shots/outcome.png', fullPage: true });
  await popup.getByRole('button', { name: 'To my badges' }).click();
  await expect(popup.getByText(/^\d+ badges$/)).toBeVisible();
  await popup.screenshot({ path: '/tmp/shots/list.png' });
});
