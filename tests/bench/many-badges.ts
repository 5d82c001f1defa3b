import type { Page } from '@playwright/test';
import type { Browser as ExtensionApi } from 'webextension-polyfill';
import type { Touchstone } from '../e2e/chromium/touchstone.ts';
import type { World } from '../world/start-world.ts';
import { BADGR_HOSTS, benchPage, type Spread } from './bench-pages.ts';
import { calm } from './calm.ts';
import { type Figure, figureOf, median } from './figure.ts';
import { launchPair } from './launch-pair.ts';
import type { Ask } from './polite-floor.ts';

const AREA = 'A page with 200 badges';
const COUNT = 200;
/** The browser asks hosts of its own, too. */
const PLATFORMS = ['www.credly.com', ...BADGR_HOSTS];
/** 800 requests to one host take ten seconds, and the floor as long again. */
const ROUNDS: Record<Spread, number> = { one: 3, four: 7 };
/** Milliseconds before every answer of the world: without any, a network that costs nothing would be measured. */
export const LATENCY = 20;

declare const chrome: ExtensionApi;

/** The same requests by the bare loop in the empty extension's worker, in milliseconds. `page`: a page of that extension. */
function floorOf(page: Page, asks: readonly Ask[]): Promise<number> {
  return page.evaluate(
    (list) =>
      new Promise<number>((done) => {
        const port = chrome.runtime.connect({ name: 'floor' });
        port.onMessage.addListener((took) => {
          done(Number(took));
          port.disconnect();
        });
        port.postMessage(list);
      }),
    asks,
  );
}

/** Opens the page and waits until every mark has its answer: milliseconds since the links were there, to the first mark and to the last answer. */
async function visit(page: Page, address: string): Promise<{ first: number; last: number }> {
  await page.goto(address);
  await page.waitForFunction(() => 'last' in (window as unknown as { took: object }).took, undefined, {
    timeout: 120_000,
    polling: 50,
  });
  return page.evaluate(() => {
    const { first, last } = (window as unknown as { took: { first: number; last: number } }).took;
    const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    const ready = entry?.domContentLoadedEventEnd ?? Number.NaN;
    return { first: first - ready, last: last - ready };
  });
}

interface Round {
  cold: number;
  /** From the page's own request to the first and from there to the last of ours. */
  before: number;
  between: number;
  floor: number;
  requests: number;
  again: number;
  woken: number;
  repeated: number;
}

async function round(touchstone: Touchstone, peer: Touchstone, world: World, address: string): Promise<Round> {
  const page = await touchstone.context.newPage();
  try {
    await calm();
    world.log.reset();
    const cold = await visit(page, address);
    const asked = world.log.fetched().filter(({ host }) => PLATFORMS.includes(host));
    const asks = asked.map(({ host, path, headers }) => ({
      url: `https://${host}${path}`,
      accept: String(headers.accept ?? '*/*'),
    }));
    const opened = world.log.all().find(({ path }) => path.startsWith('/bench/'))?.at ?? Number.NaN;
    const first = asked[0]?.at ?? Number.NaN;
    const last = asked.at(-1)?.at ?? Number.NaN;
    const own = await peer.openOwn('page.html');
    await calm();
    const floor = await floorOf(own, asks);
    await own.close();
    await calm();
    world.log.reset();
    const again = await visit(page, address);
    await page.goto('https://www.linkedin.com/');
    await touchstone.stopWorker(page);
    await calm();
    const woken = await visit(page, address);
    const repeated = world.log.fetched().filter(({ host }) => PLATFORMS.includes(host));
    for (const { host, path, at } of repeated) console.warn(`asked again: ${host}${path} at ${at} ms`);
    return {
      cold: cold.last,
      before: first - opened,
      between: last - first,
      floor,
      requests: asks.length,
      again: again.last,
      woken: woken.last,
      repeated: repeated.length,
    };
  } finally {
    await page.close();
  }
}

/**
 * 200 badges on one page: cold against the same requests made by a bare loop under the same manners (6 at once, 2 per host), and the second visit,
 * which must ask nobody. Time runs from the moment the links stand in the page (DOMContentLoaded) to the last mark's answer.
 */
export async function manyBadges(binary: string, world: World, ours: string, empty: string): Promise<Figure[]> {
  const { ours: touchstone, peer, close } = await launchPair(binary, world.port, ours, empty);
  world.control.set('*', { delay: LATENCY });
  try {
    const figures: Figure[] = [];
    for (const [spread, words] of [
      ['one', 'on one host'],
      ['four', 'on four hosts'],
    ] as [Spread, string][]) {
      const rounds: Round[] = [];
      for (let n = 0; n < ROUNDS[spread]; n++) {
        const from = (spread === 'one' ? 0 : 2400) + n * COUNT;
        rounds.push(await round(touchstone, peer, world, benchPage(spread, COUNT, from)));
      }
      const column = (name: keyof Round) => rounds.map((one) => one[name]);
      figures.push(
        figureOf(
          { area: AREA, name: `${words}: first visit, all answered`, target: { of: 'ratio', most: 1.3 } },
          column('cold'),
          column('floor'),
        ),
        figureOf({ area: AREA, name: `${words}: from the page's request to our first` }, column('before')),
        figureOf(
          { area: AREA, name: `${words}: from our first request to our last` },
          column('between'),
          column('floor'),
        ),
        {
          area: AREA,
          name: `${words}: requests of the first visit`,
          unit: 'requests',
          value: median(column('requests')),
        },
        {
          area: AREA,
          name: `${words}: requests of later visits`,
          unit: 'requests',
          value: Math.max(...column('repeated')),
          target: { of: 'value', most: 0 },
        },
        figureOf(
          { area: AREA, name: `${words}: second visit, all answered`, target: { of: 'value', most: 100 } },
          column('again'),
        ),
        figureOf({ area: AREA, name: `${words}: third visit, worker dead` }, column('woken')),
      );
    }
    return figures;
  } finally {
    world.control.reset();
    await close();
  }
}
