import type { Page } from '@playwright/test';
import { MARISOLS } from '../../world/cast/profiles.ts';
import type { World } from '../../world/start-world.ts';
import { complaints, look } from './barriers.ts';
import { expect, test } from './fixtures.ts';
import { badgeAt, fromBadge, marisolsWallet } from './marisols-wallet.ts';

const { badge: GOOD, issuedOn } = badgeAt(0);
const { badge: EXPIRED } = badgeAt(4);
const { badge: PENDING } = badgeAt(2);
const ADDRESS = `https://www.credly.com/badges/${GOOD.id}/public_url`;
const POST = `I have earned the badge “${GOOD.title}”, issued by ${GOOD.issuer}.`;

/** The address of the page that the browser goes to on this host once `click` was done, as it arrives there. */
async function opened(world: World, host: string, click: () => Promise<void>): Promise<string> {
  const asked = world.log.next((row) => row.host === host && row.headers['sec-fetch-dest'] === 'document');
  await click();
  return `https://${host}${(await asked).path}`;
}

/** Names and values of an address, in their order. */
const valuesOf = (address: string) => [...new URL(address).searchParams];

const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

// Each begins with the import of sixty badges.
test.describe.configure({ timeout: 120_000 });

test.beforeEach(({ touchstone }) => touchstone.context.grantPermissions(['clipboard-read', 'clipboard-write']));

test('a post to LinkedIn and to X opens with exactly the public address, by a click only', async ({
  touchstone,
  world,
}) => {
  const page = await marisolsWallet(touchstone);
  world.log.reset();
  await fromBadge(page, GOOD.title, 'Share …');
  await expect(page.getByText('What is handed over')).toBeVisible();
  await page.getByRole('radio', { name: 'X', exact: true }).check();
  await page.getByRole('radio', { name: 'LinkedIn post' }).check();
  expect(world.log.all().filter(({ host }) => /linkedin|x\.com/.test(host))).toEqual([]);
  const linkedin = await opened(world, 'www.linkedin.com', () =>
    page.getByRole('button', { name: 'Copy the text and open LinkedIn' }).click(),
  );
  expect(linkedin).toBe(`https://www.linkedin.com/sharing/share-offsite/?url=${encodeURIComponent(ADDRESS)}`);
  await page.bringToFront();
  expect(await clipboard(page)).toContain(POST);
  await page.getByRole('radio', { name: 'X', exact: true }).check();
  const x = await opened(world, 'x.com', () => page.getByRole('button', { name: 'Open X' }).click());
  expect(x.split('?')[0]).toBe('https://x.com/intent/post');
  expect(valuesOf(x)).toEqual([
    ['text', POST],
    ['url', ADDRESS],
  ]);
});

test('"Add to profile" sends what LinkedIn takes and offers each field in the form’s order', async ({
  touchstone,
  world,
}) => {
  const page = await marisolsWallet(touchstone);
  await fromBadge(page, GOOD.title, 'Share …');
  await page.getByRole('radio', { name: 'Add to your LinkedIn profile' }).check();
  await expect(page.getByText('LinkedIn does not always fill in this form by itself.')).toBeVisible();
  const issued = new Date(issuedOn);
  const month = issued.toLocaleDateString('en-US', { month: 'long', year: 'numeric', timeZone: 'UTC' });
  const fields = [
    ['Name', GOOD.title],
    ['Issuing organization', GOOD.issuer],
    ['Issue date', month],
    ['Credential ID', GOOD.id],
    ['Credential URL', ADDRESS],
  ] as const;
  await expect(page.locator('.profile-fields dt')).toHaveText(fields.map(([label]) => label));
  for (const [label, value] of fields) {
    await page.getByRole('button', { name: `Copy: ${label}` }).click();
    await expect.poll(() => clipboard(page)).toBe(value);
  }
  const form = await opened(world, 'www.linkedin.com', () =>
    page.getByRole('button', { name: 'Open LinkedIn’s form' }).click(),
  );
  expect(form.split('?')[0]).toBe('https://www.linkedin.com/profile/add');
  const sent = (organisation: [string, string]) => [
    ['startTask', 'CERTIFICATION_NAME'],
    ['name', GOOD.title],
    organisation,
    ['issueYear', String(issued.getUTCFullYear())],
    ['issueMonth', String(issued.getUTCMonth() + 1)],
    ['certUrl', ADDRESS],
    ['certId', GOOD.id],
  ];
  expect(valuesOf(form)).toEqual(sent(['organizationName', GOOD.issuer]));

  // The issuer's own page there, once its number is known; it is remembered for the issuer.
  const number = page.getByLabel('The issuer’s LinkedIn page (optional)');
  await number.fill('https://www.linkedin.com/company/lumen/');
  await expect(page.getByRole('alert').filter({ hasText: 'does not tell the number' })).toBeVisible();
  await number.fill('https://www.linkedin.com/company/1035/');
  await expect
    .poll(async () =>
      valuesOf(
        await opened(world, 'www.linkedin.com', () =>
          page.getByRole('button', { name: 'Open LinkedIn’s form' }).click(),
        ),
      ),
    )
    .toEqual(sent(['organizationId', '1035']));
  await page.reload();
  await expect(number).toHaveValue('1035');
});

test('a text that is too long is said to be and shortened; a template is remembered for its target and forgotten again', async ({
  touchstone,
}) => {
  const page = await marisolsWallet(touchstone);
  await fromBadge(page, GOOD.title, 'Share …');
  await page.getByRole('radio', { name: 'X', exact: true }).check();
  const text = page.getByRole('textbox', { name: 'This post' });
  await text.fill('word '.repeat(80));
  await expect(page.getByRole('alert').getByText('The text is longer than X allows.')).toBeVisible();
  await page.getByRole('button', { name: 'Shorten it' }).click();
  await expect(text).toHaveValue(/^(word ){20,}word…$/);
  await expect(page.getByText('The text is longer than X allows.')).toBeHidden();
  await page.getByRole('button', { name: 'Start over' }).click();
  await expect(text).toHaveValue(POST);

  await page.getByRole('radio', { name: 'Template for all' }).check();
  await page.getByRole('textbox', { name: 'Template for all' }).fill('Look: {name} ({issuer})');
  await expect(page.locator('.share-message')).toHaveText(`Look: ${GOOD.title} (${GOOD.issuer})\n${ADDRESS}`);
  await page.getByRole('radio', { name: 'Bluesky' }).check();
  await expect(text).toHaveValue(POST);
  await page.reload();
  await page.getByRole('radio', { name: 'X', exact: true }).check();
  await expect(text).toHaveValue(`Look: ${GOOD.title} (${GOOD.issuer})`);
  await page.getByRole('radio', { name: 'Template for all' }).check();
  await page.getByRole('button', { name: 'Back to the standard text' }).click();
  await page.getByRole('radio', { name: 'This post' }).check();
  await expect(text).toHaveValue(POST);
});

test('a Mastodon server is remembered where it is one, and nothing is opened where it is none', async ({
  touchstone,
  world,
}) => {
  const page = await marisolsWallet(touchstone);
  await fromBadge(page, GOOD.title, 'Share …');
  await page.getByRole('radio', { name: 'Mastodon' }).check();
  const server = page.getByLabel('Your Mastodon server');
  const open = page.getByRole('button', { name: 'Open Mastodon' });
  for (const wrong of ['https://social.example', '127.0.0.1', 'me@social.example', 'xn--80ak6aa92e.com']) {
    await server.fill(wrong);
    await expect(page.getByText('Enter the host name alone,')).toBeVisible();
    await expect(open).toHaveAttribute('aria-disabled', 'true');
  }
  await server.fill('Harbour.Example');
  await page.reload();
  await expect(server).toHaveValue('harbour.example');
  const address = await opened(world, 'harbour.example', () => open.click());
  expect(address.split('?')[0]).toBe('https://harbour.example/share');
});

test('one click in the list goes to the favourite target, or says what stands in the way', async ({
  touchstone,
  world,
}) => {
  const page = await marisolsWallet(touchstone);
  await fromBadge(page, GOOD.title, 'Share …');
  await page.getByRole('radio', { name: 'Telegram' }).check();
  await page.getByRole('button', { name: 'Share here with one click in the list' }).click();
  await page.getByRole('button', { name: 'Back' }).click();
  await page.getByRole('button', { name: 'Back' }).click();
  const quick = page.getByRole('button', { name: `Share “${GOOD.title}” to Telegram` });
  const telegram = await opened(world, 't.me', () => quick.click());
  expect(valuesOf(telegram)[0]).toEqual(['url', ADDRESS]);
  await page.bringToFront();

  await page.getByRole('button', { name: `More for “${GOOD.title}”` }).click();
  await page.getByRole('menuitem', { name: 'Make private' }).click();
  await expect(page.locator('.badge-item', { hasText: GOOD.title })).toContainText('Private');
  const tabs = touchstone.context.pages().length;
  await quick.click();
  await expect(page.getByText('You keep this badge private.')).toBeVisible();
  await expect(page.getByRole('radio')).toHaveCount(0);
  expect(touchstone.context.pages()).toHaveLength(tabs);
  await page.getByRole('button', { name: 'Make public' }).click();
  await expect(page.getByRole('radio', { name: 'Telegram' })).toBeChecked();
});

test('what is expired, not accepted, withdrawn or somebody else’s is not shared as one’s own, and what would help is offered', async ({
  touchstone,
  world,
}) => {
  const page = await marisolsWallet(touchstone);
  const list = page.url().replace(/#.*/, '');
  await fromBadge(page, EXPIRED.title, 'Share …');
  await expect(page.getByText('The badge’s end date has passed.')).toBeVisible();
  await expect(page.getByRole('radio')).toHaveCount(0);

  await page.goto(list);
  await fromBadge(page, PENDING.title, 'Share …');
  await expect(page.getByText('You have not accepted this badge on its platform yet.')).toBeVisible();
  const accept = await opened(world, 'www.credly.com', () =>
    page.getByRole('button', { name: 'Open the page to accept it' }).click(),
  );
  expect(accept).toBe(`https://www.credly.com/earner/earned/badge/${PENDING.id}`);

  await page.bringToFront();
  await page.goto(list);
  world.control.set('www.credly.com', { status: 410 });
  await page.getByLabel('Search my badges').fill(GOOD.title);
  await page.getByRole('button', { name: `More for “${GOOD.title}”` }).click();
  await page.getByRole('menuitem', { name: 'Check again' }).click();
  await expect(page.locator('.badge-item')).toContainText('Withdrawn by the issuer');
  await page.getByRole('button', { name: /^Share “/ }).click();
  await expect(page.getByText('The issuer has withdrawn or suspended this badge.')).toBeVisible();
  await expect(page.getByRole('radio')).toHaveCount(0);
  world.control.reset();
  await page.getByRole('button', { name: 'Check again' }).click();
  await expect(page.getByRole('radio', { name: 'LinkedIn post' })).toBeChecked();

  const options = await touchstone.openOwn('options.html');
  await options.getByRole('button', { name: `Remove ${MARISOLS.person.email}` }).click();
  await page.bringToFront();
  await expect(page.getByText('This badge is somebody else’s, or nothing shows that it is yours.')).toBeVisible();
  await expect(page.getByRole('radio')).toHaveCount(0);
  await page.getByRole('button', { name: 'Add an e-mail address' }).click();
  await expect.poll(() => new URL(page.url()).hash).toBe('#settings');
});

test('no barrier in the share view, however it is seen', async ({ touchstone }) => {
  const page = await marisolsWallet(touchstone);
  const seen = complaints(page);
  await fromBadge(page, GOOD.title, 'Share …');
  for (const target of ['LinkedIn post', 'Add to your LinkedIn profile', 'Mastodon', 'E-mail']) {
    await page.getByRole('radio', { name: target }).check();
    expect(await look(page, target)).toEqual([]);
  }
  await page.goto(page.url().replace(/#.*/, ''));
  await fromBadge(page, EXPIRED.title, 'Share …');
  await expect(page.getByText('The badge’s end date has passed.')).toBeVisible();
  expect(await look(page, 'obstacles')).toEqual([]);
  expect(seen).toEqual([]);
});
