/**
 * The single checks behind a verdict. All are kept, whatever their outcome; a check that could not be carried out is `unknown`, never `fail`.
 * Codes are a closed union: the UI has one sentence for each (locales, `check_<code>`), and a test keeps both in step.
 */

export const CHECK_IDS = [
  'format',
  'origin',
  'signature',
  'key',
  'status',
  'dates',
  'issuer',
  'recipient',
  'image',
  'schema',
] as const;
export type CheckId = (typeof CHECK_IDS)[number];

export const CHECK_OUTCOMES = ['pass', 'fail', 'warn', 'unknown', 'skipped'] as const;
export type CheckOutcome = (typeof CHECK_OUTCOMES)[number];

export const CHECK_CODES = [
  // format: can it be read, and is it a badge?
  'format-ok',
  'format-not-json',
  'format-not-a-badge',
  'format-missing-member', // detail: the member
  'format-bad-value', // detail: the member
  'format-too-deep',
  'format-bad-text', // invalid UTF-8
  'format-signed-later', // a signed badge: recognised, not yet checked by this version
  'format-image-later', // a baked image: recognised, not yet read by this version
  'format-unknown-shape', // the platform's answer does not look as it used to
  'format-differs-from-presented', // hosted copy differs from what was presented
  // origin: does the place that was asked own the statement?
  'origin-ok', // detail: the host
  'origin-not-found',
  'origin-not-public',
  'origin-refused-address', // the address is not allowed (private, odd port …)
  'origin-network',
  'origin-timeout',
  'origin-rate-limited', // detail: ISO instant of the next try, if known
  'origin-server-error', // detail: status
  'origin-access-denied', // detail: status
  'origin-too-large',
  'origin-too-many-redirects',
  'origin-redirected-away', // detail: the host it ended on
  'origin-too-many-requests', // one badge asked for more documents than allowed
  'origin-not-permitted', // the browser has no permission for that host: detail host
  'origin-id-differs', // the document names another address than the one it was fetched from
  'origin-out-of-scope', // the issuer does not allow assertions at this origin
  'origin-page-only',
  'origin-owner-only',
  'origin-short-link',
  'origin-profile',
  'origin-achievement',
  'origin-nothing-active', // a transcript that lists nothing in force
  'origin-platform-closed', // the platform no longer answers for this kind of record
  // status
  'status-ok',
  'status-none-declared',
  'status-revoked', // detail: the reason, if given
  'status-suspended',
  'status-unreadable',
  // dates
  'dates-ok', // detail: ISO end, if any
  'dates-none',
  'dates-expired', // detail: ISO instant
  'dates-not-yet-valid', // detail: ISO instant
  'dates-unreadable', // detail: what stood there
  // issuer
  'issuer-trusted',
  'issuer-vetted', // detail: platform
  'issuer-unvetted', // detail: platform
  'issuer-unlisted', // detail: host or DID
  'issuer-impostor', // detail: the known issuer it reads like
  'issuer-unreadable',
  // recipient
  'recipient-yours',
  'recipient-same',
  'recipient-similar',
  'recipient-differs',
  'recipient-no-page-name',
  'recipient-unnamed', // the badge names nobody in clear text
  'recipient-from-page', // the name comes from the badge's public page only
  'recipient-weak-hash', // md5
  'recipient-missing',
  // image
  'image-ok',
  'image-none',
  // verification proper of signed badges
  'signature-ok',
  'signature-bad',
  'key-ok',
  'key-unbound',
  'key-unavailable',
  // schema
  'schema-ok',
  'schema-findings',
  // somebody's mistake
  'internal-error',
] as const;
export type CheckCode = (typeof CHECK_CODES)[number];
