import type { Locator, Page } from '@playwright/test';
import { keyOf } from '../../world/cast/badge.ts';
import { CATALOGUE, EXPIRED, GENUINE, REVOKED } from '../../world/cast/catalogue.ts';
import { TAMSIN } from '../../world/cast/people.ts';
import { profileAddress } from '../../world/sites/linkedin/profile.ts';
import { barriers } from './barriers.ts';
import { revealClosedRoots } from './closed-roots.ts';
import { faintWords } from './faint.ts';
import { expect, test } from './fixtures.ts';
import { settledMarks, type Touchstone } from './touchstone.ts';

const buttonOf = (page: Page, key: string): Locator => page.locator(`touchstone-mark[data-badge="${key}"] button`);
/** What is in the card, once `opened` has waited for it. */
const card = (page: Page): Locator => page.locator('touchstone-card [role="dialog"]');
const cards = (page: Page): Locator => page.locator('touchstone-card');
/** Its root is closed: the test gets in by the browser's own tools, each time it opens. */
async function opened(page: Page): Promise<Locator> {
  await expect(cards(page)).toHaveCount(1);
  await revealClosedRoots(page);
  await expect(card(page)).toBeVisible();
  return card(page);
}
/** `mark` or `card` and the name of what has the focus in it. */
const focus = (page: Page) =>
  page.evaluate(() => {
    const held = document.activeElement;
    const inner = held?.shadowRoot?.activeElement;
    return `${held?.closest('touchstone-mark,touchstone-card')?.localName} ${inner?.getAttribute('role') ?? inner?.localName}`;
  });

async function openProfile(touchstone: Touchstone): Promise<Page> {
  const page = await touchstone.open(profileAddress('a', TAMSIN));
  await settledMarks(page, CATALOGUE.length);
  return page;
}

test('the card answers the three questions, shows the picture, and says who was asked', async ({ touchstone }) => {
  const page = await openProfile(touchstone);
  await buttonOf(page, keyOf(GENUINE)).click();
  await opened(page);
  for (const words of [
    'Is it real?',
    'Is it theirs?',
    'Who says so?',
    GENUINE.title,
    GENUINE.issuer,
    'Asked:',
    'From Touchstone',
  ])
    await expect(card(page)).toContainText(words);
  await expect(card(page).locator('canvas')).toBeVisible();
  await expect(card(page).getByRole('link', { name: /Open on Credly/ })).toHaveAttribute('rel', 'noopener noreferrer');
  await card(page).locator('summary').click();
  await expect(card(page).locator('li').first()).toBeVisible();
});

test('by keyboard: the focus goes in, stays in, and comes back to the mark', async ({ touchstone }) => {
  const page = await openProfile(touchstone);
  await buttonOf(page, keyOf(EXPIRED)).focus();
  await page.keyboard.press('Enter');
  await opened(page);
  expect(await focus(page)).toBe('touchstone-card dialog');
  await page.keyboard.press('Shift+Tab');
  const last = await focus(page);
  expect(last).toBe('touchstone-card input');
  await page.keyboard.press('Tab');
  expect(await focus(page)).toBe('touchstone-card button');
  for (let n = 0; n < 12; n++) {
    await page.keyboard.press('Tab');
    expect(await focus(page)).toMatch(/^touchstone-card /);
  }
  await page.keyboard.press('Escape');
  await expect(cards(page)).toHaveCount(0);
  expect(await focus(page)).toBe('touchstone-mark button');
});

test('a click outside closes it, another mark opens another, the same mark closes', async ({ touchstone }) => {
  const page = await openProfile(touchstone);
  await buttonOf(page, keyOf(GENUINE)).click();
  await opened(page);
  await expect(card(page)).toContainText(GENUINE.title);
  await page.mouse.click(3, 3);
  await expect(cards(page)).toHaveCount(0);
  await buttonOf(page, keyOf(REVOKED)).click();
  await opened(page);
  await expect(card(page)).toContainText(REVOKED.title);
  await card(page).getByRole('button', { name: 'Close' }).click();
  await expect(cards(page)).toHaveCount(0);
});

test('it stays in the window, wide or narrow, and beside its mark', async ({ touchstone }) => {
  const page = await openProfile(touchstone);
  for (const size of [
    { width: 1280, height: 800 },
    { width: 640, height: 400 },
    { width: 320, height: 480 },
  ]) {
    await page.setViewportSize(size);
    for (const badge of [GENUINE, EXPIRED, REVOKED]) {
      await buttonOf(page, keyOf(badge)).focus();
      await page.keyboard.press('Enter');
      const box = await (await opened(page)).boundingBox();
      if (!box) throw new Error('no card');
      expect(box.x).toBeGreaterThanOrEqual(0);
      expect(box.y).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width).toBeLessThanOrEqual(size.width);
      expect(box.y + box.height).toBeLessThanOrEqual(size.height);
      await page.keyboard.press('Escape');
    }
  }
});

test('“check again” asks anew, shows it, and keeps the focus', async ({ touchstone, world }) => {
  const page = await openProfile(touchstone);
  await buttonOf(page, keyOf(GENUINE)).click();
  await opened(page);
  const again = card(page).getByRole('button', { name: 'Check again' });
  await again.focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Shift+Tab');
  const before = world.log.all().length;
  // Every control that has the focus on the way is written down.
  await page.evaluate(() => {
    const root = document.activeElement?.shadowRoot;
    const seen = new Set<string>();
    Object.assign(window, { seen });
    root?.addEventListener('focusin', ({ target }) => seen.add((target as HTMLElement).className));
  });
  await page.keyboard.press('Enter');
  await expect(again).toHaveAttribute('aria-disabled', 'true');
  await page.keyboard.press('Enter');
  await expect.poll(() => world.log.all().length).toBeGreaterThan(before);
  await expect(card(page)).toContainText('Verified');
  await expect(again).not.toHaveAttribute('aria-disabled');
  await expect(again).toBeFocused();
  expect(await page.evaluate(() => [...(window as unknown as { seen: Set<string> }).seen])).toEqual(['again']);
});

test('the switches: on click only, and no marks here', async ({ touchstone }) => {
  const page = await openProfile(touchstone);
  await buttonOf(page, keyOf(GENUINE)).click();
  await opened(page);
  await card(page).getByLabel('Check only when I click').check();
  await page.keyboard.press('Escape');
  const second = await touchstone.open(profileAddress('b', TAMSIN));
  await expect.poll(() => second.locator('touchstone-mark[data-verdict="unchecked"]').count()).toBeGreaterThan(0);
  await buttonOf(second, keyOf(GENUINE)).click();
  await expect(second.locator(`touchstone-mark[data-badge="${keyOf(GENUINE)}"]`)).toHaveAttribute(
    'data-verdict',
    'verified',
  );
  await expect(second.locator('touchstone-mark[data-verdict="unchecked"]').first()).toBeAttached();
  await opened(second);
  await card(second).getByLabel('Hide marks').click();
  await expect(second.locator('touchstone-mark')).toHaveCount(0);
  await expect(cards(second)).toHaveCount(0);
});

test('no script of the page gets into the card, even as the owner of its element’s name', async ({ touchstone }) => {
  const page = await openProfile(touchstone);
  await page.evaluate(() => {
    const internals: ElementInternals[] = [];
    Object.assign(window, { internals });
    customElements.define(
      'touchstone-card',
      class extends HTMLElement {
        constructor() {
          super();
          internals.push(this.attachInternals());
        }
      },
    );
  });
  await buttonOf(page, keyOf(REVOKED)).click();
  await expect(cards(page)).toHaveCount(1);
  const seen = await page.evaluate(() => {
    const host = document.querySelector('touchstone-card');
    const { internals } = window as unknown as { internals: ElementInternals[] };
    const roots = [
      ...internals.map(({ shadowRoot }) => shadowRoot),
      host?.shadowRoot,
      host?.firstElementChild?.shadowRoot,
    ];
    return [roots.filter(Boolean).length, host?.textContent];
  });
  expect(seen).toEqual([0, '']);
});

test('a page that rewrites the card’s element only makes it close', async ({ touchstone }) => {
  const page = await openProfile(touchstone);
  for (const spoil of ['style', 'child', 'gone']) {
    await buttonOf(page, keyOf(REVOKED)).click();
    await opened(page);
    await page.evaluate((how) => {
      const host = document.querySelector('touchstone-card');
      if (how === 'style') host?.setAttribute('style', 'filter: hue-rotate(120deg)');
      else if (how === 'child') host?.append('Checked and good');
      else host?.firstElementChild?.remove();
    }, spoil);
    await expect(cards(page)).toHaveCount(0);
  }
});

test('a page’s own modal dialog does not lock the card out', async ({ touchstone }) => {
  const page = await openProfile(touchstone);
  await page.evaluate((href) => {
    const dialog = document.createElement('dialog');
    dialog.innerHTML = `<p><a href="${href}">badge</a></p>`;
    document.body.append(dialog);
    dialog.showModal();
  }, GENUINE.address);
  const button = page.locator('dialog touchstone-mark button');
  await expect(button).toBeVisible();
  await button.click();
  await opened(page);
  await card(page).locator('summary').click();
  await expect(card(page).locator('li').first()).toBeVisible();
});

for (const scheme of ['light', 'dark'] as const) {
  test(`marks and card pass axe, ${scheme}`, async ({ touchstone }) => {
    const page = await openProfile(touchstone);
    await page.emulateMedia({ colorScheme: scheme });
    await buttonOf(page, keyOf(EXPIRED)).click();
    await opened(page);
    await card(page).locator('summary').click();
    expect(await barriers(page, ['touchstone-card', 'touchstone-mark'])).toEqual([]);
    expect(await faintWords(card(page))).toEqual([]);
    // The card closes when somebody writes into it; a style is no such thing, and shows that its inside was looked at.
    await card(page).evaluate((element) => {
      const poor = new CSSStyleSheet();
      poor.replaceSync('h2 { color: #777 !important }');
      (element.getRootNode() as ShadowRoot).adoptedStyleSheets.push(poor);
    });
    expect(await faintWords(card(page))).toEqual([expect.stringContaining(EXPIRED.title)]);
  });
}
