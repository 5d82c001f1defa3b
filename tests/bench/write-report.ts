import { writeFile } from 'node:fs/promises';
import { cells, type Figure, isKept } from './figure.ts';
import type { Machine } from './machine.ts';

/** How each area is measured, in the words of docs/benchmarks.md. */
const HOW: Record<string, string> = {
  'In the page':
    'The content script as built, and its own modules run in a page of Chromium’s. Floor of the scans: the same selector asked once with `querySelectorAll`. Floor of the feed: the same page with a mutation observer that does nothing. (`tests/bench/page`)',
  'Worker start':
    'Milliseconds from a content script’s message to its answer over a port, in one Chromium in which nobody but the page is debugged. Floor: an extension whose worker only echoes (for the cached answer also one whose worker reads one row of a database first), on the same page, in turns. Dead: all workers were stopped and their processes had time to go. (`tests/bench/worker-start.ts`)',
  'A page with 200 badges':
    'A profile page with 200 badge links, all in view, over the local test internet with 20 ms before every answer. Time runs from DOMContentLoaded until the last mark carries its answer. Floor: the very same requests sent by a bare loop in an empty extension’s worker under the same manners, 6 at once and 2 per host, right afterwards. "On four hosts": a quarter each on Credly (4 requests a badge) and three Badgr hosts (1 request). (`tests/bench/many-badges.ts`)',
  Popup:
    'From the start of the popup’s navigation (opened as a page) until the frame with its first badge row is painted. Floor: a page of one sentence in an empty extension. Asleep: worker and process of the extension were gone, which is how most popups open. (`tests/bench/popup-open.ts`)',
};

const HEAD = ['figure', 'median', 'p90', 'floor', 'ratio', 'fastest', 'target', ''];

function table(figures: readonly Figure[]): string {
  const row = (parts: readonly string[]) => `| ${parts.join(' | ')} |`;
  return [row(HEAD), row(HEAD.map((_, i) => (i === 0 ? '---' : '--:'))), ...figures.map((one) => row(cells(one)))].join(
    '\n',
  );
}

export interface Circumstances {
  date: Date;
  machine: Machine;
  /** Load of the machine (runnable processes) before and after. */
  load: readonly [number, number];
  /** Measurements that began although the machine did other work. */
  restless: number;
}

/** Writes docs/benchmarks.md, all of it. */
export async function writeReport(file: string, figures: readonly Figure[], about: Circumstances): Promise<void> {
  const { machine, load, restless } = about;
  const missed = figures.filter((figure) => isKept(figure) === false);
  const areas = [...new Set(figures.map(({ area }) => area))];
  const text = `# Benchmarks

Written by \`npm run bench\` on ${about.date.toISOString().slice(0, 10)}; do not edit. Every figure stands beside a floor or a peer that was measured in the same run, because milliseconds say little about another machine and ratios say more. A floor is what cannot be beaten: the same work without any of ours. "Ratio" is median over median; "fastest" is the fastest round over the floor’s fastest, since other work on a shared machine can only add.

- Machine: ${machine.cpu}, ${machine.cores} cores, ${machine.memory}, ${machine.system}
- ${machine.browser}, headless; Node ${machine.node}
- Load of the machine before and after: ${load.map((one) => one.toFixed(1)).join(' and ')}. Each measurement waits for a moment at which the machine is idle${restless > 0 ? `; ${restless} had to begin without one` : ''}.

${missed.length === 0 ? 'All targets are kept.' : `Missed: ${missed.map(({ area, name }) => `${area.toLowerCase()}, ${name}`).join('; ')}.`}

${areas
  .map((area) => `## ${area}\n\n${HOW[area] ?? ''}\n\n${table(figures.filter((figure) => figure.area === area))}`)
  .join('\n\n')}
`;
  await writeFile(file, text);
}
