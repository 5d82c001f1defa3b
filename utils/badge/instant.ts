/**
 * Dates as badges write them since 2012: ISO 8601 with and without zone, seconds or colon in the offset, bare dates, Unix seconds as number or text.
 */
export interface Instant {
  /** ISO 8601, UTC, milliseconds. */
  iso: string;
  /** Milliseconds since the epoch. Without a zone it is read as UTC. */
  ms: number;
  /** A bare date, no time of day. */
  dateOnly: boolean;
  /** No zone was given: the writer's clock may have been up to 14 hours ahead of UTC. */
  zoneless: boolean;
}

/** Badges may be read by clocks that differ this much, in milliseconds, and no more. */
export const CLOCK_SKEW = 5 * 60_000;
const AHEAD_OF_UTC = 14 * 3_600_000;
const FIRST = Date.UTC(1970, 0, 2);
/** The last second of 9999 is what many systems write for "never". */
const LAST = Date.UTC(10_000, 0, 1) - 1;

const FORM =
  /^(\d{4})-(\d{2})-(\d{2})(?:[Tt ](\d{2}):?(\d{2})(?::?(\d{2})(?:[.,](\d{1,12}))?)?\s*(Z|z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?)?$/;

/** Reads a date; null when it cannot be read for sure. */
export function readInstant(value: unknown): Instant | null {
  if (typeof value === 'number') return fromSeconds(value);
  if (typeof value !== 'string' || value.length > 64) return null;
  const text = value.trim();
  if (/^\d{8,13}(?:\.\d{1,9})?$/.test(text)) return fromSeconds(Number(text));
  const parts = FORM.exec(text);
  if (!parts) return null;
  const [, year, month, day, hour, minute, second, fraction, zone] = parts;
  const dateOnly = hour === undefined;
  const fields = {
    year: Number(year),
    month: Number(month),
    day: Number(day),
    hour: Number(hour ?? 0),
    minute: Number(minute ?? 0),
    second: Number(second ?? 0),
  };
  if (!exists(fields)) return null;
  const offset = zone === undefined ? 0 : offsetOf(zone);
  if (offset === null) return null;
  const millis = fraction === undefined ? 0 : Math.floor(Number(`0.${fraction}`) * 1000);
  const { year: y, month: m, day: d, hour: h, minute: min, second: s } = fields;
  // Second 60 is a leap second: the last second of its minute is near enough.
  const ms = Date.UTC(y, m - 1, d, h, min, Math.min(s, 59), millis) - offset;
  return instant(ms, dateOnly, zone === undefined);
}

/**
 * A NumericDate (RFC 7519, 2): always seconds. What lies before the years that can be written has passed. What lies behind them may be meant as
 * milliseconds, and then have passed as well: it cannot be read for sure.
 */
export function fromNumericDate(value: unknown): Instant | null {
  if (typeof value !== 'number' || !Number.isFinite(value)) return null;
  return instant(Math.max(Math.floor(value * 1000), FIRST), false, false);
}

function fromSeconds(value: number): Instant | null {
  if (!Number.isFinite(value) || value <= 0) return null;
  // Thirteen digits are milliseconds: as seconds they would lie beyond the year 30,000.
  return instant(Math.floor(value > 99_999_999_999 ? value : value * 1000), false, false);
}

function instant(ms: number, dateOnly: boolean, zoneless: boolean): Instant | null {
  if (!(ms >= FIRST && ms <= LAST)) return null;
  return { iso: new Date(ms).toISOString(), ms, dateOnly, zoneless };
}

interface Fields {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
}

/** 30 February does not; `Date` would silently make it 2 March. 24:00:00 is the end of the day (ISO 8601). */
function exists({ year, month, day, hour, minute, second }: Fields): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  if (day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return false;
  if (hour === 24) return minute === 0 && second === 0;
  return hour < 24 && minute < 60 && second <= 60;
}

/** Milliseconds ahead of UTC, or null. */
function offsetOf(zone: string): number | null {
  if (/^(?:Z|UTC|GMT)$/i.test(zone)) return 0;
  const hours = Number(zone.slice(1, 3));
  const minutes = Number(zone.slice(3).replace(':', '') || 0);
  if (hours > 14 || minutes > 59) return null;
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * 60_000;
}

/** Has this end passed? Without a zone the end is read as UTC. */
export function hasPassed(end: Instant, now: Date): boolean {
  return end.ms + CLOCK_SKEW <= now.getTime();
}

/** Does this beginning still lie ahead? Without a zone, the day may have begun elsewhere up to 14 hours ago. */
export function liesAhead(begin: Instant, now: Date): boolean {
  return begin.ms - CLOCK_SKEW - (begin.zoneless ? AHEAD_OF_UTC : 0) > now.getTime();
}

/** Does the end come before the beginning? Bare dates are compared as days. */
export function endsBeforeItBegins(begin: Instant, end: Instant): boolean {
  if (begin.zoneless || end.zoneless)
    return end.iso.slice(0, 10) < begin.iso.slice(0, 10) && end.ms + AHEAD_OF_UTC < begin.ms;
  return end.ms < begin.ms;
}
