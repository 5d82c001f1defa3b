import type { CheckCode, CheckId } from './check.ts';
import type { Check, Verdict } from './report.ts';

/** Whether it is its issuer's and was not withdrawn; only today may lie outside its dates. */
export function isGenuine(verdict: Verdict): boolean {
  return verdict === 'verified' || verdict === 'expired' || verdict === 'not-yet-valid';
}

/** Codes that say what the matter is by themselves, whatever else was found. */
const UNSUPPORTED: ReadonlySet<CheckCode> = new Set([
  'format-blockcerts',
  'format-no-badge-data',
  'format-sd-jwt',
  'signature-unsupported',
  'origin-page-only',
  'origin-owner-only',
  'origin-short-link',
  'origin-profile',
  'origin-achievement',
  'origin-nothing-active',
]);
const NOT_FOUND: ReadonlySet<CheckCode> = new Set(['origin-not-found', 'origin-not-public']);
const PROOF: readonly CheckId[] = ['format', 'origin', 'signature', 'key'];
/** What must not be left open for `verified`. Recipient, image and schema do not decide whether the badge is real. */
const DECIDING: readonly CheckId[] = [...PROOF, 'status', 'dates', 'issuer'];

/**
 * The verdict that follows from the checks, before standing and holder. `verified` has to be earned: form, dates and status read and good, and
 * either the origin or the signature with its key; a check that is missing or unknown makes it `undecided`.
 */
export function verdictOf(checks: readonly Check[]): Verdict {
  const failed = (id: CheckId) => checks.some((check) => check.id === id && check.outcome === 'fail');
  const passed = (id: CheckId) => checks.some((check) => check.id === id && check.outcome === 'pass');
  const open = checks.filter((check) => check.outcome === 'unknown' && DECIDING.includes(check.id));

  if (PROOF.some(failed)) return 'invalid';
  if (failed('status')) {
    return checks.some((check) => check.outcome === 'fail' && check.code === 'status-revoked')
      ? 'revoked'
      : 'suspended';
  }
  if (open.some((check) => UNSUPPORTED.has(check.code))) return 'unsupported';
  if (open.some((check) => check.id === 'origin' && NOT_FOUND.has(check.code))) return 'not-found';
  const proved = passed('origin') || (passed('signature') && passed('key'));
  if (open.length > 0 || !proved || !passed('format') || !passed('status')) return 'undecided';
  if (failed('issuer')) return 'undecided';
  const dates = checks.find((check) => check.id === 'dates' && check.outcome === 'fail');
  if (dates) return dates.code === 'dates-not-yet-valid' ? 'not-yet-valid' : 'expired';
  return passed('dates') ? 'verified' : 'undecided';
}
