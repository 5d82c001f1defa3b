/**
 * A thousand badges of one issuer (did:web, one status list) through `verifyBadge`, one after the other, beside as many bare checks of a signature.
 * Alone: `node tests/bench/engine/one-issuer.ts`.
 */
import { generateKeyPairSync, sign } from 'node:crypto';
import { verifyBadge } from '../../../utils/verify/index.ts';
import { fetchFrom } from '../../unit/verify/fixtures/network.ts';
import { foundSchool, KEYS_AT, LIST_AT, REVOKED } from '../../unit/verify/fixtures/one-issuer.ts';
import { type Figure, figureOf, line } from '../figure.ts';
import { time } from './in-turns.ts';

const AREA = 'A thousand badges of one issuer';
const MANY = 1_000;
const NOW = new Date('2026-11-23T00:00:00Z');

export async function oneIssuer(): Promise<Figure[]> {
  const school = await foundSchool();
  const { fetch, asked } = fetchFrom(school.network);
  const bare = await bareVerify();
  const values: number[] = [];
  const floors: number[] = [];
  for (let entry = 0; entry < MANY; entry++) {
    const text = JSON.stringify(await school.badgeAt(entry));
    const expected = entry === REVOKED ? 'revoked' : 'verified';
    const ours = await time(async () => {
      const { verdict, checks } = await verifyBadge({ text }, { fetch, now: NOW });
      if (verdict !== expected) throw new Error(`${entry}: ${verdict} ${JSON.stringify(checks)}`);
    });
    values.push(ours);
    floors.push(await time(bare));
  }
  const requests = (address: string) => asked.filter((one) => one === address).length;
  const once = { area: AREA, unit: 'requests', target: { of: 'value', most: 1 } } as const;
  return [
    { ...once, name: 'requests for its keys', value: requests(KEYS_AT) },
    { ...once, name: 'requests for its status list', value: requests(LIST_AT) },
    { area: AREA, name: 'all requests', unit: 'requests', value: asked.length, target: { of: 'value', most: 2 } },
    figureOf({ area: AREA, name: 'a badge: the whole report, eddsa-rdfc-2022' }, values, floors),
  ];
}

/** One check of an Ed25519 signature over the 64 bytes that such a proof signs. */
async function bareVerify(): Promise<() => Promise<void>> {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const data = crypto.getRandomValues(new Uint8Array(64));
  const signature = sign(null, data, privateKey);
  const jwk = publicKey.export({ format: 'jwk' });
  const key = await crypto.subtle.importKey('jwk', jwk, 'Ed25519', false, ['verify']);
  return async () => {
    if (!(await crypto.subtle.verify('Ed25519', key, signature, data))) throw new Error('the floor does not hold');
  };
}

if (import.meta.main) for (const figure of await oneIssuer()) console.log(line(figure));
