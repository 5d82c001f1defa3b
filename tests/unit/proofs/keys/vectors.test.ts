/** Whose key it is, of every vector that names one: only the binding, not the signature. */
import { describe, expect, it } from 'vitest';
import { createReader } from '../../../../utils/net/reader.ts';
import { findJwtKey } from '../../../../utils/proofs/keys/find-jwt-key.ts';
import { findKey } from '../../../../utils/proofs/keys/find-key.ts';
import type { FoundKey } from '../../../../utils/proofs/types.ts';
import { fetchOf, type Vector, vectorFile, vectorsOf } from '../../../conformance/vector-world.ts';

interface KeyVector extends Vector {
  layer: string;
  fails?: string[];
}

const KINDS = ['Ed25519', 'P-256', 'P-384', 'RSA'] as const;
const UNFOUND = ['key-unresolvable', 'key-unbound', 'issuer-binding'];

interface Credential {
  issuer?: string | { id?: string };
  proof?: object | object[];
  vc?: Credential;
}

const issuerOf = ({ issuer }: Credential) => (typeof issuer === 'object' ? issuer.id : issuer) ?? '';
const decoded = (part = ''): unknown => JSON.parse(Buffer.from(part, 'base64url').toString());

/** Every key that the vector names, found. */
async function keysOf(vector: Vector): Promise<FoundKey[]> {
  const tools = () => ({ reader: createReader(fetchOf(vector)), now: new Date(vector.now) });
  const text = vectorFile(vector.file).toString().trim();
  if (text.startsWith('{')) {
    const credential = JSON.parse(text) as Credential;
    const methods = [credential.proof ?? []].flat().flatMap((proof) => {
      const { verificationMethod } = proof as { verificationMethod?: string };
      return typeof verificationMethod === 'string' ? [verificationMethod] : [];
    });
    return Promise.all(
      methods.map((method) => findKey({ method, issuer: issuerOf(credential), kinds: KINDS }, tools())),
    );
  }
  const [header, payload] = text.split('.');
  const claims = decoded(payload) as Credential & { iss?: string };
  const issuer = issuerOf(claims.vc ?? claims) || (claims.iss ?? '');
  return [await findJwtKey(decoded(header) as object, { issuer, kinds: KINDS }, tools())];
}

const kinds = ['ob3-di', 'ob3-jwt', 'ob3-status', 'vc-di', 'vc-jose', 'endorsement', 'clr2', 'di-proof', 'di-proof-sd'];
const vectors = vectorsOf(...kinds) as KeyVector[];

describe('keys of vectors', () => {
  const full = vectors.filter(({ layer }) => layer === 'full');

  for (const vector of full) {
    if (vector.expected === 'valid' && !vector.also_acceptable?.includes('unverifiable')) {
      it(`${vector.id}: one is the issuer’s`, async () => {
        const found = await keysOf(vector);
        expect(
          found.some((key) => key.bound),
          JSON.stringify(found),
        ).toBe(true);
      });
    }
    if (vector.fails?.some((reason) => UNFOUND.includes(reason))) {
      it(`${vector.id}: none is the issuer’s`, async () => {
        const found = await keysOf(vector);
        expect(found.filter((key) => key.bound)).toEqual([]);
        const answers = [vector.expected, ...(vector.also_acceptable ?? [])];
        for (const { check } of found) {
          expect(answers, JSON.stringify(check)).toContain(check.outcome === 'fail' ? 'invalid' : 'unverifiable');
        }
      });
    }
  }

  it.each([
    ['hx-di-didweb-rotated', 'unknown', 'key-not-listed'],
    ['hx-di-https-forged-fragment', 'unknown', 'key-not-listed'],
    ['hx-di-keydoc-evil-host', 'unknown', 'key-not-listed'],
    ['hx-di-keydoc-not-listed', 'unknown', 'key-unavailable'],
    ['hx-di-verificationmethod-swapped', 'fail', 'key-other-controller'],
    ['vplugin-not-their-seal', 'fail', 'key-other-controller'],
    ['hx-jwt-header-jwk-self-asserted', 'unknown', 'key-unbound'],
    ['hx-jwt-rs256-https-kid-other-host', 'unknown', 'key-unavailable'],
    ['hx-jwt-issuer-mismatch', 'fail', 'key-other-controller'],
    ['java-ob3-simple-jwt', 'unknown', 'key-unbound'],
    ['java-clr-simple_v1', 'unknown', 'key-unsupported'],
  ])('%s: %s, %s', async (id, outcome, code) => {
    const vector = vectors.find((one) => one.id === id);
    if (!vector) return expect(vectors).toEqual([]);
    const [found] = await keysOf(vector);
    expect(found).toMatchObject({ bound: false, check: { id: 'key', outcome, code } });
  });

  it('come in the number the index had', () => {
    expect([0, 150]).toContain(full.length);
  });
});

describe('keys of bare proofs', () => {
  for (const vector of vectors.filter(({ layer }) => layer === 'proof')) {
    it(`${vector.id}: read, and the issuer’s only if it names the issuer`, async () => {
      for (const found of await keysOf(vector)) {
        expect(found.key).not.toBeNull();
        expect(found.bound).toBe(found.check.outcome === 'pass');
      }
    });
  }
});
