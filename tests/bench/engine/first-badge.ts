/**
 * A process that has loaded nothing yet: loads one verifier's bundle and gives it a badge, then the same badge again. Prints one `FirstBadge` as JSON.
 * `node tests/bench/engine/first-badge.ts ours|peer <bundle> <file>`; the file holds a `Task`.
 */
import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import type { VerifyBadge } from '../../../utils/verify/types.ts';
import { fetchFrom, type Network } from '../../unit/verify/fixtures/network.ts';
import { time } from './in-turns.ts';
import { asOurs, asPeer, type PeerVerify } from './verifier.ts';

export interface Task {
  badge: string;
  network: Network;
}

/** All in milliseconds. */
export interface FirstBadge {
  load: number;
  first: number;
  /** Later ones, a median. */
  later: number;
}

const LATER = 300;

async function run(which: string, bundle: string, file: string): Promise<FirstBadge> {
  const { badge, network } = JSON.parse(await readFile(file, 'utf8')) as Task;
  const { fetch } = fetchFrom(network);
  // What is bundled for a browser looks for the browser's own name of the global object.
  Object.assign(globalThis, { fetch, self: globalThis });
  let loaded: { verify: VerifyBadge & PeerVerify } | undefined;
  const load = await time(async () => {
    loaded = await import(pathToFileURL(bundle).href);
  });
  if (!loaded) throw new Error(`${bundle} was not loaded`);
  const verify = which === 'ours' ? asOurs(loaded.verify, fetch) : asPeer(loaded.verify);
  const check = async () => {
    const answer = await verify(badge);
    if (answer !== 'verified') throw new Error(`${which}: ${answer}`);
  };
  const first = await time(check);
  const times: number[] = [];
  for (let round = 0; round < LATER; round++) times.push(await time(check));
  return { load, first, later: times.toSorted((a, b) => a - b)[LATER / 2] ?? Number.NaN };
}

if (import.meta.main) {
  const [which = '', bundle = '', file = ''] = process.argv.slice(2);
  console.log(JSON.stringify(await run(which, bundle, file)));
}
