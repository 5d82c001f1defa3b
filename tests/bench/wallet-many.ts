import type { Page } from '@playwright/test';
import { fillWallet, walletRow } from '../e2e/chromium/fill-wallet.ts';
import type { World } from '../world/start-world.ts';
import { calm } from './calm.ts';
import { type Figure, figureOf } from './figure.ts';
import { launchPair } from './launch-pair.ts';
import { openPainted } from './painted.ts';

const AREA = 'Wallet with 10,000 badges';
const COUNT = 10_000;
const ROUNDS = 15;
/** Each typed sign by sign, then taken back sign by sign. */
const SEARCHES = ['4711', 'lantern 7', 'guild mate'];
/** Search field and first row are drawn together; the row is what comes last. */
const USABLE = '.badge-row .row-main';

/** From the start of the popup's navigation until list and search field are on the screen, and from a key in that field until the list fits it. */
export async function walletMany(binary: string, world: World, ours: string, empty: string): Promise<Figure[]> {
  const { ours: touchstone, peer: neighbour, close } = await launchPair(binary, world.port, ours, empty);
  try {
    const rows = Array.from({ length: COUNT }, (_, n) => walletRow(n));
    const own = await touchstone.openOwn('wallet.html');
    await own.locator('.wallet-head').waitFor();
    await fillWallet(own, { badges: rows });
    // The popup opens where it was left.
    await own.evaluate(() => localStorage.setItem('popup-place', 'wallet'));
    await own.close();
    const address = `chrome-extension://${touchstone.id}/popup.html`;
    const floors: number[] = [];
    const opened: number[] = [];
    const whole: number[] = [];
    const longest: number[] = [];
    const keys: number[] = [];
    for (let n = -1; n < ROUNDS; n++) {
      await calm();
      const peer = await openPainted(touchstone.context, `chrome-extension://${neighbour.id}/page.html`, 'p');
      await peer.page.close();
      await calm();
      const { page, took } = await openPainted(touchstone.context, address, USABLE);
      const { read, task } = await page.evaluate(wholeList, COUNT);
      await calm();
      const typed = await typeAll(page, expectations(rows));
      await page.close();
      if (n < 0) continue;
      floors.push(peer.took);
      opened.push(took);
      whole.push(read);
      longest.push(task);
      keys.push(...typed);
    }
    return [
      figureOf(
        { area: AREA, name: 'popup: list and search on the screen', target: { of: 'value', most: 200 } },
        opened,
        floors,
      ),
      figureOf({ area: AREA, name: 'popup: all 10,000 read and counted' }, whole, floors),
      figureOf({ area: AREA, name: 'longest task from opening until then' }, longest),
      figureOf(
        { area: AREA, name: 'a key in the search field until the list fits', target: { of: 'value', most: 16 } },
        keys,
      ),
    ];
  } finally {
    await close();
  }
}

interface Expected {
  text: string;
  count: number;
}

/** What the list has to hold after each key, found out without any of the wallet's own code. */
function expectations(rows: readonly ReturnType<typeof walletRow>[]): Expected[] {
  const texts = rows.map(({ facts }) => [facts.name, facts.issuer.name, ...facts.skills].join('\n').toLowerCase());
  const steps = SEARCHES.flatMap((search) => {
    const there = Array.from(search, (_, i) => search.slice(0, i + 1));
    return [...there, ...there.slice(0, -1).reverse(), ''];
  });
  return steps.map((text) => {
    const words = text.split(' ').filter(Boolean);
    return { text, count: texts.filter((each) => words.every((word) => each.includes(word))).length };
  });
}

/** Runs in the popup: waits until it has read all, answers when that was (since the navigation began) and the longest task that it took until then, in milliseconds. */
async function wholeList(count: number): Promise<{ read: number; task: number }> {
  const isThere = () => document.querySelector(`.badge-row[aria-setsize="${count}"]`) !== null;
  while (!isThere()) await new Promise((done) => requestAnimationFrame(done));
  const read = performance.now();
  const tasks = await new Promise<number[]>((resolve) => {
    new PerformanceObserver((list) => resolve(list.getEntries().map(({ duration }) => duration))).observe({
      type: 'longtask',
      buffered: true,
    });
    // Under 50 ms nothing is reported at all.
    setTimeout(() => resolve([0]), 500);
  });
  return { read, task: Math.max(...tasks) };
}

/** Types each text; answers the milliseconds from each key until rows and count say what they must. */
function typeAll(page: Page, expected: readonly Expected[]): Promise<number[]> {
  return page.evaluate(async (all) => {
    const field = document.querySelector<HTMLInputElement>('.wallet-search');
    const setter = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
    if (!field || !setter) throw new Error('no search field');
    const fits = (count: number) =>
      (count === 0
        ? document.querySelector('.badge-row') === null
        : document.querySelector(`.badge-row[aria-setsize="${count}"]`) !== null) &&
      document.querySelector('.wallet-count')?.textContent?.startsWith(`${count} `);
    const took: number[] = [];
    for (const { text, count } of all) {
      // A frame's pause, as between two keys of the quickest typist there is.
      await new Promise((done) => setTimeout(done, 50));
      const updated = new Promise<number>((resolve) => {
        const seen = new MutationObserver(() => {
          if (!fits(count)) return;
          seen.disconnect();
          resolve(performance.now());
        });
        seen.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
      });
      // Where as many fit as before, nothing that could be seen tells when the list is the new one.
      const same = fits(count);
      const start = performance.now();
      setter.call(field, text);
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      if (!same) took.push((await updated) - start);
    }
    return took;
  }, expected);
}
