import { readFile, writeFile } from 'node:fs/promises';
import { cells, type Figure } from './figure.ts';
import type { Machine } from './machine.ts';

/** How each area is measured, in the words of docs/benchmarks.md, and in its order. */
const HOW: Record<string, string> = {
  'In the page':
    'The content script as built, and its own modules run in a page of Chromium’s. Floor of the scans: the same selector asked once with `querySelectorAll`. Floor of the feed: the same page with a mutation observer that does nothing. (`tests/bench/page`)',
  'Worker start':
    'Milliseconds from a content script’s message to its answer over a port, in one Chromium in which nobody but the page is debugged. Floor: an extension whose worker only echoes (for the cached answer also one whose worker reads one row of a database first), on the same page, in turns. Dead: all workers were stopped and their processes had time to go. (`tests/bench/worker-start.ts`)',
  'A page with 200 badges':
    'A profile page with 200 badge links, all in view, over the local test internet with 20 ms before every answer. Time runs from DOMContentLoaded until the last mark carries its answer. Floor: the very same requests sent by a bare loop in an empty extension’s worker under the same manners, 6 at once and 2 per host, right afterwards. "On four hosts": a quarter each on Credly (4 requests a badge) and three Badgr hosts (1 request). (`tests/bench/many-badges.ts`)',
  Popup:
    'From the start of the popup’s navigation (opened as a page) until the frame with its first badge row is painted. Floor: a page of one sentence in an empty extension. Asleep: worker and process of the extension were gone, which is how most popups open. (`tests/bench/popup-open.ts`)',
  'Wallet with 10,000 badges':
    'The popup (opened as a page) where it was left at the wallet, the database filled beforehand. Opening: from the start of its navigation until the frame with list and search field is painted; floor: a page of one sentence in an empty extension. A key: from the input event until rows and count are those of the new text, within the page; three searches are typed and taken back sign by sign in each round. (`tests/bench/wallet-many.ts`)',
  'VC-JWT':
    'An Open Badges 3.0 credential as a JWT, its key a `did:jwk`, everything warm. Floor: one bare `crypto.subtle.verify` of the same signature over the same bytes, the key ready and the bytes taken apart beforehand. In turns; an altered badge is refused first. (`tests/bench/engine/jwt.ts`)',
  'Embedded proofs':
    'Checking the proof of one Open Badges 3.0 credential, contexts and `did:key` in memory, everything warm. Floor: `verifyCredential` of @digitalbazaar/vc with the suite’s own library on the same text. In turns; both accept the badge in every round, and both refuse an altered one. ecdsa-sd-2023: a derived proof. (`tests/bench/engine/data-integrity.ts`)',
  'A whole badge':
    'Everything about one badge (did:web issuer, eddsa-rdfc-2022, one status list, schema) over a network in memory. Floor: `verifyCredential` of @digitalcredentials/verifier-core over the same network. Both answer a good, a withdrawn and an altered badge alike. Warm: in turns in one process, the peer with Node’s own cryptography. New process: both bundled for a browser as below; contexts and schema have not been looked at. (`tests/bench/engine/whole.ts`)',
  'Verifier, in bytes':
    'A module that hands on `verifyBadge`, bundled for a browser and minified with the settings of our build. Floor: one that hands on `verifyCredential` of @digitalcredentials/verifier-core, made the same way. Ours reads every version of Open Badges, JWTs and all suites named above; the peer reads two suites. (`tests/bench/engine/bundles.ts`)',
  'A thousand badges of one issuer':
    'A thousand badges (did:web issuer, eddsa-rdfc-2022, entries of one status list with a proof of its own, signed by @digitalbazaar/vc) through `verifyBadge`, one after the other, over one counting `fetch`. Floor: one bare `crypto.subtle.verify` a badge. (`tests/bench/engine/one-issuer.ts`)',
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

/** What one run gave. */
export interface Measured {
  figures: readonly Figure[];
  about: Circumstances;
}

/** Writes the sections of what was measured into docs/benchmarks.md. What was not measured now keeps the section that it has. */
export async function writeReport(file: string, measured: readonly Measured[]): Promise<void> {
  const sections = sectionsOf(await readFile(file, 'utf8').catch(() => ''));
  for (const { figures, about } of measured) {
    for (const area of new Set(figures.map((figure) => figure.area))) {
      const own = figures.filter((figure) => figure.area === area);
      sections.set(area, `${HOW[area] ?? ''}\n\n${circumstances(about)}\n\n${table(own)}`);
    }
  }
  const areas = Object.keys(HOW).filter((area) => sections.has(area));
  const missed = areas.flatMap((area) => missesIn(sections.get(area) ?? '').map((name) => `${area}, ${name}`));
  const text = `# Benchmarks

Written by \`npm run bench\`; do not edit. \`npm run bench -- engine\` measures one area and leaves the other sections as they are. Every figure stands beside a floor or a peer that was measured in the same run, because milliseconds say little about another machine and ratios say more. A floor is what cannot be beaten: the same work without any of ours. "Ratio" is median over median; "fastest" is the fastest round over the floor’s fastest, since other work on a shared machine can only add. Each measurement waits for a moment at which the machine is idle.

${missed.length === 0 ? 'All targets are kept.' : `Missed: ${missed.join('; ')}.`}

${areas.map((area) => `## ${area}\n\n${sections.get(area)}`).join('\n\n')}
`;
  await writeFile(file, text);
}

/** What stands under each heading. */
function sectionsOf(text: string): Map<string, string> {
  const [, ...parts] = text.split(/^## /m);
  return new Map(
    parts.map((part) => {
      const [heading = '', ...rest] = part.split('\n');
      return [heading.trim(), rest.join('\n').trim()];
    }),
  );
}

function missesIn(section: string): string[] {
  return [...section.matchAll(/^\| ([^|]+) \|.*\| MISS \|$/gm)].map(([, name = '']) => name);
}

function circumstances({ date, machine, load, restless }: Circumstances): string {
  const { cpu, cores, memory, system, browser, node } = machine;
  const programs = [...(browser === undefined ? [] : [`${browser}, headless`]), `Node ${node}`].join(', ');
  const loads = `load ${load.map((one) => one.toFixed(1)).join(' before and ')} after`;
  const unrest = restless > 0 ? `; ${restless} measurements began without an idle moment` : '';
  return `${date.toISOString().slice(0, 10)}: ${cpu}, ${cores} cores, ${memory}, ${system}; ${programs}; ${loads}${unrest}.`;
}
