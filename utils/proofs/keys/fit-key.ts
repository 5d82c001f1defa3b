import type { Check } from '../../badge/report.ts';
import type { KeyKind, VerificationKey } from '../types.ts';
import { keyCheck } from './key-check.ts';
import type { KeyReading } from './key-reading.ts';

export type FittedKey = { key: VerificationKey; trouble: null } | { key: null; trouble: Check };

/**
 * Makes a reading a key for these kinds of signature, or says why not. A malformed key in the badge itself (`inBadge`: a did:key, a header) fails; in the
 * issuer's document it is the issuer's slip, which says nothing about the badge. The kind of key decides the algorithm, never the other way round.
 */
export function fitKey(reading: KeyReading, id: string, kinds: readonly KeyKind[], inBadge: boolean): FittedKey {
  if (!reading.ok) {
    if (reading.why === 'unsupported')
      return { key: null, trouble: keyCheck('unknown', 'key-unsupported', reading.what) };
    if (reading.why === 'other-use') return { key: null, trouble: keyCheck('fail', 'key-not-authorised') };
    return { key: null, trouble: keyCheck(inBadge ? 'fail' : 'unknown', 'key-malformed', reading.what) };
  }
  if (!kinds.includes(reading.kind)) return { key: null, trouble: keyCheck('fail', 'key-malformed', reading.kind) };
  return { key: { kind: reading.kind, id, jwk: reading.jwk }, trouble: null };
}
