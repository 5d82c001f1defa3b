import type { AnswerRow } from './database.ts';
import { instant } from './lifetimes.ts';

/** A clock that was ahead by more than this, in milliseconds, when a row was written makes the row void. */
export const MAX_AHEAD = 300_000;

/** Whether a row of that time can have been written before `now`. */
export function isOfThePast(writtenAt: number, now: number): boolean {
  return writtenAt <= now + MAX_AHEAD;
}

/**
 * Whether a stored answer may be given again at `now`. Not an undecided one whose host is to be asked again by now; nor, to who asks by hand,
 * one that lacks what only a check by hand may ask.
 */
export function isFresh({ storedAt, freshUntil, examined }: AnswerRow, now: number, byHand: boolean): boolean {
  if (!isOfThePast(storedAt, now) || freshUntil <= now) return false;
  if (byHand && examined.checks.some(({ code }) => code === 'origin-not-permitted')) return false;
  if (examined.verdict !== 'undecided') return true;
  return (instant(examined.retryAt) ?? Number.POSITIVE_INFINITY) > now;
}

/** Whether a stored answer will do for who wants to claim the badge: one written since they asked, or any fresh one where `cached`. */
export function serves(row: AnswerRow, { now, since, cached, byHand }: Wish): boolean {
  return (row.storedAt >= since && isOfThePast(row.storedAt, now)) || (cached && isFresh(row, now, byHand));
}

interface Wish {
  now: number;
  since: number;
  cached: boolean;
  byHand: boolean;
}

/** Whether a stored answer stays although somebody could not decide anew at `doubtAt` (undefined: that was no doubt). */
export function outlastsDoubt(row: AnswerRow | undefined, doubtAt: number | undefined): boolean {
  return (
    row !== undefined && doubtAt !== undefined && row.examined.verdict !== 'undecided' && isFresh(row, doubtAt, false)
  );
}
