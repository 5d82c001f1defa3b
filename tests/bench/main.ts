/**
 * `npm run bench` once the extension is built: `node tests/bench/main.ts [area …]`. Prints one line per figure, writes the sections of what was measured into
 * docs/benchmarks.md, and ends with code 1 when a target is missed. `CHROME_BUILD`: the build to measure; `TOUCHSTONE_CHROMIUM`: the browser. The area
 * `engine` needs neither.
 */
import { resolve } from 'node:path';
import { startWorld } from '../world/start-world.ts';
import { benchBadgr, benchLinkedin } from './bench-pages.ts';
import { restless } from './calm.ts';
import { makeEmptyExtension } from './empty-extension.ts';
import { engineFigures } from './engine/figures.ts';
import { type Figure, isKept, line } from './figure.ts';
import { load, machine } from './machine.ts';
import { manyBadges } from './many-badges.ts';
import { pageFigures } from './page-figures.ts';
import { popupOpen } from './popup-open.ts';
import { walletMany } from './wallet-many.ts';
import { workerStart } from './worker-start.ts';
import { type Measured, writeReport } from './write-report.ts';

const binary = process.env.TOUCHSTONE_CHROMIUM ?? '/usr/bin/chromium';
const build = resolve(process.env.CHROME_BUILD ?? '.output/chrome-mv3');

/** What the areas with a browser share: the local internet, and the folder of an extension that does nothing. Made when first needed. */
async function setStage() {
  const [world, empty] = await Promise.all([startWorld({ sites: [benchLinkedin, benchBadgr] }), makeEmptyExtension()]);
  return { world, empty };
}
let stage: ReturnType<typeof setStage> | undefined;
function onStage(measure: typeof workerStart): () => Promise<Figure[]> {
  return async () => {
    stage ??= setStage();
    const { world, empty } = await stage;
    return measure(binary, world, build, empty.folder);
  };
}

const AREAS: Record<string, () => Promise<Figure[]>> = {
  page: () => pageFigures(binary, build),
  start: onStage(workerStart),
  many: onStage(manyBadges),
  popup: onStage(popupOpen),
  wallet: onStage(walletMany),
  engine: engineFigures,
};
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in AREAS));
if (unknown.length > 0)
  throw new Error(`no such area: ${unknown.join(', ')}; there are ${Object.keys(AREAS).join(', ')}`);

const all: Measured[] = [];
try {
  for (const [name, measure] of Object.entries(AREAS)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const before = { load: load(), restless: restless() };
    const figures = await measure();
    for (const area of new Set(figures.map((figure) => figure.area))) {
      console.log(`\n${area}`);
      for (const figure of figures) if (figure.area === area) console.log(line(figure));
    }
    const about = {
      date: new Date(),
      machine: machine(name === 'engine' ? undefined : binary),
      load: [before.load, load()],
      restless: restless() - before.restless,
    } as const;
    const loads = about.load.map((one) => one.toFixed(1)).join(' before, ');
    console.log(`Load ${loads} after; ${about.restless} measurements without a quiet moment.`);
    all.push({ figures, about });
  }
} finally {
  const { world, empty } = (await stage) ?? {};
  await world?.close();
  await empty?.remove();
}
await writeReport('docs/benchmarks.md', all);
console.log('\nWritten to docs/benchmarks.md.');
const missed = all.flatMap(({ figures }) => figures).filter((figure) => isKept(figure) === false);
console.log(missed.length === 0 ? 'All targets are kept.' : `${missed.length} targets missed.`);
process.exitCode = missed.length === 0 ? 0 : 1;
