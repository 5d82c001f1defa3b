import { ACCREDIBLE } from '../../world/cast/catalogue.ts';
import { COLLECTION_ADDRESS, MARISOLS } from '../../world/cast/profiles.ts';
import { expect, test } from './fixtures.ts';
import { addEmail, commit, count, handIn, importProfile, openWalletPopup, preview } from './wallet.ts';

const { person, badges } = MARISOLS;
const isPending = ({ state }: (typeof badges)[number]) => state === 'pending';

test('a Credly profile of sixty badges is imported in the popup, after a preview that adds nothing', async ({
  touchstone,
}) => {
  const popup = await openWalletPopup(touchstone);
  await popup.getByRole('button', { name: 'Add your first badge' }).click();
  await addEmail(popup, person.email);
  await handIn(popup, `https://www.credly.com/users/${person.slug}`);
  const items = await preview(popup);
  // Sixty, and one that was issued elsewhere and shown to Credly.
  await expect(items).toHaveCount(61);
  await expect(items.filter({ hasText: 'Not accepted yet' })).toHaveCount(badges.filter(isPending).length);
  await expect(items.filter({ hasText: 'Withdrawn by the issuer' })).toHaveCount(1);
  await expect(items.filter({ hasText: 'Not added: ' })).toHaveCount(1);
  await commit(popup);
  await expect(popup.getByText('60 added, 1 not added')).toBeVisible();
  await expect(popup.locator('.outcome-row').first()).toContainText('Not added: ');
  await popup.getByRole('button', { name: 'To my badges' }).click();
  await expect.poll(() => count(popup)).toBe(60);
  await expect(popup.locator('.badge-row img').first()).toBeVisible();
});

test('the same profile once more brings nothing new, and changes nothing that its owner wrote', async ({
  touchstone,
}) => {
  const popup = await openWalletPopup(touchstone);
  await importProfile(popup, MARISOLS);
  await popup.locator('.badge-item .row-main').first().click();
  await popup.getByLabel('Note', { exact: true }).fill('Taken at the harbour');
  await popup.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(popup.getByText('Saved.')).toBeVisible();
  await popup.getByRole('button', { name: 'Back' }).click();
  await popup.getByRole('button', { name: 'Add badges' }).click();
  await handIn(popup, `https://www.credly.com/users/${person.slug}`);
  const items = await preview(popup);
  await expect(items.filter({ hasText: 'Already in your wallet' })).toHaveCount(60);
  await commit(popup);
  await expect(popup.getByText('60 already there, 1 not added')).toBeVisible();
  await popup.getByRole('button', { name: 'To my badges' }).click();
  await popup.getByLabel('Search my badges').fill('HARBOUR taken');
  await expect(popup.locator('.badge-row')).toHaveCount(1);
});

test('what is somebody else’s, or cannot be known to be one’s own, is kept as a reference until its address is added', async ({
  touchstone,
}) => {
  const popup = await openWalletPopup(touchstone);
  await popup.getByRole('button', { name: 'Add your first badge' }).click();
  await handIn(popup, COLLECTION_ADDRESS);
  const items = await preview(popup);
  await expect(items.filter({ hasText: 'Kept as a reference' })).toHaveCount(2);
  await commit(popup);
  await popup.getByRole('button', { name: 'To my badges' }).click();
  await expect(popup.locator('.badge-row').filter({ hasText: 'Reference' })).toHaveCount(2);
  await popup.getByRole('button', { name: 'Add badges' }).click();
  await addEmail(popup, person.email);
  await popup.getByRole('button', { name: 'Back' }).click();
  await expect(popup.locator('.badge-row').filter({ hasText: 'Reference' })).toHaveCount(0);
});

test('a badge that names a person and no address is a reference until its owner says that it is them, and may be made one again', async ({
  touchstone,
}) => {
  const popup = await openWalletPopup(touchstone);
  await popup.getByRole('button', { name: 'Add your first badge' }).click();
  await handIn(popup, ACCREDIBLE.address);
  const items = await preview(popup);
  await expect(items).toContainText('Issued to ');
  await expect(items).toContainText('Kept as a reference');
  await popup.getByRole('button', { name: /^This is me: / }).click();
  await expect(items).toContainText('Yours by your own statement');
  // The question is gone, and the focus with neither it nor the way back.
  await expect(popup.getByText('count as yours now')).toBeVisible();
  await expect(popup.locator('.draft-names')).toBeFocused();
  await commit(popup);
  await popup.getByRole('button', { name: 'To my badges' }).click();
  const row = popup.locator('.badge-row');
  await expect(row).toHaveCount(1);
  await expect(row).not.toContainText('Reference');
  await popup.locator('.badge-item .row-main').click();
  await popup.getByRole('switch', { name: 'It is mine' }).click();
  await expect(popup.getByText('Kept as a reference, as you said.')).toBeVisible();
  await popup.getByRole('button', { name: 'Back' }).click();
  await expect(row).toContainText('Reference');
});

test('what cannot be read ends in a sentence that says what to do', async ({ touchstone }) => {
  const popup = await openWalletPopup(touchstone);
  await popup.getByRole('button', { name: 'Add your first badge' }).click();
  await handIn(popup, 'no badge at all');
  await expect(popup.getByRole('alert').filter({ hasText: 'Touchstone does not know what this is' })).toBeVisible();
  await handIn(popup, '   ');
  await expect(popup.getByRole('alert').filter({ hasText: 'There is nothing in it' })).toBeVisible();
  await handIn(popup, 'https://www.credly.com/users/nobody-of-this-name');
  await expect(popup.getByText('The platform knows no such public list')).toBeVisible();
});
