import { endsBeforeItBegins, hasPassed, type Instant, liesAhead, readInstant } from '../badge/instant.ts';
import type { Check } from '../badge/report.ts';
import { detailOf } from '../net/fetch-document.ts';

export interface JudgedDates {
  checks: Check[];
  issuedOn?: string;
  expires?: string;
}

/**
 * Judges the two dates of a badge. An unreadable date leaves the question open, whatever the other one says; an end before the beginning is
 * malformed. Null and absent are the same: the badge does not say.
 */
export function judgeDates(issuedOn: unknown, expires: unknown, now: Date): JudgedDates {
  const begin = read(issuedOn);
  const end = read(expires);
  const dates: JudgedDates = { checks: [], ...(begin && { issuedOn: begin.iso }), ...(end && { expires: end.iso }) };
  dates.checks.push(...judge(begin, end, issuedOn, expires, now));
  return dates;
}

/** Null: stands there but cannot be read. */
function read(value: unknown): Instant | null | undefined {
  return value === undefined || value === null || value === '' ? undefined : readInstant(value);
}

function judge(
  begin: Instant | null | undefined,
  end: Instant | null | undefined,
  issuedOn: unknown,
  expires: unknown,
  now: Date,
): Check[] {
  if (end === null) return [unreadable(expires)];
  if (end && hasPassed(end, now)) return [{ id: 'dates', outcome: 'fail', code: 'dates-expired', detail: end.iso }];
  if (begin === null) return [unreadable(issuedOn)];
  if (begin && end && endsBeforeItBegins(begin, end)) {
    return [{ id: 'format', outcome: 'fail', code: 'format-bad-value', detail: 'expires' }];
  }
  if (begin && liesAhead(begin, now)) {
    return [{ id: 'dates', outcome: 'fail', code: 'dates-not-yet-valid', detail: begin.iso }];
  }
  if (end) return [{ id: 'dates', outcome: 'pass', code: 'dates-ok', detail: end.iso }];
  return [{ id: 'dates', outcome: 'pass', code: 'dates-none' }];
}

function unreadable(value: unknown): Check {
  return { id: 'dates', outcome: 'unknown', code: 'dates-unreadable', ...detailOf(value) };
}
