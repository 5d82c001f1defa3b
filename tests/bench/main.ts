/**
 * `npm run bench` once the extension is built: `node tests/bench/main.ts [area …]`. Prints one line per figure, writes docs/benchmarks.md when all areas
 * were run, and ends with code 1 when a target is missed. `CHROME_BUILD`: the build to measure; `TOUCHSTONE_CHROMIUM`: the browser.
 */
import { resolve } from 'node:path';
import { startWorld } from '../world/start-world.ts';
import { benchBadgr, benchLinkedin } from './bench-pages.ts';
import { restless } from './calm.ts';
import { makeEmptyExtension } from './empty-extension.ts';
import { type Figure, isKept, line } from './figure.ts';
import { load, machine } from './machine.ts';
import { manyBadges } from './many-badges.ts';
import { pageFigures } from './page-figures.ts';
import { popupOpen } from './popup-open.ts';
import { workerStart } from './worker-start.ts';
import { writeReport } from './write-report.ts';

const binary = process.env.TOUCHSTONE_CHROMIUM ?? '/usr/bin/chromium';
const build = resolve(process.env.CHROME_BUILD ?? '.output/chrome-mv3');
const world = await startWorld({ sites: [benchLinkedin, benchBadgr] });
const empty = await makeEmptyExtension();

const AREAS: Record<string, () => Promise<Figure[]>> = {
  page: () => pageFigures(binary, build),
  start: () => workerStart(binary, world, build, empty.folder),
  many: () => manyBadges(binary, world, build, empty.folder),
  popup: () => popupOpen(binary, world, build, empty.folder),
};
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in AREAS));
if (unknown.length > 0)
  throw new Error(`no such area: ${unknown.join(', ')}; there are ${Object.keys(AREAS).join(', ')}`);

const before = load();
const figures: Figure[] = [];
try {
  for (const [name, measure] of Object.entries(AREAS)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const measured = await measure();
    console.log(`\n${measured[0]?.area ?? name}`);
    for (const figure of measured) console.log(line(figure));
    figures.push(...measured);
  }
} finally {
  await world.close();
  await empty.remove();
}
const after = load();
console.log(
  `\nLoad ${before.toFixed(1)} before, ${after.toFixed(1)} after; ${restless()} measurements without a quiet moment.`,
);
if (wanted.length === 0) {
  await writeReport('docs/benchmarks.md', figures, {
    date: new Date(),
    machine: machine(binary),
    load: [before, after],
    restless: restless(),
  });
  console.log('Written to docs/benchmarks.md.');
}
const missed = figures.filter((figure) => isKept(figure) === false);
console.log(missed.length === 0 ? 'All targets are kept.' : `${missed.length} targets missed.`);
process.exitCode = missed.length === 0 ? 0 : 1;
