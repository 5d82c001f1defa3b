import type { Check } from '../badge/report.ts';
import { type JsonObject, member } from '../json/members.ts';
import { detailOf } from '../net/fetch-document.ts';

/** It was withdrawn, with the reason that its document gives (Open Badges 2.0, Assertion); null where there is no document. */
export function revokedCheck(document: JsonObject | null): Check {
  const reason = detailOf(document && member(document, 'revocationReason'));
  return { id: 'status', outcome: 'fail', code: 'status-revoked', ...reason };
}
