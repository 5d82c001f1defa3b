/** Public keys as JSON Web Keys (RFC 7517, RFC 7518, RFC 8037). */
import { base64urlnopad } from '@scure/base';
import { calculateJwkThumbprint } from 'jose/jwk/thumbprint';
import { isObject, type JsonObject, list, member, text } from '../../json/members.ts';
import { type CurveName, coordinateLength, readPoint } from './curve-points.ts';
import { type KeyReading, malformed, otherUse, unsupported, usable } from './key-reading.ts';

/** Members of private and of shared keys (RFC 7518, 6.2.2, 6.3.2, 6.4.1). Whoever shows one has given the key away. */
const SECRET = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k'];
const SIGNS = /^(?:EdDSA|Ed25519|ES\d{3}|[RP]S\d{3})$/;
/** RFC 7518, 3.3: "A key of size 2048 bits or larger MUST be used". Beyond the upper bound a single check takes too long. */
const RSA_BITS = { least: 2048, most: 8192 };

/** Does it hold what only its owner may know? */
export function holdsSecret(jwk: JsonObject): boolean {
  return SECRET.some((name) => Object.hasOwn(jwk, name)) || member(jwk, 'kty') === 'oct';
}

/** Reads a public key. Only what the kind of key needs is handed on. */
export function readJwk(value: unknown): KeyReading {
  if (!isObject(value)) return malformed('JWK');
  if (holdsSecret(value)) return malformed('private key');
  const use = member(value, 'use');
  if (use !== undefined && use !== 'sig') return otherUse('use');
  const operations = member(value, 'key_ops');
  if (operations !== undefined && !list(operations).includes('verify')) return otherUse('key_ops');
  const algorithm = text(member(value, 'alg'));
  if (algorithm !== undefined && !SIGNS.test(algorithm)) return otherUse('alg');

  const kty = member(value, 'kty');
  if (kty === 'RSA') return readRsa(value);
  if (kty !== 'OKP' && kty !== 'EC') return typeof kty === 'string' ? unsupported(kty) : malformed('kty');
  const crv = member(value, 'crv');
  if (kty === 'OKP' && crv === 'Ed25519') return readEd25519(value);
  // Made for agreeing on keys, not for signing (RFC 7748).
  if (kty === 'OKP' && (crv === 'X25519' || crv === 'X448')) return otherUse(crv);
  if (kty === 'EC' && (crv === 'P-256' || crv === 'P-384')) return readNist(value, crv);
  return typeof crv === 'string' ? unsupported(crv) : malformed('crv');
}

function readEd25519(jwk: JsonObject): KeyReading {
  const x = bytesOf(jwk, 'x');
  return x ? ed25519Key(x) : malformed('x');
}

/** The key of 32 bytes (RFC 8032). */
export function ed25519Key(bytes: Uint8Array): KeyReading {
  if (bytes.length !== 32) return malformed(`${bytes.length} bytes`);
  return usable('Ed25519', { kty: 'OKP', crv: 'Ed25519', x: base64urlnopad.encode(bytes) });
}

function readNist(jwk: JsonObject, crv: CurveName): KeyReading {
  const length = coordinateLength(crv);
  const x = bytesOf(jwk, 'x');
  const y = bytesOf(jwk, 'y');
  if (x?.length !== length) return malformed('x');
  if (y?.length !== length) return malformed('y');
  const point = readPoint(crv, new Uint8Array([4, ...x, ...y]));
  return point ? nistKey(crv, point) : malformed('not on the curve');
}

/** The key of a point that is known to be on its curve. */
export function nistKey(crv: CurveName, { x, y }: { x: Uint8Array; y: Uint8Array }): KeyReading {
  return usable(crv, { kty: 'EC', crv, x: base64urlnopad.encode(x), y: base64urlnopad.encode(y) });
}

/** Leading zero bytes are against RFC 7518 (2, Base64urlUInt), but some libraries write the sign byte of ASN.1 along. */
function readRsa(jwk: JsonObject): KeyReading {
  const n = withoutZeros(bytesOf(jwk, 'n'));
  const e = withoutZeros(bytesOf(jwk, 'e'));
  if (!n || !e) return malformed(n ? 'e' : 'n');
  const bits = n.length * 8 - Math.clz32(n[0] ?? 0) + 24;
  if (bits < RSA_BITS.least || bits > RSA_BITS.most) return malformed(`RSA ${bits}`);
  // An exponent of 1 makes every message its own signature, an even one has no inverse.
  const last = e[e.length - 1] ?? 0;
  if (e.length > 4 || last % 2 === 0 || (e.length === 1 && last < 3)) return malformed('e');
  return usable('RSA', { kty: 'RSA', n: base64urlnopad.encode(n), e: base64urlnopad.encode(e) });
}

function withoutZeros(bytes: Uint8Array | null): Uint8Array | null {
  const start = bytes?.findIndex((byte) => byte !== 0) ?? -1;
  return bytes && start >= 0 ? bytes.subarray(start) : null;
}

/** Bytes of a base64url member, in its only spelling (no padding, no stray bits); null when it is none. */
function bytesOf(jwk: JsonObject, name: string): Uint8Array | null {
  const written = member(jwk, name);
  if (typeof written !== 'string' || written.length > 2048) return null;
  try {
    return base64urlnopad.decode(written);
  } catch {
    return null;
  }
}

/** Are these the same key? Both must come from a reading. */
export function sameKey(a: JsonWebKey, b: JsonWebKey): boolean {
  return a.kty === b.kty && a.crv === b.crv && a.x === b.x && a.y === b.y && a.n === b.n && a.e === b.e;
}

/** RFC 7638, SHA-256. The key must come from a reading. */
export function thumbprintOf(jwk: JsonWebKey): Promise<string> {
  return calculateJwkThumbprint({ ...jwk, kty: jwk.kty ?? '' });
}
