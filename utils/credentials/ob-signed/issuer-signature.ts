/** The signature of an assertion or endorsement of Open Badges 1.x and 2.0, under the keys that its issuer lists. */
import type { Check, SignatureFact } from '../../badge/report.ts';
import { type JsonObject, member, text } from '../../json/members.ts';
import { detailOf } from '../../net/fetch-document.ts';
import { verificationOf } from '../../openbadges/detect.ts';
import type { ReadJws } from '../../proofs/jose/read-jws.ts';
import { verifyRs256 } from '../../proofs/jose/verify-jws.ts';
import type { FoundKey } from '../../proofs/types.ts';

export interface JudgedSignature {
  /** It holds, under a key that is the issuer's. */
  proved: boolean;
  checks: Check[];
  facts: SignatureFact[];
  retryAt?: string;
}

/** RS256 and nothing else (Open Badges 2.0, SignedBadge); libraries of 2013 wrote it in small letters. Null: it is. */
export function algorithmProblem({ alg }: ReadJws): Check | null {
  return /^rs256$/i.test(alg)
    ? null
    : { id: 'signature', outcome: 'fail', code: 'signature-algorithm', ...detailOf(alg) };
}

export function saysSigned(payload: JsonObject): boolean {
  const verification = verificationOf(payload);
  const type =
    verification === null ? undefined : (text(member(verification, 'type')) ?? text(member(verification, '@type')));
  // One that was baked may leave the word out: that it is signed is plain to see. That it is hosted would contradict the signature.
  return verification !== null && (type === undefined || /^(?:.*[/#:])?(?:signed|SignedBadge)$/.test(type));
}

/** Tries the issuer's keys. One under which the signature holds suffices; with all of them read and none fitting, it was not the issuer who signed. */
export async function judgeIssuerSignature(jws: ReadJws, keys: readonly FoundKey[]): Promise<JudgedSignature> {
  for (const found of keys) {
    if (found.key === null || !(await verifyRs256(jws, found.key))) continue;
    return {
      proved: found.bound,
      checks: [signature('pass'), found.check],
      facts: [fact(found, found.bound ? 'pass' : found.check.outcome)],
    };
  }
  const open = keys.find(({ key, check }) => key === null && check.outcome === 'unknown');
  const tried = keys.find(({ key }) => key !== null);
  const retryAt = keys.find((found) => found.retryAt !== undefined)?.retryAt;
  const telling = open ?? tried ?? keys[0];
  return {
    proved: false,
    checks: telling === undefined ? [] : [...(!open && tried ? [signature('fail')] : []), telling.check],
    facts: telling === undefined ? [] : [fact(telling, open ? 'unknown' : 'fail')],
    ...(retryAt !== undefined && { retryAt }),
  };
}

function fact(found: FoundKey, outcome: Check['outcome']): SignatureFact {
  return {
    suite: 'RS256',
    ...(found.key && { method: found.key.id }),
    ...(found.from !== undefined && { keyFrom: found.from }),
    outcome,
  };
}

function signature(outcome: 'pass' | 'fail'): Check {
  return { id: 'signature', outcome, code: outcome === 'pass' ? 'signature-ok' : 'signature-bad', detail: 'RS256' };
}
