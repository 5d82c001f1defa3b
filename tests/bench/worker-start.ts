import { unpackedId } from '../e2e/chromium/launch.ts';
import { keyOf } from '../world/cast/badge.ts';
import { GENUINE } from '../world/cast/catalogue.ts';
import type { World } from '../world/start-world.ts';
import { bareChromium, type Session } from './bare-chromium.ts';
import { calm } from './calm.ts';
import { type Figure, figureOf } from './figure.ts';

const AREA = 'Worker start';
const ROUNDS = 31;
/** The first rounds fill the browser's code cache and are thrown away. */
const WARM_UP = 3;

const HELLO = JSON.stringify({ type: 'hello', dark: false });
const CHECK = JSON.stringify({ type: 'check', badges: [{ key: keyOf(GENUINE), url: GENUINE.address }] });

/** Script for a content script's world: posts over a new port and resolves with the milliseconds until an answer of this type came. */
function roundTrip(messages: readonly string[], answer: string, name = 'page'): string {
  return `new Promise((done, fail) => {
    const start = performance.now();
    const port = chrome.runtime.connect({ name: '${name}' });
    port.onDisconnect.addListener(() => fail(new Error('the line went dead')));
    port.onMessage.addListener((message) => {
      if (message.type !== '${answer}') return;
      const took = performance.now() - start;
      port.disconnect();
      done(took);
    });
    for (const message of [${messages.join(',')}]) port.postMessage(message);
  })`;
}

/** The content scripts' worlds of a tab, by extension id. */
async function worldsOf(session: Session): Promise<(id: string, script: string) => Promise<number>> {
  const worlds = new Map<string, unknown>();
  session.on('Runtime.executionContextCreated', ({ context }) => {
    const { origin, id } = context as { origin: string; id: number };
    worlds.set(origin, id);
  });
  await session.send('Runtime.enable');
  return async (id, expression) => {
    const contextId = worlds.get(`chrome-extension://${id}`);
    if (contextId === undefined) throw new Error(`no content script of ${id} in this page`);
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
      expression,
      contextId,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(JSON.stringify(exceptionDetails));
    return Number((result as { value: unknown }).value);
  };
}

/** Answers a function that ends all workers and waits until they are gone. */
async function stopper(session: Session): Promise<() => Promise<void>> {
  const running = new Map<string, string>();
  let changed = () => {};
  session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
    for (const one of versions as { versionId: string; runningStatus: string }[])
      running.set(one.versionId, one.runningStatus);
    changed();
  });
  await session.send('ServiceWorker.enable');
  return async () => {
    await session.send('ServiceWorker.stopAllWorkers');
    await new Promise<void>((resolve) => {
      changed = () => [...running.values()].every((status) => status === 'stopped') && resolve();
      changed();
    });
    // A dead worker's process goes, too; that takes its time.
    await calm();
  };
}

/** Another one goes first each time. */
function rotated<T>(list: readonly T[], by: number): T[] {
  const at = ((by % list.length) + list.length) % list.length;
  return [...list.slice(at), ...list.slice(0, at)];
}

/**
 * Time from a content script's message to its answer when the worker was dead: ours (the site's terms; the answer to a badge that is cached)
 * against an extension whose worker only echoes. In turns, in one browser, over the same page.
 */
export async function workerStart(binary: string, world: World, ours: string, empty: string): Promise<Figure[]> {
  const browser = await bareChromium(binary, world.port, [ours, empty]);
  try {
    const session = await browser.open('https://www.linkedin.com/');
    const run = await worldsOf(session);
    const stop = await stopper(session);
    const [id, emptyId] = [unpackedId(ours), unpackedId(empty)];
    const ways = {
      empty: () => run(emptyId, roundTrip([HELLO], 'hello')),
      row: () => run(emptyId, roundTrip([HELLO], 'hello', 'row')),
      hello: () => run(id, roundTrip([HELLO], 'terms')),
      cached: () => run(id, roundTrip([HELLO, CHECK], 'report')),
    };
    await ways.cached();
    await browser.closeOwnPages();
    const took: Record<keyof typeof ways, number[]> = { empty: [], row: [], hello: [], cached: [] };
    const warm: Record<keyof typeof ways, number[]> = { empty: [], row: [], hello: [], cached: [] };
    const names = Object.keys(ways) as (keyof typeof ways)[];
    world.log.reset();
    for (let round = -WARM_UP; round < ROUNDS; round++) {
      for (const name of rotated(names, round)) {
        await stop();
        const first = await ways[name]();
        const second = await ways[name]();
        if (round < 0) continue;
        took[name].push(first);
        warm[name].push(second);
      }
    }
    const asked = world.log.fetched('www.credly.com').length;
    if (asked > 0) throw new Error(`${asked} requests were made for a badge that should have been cached`);
    const target = { of: 'ratio', most: 1.5 } as const;
    return [
      figureOf({ area: AREA, name: 'dead worker, message to terms', target }, took.hello, took.empty),
      figureOf({ area: AREA, name: 'dead worker, message to a cached answer', target }, took.cached, took.empty),
      figureOf({ area: AREA, name: 'the same, floor reads one row of a database' }, took.cached, took.row),
      figureOf({ area: AREA, name: 'living worker, message to terms' }, warm.hello, warm.empty),
      figureOf({ area: AREA, name: 'living worker, message to a cached answer' }, warm.cached, warm.row),
    ];
  } finally {
    await browser.close();
  }
}
