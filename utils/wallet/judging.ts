/**
 * What the user's addresses, name and lists make of each badge: its colour, its issuer's standing and whose it is. Judged anew when they change. Looks and
 * imports take their time, and workers die: which settings the wallet was judged by, and what of it was not yet, is written down beside it.
 */
import type { Examined, Report } from '../badge/report.ts';
import { toneOf } from '../badge/tone.ts';
import { isObject } from '../json/members.ts';
import type { WalletDatabase } from './database.ts';
import { answerOf } from './facts.ts';
import { ownershipOf, type Self } from './ownership.ts';
import type { BadgeRow } from './types.ts';

export interface Judge {
  /** Names the settings that it judges by: another name for any others that would matter. */
  by: string;
  self: Self;
  reportOn(examined: Examined): Report;
}

/** Of the row in the table of preferences. */
export const JUDGED_KEY = 'judgedFor';

interface Judged {
  /** The settings that the wallet is judged by. */
  by: string;
  /** No badge is known to be judged by them yet. */
  all: boolean;
  /** Badges that were judged by others, and written since. */
  ids: string[];
}

/**
 * Called in the transaction that writes these badges: what was judged by other settings than the wallet (`undefined`: by none) is judged anew by the next
 * `rejudge`, whoever dies meanwhile.
 */
export async function leaveToJudge(
  db: WalletDatabase,
  badges: readonly { id: string; by: string | undefined }[],
): Promise<void> {
  const judged = await readJudged(db);
  // Where nothing was judged yet, everything will be.
  const ids = judged ? badges.filter(({ by }) => by !== judged.by).map(({ id }) => id) : [];
  if (judged && ids.length > 0) await writeJudged(db, { ...judged, ids: [...judged.ids, ...ids] });
}

/** Judges what was not judged by these settings yet. The badges themselves are not looked at again. */
export async function rejudge(db: WalletDatabase, judge: Judge): Promise<void> {
  let left: Judged | null = await begin(db, judge.by);
  while (left && (left.all || left.ids.length > 0)) {
    const ids = left.all ? await db.badges.toCollection().primaryKeys() : left.ids;
    for (const id of new Set(ids)) await judgeOne(db, id, judge);
    left = await finish(db, left);
  }
}

function begin(db: WalletDatabase, by: string): Promise<Judged> {
  return db.transaction('rw', db.preferences, async () => {
    const judged = await readJudged(db);
    return judged?.by === by ? judged : writeJudged(db, { by, all: true, ids: [] });
  });
}

/** What was left meanwhile; null where others have begun to judge by other settings. */
function finish(db: WalletDatabase, { by, ids }: Judged): Promise<Judged | null> {
  return db.transaction('rw', db.preferences, async () => {
    const judged = await readJudged(db);
    return judged?.by === by ? writeJudged(db, { by, all: false, ids: judged.ids.slice(ids.length) }) : null;
  });
}

/** Most badges stay as they were judged: nobody who reads the wallet meanwhile is kept waiting for those. */
async function judgeOne(db: WalletDatabase, id: string, judge: Judge): Promise<void> {
  const tables = [db.badges, db.kept] as const;
  if (!(await db.transaction('r', tables, () => changeOf(db, id, judge)))) return;
  await db.transaction('rw', tables, async () => {
    const change = await changeOf(db, id, judge);
    if (change) await db.badges.update(id, change);
  });
}

/** What is to be written of it; null for nothing, since every open page hears of what is written, the same again included. */
async function changeOf(
  db: WalletDatabase,
  id: string,
  { self, reportOn }: Judge,
): Promise<Pick<BadgeRow, 'ownership' | 'answer'> | null> {
  const [row, kept] = await Promise.all([db.badges.get(id), db.kept.get(id)]);
  if (!row || !kept || kept.examined.badge === null) return null;
  const { answer } = row;
  const { match, standing } = answerOf(reportOn(kept.examined));
  const ownership = ownershipOf(kept.examined, row.statement, self);
  // The verdict is the row's: while an answer could not be renewed for a while, it is older than what is kept.
  const tone = toneOf(answer.verdict, standing, match);
  const isSame = answer.match === match && answer.standing === standing && answer.tone === tone;
  return isSame && row.ownership === ownership ? null : { ownership, answer: { ...answer, match, standing, tone } };
}

async function readJudged(db: WalletDatabase): Promise<Judged | null> {
  const value = (await db.preferences.get(JUDGED_KEY))?.value;
  if (!isObject(value)) return null;
  const { by, all, ids } = value;
  return typeof by === 'string' && typeof all === 'boolean' && Array.isArray(ids) ? { by, all, ids } : null;
}

async function writeJudged(db: WalletDatabase, judged: Judged): Promise<Judged> {
  await db.preferences.put({ key: JUDGED_KEY, value: judged });
  return judged;
}
