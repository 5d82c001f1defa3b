/** From a badge of one's own to a post, an entry in a profile, a signature and a résumé, in Firefox's popup and page; and what stands in the way on each screen. */
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MARISOLS } from '../../world/cast/profiles.ts';
import { startWorld, type World } from '../../world/start-world.ts';
import { barriers } from './barriers.ts';
import { launchFirefox } from './launch.ts';
import { openOwn, openPage } from './pages.ts';
import * as wallet from './wallet.ts';

const GOOD = MARISOLS.badges[0]?.badge ?? { title: '', address: '', issuer: '', id: '' };
const ADDRESS = `https://www.credly.com/badges/${GOOD.id}/public_url`;
const POST = `I have earned the badge “${GOOD.title}”, issued by ${GOOD.issuer}.`;
const NAME = MARISOLS.person.name;

describe('what one makes of a badge in Firefox', () => {
  let world: World;
  let firefox: Browser;
  let popup: Page;

  beforeAll(async () => {
    world = await startWorld();
    firefox = await launchFirefox({ world: world.port });
  }, 60_000);
  afterAll(async () => {
    await firefox?.close();
    await world?.close();
  });

  it('no barrier on the way of a badge into the wallet', async () => {
    popup = await wallet.openWalletPopup(firefox);
    expect(await barriers(popup)).toEqual([]);
    await wallet.pressButton(popup, 'Add your first badge');
    await wallet.addEmail(popup, MARISOLS.person.email);
    expect(await barriers(popup)).toEqual([]);
    await wallet.handIn(popup, GOOD.address);
    await wallet.preview(popup);
    expect(await barriers(popup)).toEqual([]);
    await wallet.commit(popup, 1);
    expect(await barriers(popup)).toEqual([]);
    await wallet.pressButton(popup, 'To my badges');
    await popup.waitForSelector('.badge-row');
    expect(await barriers(popup)).toEqual([]);
  }, 90_000);

  /** From the list to one of its badge's views. */
  async function choose(page: Page, view: 'Share …' | 'Embed …'): Promise<void> {
    await wallet.pressButton(page, `More for “${GOOD.title}”`);
    await wallet.press(page, 'menuitem', view);
  }

  /** The address that the browser goes to on this host once the button of these words was pressed, as it arrives there. */
  async function opened(host: string, label: string): Promise<URL> {
    const asked = world.log.next((row) => row.host === host && row.headers['sec-fetch-dest'] === 'document');
    await popup.locator(`::-p-text(${label})`).click();
    return new URL(`https://${host}${(await asked).path}`);
  }

  it('a post and an entry in a LinkedIn profile open with what the targets take, by a click only', async () => {
    world.log.reset();
    await choose(popup, 'Share …');
    await wallet.expectWords(popup, 'What is handed over');
    expect(await barriers(popup)).toEqual([]);
    await wallet.press(popup, 'radio', 'X');
    expect(await barriers(popup)).toEqual([]);
    expect(world.log.all().filter(({ host }) => /linkedin|x\.com/.test(host))).toEqual([]);
    const post = await opened('x.com', 'Open X');
    expect(post.pathname).toBe('/intent/post');
    expect([...post.searchParams]).toEqual([
      ['text', POST],
      ['url', ADDRESS],
    ]);
    await popup.bringToFront();
    await wallet.press(popup, 'radio', 'Add to your LinkedIn profile');
    expect(await barriers(popup)).toEqual([]);
    const entry = await opened('www.linkedin.com', 'Open LinkedIn');
    expect(entry.pathname).toBe('/profile/add');
    expect(entry.searchParams.get('name')).toBe(GOOD.title);
    expect(entry.searchParams.get('organizationName')).toBe(GOOD.issuer);
    expect(entry.searchParams.get('certUrl')).toBe(ADDRESS);
  }, 90_000);

  it('code for a website has a preview with its styles and the kept picture, which no frame with an address does there', async () => {
    const page = await openOwn(firefox, 'wallet.html', '.badge-row');
    await choose(page, 'Embed …');
    await page.waitForFunction(() => document.querySelector('iframe')?.contentDocument?.images[0]?.naturalWidth, {
      timeout: 20_000,
    });
    const shown = await page.evaluate(() => {
      const inside = document.querySelector('iframe')?.contentDocument;
      const card = inside?.querySelector('div');
      const picture = inside?.querySelector('img');
      return {
        name: inside?.querySelector('strong')?.textContent,
        border: card ? getComputedStyle(card).borderTopWidth : '',
        size: picture?.clientWidth,
        source: picture?.src.slice(0, 22),
      };
    });
    expect(shown).toEqual({ name: GOOD.title, border: '1px', size: 110, source: 'data:image/png;base64,' });
    expect(await barriers(page)).toEqual([]);
    await page.close();
  }, 90_000);

  it('a signature is pasted with its pictures and links, and a résumé entry is what was copied', async () => {
    const page = await openOwn(firefox, 'wallet.html', '.badge-row');
    await page.bringToFront();
    await choose(page, 'Embed …');
    await wallet.press(page, 'radio', 'E-mail signature');
    await wallet.fill(page, 'Your name', NAME);
    await wallet.expectWords(page, /\d+ of 10000 characters/);
    expect(await barriers(page)).toEqual([]);
    await wallet.pressButton(page, 'Copy');
    await wallet.expectWords(page, 'Copied.');
    const mail = await openPage(firefox, 'https://resume.example/');
    await mail.evaluate(() => {
      document.body.innerHTML = '<div id="mail" contenteditable></div><textarea id="text"></textarea>';
    });
    await pasteInto(mail, '#mail');
    const pasted = await mail.$eval('#mail', (editor) => ({
      text: editor.textContent?.replace(/\s+/g, ' ').trim(),
      links: [...editor.querySelectorAll('a')].map(({ href }) => href),
      pictures: [...editor.querySelectorAll('img')].map(({ src, width, height, alt }) => [
        src.replace(/(\.com\/).*/, '$1'),
        width,
        height,
        alt,
      ]),
      loads: [...editor.querySelectorAll('script, style, iframe')].length,
    }));
    expect(pasted).toEqual({
      text: expect.stringContaining(NAME),
      links: [ADDRESS, ADDRESS],
      pictures: [['https://images.credly.com/', 80, 80, `Badge from ${GOOD.issuer}`]],
      loads: 0,
    });
    await mail.waitForFunction(() => (document.querySelector('#mail img') as HTMLImageElement).naturalWidth > 0);

    await page.bringToFront();
    await wallet.press(page, 'radio', 'Résumé');
    const format = await wallet.find(page, 'combobox', 'Format');
    await format.type('Markdown');
    expect(await barriers(page)).toEqual([]);
    await wallet.pressButton(page, 'Copy the code');
    await mail.bringToFront();
    await pasteInto(mail, '#text');
    const code = await mail.$eval('#text', (field) => (field as HTMLTextAreaElement).value);
    expect(code).toMatch(/^\[[^\]]+\]\([^)]+\)$/);
    expect(code).toContain(`[${GOOD.title} — ${GOOD.issuer}`);
    expect(code).toContain(`](${ADDRESS})`);
  }, 90_000);

  it('no barrier on the other screens', async () => {
    for (const [hash, selector] of [
      ['#settings', '.wallet-view'],
      ['#bin', '.wallet-view'],
      ['#profile', '.profile-order li'],
    ]) {
      const page = await openOwn(firefox, `wallet.html${hash}`, selector);
      expect([hash, ...(await barriers(page))]).toEqual([hash]);
      await page.close();
    }
    const list = await openOwn(firefox, 'wallet.html', '.badge-row');
    await (await list.$('.badge-row .row-name'))?.click();
    await list.waitForSelector('.wallet-own');
    expect(await barriers(list)).toEqual([]);
  }, 90_000);
});

async function pasteInto(page: Page, selector: string): Promise<void> {
  await page.bringToFront();
  await page.focus(selector);
  await page.keyboard.down('Control');
  await page.keyboard.press('v');
  await page.keyboard.up('Control');
  await page.waitForFunction(
    (into: string) => {
      const field = document.querySelector(into);
      return field instanceof HTMLTextAreaElement ? field.value !== '' : Boolean(field?.textContent);
    },
    {},
    selector,
  );
}
