import { generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readJwk, sameKey, thumbprintOf } from '../../../../utils/proofs/keys/jwk.ts';
import { makeKey, secretJwk } from './issuers.ts';

const ed = makeKey('Ed25519');
const ec = makeKey('P-256');
const rsa = makeKey('RSA');

describe('readJwk', () => {
  for (const kind of ['Ed25519', 'P-256', 'P-384', 'RSA'] as const) {
    it(`reads ${kind}, and hands on nothing but the key`, () => {
      const { jwk } = makeKey(kind);
      const more = { use: 'sig', key_ops: ['verify'], kid: 'a', x5u: 'https://evil.example', ext: true };
      expect(readJwk({ ...jwk, ...more })).toEqual({ ok: true, kind, jwk });
    });

    it(`refuses the private half of ${kind}`, () => {
      expect(readJwk(secretJwk(makeKey(kind)))).toEqual({ ok: false, why: 'malformed', what: 'private key' });
    });
  }

  it.each(['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k'])('refuses a private member whatever it holds: %s', (name) => {
    for (const value of [null, '', 0, []]) {
      expect(readJwk({ ...rsa.jwk, [name]: value })).toMatchObject({ what: 'private key' });
    }
  });

  it('refuses keys that are shared', () => {
    expect(readJwk({ kty: 'oct', k: 'c2VjcmV0' })).toMatchObject({ ok: false, why: 'malformed' });
    expect(readJwk({ kty: 'oct' })).toMatchObject({ ok: false, why: 'malformed' });
  });

  it.each([
    ['use', { use: 'enc' }],
    ['use', { use: ['sig'] }],
    ['key_ops', { key_ops: ['encrypt'] }],
    ['key_ops', { key_ops: [] }],
    ['alg', { alg: 'ECDH-ES' }],
    ['alg', { alg: 'RSA-OAEP' }],
  ])('takes its owner’s word that it is not for signatures: %s', (what, more) => {
    expect(readJwk({ ...ec.jwk, ...more })).toEqual({ ok: false, why: 'other-use', what });
  });

  it('knows that X25519 does not sign', () => {
    const { publicKey } = generateKeyPairSync('x25519');
    expect(readJwk(publicKey.export({ format: 'jwk' }))).toEqual({ ok: false, why: 'other-use', what: 'X25519' });
  });

  it.each([
    ['P-521', { kty: 'EC', crv: 'P-521', x: 'AA', y: 'AA' }],
    ['secp256k1', { kty: 'EC', crv: 'secp256k1', x: 'AA', y: 'AA' }],
    ['AKP', { kty: 'AKP', alg: 'ES256', pub: 'AA' }],
  ])('leaves %s open', (what, jwk) => expect(readJwk(jwk)).toEqual({ ok: false, why: 'unsupported', what }));

  const flipped = Buffer.from(ec.jwk.y ?? '', 'base64url');
  flipped[5] = (flipped[5] ?? 0) ^ 1;
  it.each([
    ['a list', [ed.jwk]],
    ['null', null],
    ['text', JSON.stringify(ed.jwk)],
    ['no kty', { ...ed.jwk, kty: undefined }],
    ['kty as a list', { ...ed.jwk, kty: ['OKP'] }],
    ['no curve', { ...ed.jwk, crv: undefined }],
    ['padding', { ...ed.jwk, x: `${ed.jwk.x}=` }],
    ['plain base64', { ...ed.jwk, x: Buffer.alloc(32, 255).toString('base64') }],
    ['stray bits', { ...ed.jwk, x: `${'A'.repeat(42)}B` }],
    ['a short x', { ...ed.jwk, x: 'AAAA' }],
    ['x as bytes', { ...ed.jwk, x: [1, 2, 3] }],
    ['a point off the curve', { ...ec.jwk, y: flipped.toString('base64url') }],
    ['a point without y', { ...ec.jwk, y: undefined }],
    [
      'the point at infinity',
      { ...ec.jwk, x: Buffer.alloc(32).toString('base64url'), y: Buffer.alloc(32).toString('base64url') },
    ],
    ['coordinates of another curve', { ...makeKey('P-384').jwk, crv: 'P-256' }],
    ['an exponent of 1', { ...rsa.jwk, e: 'AQ' }],
    ['an exponent of 0', { ...rsa.jwk, e: 'AA' }],
    ['an even exponent', { ...rsa.jwk, e: 'AQAA' }],
    ['an exponent without end', { ...rsa.jwk, e: rsa.jwk.n }],
    ['a modulus of 1024 bits', generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey.export({ format: 'jwk' })],
    ['a modulus of 2047 bits', { ...rsa.jwk, n: Buffer.alloc(256, 0x7f).toString('base64url') }],
    ['a modulus that nobody checks in time', { ...rsa.jwk, n: Buffer.alloc(1025, 255).toString('base64url') }],
    ['no modulus', { ...rsa.jwk, n: '' }],
  ])('refuses %s', (_, jwk) => expect(readJwk(jwk)).toMatchObject({ ok: false, why: 'malformed' }));

  it('takes an RSA key with the sign byte of ASN.1 for the same key', () => {
    const n = Buffer.concat([Buffer.alloc(1), Buffer.from(rsa.jwk.n ?? '', 'base64url')]).toString('base64url');
    expect(readJwk({ ...rsa.jwk, n })).toEqual({ ok: true, kind: 'RSA', jwk: rsa.jwk });
  });

  it('looks at own members only', () => {
    expect(readJwk(Object.create(ed.jwk))).toMatchObject({ ok: false });
  });

  it('never throws', () => {
    const member = fc.oneof(
      fc.string(),
      fc.constantFrom('OKP', 'EC', 'RSA', 'Ed25519', 'P-256', ed.jwk.x),
      fc.anything(),
    );
    fc.assert(
      fc.property(
        fc.record({ kty: member, crv: member, x: member, y: member, n: member, e: member, use: member }),
        (jwk) => {
          const reading = readJwk(jwk);
          if (reading.ok) expect(['OKP', 'EC', 'RSA']).toContain(reading.jwk.kty);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('sameKey and thumbprintOf', () => {
  it('tell keys apart', () => {
    expect(sameKey(ed.jwk, { ...ed.jwk })).toBe(true);
    expect(sameKey(ed.jwk, makeKey('Ed25519').jwk)).toBe(false);
    expect(sameKey(ed.jwk, ec.jwk)).toBe(false);
    expect(sameKey(ec.jwk, { ...ec.jwk, y: ec.jwk.x })).toBe(false);
  });

  it('give the thumbprint of RFC 7638, 3.1', async () => {
    const n =
      '0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_BJECPebWKRXjBZCiFV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw';
    const reading = readJwk({ kty: 'RSA', n, e: 'AQAB', alg: 'RS256', kid: '2011-04-29' });
    expect(reading.ok && (await thumbprintOf(reading.jwk))).toBe('NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs');
  });
});
