/** Sets of JSON Web Keys (RFC 7517, 5), and one key alone. */
import { isObject, type JsonObject, member, text } from '../../json/members.ts';
import type { KeyKind } from '../types.ts';
import { readJwk, sameKey, thumbprintOf } from './jwk.ts';
import { type KeyReading, malformed } from './key-reading.ts';

const MOST = 200;
const THUMBPRINT = /^[A-Za-z\d_-]{43}$/;

/** The keys of a set, or the one key; null when the document is neither. */
export function keysIn(document: JsonObject): JsonObject[] | null {
  const keys = member(document, 'keys');
  if (Array.isArray(keys)) return keys.slice(0, MOST).filter(isObject);
  return text(member(document, 'kty')) === undefined ? null : [document];
}

/** Those that go by one of these names, each by its `kid` or its thumbprint (RFC 7638). */
export async function namedIn(jwks: readonly JsonObject[], names: readonly string[]): Promise<JsonObject[]> {
  const answers = await Promise.all(jwks.map((jwk) => goesBy(jwk, readJwk(jwk), names)));
  return jwks.filter((_, at) => answers[at]);
}

/** Does this key go by one of these names? `jwk` is what stands in the document, if that is a JWK. */
export async function goesBy(jwk: JsonObject | null, reading: KeyReading, names: readonly string[]): Promise<boolean> {
  const kid = jwk && member(jwk, 'kid');
  if (typeof kid === 'string' && names.includes(kid)) return true;
  if (!reading.ok || !names.some((name) => THUMBPRINT.test(name))) return false;
  return names.includes(await thumbprintOf(reading.jwk));
}

/**
 * The one key of several. Keys of different kinds may share a name (RFC 7517, 4.5), so only those of the wanted kinds count; if two are left, nobody can
 * say which is meant. Null when there is none at all.
 */
export function theOne(jwks: readonly JsonObject[], kinds: readonly KeyKind[]): KeyReading | null {
  const readings = jwks.map(readJwk);
  const fitting = readings.filter((reading) => reading.ok && kinds.includes(reading.kind));
  const [first] = fitting;
  if (!first) return readings[0] ?? null;
  const same = fitting.every((reading) => reading.ok && first.ok && sameKey(reading.jwk, first.jwk));
  return same ? first : malformed('two keys');
}
