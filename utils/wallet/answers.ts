/** A badge that was looked at again: its new answer, its history, and what is worth telling, in one transaction. */
import type { Check, Examined, Verdict } from '../badge/report.ts';
import { toneOf } from '../badge/tone.ts';
import { newsOfVerdict } from './changes.ts';
import type { WalletDatabase } from './database.ts';
import { answerOf, factsOf } from './facts.ts';
import { historyOf, undecidedSince, writeHistory } from './history.ts';
import { isAnotherBadge, isAnsweredFor } from './identity.ts';
import { type Judge, leaveToJudge } from './judging.ts';
import { isOutdated } from './look-order.ts';
import { tell } from './news.ts';
import { keptWithFile } from './originals.ts';
import { ownershipOf } from './ownership.ts';
import { renewed, settlesBackup, withoutBackup } from './renew.ts';
import { LONGEST_WAIT, nextDue } from './schedule.ts';
import type { BadgeRow, HistoryRow, KeptBytes, NewsKind } from './types.ts';

export { historyOf } from './history.ts';

const DAY = 86_400_000;
/** So long after the first look that could not renew an answer the answer stays; from then on the badge counts as gone. */
const GRACE = 14 * DAY;

export interface NewAnswer {
  examined: Examined;
  /** See identity.ts. */
  identities?: string[];
  documents: KeptBytes[];
  picture?: KeptBytes;
  /** The file that was looked at, where it was one. */
  original?: KeptBytes;
}

export interface AnswerContext {
  /** As the settings are when the answer is written, not as they were when the look began. */
  judge: Judge;
  /** Milliseconds since the epoch. */
  now: number;
  random(): number;
}

/**
 * Writes the answer. One that could not be decided leaves the last decided one standing for a while, as a network that is down says nothing about a badge.
 * Answers what is worth telling; null where the badge is not there any more.
 */
export function recordAnswer(
  db: WalletDatabase,
  id: string,
  answer: NewAnswer,
  { judge, now, random }: AnswerContext,
): Promise<{ news: NewsKind | null } | null> {
  return db.transaction('rw', [db.badges, db.kept, db.history, db.news, db.preferences], async () => {
    const row = await db.badges.get(id);
    const kept = await db.kept.get(id);
    if (!row || !kept) return null;
    const { examined, answer: facts, identities } = ownAnswer(row, answer, judge);
    // The alarm, the user and an import may look at the same time, and the first to begin may be the last to end.
    if (isOutdated(examined, row.answer, now)) return { news: null };
    const failed = examined.verdict === 'undecided';
    const failures = failed ? row.failures + 1 : 0;
    const dueAt = nextDue(examined, failures, now, random());
    const before = row.restored && !failed ? await verdictInBackup(db, id, examined.verdict) : row.answer.verdict;
    const history = await writeHistory(db, id, examined, now);
    if (failed && row.answer.verdict !== 'undecided' && now - undecidedSince(history, now) < GRACE) {
      await db.badges.update(id, { failures, dueAt });
      return { news: null };
    }
    const { documents, picture, original } = answer;
    const found = { examined, answer: facts, facts: factsOf(examined, row.source), documents };
    const settled = settlesBackup(row, found);
    const known = settled ? withoutBackup(kept) : kept;
    const fresh = renewed(row, known, found, history);
    // A look at the file itself has answered: it is this badge's.
    const held = original && isAnsweredFor(examined) ? keptWithFile(known, original, true) : known;
    const accepted = row.acceptance === 'unclaimed' && examined.verdict === 'verified';
    await db.badges.update(id, {
      ...fresh.row,
      failures,
      dueAt,
      // What only a file said it was it need not be.
      identities: settled && identities.length > 0 ? identities : [...new Set([...row.identities, ...identities])],
      ownership: ownershipOf(fresh.kept.examined, row.statement, judge.self),
      ...(accepted && { acceptance: 'claimed' }),
      ...(settled && { restored: undefined }),
    });
    await db.kept.put({
      ...held,
      ...fresh.kept,
      ...(known.picture === undefined && picture && { picture }),
    });
    await leaveToJudge(db, [{ id, by: judge.by }]);
    const news = row.deletedAt > 0 ? null : worthTelling(before, examined, history);
    if (news) await tell(db, news, [id], detailOf(examined.checks), now);
    return { news };
  });
}

/** An address that answers with another badge today says nothing about this one. */
function ownAnswer(row: BadgeRow, { examined, identities = [] }: NewAnswer, { reportOn }: Judge) {
  if (!isAnotherBadge(row.identities, identities)) {
    return { examined, answer: answerOf(reportOn(examined)), identities };
  }
  const checks: Check[] = [{ id: 'origin', outcome: 'unknown', code: 'origin-id-differs' }];
  const { checkedAt, asked } = examined;
  const strange = { verdict: 'undecided', proof: 'none', checks, badge: null, recipients: [], issuer: {} } as const;
  const { match, standing } = row.answer;
  const tone = toneOf('undecided', standing, match);
  return {
    examined: { ...strange, recipients: [], checkedAt, asked } satisfies Examined,
    answer: { verdict: 'undecided', proof: 'none', tone, match, standing, checkedAt } as const,
    identities: [],
  };
}

/** That a badge is as its backup has it is no news; where the backup does not say, nothing is. */
async function verdictInBackup(db: WalletDatabase, id: string, otherwise: Verdict): Promise<Verdict> {
  const rows = await historyOf(db, id);
  return rows.find(({ verdict }) => verdict !== 'undecided')?.verdict ?? otherwise;
}

/** What was never in order is not in order again. */
function worthTelling(before: BadgeRow['answer']['verdict'], examined: Examined, history: readonly HistoryRow[]) {
  const news = newsOfVerdict(before, examined.verdict);
  const wasGood = history.slice(1).some(({ verdict, restored }) => verdict === 'verified' && !restored);
  return news === 'good-again' && !wasGood ? null : news;
}

/** The reason that a withdrawal gives. */
function detailOf(checks: readonly Check[]): string {
  return checks.find(({ code }) => code === 'status-revoked' || code === 'status-suspended')?.detail ?? '';
}

/** What is due, the longest due first; and what a clock that was ahead has put off beyond any time it could have meant. */
export async function dueBadges(db: WalletDatabase, now: number, most: number): Promise<BadgeRow[]> {
  const isThere = ({ deletedAt }: BadgeRow) => deletedAt === 0;
  const due = await db.badges.where('dueAt').belowOrEqual(now).filter(isThere).limit(most).toArray();
  const late = db.badges.where('dueAt').above(now + LONGEST_WAIT);
  return due.length < most
    ? [
        ...due,
        ...(await late
          .filter(isThere)
          .limit(most - due.length)
          .toArray()),
      ]
    : due;
}
