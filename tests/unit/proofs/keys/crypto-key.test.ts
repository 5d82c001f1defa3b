import { constants } from 'node:crypto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { importKey, type KeyUse, kindFor } from '../../../../utils/proofs/keys/crypto-key.ts';
import { readMultikey } from '../../../../utils/proofs/keys/multikey.ts';
import type { VerificationKey } from '../../../../utils/proofs/types.ts';
import { makeKey, secretJwk, signWith, type TestKey, type TestKind } from './issuers.ts';

const MESSAGE = new TextEncoder().encode('a badge');

const keyOf = (kind: TestKind, key: TestKey): VerificationKey => ({ kind, id: 'x', jwk: key.jwk });

interface Case {
  use: KeyUse;
  kind: TestKind;
  hash: string | null;
  algorithm: Parameters<typeof crypto.subtle.verify>[0];
  padding?: number;
}

const PSS = constants.RSA_PKCS1_PSS_PADDING;
const pss = (bytes: number) => ({ name: 'RSA-PSS', saltLength: bytes });
const cases: Case[] = [
  { use: 'EdDSA', kind: 'Ed25519', hash: null, algorithm: 'Ed25519' },
  { use: 'ES256', kind: 'P-256', hash: 'sha256', algorithm: { name: 'ECDSA', hash: 'SHA-256' } },
  { use: 'ES384', kind: 'P-384', hash: 'sha384', algorithm: { name: 'ECDSA', hash: 'SHA-384' } },
  { use: 'RS256', kind: 'RSA', hash: 'sha256', algorithm: 'RSASSA-PKCS1-v1_5' },
  { use: 'RS384', kind: 'RSA', hash: 'sha384', algorithm: 'RSASSA-PKCS1-v1_5' },
  { use: 'RS512', kind: 'RSA', hash: 'sha512', algorithm: 'RSASSA-PKCS1-v1_5' },
  { use: 'PS256', kind: 'RSA', hash: 'sha256', algorithm: pss(32), padding: PSS },
  { use: 'PS384', kind: 'RSA', hash: 'sha384', algorithm: pss(48), padding: PSS },
  { use: 'PS512', kind: 'RSA', hash: 'sha512', algorithm: pss(64), padding: PSS },
];

afterEach(() => vi.restoreAllMocks());

describe('importKey', () => {
  for (const { use, kind, hash, algorithm, padding } of cases) {
    it(`verifies what node:crypto signed: ${use}`, async () => {
      const key = makeKey(kind);
      const imported = await importKey(keyOf(kind, key), use);
      const signature = signWith(key, MESSAGE, hash, padding);
      expect(await crypto.subtle.verify(algorithm, imported, signature, MESSAGE)).toBe(true);
      signature[3] = (signature[3] ?? 0) ^ 1;
      expect(await crypto.subtle.verify(algorithm, imported, signature, MESSAGE)).toBe(false);
      expect(imported).toMatchObject({ type: 'public', usages: ['verify'] });
      expect(kindFor(use)).toBe(kind);
    });
  }

  it('imports a key once, however often it is read', async () => {
    const subtle = vi.spyOn(crypto.subtle, 'importKey');
    const { multibase } = makeKey('P-256');
    const keys = await Promise.all(
      Array.from({ length: 1000 }, (_, i) => {
        const reading = readMultikey(multibase);
        if (!reading.ok) throw new Error(reading.what);
        return importKey({ kind: reading.kind, id: String(i), jwk: { ...reading.jwk } }, 'ES256');
      }),
    );
    expect(new Set(keys).size).toBe(1);
    expect(subtle).toHaveBeenCalledTimes(1);
  });

  it('keeps uses apart', async () => {
    const key = keyOf('RSA', makeKey('RSA'));
    const [rs, ps] = await Promise.all([importKey(key, 'RS256'), importKey(key, 'PS256')]);
    expect([rs.algorithm.name, ps.algorithm.name]).toEqual(['RSASSA-PKCS1-v1_5', 'RSA-PSS']);
  });

  it('keeps no more than it needs', async () => {
    const subtle = vi.spyOn(crypto.subtle, 'importKey');
    const first = keyOf('Ed25519', makeKey('Ed25519'));
    await importKey(first, 'EdDSA');
    for (let i = 0; i < 250; i++) await importKey(keyOf('Ed25519', makeKey('Ed25519')), 'EdDSA');
    await importKey(first, 'EdDSA');
    expect(subtle).toHaveBeenCalledTimes(252);
  });

  it.each([
    ['Ed25519', 'ES256'],
    ['P-256', 'EdDSA'],
    ['P-256', 'ES384'],
    ['P-384', 'ES256'],
    ['RSA', 'ES256'],
    ['P-256', 'RS256'],
  ] as const)('refuses a %s key for %s', async (kind, use) => {
    await expect(importKey(keyOf(kind, makeKey(kind)), use)).rejects.toThrow(TypeError);
  });

  it('takes no private member along, whoever hands it one', async () => {
    const key = makeKey('Ed25519');
    const imported = await importKey({ kind: 'Ed25519', id: 'x', jwk: secretJwk(key) }, 'EdDSA');
    expect(imported.type).toBe('public');
  });

  it('rejects what is no key, and forgets that it did', async () => {
    const broken: VerificationKey = { kind: 'P-256', id: 'x', jwk: { kty: 'EC', crv: 'P-256', x: 'AA', y: 'AA' } };
    const subtle = vi.spyOn(crypto.subtle, 'importKey');
    await expect(importKey(broken, 'ES256')).rejects.toThrow();
    await expect(importKey(broken, 'ES256')).rejects.toThrow();
    expect(subtle).toHaveBeenCalledTimes(2);
  });
});
