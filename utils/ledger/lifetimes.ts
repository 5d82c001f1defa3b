import type { Examined } from '../badge/report.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * Until when (milliseconds since the epoch) an answer may be given again without asking, or null when it is not worth keeping.
 * `attempts`: how many times in a row this badge has been `undecided`, this one included.
 */
export function freshUntil(examined: Examined, now: number, attempts: number): number | null {
  // Nothing was asked (no permission, refused address, nothing to ask): asking again costs nothing and may find things changed.
  if (examined.asked.length === 0) return null;
  switch (examined.verdict) {
    case 'verified': {
      const ends = [examined.badge?.expires, examined.staleAt].map((end) => instant(end) ?? Number.POSITIVE_INFINITY);
      return Math.min(now + lifeOf(examined), ...ends);
    }
    case 'expired':
      return now + lifeOf(examined);
    case 'not-yet-valid': {
      const begins = instant(examined.badge?.issuedOn);
      return begins !== null && begins > now ? Math.min(now + DAY, begins) : now + HOUR;
    }
    case 'suspended':
    case 'revoked':
    case 'invalid':
      return now + HOUR;
    case 'not-found':
      return now + 15 * MINUTE;
    case 'unsupported':
      return now + 7 * DAY;
    case 'undecided': {
      const backOff = Math.min(5 * MINUTE * 2 ** Math.min(Math.max(attempts, 1) - 1, 10), 6 * HOUR);
      return Math.max(now + backOff, instant(examined.retryAt) ?? 0);
    }
  }
}

/** The holder's name comes from a page of its own. As long as that could not be read, the answer to "whose is it?" is missing through no fault of the badge. */
function lifeOf({ checks }: Examined): number {
  const nameless = checks.some(
    ({ id, outcome, code }) => id === 'recipient' && outcome === 'unknown' && code.startsWith('origin-'),
  );
  return nameless ? 10 * MINUTE : DAY;
}

/** Milliseconds since the epoch of an ISO instant, or null. */
export function instant(iso: string | undefined): number | null {
  const at = iso === undefined ? Number.NaN : Date.parse(iso);
  return Number.isNaN(at) ? null : at;
}
