/** Which of two looks at a badge came later. Pure: the one place that says so, whoever writes an answer. */
import type { Verdict } from '../badge/report.ts';

export interface Dated {
  verdict: Verdict;
  /** ISO instant. */
  checkedAt: string;
}

/**
 * Above 0 where the found look was taken after the known one, below 0 where before. A known one whose date lies ahead of `now` (milliseconds since the
 * epoch) was taken by a clock that was wrong: it would freeze its answer for ever, so that whatever is found counts as later.
 */
export function compareLooks(found: Dated, known: Dated, now: number): number {
  const at = Date.parse(known.checkedAt);
  return at <= now ? Date.parse(found.checkedAt) - at : 1;
}

/** Whether a later look has been written meanwhile. One that decided nothing outdates none that did. */
export function isOutdated(found: Dated, known: Dated, now: number): boolean {
  const saysMore = found.verdict !== 'undecided' && known.verdict === 'undecided';
  return !saysMore && compareLooks(found, known, now) < 0;
}
