/** Public keys as text with their kind in front: multibase and multicodec (Controlled Identifiers 1.0, Multikey). */
import { base58 } from '@scure/base';
import { type CurveName, coordinateLength, readPoint } from './curve-points.ts';
import { ed25519Key, nistKey } from './jwk.ts';
import { type KeyReading, malformed, otherUse, unsupported } from './key-reading.ts';
import { createMemo } from './memo.ts';

/** Longer than any key known here. Base 58 takes time in the square of the length. */
const LONGEST = 1024;
const BASE58 = /^[1-9A-HJ-NP-Za-km-z]+$/;

/** The two bytes in front, a varint of the multicodec table. */
const CURVES: Readonly<Record<string, CurveName>> = { '8024': 'P-256', '8124': 'P-384' };
const AGREEMENT: Readonly<Record<string, string>> = { ec01: 'X25519', '8424': 'X448' };
const UNKNOWN: Readonly<Record<string, string>> = {
  '8224': 'P-521',
  '8524': 'RSA',
  e701: 'secp256k1',
  ea01: 'BLS12-381',
  eb01: 'BLS12-381',
  '8324': 'Ed448',
};
const PRIVATE = /^8[0-8]26$/;

/** Decompressing a point costs as much as checking a signature with it. */
const known = createMemo<KeyReading>(200, LONGEST);

/** Reads `publicKeyMultibase`, or the name of a did:key. */
export function readMultikey(value: unknown): KeyReading {
  // Only base58btc: "the resulting … value MUST then be encoded using the base-58-btc alphabet" (Controlled Identifiers, 2.2.2).
  if (typeof value !== 'string' || !value.startsWith('z')) return malformed('multibase');
  if (value.length > LONGEST || !BASE58.test(value.slice(1))) return malformed('base58');
  return known.of(value, () => readPrefixed(base58.decode(value.slice(1))));
}

function readPrefixed(bytes: Uint8Array): KeyReading {
  const prefix = [...bytes.subarray(0, 2)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const key = bytes.slice(2);
  if (prefix === 'ed01') return ed25519Key(key);
  const curve = CURVES[prefix];
  if (curve) {
    if (key.length !== coordinateLength(curve) + 1) return malformed(`${key.length} bytes`);
    const point = readPoint(curve, key);
    return point ? nistKey(curve, point) : malformed('not on the curve');
  }
  const agreement = AGREEMENT[prefix];
  if (agreement) return otherUse(agreement);
  if (PRIVATE.test(prefix)) return malformed('private key');
  const name = UNKNOWN[prefix];
  return name ? unsupported(name) : malformed('multicodec');
}

/** Reads `publicKeyBase58` of an Ed25519VerificationKey2018: the bare 32 bytes. */
export function readBase58Key(value: unknown): KeyReading {
  if (typeof value !== 'string' || value.length > 64 || !BASE58.test(value)) return malformed('base58');
  return ed25519Key(base58.decode(value));
}
