/** Documents and proofs out of a hostile imagination: nothing throws, and nothing counts that was not signed. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostileJson } from '../hostile-json.ts';
import { badge, counts, type Document, handKey, judge, OB, signByHand, V1, V2 } from './issuing.ts';

const hand = handKey();
const signed = await signByHand(badge(hand.did), hand);
const proof = signed.proof as Document;

const words = fc.constantFrom<unknown>(
  ...[
    V1,
    V2,
    OB,
    hand.did,
    hand.method,
    'DataIntegrityProof',
    'Ed25519Signature2020',
    'eddsa-rdfc-2022',
    'eddsa-jcs-2022',
  ],
  ...[
    'ecdsa-rdfc-2019',
    'ecdsa-jcs-2019',
    'ecdsa-sd-2023',
    'assertionMethod',
    proof.proofValue,
    '__proto__',
    '@id',
    '@graph',
  ],
  ...['_:b0', 'VerifiableCredential', '2026-01-01T00:00:00Z', 'urn:uuid:1', '', 0, -1, true, null, [], {}],
);
const name = fc.constantFrom(
  ...[
    '@context',
    '@id',
    '@type',
    '@graph',
    '@included',
    '@nest',
    '@import',
    '@vocab',
    '@protected',
    '@propagate',
    'id',
    'type',
  ],
  ...[
    'issuer',
    'credentialSubject',
    'credentialStatus',
    'name',
    'achievement',
    'proof',
    'proofValue',
    'cryptosuite',
    'created',
  ],
  ...[
    'expires',
    'verificationMethod',
    'proofPurpose',
    'previousProof',
    'toString',
    'hasOwnProperty',
    'constructor',
    'a:b',
    '',
  ],
);
const anything = hostileJson(words, name, 3);
const members = fc
  .array(fc.tuple(name, anything), { maxLength: 4 })
  .map((list) => Object.fromEntries(list) as Document);

/** Null, and a list of nothing else however deep, makes no statement (JSON-LD 1.1, 9.1), and there is nothing in it that anybody could be shown. */
const saysNothing = (member: unknown): boolean =>
  member === null || (Array.isArray(member) && member.every(saysNothing));

describe('anything', () => {
  it('is judged without throwing, and does not count', async () => {
    await fc.assert(
      fc.asyncProperty(members, anything, async (document, value) => {
        const judged = await judge({ ...document, proof: value }, hand.did);
        expect(judged.some(counts)).toBe(false);
        for (const { checks, holds } of judged) {
          // What is put into its dates may end a proof, never prove it.
          const open = checks.some(({ outcome }) => outcome === 'fail' || outcome === 'unknown');
          expect(checks.length).toBeGreaterThan(0);
          expect(holds && !open).toBe(false);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('put into a signed badge makes it count for nothing, unless it says nothing', async () => {
    let changed = 0;
    await fc.assert(
      fc.asyncProperty(members, async (more) => {
        const document = { ...signed, ...more };
        const [judged] = await judge(document, hand.did);
        if (!judged || !counts(judged)) {
          changed++;
          return;
        }
        // What may be there: known contexts once more, or the very same.
        const { '@context': context, ...rest } = document;
        const { '@context': _, ...before } = signed;
        expect([context].flat().every((address) => [V1, V2, OB].includes(String(address)))).toBe(true);
        const said = (value: Document) =>
          JSON.stringify(value, (_key, member) => (saysNothing(member) ? undefined : member));
        expect(said(JSON.parse(said(rest)))).toBe(said(before));
      }),
      {
        numRuns: 500,
        examples: [
          [{ '@type': [] }],
          [{ '@type': 'VerifiableCredential' }],
          [{ evidence: [] }],
          [{ evidence: [[null]] }],
          [{ name: null }],
        ],
      },
    );
    expect(changed).toBeGreaterThan(200);
  });

  it('put into the proof of a signed badge likewise', async () => {
    await fc.assert(
      fc.asyncProperty(members, async (more) => {
        const own = { ...proof, ...more };
        const [judged] = await judge({ ...signed, proof: own }, hand.did);
        if (!judged || !counts(judged)) return;
        for (const [member, value] of Object.entries(more)) {
          // A proof over RDF is made under the document's contexts, whatever it says itself.
          const silent = member === '@context' || saysNothing(value);
          expect(silent || JSON.stringify(value) === JSON.stringify(proof[member]), member).toBe(true);
        }
      }),
      { numRuns: 500, examples: [[{ name: [null] }], [{ name: [[], [null]] }]] },
    );
  });
});
