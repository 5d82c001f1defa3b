/** Badges of the wallet that are due are looked at again, a few at a time. */
import { dueBadges, recordAnswer } from '../../wallet/answers.ts';
import type { WalletDatabase } from '../../wallet/database.ts';
import { isAnotherBadge, isSameBadge } from '../../wallet/identity.ts';
import type { Judge } from '../../wallet/judging.ts';
import { filesIn, isLastWord } from '../../wallet/originals.ts';
import { UNASKABLE_WAIT } from '../../wallet/schedule.ts';
import type { BadgeRow, DraftResult, KeptRow, NewsKind, Source } from '../../wallet/types.ts';

/** In one go: what is left is due at the next alarm. */
const MOST = 20;

export interface RecheckDeps {
  db: WalletDatabase;
  look(source: Source, options: { picture: boolean }): Promise<DraftResult>;
  readJudge(): Promise<Judge>;
  onNews(kind: NewsKind, badge: BadgeRow): Promise<void>;
  now(): number;
  random(): number;
}

/** Looks at all that are due, at most 20; true when some are left. */
export async function recheckDue(deps: RecheckDeps): Promise<boolean> {
  const due = await dueBadges(deps.db, deps.now(), MOST + 1);
  for (const row of due.slice(0, MOST)) await recheckOne(row, deps);
  return due.length > MOST;
}

/** Looks at one badge now. False where there is nothing that could be looked at. */
export async function recheckOne(row: BadgeRow, deps: RecheckDeps): Promise<boolean> {
  const { db, now, random } = deps;
  const kept = await db.kept.get(row.id);
  const found = kept && (await lookAtBoth(row, kept, deps));
  if (!found) {
    // Nothing can be asked: not again for as long as a look would be good for.
    await db.badges.update(row.id, { dueAt: now() + UNASKABLE_WAIT });
    return false;
  }
  const context = { judge: await deps.readJudge(), now: now(), random };
  const told = await recordAnswer(db, row.id, found, context);
  if (told?.news) await deps.onNews(told.news, row);
  return true;
}

/**
 * At its address; and at the file that was handed in, where the answer rests on that, or where nothing is at the address any more. Each of them may be the
 * one that was renewed, and each may tell of a withdrawal. Null where there is neither.
 */
async function lookAtBoth(row: BadgeRow, kept: KeptRow, { look }: RecheckDeps): Promise<DraftResult | null> {
  const picture = kept.picture === undefined || row.restored === true;
  const [file] = filesIn(kept);
  const readFile = async (): Promise<DraftResult | null> => {
    if (!file) return null;
    const found = await look({ bytes: file.bytes, mime: file.mime }, { picture });
    return file.unproved && !isSameBadge(row.identities, found.identities) ? null : found;
  };
  if (row.source === undefined) return readFile();
  const there = await look({ url: row.source }, { picture });
  const restsOnFile = kept.original !== undefined && kept.examined.proof === 'signed';
  if (!restsOnFile && there.examined.verdict !== 'not-found') return there;
  const handedIn = await readFile();
  const isOurs = handedIn !== null && !isAnotherBadge(row.identities, handedIn.identities);
  return isOurs && isLastWord(handedIn.examined, there.examined, kept.examined) ? handedIn : there;
}
