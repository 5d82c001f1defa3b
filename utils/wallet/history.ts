/** What was answered about a badge, and when. */
import type { Examined } from '../badge/report.ts';
import type { WalletDatabase } from './database.ts';
import type { HistoryRow } from './types.ts';

export const MAX_HISTORY = 100;

/** The last answer first. */
export function historyOf(db: WalletDatabase, badge: string): Promise<HistoryRow[]> {
  return db.history.where('[badge+at]').between([badge, 0], [badge, Infinity]).reverse().toArray();
}

/** Adds an answer, at most a hundred for each badge; the same one as before only lasts longer. Answers all there are now, the last first. */
export async function writeHistory(
  db: WalletDatabase,
  badge: string,
  examined: Examined,
  now: number,
): Promise<HistoryRow[]> {
  const { verdict, proof, checks, asked } = examined;
  const codes = checks.filter(({ outcome }) => outcome !== 'pass').map(({ code }) => code);
  const rows = await historyOf(db, badge);
  const [last, ...older] = rows;
  // What was found out here does not run on from what a backup says.
  const isSame = last?.verdict === verdict && last.proof === proof && String(last.codes) === String(codes);
  if (last && isSame && !last.restored) {
    await db.history.update(last.n ?? 0, { until: now, asked });
    return [{ ...last, until: now, asked }, ...older];
  }
  const row: HistoryRow = { badge, at: now, until: now, verdict, proof, codes, asked };
  await db.history.add(row);
  await db.history.bulkDelete(rows.slice(MAX_HISTORY - 1).map(({ n }) => n ?? 0));
  return [row, ...rows].slice(0, MAX_HISTORY);
}

/** Since when no look could decide anything, in milliseconds since the epoch; Infinity where the last one could. */
export function undecidedSince(history: readonly HistoryRow[]): number {
  const decided = history.findIndex(({ verdict }) => verdict !== 'undecided');
  const streak = decided < 0 ? history : history.slice(0, decided);
  return Math.min(...streak.map(({ at }) => at));
}
