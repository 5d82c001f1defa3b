import type { CheckCode } from '../badge/check.ts';
import type { Check } from '../badge/report.ts';
import { plain, quoted, snake } from './plain.ts';
import { platformName } from './platform-name.ts';
import type { FormatDate, Translate } from './types.ts';

/** Codes whose sentence can carry the check's detail. All other details stay out of the sentence. */
export const CODES_WITH_DETAIL = [
  'format-missing-member',
  'format-bad-value',
  'origin-ok',
  'origin-network',
  'origin-timeout',
  'origin-rate-limited',
  'origin-server-error',
  'origin-access-denied',
  'origin-redirected-away',
  'origin-not-permitted',
  'status-revoked',
  'status-suspended',
  'dates-ok',
  'dates-expired',
  'dates-not-yet-valid',
  'dates-unreadable',
  'issuer-trusted',
  'issuer-vetted',
  'issuer-unvetted',
  'issuer-unlisted',
  'issuer-impostor',
  'issuer-registry-unread',
  'schema-findings',
  'format-unknown-terms',
  'format-unknown-context',
  'format-two-readings',
  'format-claim-differs',
  'format-claim-missing',
  'format-forbidden-member',
  'format-broken-image',
  'status-unreadable',
  'status-list-other-issuer',
  'status-unsupported',
  'status-message',
  'status-refresh-offered',
  'dates-proof-expired',
  'signature-ok',
  'signature-bad',
  'signature-malformed',
  'signature-algorithm',
  'signature-unsupported',
  'signature-purpose',
  'signature-another-fails',
  'key-ok',
  'key-unavailable',
  'key-not-listed',
  'key-other-controller',
  'key-withdrawn',
  'key-unsupported',
  'key-malformed',
  'endorsement-ok',
  'endorsement-unproved',
  'endorsement-void',
  'contained-ok',
  'contained-doubtful',
  'schema-unknown',
] as const satisfies readonly CheckCode[];
type DetailedCode = (typeof CODES_WITH_DETAIL)[number];

const isDetailed = (code: CheckCode): code is DetailedCode => CODES_WITH_DETAIL.some((known) => known === code);

/** A detail as the sentence can use it; empty when it does not fit (an instant that cannot be formatted, say). */
function wordsOfDetail(check: Check, code: DetailedCode, t: Translate, formatDate?: FormatDate): string {
  const text = plain(check.detail);
  if (code === 'issuer-vetted' || code === 'issuer-unvetted') return text && platformName(text, t);
  const isInstant =
    code === 'origin-rate-limited' ||
    code === 'key-withdrawn' ||
    (code.startsWith('dates-') && code !== 'dates-unreadable');
  if (!isInstant) return quoted(text);
  return formatDate?.(text) ?? '';
}

/** One check in one plain sentence, with its detail (host, date, reason) where there is one. */
export function checkSentence(check: Check, t: Translate, formatDate?: FormatDate): string {
  const { code } = check;
  if (isDetailed(code)) {
    const detail = wordsOfDetail(check, code, t, formatDate);
    if (detail) return t(`check.with.${snake(code)}`, [detail]);
  }
  return t(`check.plain.${snake(code)}`);
}
