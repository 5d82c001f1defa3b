/** Documents out of a hostile imagination: nothing throws, and nothing but the issuer's own listed key is ever bound. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findJwtKey } from '../../../../utils/proofs/keys/find-jwt-key.ts';
import { findKey } from '../../../../utils/proofs/keys/find-key.ts';
import type { FoundKey } from '../../../../utils/proofs/types.ts';
import { hostileJson } from '../hostile-json.ts';
import { json, makeKey, manyTools, multikey, toolsFor } from './issuers.ts';

const KINDS = ['Ed25519', 'P-256', 'P-384', 'RSA'] as const;
const ISSUER = 'https://issuer.example/profile';
const DID = 'did:web:issuer.example';
const DID_PLACE = 'https://issuer.example/.well-known/did.json';
const mine = makeKey('Ed25519');
const evil = makeKey('Ed25519');

const words = fc.constantFrom<unknown>(
  ISSUER,
  DID,
  `${ISSUER}#key-1`,
  '#key-1',
  'did:web:evil.example',
  'https://evil.example/profile#key-1',
  '__proto__',
  'Multikey',
  'JsonWebKey',
  mine.multibase,
  evil.multibase,
  mine.jwk,
  '2020-01-01T00:00:00Z',
  null,
  0,
  true,
  '',
  [],
  {},
);
const name = fc.constantFrom(
  'id',
  'type',
  'controller',
  'publicKeyMultibase',
  'publicKeyJwk',
  'verificationMethod',
  'assertionMethod',
  'authentication',
  'revoked',
  'keys',
  'kty',
  '__proto__',
);
const anything = hostileJson(words, name, 3);

function sound(found: FoundKey): void {
  expect(found.check.id).toBe('key');
  expect(found.bound).toBe(found.check.outcome === 'pass' && found.key !== null);
  expect(['pass', 'fail', 'unknown']).toContain(found.check.outcome);
  if (found.key) expect(KINDS).toContain(found.key.kind);
}

describe('hostile documents', () => {
  it('bind nothing that their issuer does not list', async () => {
    await fc.assert(
      fc.asyncProperty(anything, fc.constantFrom(ISSUER, DID), async (document, issuer) => {
        const whole = typeof document === 'object' && document !== null ? { ...document, id: issuer } : document;
        const network = { [ISSUER]: json(whole), [DID_PLACE]: json(whole) };
        const found = await findKey({ method: `${issuer}#key-1`, issuer, kinds: KINDS }, toolsFor(network));
        sound(found);
        if (found.bound) expect(JSON.stringify((whole as Record<string, unknown>).assertionMethod)).toContain('#key-1');
        const byName = await findJwtKey({ kid: 'key-1' }, { issuer, kinds: KINDS }, toolsFor(network));
        sound(byName);
      }),
      { numRuns: 600 },
    );
  });

  it('one of whose methods is sound are read past the others', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anything, { maxLength: 5 }),
        fc.array(anything, { maxLength: 5 }),
        async (before, after) => {
          const id = `${ISSUER}#only`;
          const assertionMethod = [...before, multikey(ISSUER, mine, id), ...after];
          const tools = toolsFor({ [ISSUER]: json({ id: ISSUER, assertionMethod }) });
          const found = await findKey({ method: id, issuer: ISSUER, kinds: KINDS }, tools);
          expect(found).toMatchObject({ bound: true, key: { jwk: mine.jwk } });
        },
      ),
    );
  });
});

describe('hostile headers and queries', () => {
  it('never throw, and never bind', async () => {
    const network = { [ISSUER]: json({ id: ISSUER, assertionMethod: [multikey(ISSUER, mine)] }) };
    const any = fc.oneof(words, fc.string(), fc.anything());
    await fc.assert(
      fc.asyncProperty(any, any, async (kid, jwk) => {
        fc.pre(kid !== `${ISSUER}#key-1` && kid !== '#key-1' && (kid !== undefined || jwk !== mine.jwk));
        const found = await findJwtKey({ kid, jwk }, { issuer: ISSUER, kinds: KINDS }, toolsFor(network));
        sound(found);
        expect(found.bound).toBe(false);
        sound(await findKey({ method: kid as string, issuer: ISSUER, kinds: KINDS }, toolsFor(network)));
      }),
      { numRuns: 500 },
    );
  });
});

describe('a thousand badges of one issuer', () => {
  it('ask for its document once', async () => {
    const { asked, next } = manyTools({ [ISSUER]: json({ id: ISSUER, assertionMethod: [multikey(ISSUER, mine)] }) });
    const query = { method: `${ISSUER}#key-1`, issuer: ISSUER, kinds: KINDS };
    for (let i = 0; i < 1000; i++) expect((await findKey(query, next())).bound).toBe(true);
    expect(asked).toEqual([ISSUER]);
  });
});
