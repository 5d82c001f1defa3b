import type { KeyUse } from '../keys/crypto-key.ts';

/** JWS algorithms that are accepted, and how their keys are used. `EdDSA` with a key of another curve than Ed25519 finds no key. */
const USES: ReadonlyMap<string, KeyUse> = new Map<string, KeyUse>([
  ['RS256', 'RS256'],
  ['RS384', 'RS384'],
  ['RS512', 'RS512'],
  ['PS256', 'PS256'],
  ['PS384', 'PS384'],
  ['PS512', 'PS512'],
  ['ES256', 'ES256'],
  ['ES384', 'ES384'],
  ['EdDSA', 'EdDSA'],
  ['Ed25519', 'EdDSA'],
]);

/** How an algorithm uses its key; null for one that is not accepted. */
export function keyUseFor(alg: string): KeyUse | null {
  return USES.get(alg) ?? null;
}

/** Algorithms that prove nothing: no signature at all, or one that whoever reads the badge could have made (RFC 8725, 3.1 and 3.2). */
export function provesNothing(alg: string): boolean {
  return /^(?:none|hs\d+.*)$/i.test(alg.trim());
}
