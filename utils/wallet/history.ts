/** What was answered about a badge, and when. */
import type { Examined } from '../badge/report.ts';
import type { WalletDatabase } from './database.ts';
import { isAnsweredFor } from './identity.ts';
import type { HistoryRow } from './types.ts';

export const MAX_HISTORY = 100;

/** The last answer first, in the order in which they were written: a clock that was ahead would have its own stay the last one for years. */
export async function historyOf(db: WalletDatabase, badge: string): Promise<HistoryRow[]> {
  const rows = await db.history.where('[badge+at]').between([badge, 0], [badge, Infinity]).toArray();
  return rows.sort((a, b) => (b.n ?? 0) - (a.n ?? 0));
}

/**
 * Adds an answer, at most a hundred for each badge; the same one as before only lasts longer. Answers all there are now, the last first. `at`: when it was
 * found out, in milliseconds since the epoch.
 */
export async function writeHistory(
  db: WalletDatabase,
  badge: string,
  examined: Examined,
  at: number,
): Promise<HistoryRow[]> {
  const { verdict, proof, checks, asked } = examined;
  const codes = checks.filter(({ outcome }) => outcome !== 'pass').map(({ code }) => code);
  const rows = await historyOf(db, badge);
  const [last, ...older] = rows;
  const isSame = last?.verdict === verdict && last.proof === proof && String(last.codes) === String(codes);
  // What was found out here runs on neither from what a backup says nor from a time that has not come.
  if (last && isSame && !last.restored && last.at <= at) {
    await db.history.update(last.n ?? 0, { until: at, asked });
    return [{ ...last, until: at, asked }, ...older];
  }
  const row: HistoryRow = { badge, at, until: at, verdict, proof, codes, asked };
  await db.history.add(row);
  await db.history.bulkDelete(rows.slice(MAX_HISTORY - 1).map(({ n }) => n ?? 0));
  return [row, ...rows].slice(0, MAX_HISTORY);
}

/** Since when no look could decide anything, in milliseconds since the epoch; Infinity where the last one could. What a clock that was ahead wrote began never. */
export function undecidedSince(history: readonly HistoryRow[], now: number): number {
  const decided = history.findIndex(({ verdict }) => verdict !== 'undecided');
  const streak = decided < 0 ? history : history.slice(0, decided);
  return Math.min(...streak.map(({ at }) => at).filter((at) => at <= now));
}

/** Whether anybody ever answered for the badge when it was looked at here. */
export function wasAnsweredFor(history: readonly HistoryRow[]): boolean {
  return history.some((row) => row.restored !== true && isAnsweredFor(row));
}
