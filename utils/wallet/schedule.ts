/** When a badge is looked at again. Pure; milliseconds since the epoch. */
import { readInstant } from '../badge/instant.ts';
import type { Examined } from '../badge/report.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Nothing is ever put off for longer, whatever a host wishes: beyond it, it was a clock that was wrong. */
export const LONGEST_WAIT = 31 * DAY;
/** What can be asked about nowhere comes up again after so long. */
export const UNASKABLE_WAIT = 30 * DAY;
/** Sixty badges claimed together shall not be asked about together for ever. */
const JITTER = 0.2;

/**
 * A week for what is decided, sooner where the badge ends or begins before; for what could not be decided six hours, doubled with each failure up to a
 * week, and, within a week, not before the host wants to be asked. `random`: from 0 to 1.
 */
export function nextDue(examined: Examined, failures: number, now: number, random: number): number {
  const spread = 1 - JITTER + 2 * JITTER * random;
  const { verdict, badge, retryAt, staleAt } = examined;
  if (verdict === 'undecided') {
    const wait = Math.min(6 * HOUR * 2 ** Math.min(failures, 5), 7 * DAY);
    const wished = Math.min(readInstant(retryAt)?.ms ?? 0, now + 7 * DAY);
    return Math.max(now + wait * spread, wished);
  }
  const soon = now + 7 * DAY * spread;
  const turns = [badge?.expires, badge?.issuedOn, staleAt]
    .map((iso) => readInstant(iso)?.ms ?? 0)
    .filter((at) => at > now)
    .map((at) => at + HOUR * random);
  return Math.min(soon, ...turns);
}
