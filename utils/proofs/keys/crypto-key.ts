/** Keys as WebCrypto wants them. */
import type { KeyKind, VerificationKey } from '../types.ts';
import { createMemo } from './memo.ts';

export type KeyUse = 'EdDSA' | 'ES256' | 'ES384' | 'RS256' | 'RS384' | 'RS512' | 'PS256' | 'PS384' | 'PS512';

type Algorithm = Parameters<typeof crypto.subtle.importKey>[2];

const rsa = (name: string, hash: string): { kind: KeyKind; algorithm: Algorithm } => ({
  kind: 'RSA',
  algorithm: { name, hash },
});
const PKCS1 = 'RSASSA-PKCS1-v1_5';
const PSS = 'RSA-PSS';

const USES: Readonly<Record<KeyUse, { kind: KeyKind; algorithm: Algorithm }>> = {
  EdDSA: { kind: 'Ed25519', algorithm: { name: 'Ed25519' } },
  ES256: { kind: 'P-256', algorithm: { name: 'ECDSA', namedCurve: 'P-256' } },
  ES384: { kind: 'P-384', algorithm: { name: 'ECDSA', namedCurve: 'P-384' } },
  RS256: rsa(PKCS1, 'SHA-256'),
  RS384: rsa(PKCS1, 'SHA-384'),
  RS512: rsa(PKCS1, 'SHA-512'),
  PS256: rsa(PSS, 'SHA-256'),
  PS384: rsa(PSS, 'SHA-384'),
  PS512: rsa(PSS, 'SHA-512'),
};

const imported = createMemo<Promise<CryptoKey>>();

/** The kind of key that a use is defined for. */
export function kindFor(use: KeyUse): KeyKind {
  return USES[use].kind;
}

/** Makes a key that can only verify, and only in this one way. A thousand badges of one issuer import it once. Rejects when the kind of key is another. */
export function importKey(key: VerificationKey, use: KeyUse): Promise<CryptoKey> {
  const { kind, algorithm } = USES[use];
  if (key.kind !== kind) return Promise.reject(new TypeError(`a ${key.kind} key is none for ${use}`));
  const { kty, crv, x, y, n, e } = key.jwk;
  const question = JSON.stringify([use, kty, crv, x, y, n, e]);
  return imported.of(question, () => {
    const promise = crypto.subtle.importKey('jwk', { kty, crv, x, y, n, e }, algorithm, false, ['verify']);
    promise.catch(() => imported.forget(question));
    return promise;
  });
}
