/**
 * The whole of one badge (did:web issuer, eddsa-rdfc-2022, one status list) beside `verifyCredential` of @digitalcredentials/verifier-core, over the same
 * network in memory. Alone: `node tests/bench/engine/whole.ts`.
 */
import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { verifyCredential } from '@digitalcredentials/verifier-core';
import { OPEN_BADGES_3 } from '../../../utils/openbadges/schema/open-badges-3.ts';
import { verifyBadge } from '../../../utils/verify/index.ts';
import { fetchFrom, type Network } from '../../unit/verify/fixtures/network.ts';
import { foundSchool, REVOKED } from '../../unit/verify/fixtures/one-issuer.ts';
import { calm } from '../calm.ts';
import { type Figure, figureOf, line } from '../figure.ts';
import { type Bundles, bundleFigures, makeBundles, type Verifier } from './bundles.ts';
import type { FirstBadge, Task } from './first-badge.ts';
import { inTurns } from './in-turns.ts';
import { type Answer, asOurs, asPeer, type PeerVerify } from './verifier.ts';

const AREA = 'A whole badge';
const PROCESSES = 15;
/** The peer loads the standard's schema once and keeps it; it is given ours, so that both hold the badge against the same. */
const SCHEMA_AT = 'https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json';
const SCHEMA = { ...OPEN_BADGES_3, $ref: '#/$defs/AchievementCredential' };

export async function whole(): Promise<Figure[]> {
  const school = await foundSchool();
  const task: Task = {
    badge: JSON.stringify(await school.badgeAt(3)),
    network: { ...school.network, [SCHEMA_AT]: { json: SCHEMA } },
  };
  const revoked = JSON.stringify(await school.badgeAt(REVOKED));
  const bundles = await makeBundles();
  try {
    return [...(await warm(task, revoked)), ...(await cold(task, bundles)), ...(await bundleFigures(bundles))];
  } finally {
    await bundles.remove();
  }
}

/** In this process, with both verifiers' own modules for Node. */
async function warm({ badge, network }: Task, revoked: string): Promise<Figure[]> {
  const answers: readonly [badge: string, expected: Answer][] = [
    [badge, 'verified'],
    [revoked, 'revoked'],
    [badge.replace('Harbour Pilot', 'Harbour Baker'), 'invalid'],
  ];
  return overNetwork(network, async (fetch) => {
    const ours = asOurs(verifyBadge, fetch);
    const peer = asPeer(verifyCredential as PeerVerify);
    for (const verify of [ours, peer]) {
      for (const [text, expected] of answers) {
        const answer = await verify(text);
        if (answer !== expected) throw new Error(`${verify === ours ? 'ours' : 'peer'}: ${answer}, not ${expected}`);
      }
    }
    const times = await inTurns({ ours: () => ours(badge), peer: () => peer(badge) }, { warmUp: 200, rounds: 500 });
    return [figureOf({ area: AREA, name: 'warm, as Node loads both' }, times.ours, times.peer)];
  });
}

/** The peer knows no other way to the network than the global one. */
async function overNetwork<T>(network: Network, work: (fetch: typeof globalThis.fetch) => Promise<T>): Promise<T> {
  const before = globalThis.fetch;
  const { fetch } = fetchFrom(network);
  globalThis.fetch = fetch;
  try {
    return await work(fetch);
  } finally {
    globalThis.fetch = before;
  }
}

/** Each in a new process, from the bundle that a worker would load. */
async function cold(task: Task, { paths }: Bundles): Promise<Figure[]> {
  const file = join(dirname(paths.ours), 'task.json');
  await writeFile(file, JSON.stringify(task));
  const all: Record<Verifier, FirstBadge[]> = { ours: [], peer: [] };
  for (let round = 0; round < PROCESSES; round++) {
    await calm();
    for (const which of ['ours', 'peer'] as const) {
      const script = ['tests/bench/engine/first-badge.ts', which, paths[which], file];
      const { stdout } = await promisify(execFile)(process.execPath, script);
      all[which].push(JSON.parse(stdout) as FirstBadge);
    }
  }
  const figure = (name: string, part: (one: FirstBadge) => number) =>
    figureOf({ area: AREA, name }, all.ours.map(part), all.peer.map(part));
  return [
    figure('new process: loading the bundle', ({ load }) => load),
    figure('new process: the first badge', ({ first }) => first),
    figure('new process: both together', ({ load, first }) => load + first),
    figure('the same process: later badges', ({ later }) => later),
  ];
}

if (import.meta.main) for (const figure of await whole()) console.log(line(figure));
