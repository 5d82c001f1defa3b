/**
 * `node tests/bench/page/run.ts`: size of the content script, first scan, feed growth, in real Chromium. Prints one JSON object per figure on
 * stdout, each with its floor from the same run, and fails (exit code 1) where a budget of DESIGN section 7 is not kept.
 * Needs a build: `CHROME_BUILD` (default .output/chrome-mv3) and `CHROMIUM` (default /usr/bin/chromium).
 */
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { chromium, type Page } from '@playwright/test';
import { build } from 'vite';
import type { Bench } from './bundle.ts';

declare const bench: Bench;

interface Figure {
  name: string;
  unit: 'B' | 'ms' | 'ratio';
  value: number;
  /** What it is measured against in the same run, in the same unit. */
  floor?: number;
  budget?: number;
}

const round = (value: number) => Math.round(value * 1000) / 1000;
const median = (values: number[]) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
let missed = 0;

function print(figure: Figure): void {
  const { value, floor, budget } = figure;
  const kept = budget === undefined || value <= budget;
  if (!kept) missed++;
  console.log(
    JSON.stringify({
      area: 'page',
      ...figure,
      value: round(value),
      ...(floor !== undefined && { floor: round(floor), ratio: round(value / floor) }),
      kept,
    }),
  );
}

function sizes(): void {
  const folder = process.env.CHROME_BUILD ?? '.output/chrome-mv3';
  const script = readFileSync(`${folder}/content-scripts/page.js`);
  print({ name: 'content script, minified', unit: 'B', value: script.length, budget: 14_000 });
  print({ name: 'content script, gzip', unit: 'B', value: gzipSync(script, { level: 9 }).length, budget: 5_500 });
  const second = readFileSync(`${folder}/card.js`);
  print({ name: 'second script (pages with badges), minified', unit: 'B', value: second.length });
  print({ name: 'second script (pages with badges), gzip', unit: 'B', value: gzipSync(second, { level: 9 }).length });
}

async function bundle(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, minify: true, lib: { entry: 'tests/bench/page/bundle.ts', formats: ['iife'], name: 'x' } },
  });
  const [first] = Array.isArray(result) ? result : [result];
  if (!first || !('output' in first)) throw new Error('no bundle');
  return first.output[0].code;
}

/** A feed-like page of about `count` elements with ten badge links among them. */
const feed = (count: number) => `<!doctype html><title>feed</title><main></main><script>
  window.card = (n) => '<article><div><img alt="" src="data:,"><span><a href="/in/p' + n + '">Person</a></span></div><p>Words <b>and</b> <a href="' + (n % 4 ? '/feed/update/' : 'https://www.example.org/') + n + '">a link</a></p><button>Like</button></article>';
  const main = document.querySelector('main');
  const cards = ${Math.round(count / 10)};
  main.innerHTML = Array.from({ length: cards }, (_, n) => card(n)).join('');
  for (let n = 0; n < 10; n++) main.children[Math.floor(n * cards / 10)].insertAdjacentHTML('beforeend', '<a href="https://www.credly.com/badges/0b1f7c52-3d94-4e07-9a61-5c2d8e4f7a1' + n + '">badge</a>');
</script>`;

async function open(page: Page, code: string, count: number): Promise<void> {
  await page.goto('https://feed.example/');
  await page.setContent(feed(count));
  await page.evaluate(code);
}

/** Median of `runs` timings, each of `loops` calls, in a page whose clock is fine enough for that. */
async function time(page: Page, name: 'floor' | 'scan' | 'deep', loops: number): Promise<number> {
  return page.evaluate(
    async ([which, count]) => {
      const timings: number[] = [];
      for (let run = 0; run < 25; run++) {
        // A changed page: nothing that the browser remembers from the last query helps.
        document.body.append(document.createElement('i'));
        const start = performance.now();
        for (let loop = 0; loop < count; loop++) bench[which]();
        timings.push((performance.now() - start) / count);
        await new Promise((done) => setTimeout(done));
      }
      return timings.sort((a, b) => a - b)[12] ?? Number.NaN;
    },
    [name, loops] as const,
  );
}

async function scans(page: Page, code: string): Promise<void> {
  for (const [count, budget] of [
    [2_500, undefined],
    [25_000, 1.5],
    [100_000, 5],
  ] as const) {
    await open(page, code, count);
    const floor = await time(page, 'floor', 4);
    print({ name: `first scan of ${count} elements`, unit: 'ms', value: await time(page, 'scan', 4), floor, budget });
    print({
      name: `looking for shadow hosts among ${count} elements`,
      unit: 'ms',
      value: await time(page, 'deep', 2),
      floor,
    });
  }
}

/**
 * 100 batches of 50 cards onto 5,000. What the whole takes in main-thread script time (tasks of the page, of the observer and of the idle looks
 * that follow), against the same page with an observer that does nothing.
 */
async function growth(page: Page, code: string, which: 'empty' | 'ours'): Promise<number> {
  await open(page, code, 50_000);
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const scriptTime = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN);
  };
  await page.evaluate((name) => {
    if (name === 'ours') Object.assign(window, { watching: bench.watch() });
    else new MutationObserver(() => {}).observe(document, { subtree: true, childList: true });
  }, which);
  await page.waitForTimeout(500);
  const before = await scriptTime();
  await page.evaluate(async () => {
    const main = document.querySelector('main');
    for (let batch = 0; batch < 100; batch++) {
      const card = (window as unknown as { card(n: number): string }).card;
      main?.insertAdjacentHTML('beforeend', Array.from({ length: 50 }, (_, n) => card(n)).join(''));
      await new Promise((done) => setTimeout(done, 5));
    }
  });
  await page.waitForTimeout(800);
  const after = await scriptTime();
  await session.detach();
  return after - before;
}

sizes();
const code = await bundle();
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', headless: true });
const page = await browser.newPage();
await page.route('https://feed.example/', (route) =>
  route.fulfill({ contentType: 'text/html', body: '<!doctype html>' }),
);
await scans(page, code);
const floors: number[] = [];
const values: number[] = [];
for (let run = 0; run < 5; run++) {
  floors.push(await growth(page, code, 'empty'));
  values.push(await growth(page, code, 'ours'));
}
const floor = median(floors);
print({
  name: 'feed growth, 100 batches of 50 cards on 5,000',
  unit: 'ms',
  value: median(values),
  floor,
  budget: 2 * floor,
});
await browser.close();
if (missed > 0) process.exitCode = 1;
