/** A badge that was looked at again: its new answer, its history, and what is worth telling, in one transaction. */
import type { Check, Examined, Report, Verdict } from '../badge/report.ts';
import { toneOf } from '../badge/tone.ts';
import { newsOfVerdict } from './changes.ts';
import type { WalletDatabase } from './database.ts';
import { answerOf, factsOf, withoutRaw } from './facts.ts';
import { ownershipOf, type Self } from './ownership.ts';
import { nextDue } from './schedule.ts';
import type { BadgeRow, HistoryRow, KeptBytes, NewsKind } from './types.ts';

const DAY = 86_400_000;
/** An answer that could not be renewed stays for so long; from then on the badge counts as gone. */
const GRACE = 14 * DAY;
const MAX_HISTORY = 100;

export interface NewAnswer {
  examined: Examined;
  report: Report;
  documents: KeptBytes[];
  picture?: KeptBytes;
}

export interface AnswerContext {
  self: Self;
  /** Milliseconds since the epoch. */
  now: number;
  random(): number;
}

/**
 * Writes the answer. One that could not be decided leaves the last decided one standing for a while, as a network that is down says nothing about a badge;
 * its documents stay in any case, as a record of what its issuer said. Answers what is worth telling; null where the badge is not there any more.
 */
export function recordAnswer(
  db: WalletDatabase,
  id: string,
  answer: NewAnswer,
  { self, now, random }: AnswerContext,
): Promise<{ news: NewsKind | null } | null> {
  return db.transaction('rw', [db.badges, db.kept, db.history, db.news], async () => {
    const row = await db.badges.get(id);
    const kept = await db.kept.get(id);
    if (!row || !kept) return null;
    const { examined, report, documents, picture } = answer;
    const failed = examined.verdict === 'undecided';
    const failures = failed ? row.failures + 1 : 0;
    const dueAt = nextDue(examined, failures, now, random());
    const before = row.restored ? await verdictInBackup(db, id, examined.verdict) : row.answer.verdict;
    await writeHistory(db, id, examined, now);
    if (failed && now - Date.parse(row.answer.checkedAt) < GRACE) {
      await db.badges.update(id, { failures, dueAt });
      return { news: null };
    }
    // What nobody answers for any more keeps the facts that were answered for.
    const isKnown = examined.badge !== null;
    await db.badges.update(id, {
      failures,
      dueAt,
      answer: answerOf(report),
      ...(isKnown && examined.badge && { facts: factsOf(examined.badge, row.source) }),
      ...(isKnown && { ownership: ownershipOf(examined, row.statement, self), restored: undefined }),
      ...(row.acceptance === 'unclaimed' && examined.verdict === 'verified' && { acceptance: 'claimed' as const }),
    });
    await db.kept.put({
      ...kept,
      ...(isKnown && { examined: withoutRaw(examined) }),
      ...(isKnown && (documents.length > 0 || row.restored) && { documents }),
      // A backup's documents and picture are whatever its file says.
      ...((kept.picture === undefined || (isKnown && row.restored)) && picture && { picture }),
    });
    const news = row.deletedAt > 0 ? null : newsOfVerdict(before, examined.verdict);
    if (news) await db.news.add({ kind: news, badges: [id], detail: detailOf(examined.checks), at: now, seen: 0 });
    return { news };
  });
}

/** What the user's addresses, name or lists make of the last answers. The badge itself was not looked at again. */
export async function rejudge(db: WalletDatabase, self: Self, reportOn: (examined: Examined) => Report): Promise<void> {
  const ids = await db.badges.toCollection().primaryKeys();
  for (const id of ids) {
    await db.transaction('rw', [db.badges, db.kept], async () => {
      const [row, kept] = await Promise.all([db.badges.get(id), db.kept.get(id)]);
      if (!row || !kept || kept.examined.badge === null) return;
      const { match, standing } = answerOf(reportOn(kept.examined));
      const ownership = ownershipOf(kept.examined, row.statement, self);
      // The verdict is that of the last look, which may be another than that of the last document that could be read.
      const tone = toneOf(row.answer.verdict, standing, match);
      await db.badges.update(id, { ownership, answer: { ...row.answer, match, standing, tone } });
    });
  }
}

export function historyOf(db: WalletDatabase, badge: string): Promise<HistoryRow[]> {
  return db.history.where('[badge+at]').between([badge, 0], [badge, Infinity]).reverse().toArray();
}

/** That a badge is as its backup has it is no news; where the backup does not say, nothing is. */
async function verdictInBackup(db: WalletDatabase, id: string, otherwise: Verdict): Promise<Verdict> {
  const rows = await historyOf(db, id);
  return rows.find(({ verdict }) => verdict !== 'undecided')?.verdict ?? otherwise;
}

async function writeHistory(db: WalletDatabase, badge: string, examined: Examined, now: number): Promise<void> {
  const { verdict, proof, checks, asked } = examined;
  const codes = checks.filter(({ outcome }) => outcome !== 'pass').map(({ code }) => code);
  const rows = await historyOf(db, badge);
  const [last] = rows;
  if (
    last &&
    !last.restored &&
    last.verdict === verdict &&
    last.proof === proof &&
    String(last.codes) === String(codes)
  ) {
    await db.history.update(last.n ?? 0, { until: now, asked });
    return;
  }
  await db.history.add({ badge, at: now, until: now, verdict, proof, codes, asked });
  await db.history.bulkDelete(rows.slice(MAX_HISTORY - 1).map(({ n }) => n ?? 0));
}

/** The reason that a withdrawal gives. */
function detailOf(checks: readonly Check[]): string {
  return checks.find(({ code }) => code === 'status-revoked' || code === 'status-suspended')?.detail ?? '';
}

export function dueBadges(db: WalletDatabase, now: number, most: number): Promise<BadgeRow[]> {
  return db.badges
    .where('dueAt')
    .belowOrEqual(now)
    .filter(({ deletedAt }) => deletedAt === 0)
    .limit(most)
    .toArray();
}
