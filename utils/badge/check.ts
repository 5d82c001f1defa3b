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
  'format-duplicate-members', // some object names a member twice: two readers may read it differently
  'format-too-many-parts', // more proofs, status entries or parts than are looked at
  'format-unknown-terms', // detail: a member that no JSON-LD context defines, so that no signature covers it
  'format-unknown-context', // detail: address of a JSON-LD context that is neither bundled nor pinned
  'format-inline-context', // a JSON-LD context written into the badge itself
  'format-two-readings', // signed, but written so that two readers may read it differently. detail: the member
  'format-claim-differs', // a JWT claim contradicts the credential. detail: the claim
  'format-claim-missing', // detail: the claim
  'format-forbidden-member', // detail: the member
  'format-no-badge-data', // a picture without a badge in it
  'format-broken-image', // detail: what is broken
  'format-several-badges', // a picture with more than one badge baked in: the newest standard's first counts
  'format-blockcerts', // Blockcerts v2/v3: recognised, not supported
  'format-sd-jwt', // SD-JWT: no Open Badges format
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
  'status-unreadable', // detail: host of the list
  'status-list-unproved', // the list's own proof fails or is not its issuer's
  'status-list-short', // fewer entries than the standard's minimum
  'status-list-other-issuer', // detail: who signed the list
  'status-out-of-range', // the list has no such entry
  'status-unsupported', // detail: the type of status
  'status-message', // a message that is neither revocation nor suspension. detail: its words
  'status-refresh-offered', // the issuer offers a newer copy. detail: host
  // dates
  'dates-ok', // detail: ISO end, if any
  'dates-none',
  'dates-expired', // detail: ISO instant
  'dates-not-yet-valid', // detail: ISO instant
  'dates-unreadable', // detail: what stood there
  'dates-proof-expired', // the proof itself has an end, and it has passed. detail: ISO instant
  // issuer
  'issuer-trusted',
  'issuer-vetted', // detail: platform
  'issuer-unvetted', // detail: platform
  'issuer-unlisted', // detail: host or DID
  'issuer-impostor', // detail: the known issuer it reads like
  'issuer-unreadable',
  'issuer-registry-unread', // detail: the registry
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
  'signature-ok', // detail: suite or algorithm
  'signature-bad', // detail: suite or algorithm
  'signature-missing', // a credential without any proof
  'signature-malformed', // detail: what is wrong
  'signature-algorithm', // an algorithm that is never accepted (none, HMAC …). detail: its name
  'signature-unsupported', // a suite or algorithm that this version does not know. detail: its name
  'signature-purpose', // made for another purpose than to assert. detail: the purpose
  'signature-not-derived', // a base proof of ecdsa-sd-2023: for the holder only
  'signature-another-fails', // one proof holds, another does not. detail: suite
  'key-ok', // detail: DID or host that publishes the key
  'key-unbound', // only the badge itself names the key
  'key-unavailable', // detail: host or DID
  'key-not-listed', // the issuer's own document does not list it. detail: host or DID
  'key-not-authorised', // listed, but not to assert
  'key-other-controller', // the key is somebody else's. detail: whose
  'key-withdrawn', // revoked or expired by its controller. detail: ISO instant
  'key-unsupported', // detail: DID method or type of key
  'key-malformed', // detail: what is wrong
  // endorsements and credentials inside (check id `issuer`: they never decide whether this badge is real)
  'endorsement-ok', // detail: who endorses, and the place that proves it
  'endorsement-unproved', // could not be decided. detail: who is said to endorse
  'endorsement-void', // withdrawn, over, altered, or about something else. detail: who is said to endorse
  'contained-ok', // detail: how many credentials inside were verified
  'contained-doubtful', // detail: how many of how many were not
  // schema
  'schema-ok',
  'schema-findings', // detail: the first finding
  'schema-unknown', // detail: address of a schema that is not bundled
  // somebody's mistake
  'internal-error',
] as const;
export type CheckCode = (typeof CHECK_CODES)[number];
