import { importKey, type KeyUse } from '../keys/crypto-key.ts';
import type { KeyKind, VerificationKey } from '../types.ts';

type Bytes = Uint8Array<ArrayBuffer>;

const USES: Readonly<Partial<Record<KeyKind, KeyUse>>> = { Ed25519: 'EdDSA', 'P-256': 'ES256', 'P-384': 'ES384' };
const HASHES: Readonly<Record<string, string>> = { 'P-256': 'SHA-256', 'P-384': 'SHA-384' };

/** Does the signature fit data and key? ECDSA signatures are the two numbers in a row; WebCrypto refuses zeros. False for a key of another kind. */
export async function verifySignature(key: VerificationKey, signature: Bytes, data: Bytes): Promise<boolean> {
  const use = USES[key.kind];
  if (use === undefined) return false;
  return verify(await importKey(key, use), signature, data);
}

export async function verify(key: CryptoKey, signature: Bytes | undefined, data: Bytes): Promise<boolean> {
  if (!signature) return false;
  const { name, namedCurve } = key.algorithm as EcKeyAlgorithm;
  const algorithm = name === 'ECDSA' ? { name, hash: HASHES[namedCurve] ?? '' } : { name };
  return crypto.subtle.verify(algorithm, key, signature, data);
}
