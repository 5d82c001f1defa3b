/** No host can send us away for longer than this. */
const MAX_WAIT = 3_600_000;

/**
 * Reads `Retry-After` (RFC 9110, 10.2.3): seconds or an HTTP date. Answers milliseconds since the epoch, at most an hour ahead, or null when
 * the header is missing or unreadable.
 */
export function parseRetryAfter(header: string | null, now: number): number | null {
  if (header === null) return null;
  const text = header.trim();
  if (/^\d{1,10}$/.test(text)) return now + Math.min(Number(text) * 1000, MAX_WAIT);
  // A day's name and a time of day: `Date.parse` alone takes bare years, negative numbers, even "Someday, maybe".
  if (!/^(Sun|Mon|Tue|Wed|Thu|Fri|Sat)[a-z]*,? .*\d{2}:\d{2}:\d{2}/.test(text)) return null;
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : Math.min(Math.max(at, now), now + MAX_WAIT);
}
