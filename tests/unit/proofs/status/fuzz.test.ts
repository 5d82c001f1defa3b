/** Anything as a status, and anything as a list: nothing throws, and nothing but a list that was proved and read is good news. */
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { JudgedStatus } from '../../../../utils/proofs/types.ts';
import { hostileJson } from '../hostile-json.ts';
import { BADGE, badgeWith, bitsOf, entry, judge, jwt, LIST, listOf, makeSigner, pack, type Signer } from './lists.ts';

let issuer: Signer;
let clean: string;
beforeAll(async () => {
  issuer = await makeSigner();
  clean = await issuer.sign(listOf(issuer.did, []));
});

const words = fc.constantFrom<unknown>(
  LIST,
  BADGE,
  'revocation',
  'suspension',
  'message',
  'BitstringStatusListEntry',
  'StatusList2021Entry',
  '1EdTechRevocationList',
  'BitstringStatusList',
  'BitstringStatusListCredential',
  '3',
  3,
  -0,
  2 ** 53,
  '0x1',
  '2027-01-01T00:00:00Z',
  pack(bitsOf([3])),
  'uH4sI',
  '__proto__',
  null,
  true,
  false,
  '',
);
const name = fc.constantFrom(
  'id',
  'type',
  'statusPurpose',
  'statusListIndex',
  'statusListCredential',
  'statusSize',
  'statusMessage',
  'status',
  'message',
  'encodedList',
  'ttl',
  'credentialSubject',
  'validFrom',
  'validUntil',
  'revokedCredential',
  'revoked',
  'issuer',
  '__proto__',
  'toString',
);
const anything = hostileJson(words, name, 4);
const some = fc.array(fc.tuple(name, anything), { maxLength: 5 }).map((members) => Object.fromEntries(members));

function sound({ checks, facts }: JudgedStatus): void {
  expect(checks.length).toBeGreaterThan(0);
  expect(checks.every(({ id }) => id === 'status')).toBe(true);
  const has = (...outcomes: string[]) => checks.some(({ outcome }) => outcomes.includes(outcome));
  // Good news and doubt exclude each other, and one of them there is.
  expect(has('pass')).toBe(!has('fail', 'unknown'));
  expect(facts.some(({ outcome }) => outcome === 'unknown' || outcome === 'fail')).toBe(
    facts.length > 0 && has('fail', 'unknown'),
  );
  for (const { detail } of checks) expect((detail ?? '').length).toBeLessThanOrEqual(300);
}

describe('hostile imagination', () => {
  it('as a status: good only where every entry names the clean list as it should be named', async () => {
    await fc.assert(
      fc.asyncProperty(anything, async (credentialStatus) => {
        const judged = await judge(badgeWith(credentialStatus), issuer.did, { [LIST]: jwt(clean) });
        sound(judged);
        const passed = judged.checks.some(({ outcome, code }) => outcome === 'pass' && code === 'status-ok');
        if (passed) expect(judged.facts.every(({ signedBy }) => signedBy === issuer.did)).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  it('as an entry that is nearly right', async () => {
    await fc.assert(
      fc.asyncProperty(some, async (more) => {
        const judged = await judge(badgeWith([entry('3', more), entry('4')]), issuer.did, { [LIST]: jwt(clean) });
        sound(judged);
        expect(judged.facts).toHaveLength(2);
      }),
      { numRuns: 200 },
    );
  });

  it('as a signed list that is nearly right: what it withdraws is never told as good', async () => {
    // A list may say itself how wide its entries are: in each width from one bit to eight, the fourth entry is withdrawn.
    const fourth = Array.from({ length: 29 }, (_, bit) => bit + 3);
    await fc.assert(
      fc.asyncProperty(some, some, async (subject, more) => {
        const list = { ...listOf(issuer.did, fourth, subject), ...more };
        const judged = await judge(badgeWith(entry('3')), issuer.did, { [LIST]: jwt(await issuer.sign(list)) });
        sound(judged);
        const untouched = !('credentialSubject' in more) && !('encodedList' in subject);
        if (untouched) expect(judged.checks.some(({ outcome }) => outcome === 'pass')).toBe(false);
      }),
      { numRuns: 200 },
    );
  });

  it('as an unsigned list: never good, in any form', async () => {
    await fc.assert(
      fc.asyncProperty(anything, async (json) => {
        const bit = await judge(badgeWith(entry('3')), issuer.did, { [LIST]: { json } });
        sound(bit);
        expect(bit.checks.map(({ outcome }) => outcome)).toEqual(['unknown']);
        sound(await judge(badgeWith({ id: LIST, type: '1EdTechRevocationList' }), issuer.did, { [LIST]: { json } }));
      }),
      { numRuns: 200 },
    );
  });

  it('as bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (body) => {
        const judged = await judge(badgeWith(entry('3')), issuer.did, { [LIST]: { body } });
        expect(judged.checks.map(({ outcome }) => outcome)).toEqual(['unknown']);
      }),
      { numRuns: 200 },
    );
  });
});
