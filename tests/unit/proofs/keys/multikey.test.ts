import * as EcdsaMultikey from '@digitalbazaar/ecdsa-multikey';
import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey';
import { p256, p384 } from '@noble/curves/nist.js';
import { base58 } from '@scure/base';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CURVES } from '../../../../utils/proofs/keys/curve-points.ts';
import { readBase58Key, readMultikey } from '../../../../utils/proofs/keys/multikey.ts';
import { makeKey } from './issuers.ts';

const written = (...bytes: (number | Uint8Array)[]) =>
  `z${base58.encode(new Uint8Array(bytes.flatMap((part) => (typeof part === 'number' ? [part] : [...part]))))}`;
const zeros = (length: number) => new Uint8Array(length);

describe('curve parameters', () => {
  it('are those of the library', () => {
    expect(CURVES['P-256']).toEqual(p256.Point.CURVE());
    expect(CURVES['P-384']).toEqual(p384.Point.CURVE());
  });
});

describe('readMultikey', () => {
  for (const kind of ['Ed25519', 'P-256', 'P-384'] as const) {
    it(`reads ${kind} as node:crypto made it`, () => {
      for (let i = 0; i < 8; i++) {
        const { jwk, multibase } = makeKey(kind);
        expect(readMultikey(multibase)).toEqual({ ok: true, kind, jwk });
        // Again, from memory.
        expect(readMultikey(multibase)).toEqual({ ok: true, kind, jwk });
      }
    });
  }

  it('reads what Digital Bazaar’s libraries write', async () => {
    const ed = await Ed25519Multikey.generate();
    expect(readMultikey(ed.publicKeyMultibase)).toMatchObject({ ok: true, kind: 'Ed25519' });
    for (const curve of ['P-256', 'P-384'] as const) {
      const pair = await EcdsaMultikey.generate({ curve });
      expect(readMultikey(pair.publicKeyMultibase)).toMatchObject({ ok: true, kind: curve });
      const { secretKeyMultibase } = await pair.export({ secretKey: true });
      expect(readMultikey(secretKeyMultibase)).toEqual({ ok: false, why: 'malformed', what: 'private key' });
    }
    const secret = await ed.export({ secretKey: true });
    expect(readMultikey(secret.secretKeyMultibase)).toEqual({ ok: false, why: 'malformed', what: 'private key' });
  });

  it('hands out keys that nobody can change for the next badge', () => {
    const { multibase } = makeKey('Ed25519');
    const reading = readMultikey(multibase);
    expect(reading.ok && Object.isFrozen(reading.jwk)).toBe(true);
  });

  const edwards = new Uint8Array(Buffer.from(makeKey('Ed25519').jwk.x ?? '', 'base64url'));
  const nist = p256.getPublicKey(p256.utils.randomSecretKey(), true);
  const offCurve = new Uint8Array([2, ...zeros(31), 1]);
  it.each([
    ['a short Ed25519 key', written(0xed, 1, zeros(16)), 'malformed', '16 bytes'],
    ['a long Ed25519 key', written(0xed, 1, zeros(33)), 'malformed', '33 bytes'],
    ['an empty Ed25519 key', written(0xed, 1), 'malformed', '0 bytes'],
    ['a P-256 point under the P-384 name', written(0x81, 0x24, nist), 'malformed', '33 bytes'],
    ['an uncompressed P-256 point', written(0x80, 0x24, p256.Point.BASE.toBytes(false)), 'malformed', '65 bytes'],
    ['an x that is on no point', written(0x80, 0x24, offCurve), 'malformed', 'not on the curve'],
    ['an x beyond the field', written(0x80, 0x24, 2, new Uint8Array(32).fill(255)), 'malformed', 'not on the curve'],
    ['a sign that is none', written(0x80, 0x24, 5, nist.subarray(1)), 'malformed', 'not on the curve'],
    ['X25519', written(0xec, 1, edwards), 'other-use', 'X25519'],
    ['P-521', written(0x82, 0x24, zeros(67)), 'unsupported', 'P-521'],
    ['secp256k1', written(0xe7, 1, zeros(33)), 'unsupported', 'secp256k1'],
    ['RSA', written(0x85, 0x24, zeros(270)), 'unsupported', 'RSA'],
    ['BLS12-381', written(0xeb, 1, zeros(96)), 'unsupported', 'BLS12-381'],
    ['a prefix that is only half the varint', written(0xed), 'malformed', 'multicodec'],
    ['a prefix that is not minimal', written(0xed, 0x81, 0, edwards), 'malformed', 'multicodec'],
    ['the bare key', written(edwards), 'malformed', 'multicodec'],
    ['no bytes', 'z', 'malformed', 'base58'],
    ['another multibase', `u${Buffer.from([0xed, 1, ...edwards]).toString('base64url')}`, 'malformed', 'multibase'],
    ['letters that are no base58', 'z6Mk0OIl', 'malformed', 'base58'],
    ['white space', `z${base58.encode(edwards)} `, 'malformed', 'base58'],
    ['a novel', `z${'2'.repeat(100_000)}`, 'malformed', 'base58'],
    ['a number', 5, 'malformed', 'multibase'],
    ['nothing', undefined, 'malformed', 'multibase'],
  ] as const)('refuses %s', (_, value, why, what) => {
    // The bare key may by chance begin like another one.
    const expected = what === 'multicodec' && why === 'malformed' ? { ok: false } : { ok: false, why, what };
    expect(readMultikey(value)).toMatchObject(expected);
  });

  it('never throws, and never makes a key of other bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        const reading = readMultikey(`z${base58.encode(bytes)}`);
        if (reading.ok && reading.kind === 'Ed25519') {
          expect(Buffer.from(reading.jwk.x ?? '', 'base64url')).toEqual(Buffer.from(bytes.slice(2)));
        }
        expect(readMultikey(String.fromCharCode(...bytes)).ok).toBe(false);
      }),
    );
  });
});

describe('readBase58Key', () => {
  it('reads the bare key of an Ed25519VerificationKey2018', () => {
    const { jwk } = makeKey('Ed25519');
    expect(readBase58Key(base58.encode(Buffer.from(jwk.x ?? '', 'base64url')))).toEqual({
      ok: true,
      kind: 'Ed25519',
      jwk,
    });
  });

  it.each([
    ['a multibase', makeKey('Ed25519').multibase],
    ['another length', base58.encode(zeros(31))],
    ['an object', {}],
  ])('refuses %s', (_, value) => expect(readBase58Key(value)).toMatchObject({ ok: false, why: 'malformed' }));
});
