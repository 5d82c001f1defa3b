/** The text in which a proof carries its signature: multibase, in the one alphabet that its suite prescribes. */
import { base58, base64urlnopad } from '@scure/base';
import { readCbor } from './cbor.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** Base 58 takes time in the square of the length; the longest signature known here has 132 characters. */
const LONGEST_SIGNATURE = 200;
const LONGEST_DERIVED = 200_000;
const MOST_SIGNATURES = 1_000;

/** base58btc (`z`), exactly as long as the suite's signatures are. Null otherwise. */
export function readSignature(value: unknown, lengths: readonly number[]): Bytes | null {
  if (typeof value !== 'string' || !value.startsWith('z') || value.length > LONGEST_SIGNATURE) return null;
  try {
    const bytes = new Uint8Array(base58.decode(value.slice(1)));
    return lengths.includes(bytes.length) ? bytes : null;
  } catch {
    return null;
  }
}

/** A derived proof of ecdsa-sd-2023 (VC Data Integrity ECDSA, "parseDerivedProofValue"). */
export interface DerivedProof {
  baseSignature: Bytes;
  /** The key, made for this one credential, that signed the statements which may be left out: 2 bytes of multicodec, 33 of the point. */
  publicKey: Bytes;
  signatures: readonly Bytes[];
  /** From a canonical name (`c14n0`) to the name under which the issuer signed. */
  labels: ReadonlyMap<string, string>;
  /** Places, among the statements, of those that may not be left out. */
  mandatory: ReadonlySet<number>;
}

const TAG = [0xd9, 0x5d];
const BASE = 0;
const DERIVED = 1;

/** `base`: the issuer's own proof, which tells its holder the key that hides what is left out. It is for nobody else's eyes. */
export function readDerivedProof(value: unknown): DerivedProof | 'base' | null {
  if (typeof value !== 'string' || !value.startsWith('u') || value.length > LONGEST_DERIVED) return null;
  let bytes: Bytes;
  try {
    bytes = new Uint8Array(base64urlnopad.decode(value.slice(1)));
  } catch {
    return null;
  }
  if (TAG.some((byte, index) => bytes[index] !== byte)) return null;
  if (bytes[2] === BASE) return 'base';
  return bytes[2] === DERIVED ? readParts(readCbor(bytes.slice(3))) : null;
}

function readParts(parts: unknown): DerivedProof | null {
  if (!Array.isArray(parts) || parts.length !== 5) return null;
  const [baseSignature, publicKey, signatures, labelMap, indexes] = parts as unknown[];
  if (!isBytes(baseSignature, 64) || !isBytes(publicKey, 35)) return null;
  if (!Array.isArray(signatures) || signatures.length > MOST_SIGNATURES) return null;
  if (!signatures.every((signature): signature is Bytes => isBytes(signature, 64))) return null;
  const labels = readLabels(labelMap);
  if (!labels || !Array.isArray(indexes)) return null;
  const mandatory = new Set<number>(indexes.filter((index) => typeof index === 'number'));
  if (mandatory.size !== indexes.length) return null;
  return { baseSignature, publicKey, signatures, labels, mandatory };
}

/** Numbers of canonical names to HMACs of 32 bytes, written out as the issuer did. */
function readLabels(value: unknown): Map<string, string> | null {
  if (!(value instanceof Map)) return null;
  const labels = new Map<string, string>();
  for (const [number, hmac] of value as Map<unknown, unknown>) {
    if (typeof number !== 'number' || !isBytes(hmac, 32)) return null;
    labels.set(`c14n${number}`, `u${base64urlnopad.encode(hmac)}`);
  }
  // Two nodes under one name would be one.
  return new Set(labels.values()).size === labels.size ? labels : null;
}

function isBytes(value: unknown, length: number): value is Bytes {
  return value instanceof Uint8Array && value.length === length;
}
