/** Badges of the wallet that are due are looked at again, a few at a time. */
import { dueBadges, recordAnswer } from '../../wallet/answers.ts';
import type { WalletDatabase } from '../../wallet/database.ts';
import type { Judge } from '../../wallet/judging.ts';
import { UNASKABLE_WAIT } from '../../wallet/schedule.ts';
import type { BadgeRow, DraftResult, NewsKind, Source } from '../../wallet/types.ts';

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
  const source: Source | undefined =
    row.source !== undefined ? { url: row.source } : kept?.original && { ...kept.original };
  if (!kept || !source) {
    // Nothing can be asked: not again for as long as a look would be good for.
    await db.badges.update(row.id, { dueAt: now() + UNASKABLE_WAIT });
    return false;
  }
  const found = await deps.look(source, { picture: kept.picture === undefined || row.restored === true });
  const context = { judge: await deps.readJudge(), now: now(), random };
  const told = await recordAnswer(db, row.id, found, context);
  if (told?.news) await deps.onNews(told.news, row);
  return true;
}
