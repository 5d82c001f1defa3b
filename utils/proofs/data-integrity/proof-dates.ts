import { hasPassed, liesAhead, readInstant } from '../../badge/instant.ts';
import type { Check } from '../../badge/report.ts';
import { type JsonObject, member } from '../../json/members.ts';
import { detailOf } from '../../net/fetch-document.ts';

/** What a proof says about its own time. */
export interface ProofDates {
  /** ISO 8601, where it can be read. */
  created?: string;
  expires?: string;
  /** Why it does not count today. Empty when it does, or says nothing. */
  checks: readonly Check[];
}

/** `created` and `expires` (VC Data Integrity, "Proofs"). A date that stands there and cannot be read leaves the question open. */
export function readProofDates(proof: JsonObject, now: Date): ProofDates {
  const created = member(proof, 'created');
  const expires = member(proof, 'expires');
  const begin = created === undefined ? undefined : readInstant(created);
  const end = expires === undefined ? undefined : readInstant(expires);
  const checks: Check[] = [];
  if (begin === null) checks.push(unreadable(created));
  else if (begin && liesAhead(begin, now)) {
    checks.push({ id: 'dates', outcome: 'fail', code: 'dates-not-yet-valid', detail: begin.iso });
  }
  if (end === null) checks.push(unreadable(expires));
  else if (end && hasPassed(end, now)) {
    checks.push({ id: 'dates', outcome: 'fail', code: 'dates-proof-expired', detail: end.iso });
  }
  return { checks, ...(begin && { created: begin.iso }), ...(end && { expires: end.iso }) };
}

function unreadable(value: unknown): Check {
  return { id: 'dates', outcome: 'unknown', code: 'dates-unreadable', ...detailOf(value) };
}
