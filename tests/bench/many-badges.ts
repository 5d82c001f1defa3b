import type { Page } from '@playwright/test';
import { launchChromium, unpackedId } from '../e2e/chromium/launch.ts';
import { Touchstone } from '../e2e/chromium/touchstone.ts';
import type { World } from '../world/start-world.ts';
import { benchPage, type Spread } from './bench-pages.ts';
import { calm } from './calm.ts';
import { type Figure, figureOf, median } from './figure.ts';

const AREA = 'A page with 200 badges';
const COUNT = 200;
const ROUNDS = 5;
/** Milliseconds before every answer of the world: without any, a network that costs nothing would be measured. */
export const LATENCY = 20;

interface Ask {
  url: string;
  accept: string;
}

/** Runs in the empty extension's worker: the same requests, 6 at once and 2 per host, bodies read and thrown away. Milliseconds. */
async function politeFloor(asks: readonly Ask[]): Promise<number> {
  const queues = new Map<string, Ask[]>();
  for (const ask of asks) {
    const { host } = new URL(ask.url);
    queues.set(host, [...(queues.get(host) ?? []), ask]);
  }
  const start = performance.now();
  let free = 6;
  const waiting: (() => void)[] = [];
  const lane = async (queue: Ask[]) => {
    for (let ask = queue.shift(); ask; ask = queue.shift()) {
      while (free === 0) await new Promise<void>((go) => waiting.push(go));
      free--;
      const response = await fetch(ask.url, {
        headers: { accept: ask.accept },
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        cache: 'no-cache',
      });
      await response.arrayBuffer();
      free++;
      waiting.shift()?.();
    }
  };
  await Promise.all([...queues.values()].flatMap((queue) => [lane(queue), lane(queue)]));
  return performance.now() - start;
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
  floor: number;
  requests: number;
  again: number;
  woken: number;
}

async function round(touchstone: Touchstone, peer: Touchstone, world: World, address: string): Promise<Round> {
  const page = await touchstone.context.newPage();
  try {
    await calm();
    world.log.reset();
    const cold = await visit(page, address);
    const asks = world.log
      .fetched()
      .filter(({ host }) => host !== 'www.linkedin.com')
      .map(({ host, path, headers }) => ({ url: `https://${host}${path}`, accept: String(headers.accept ?? '*/*') }));
    await peer.startWorker(page);
    const worker = await peer.worker();
    await calm();
    const floor = await worker.evaluate(politeFloor, asks);
    await calm();
    world.log.reset();
    const again = await visit(page, address);
    await page.goto('https://www.linkedin.com/');
    await touchstone.stopWorker(page);
    await calm();
    const woken = await visit(page, address);
    const repeated = world.log.fetched().filter(({ host }) => host !== 'www.linkedin.com').length;
    if (repeated > 0) throw new Error(`${repeated} requests on the second and third visit to ${address}`);
    return { cold: cold.last, floor, requests: asks.length, again: again.last, woken: woken.last };
  } finally {
    await page.close();
  }
}

/**
 * 200 badges on one page: cold against the same requests made by a bare loop under the same manners (6 at once, 2 per host), and the second visit,
 * which must ask nobody. Time runs from the moment the links stand in the page (DOMContentLoaded) to the last mark's answer.
 */
export async function manyBadges(world: World, ours: string, empty: string): Promise<Figure[]> {
  const launched = await launchChromium({ world: world.port, extension: `${ours},${empty}` });
  const touchstone = new Touchstone({ ...launched, extensionId: unpackedId(ours) });
  world.control.set('*', { delay: LATENCY });
  try {
    await touchstone.worker();
    const peer = new Touchstone({ ...launched, extensionId: unpackedId(empty) });
    const figures: Figure[] = [];
    for (const [spread, words] of [
      ['one', 'on one host'],
      ['four', 'on four hosts'],
    ] as [Spread, string][]) {
      const rounds: Round[] = [];
      for (let n = 0; n < ROUNDS; n++) {
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
          value: 0,
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
    await launched.close();
  }
}
