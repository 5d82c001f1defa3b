import { endsBeforeItBegins, hasPassed, type Instant, liesAhead, readInstant } from '../badge/instant.ts';
import type { Check } from '../badge/report.ts';
import { detailOf } from '../net/fetch-document.ts';

export interface JudgedDates {
  checks: Check[];
  issuedOn?: string;
  expires?: string;
}

/** A date that stands somewhere, and how it was read. Null: it cannot be. */
export interface DateReading {
  written: unknown;
  instant: Instant | null;
}

/**
 * Judges the two dates of a badge. An unreadable date leaves the question open, whatever the other one says; an end before the beginning is
 * malformed. Null and absent are the same: the badge does not say.
 */
export function judgeDates(issuedOn: unknown, expires: unknown, now: Date): JudgedDates {
  const begins = readDates([issuedOn]);
  const ends = readDates([expires]);
  const [begin, end] = [begins[0]?.instant, ends[0]?.instant];
  return {
    checks: judgeSpan(begins, ends, now),
    ...(begin && { issuedOn: begin.iso }),
    ...(end && { expires: end.iso }),
  };
}

/** The dates among these values; what is null, empty or absent is none. */
export function readDates(values: readonly unknown[]): DateReading[] {
  return values
    .filter((value) => value !== undefined && value !== null && value !== '')
    .map((written) => ({ written, instant: readInstant(written) }));
}

/** Judges several beginnings and ends that all hold: the latest beginning and the earliest end count. */
export function judgeSpan(begins: readonly DateReading[], ends: readonly DateReading[], now: Date): Check[] {
  const begin = latest(begins);
  const end = earliest(ends);
  if (end && hasPassed(end, now)) return [{ id: 'dates', outcome: 'fail', code: 'dates-expired', detail: end.iso }];
  const unclear = [...ends, ...begins].find(({ instant }) => instant === null);
  if (unclear) return [{ id: 'dates', outcome: 'unknown', code: 'dates-unreadable', ...detailOf(unclear.written) }];
  if (begin && end && endsBeforeItBegins(begin, end)) {
    return [{ id: 'format', outcome: 'fail', code: 'format-bad-value', detail: 'expires' }];
  }
  if (begin && liesAhead(begin, now)) {
    return [{ id: 'dates', outcome: 'fail', code: 'dates-not-yet-valid', detail: begin.iso }];
  }
  if (end) return [{ id: 'dates', outcome: 'pass', code: 'dates-ok', detail: end.iso }];
  return [{ id: 'dates', outcome: 'pass', code: 'dates-none' }];
}

export function latest(dates: readonly DateReading[]): Instant | undefined {
  return readable(dates).sort((a, b) => b.ms - a.ms)[0];
}

export function earliest(dates: readonly DateReading[]): Instant | undefined {
  return readable(dates).sort((a, b) => a.ms - b.ms)[0];
}

function readable(dates: readonly DateReading[]): Instant[] {
  return dates.flatMap(({ instant }) => instant ?? []);
}
