/** A backup into the wallet: all of it or nothing, in one transaction. */
import type { WalletDatabase } from '../database.ts';
import { leaveToJudge } from '../judging.ts';
import { filesIn, withBrought } from '../originals.ts';
import { ownershipOf, type Self } from '../ownership.ts';
import { placeAfter } from '../place.ts';
import { byIdentity, sameAs } from '../same-badges.ts';
import type { BadgeRow, HistoryRow, KeptRow, Outcome } from '../types.ts';
import type { BackupRows } from './format.ts';
import { type PlannedBadge, type Present, planRestore, type RestorePlan } from './restore-plan.ts';

/** What the user decided, having seen the plan. */
export interface RestoreChoices {
  /** Ids, in the backup, of badges that are left out. */
  leftOut: ReadonlySet<string>;
  /** Whether empty notes, tags, collections and missing files of badges that are there are filled in, and badges in the bin come back. */
  merge: boolean;
  watches: boolean;
  preferences: boolean;
}

/** Every row of the tables that a backup holds, as they stand at one moment. */
export function gatherRows(db: WalletDatabase): Promise<BackupRows> {
  const { badges, kept, history, collections, watches, preferences } = db;
  return db.transaction('r', [badges, kept, history, collections, watches, preferences], async () => ({
    badges: await badges.orderBy('place').toArray(),
    kept: await kept.toArray(),
    history: await history.toArray(),
    collections: await collections.toArray(),
    watches: await watches.toArray(),
    preferences: await preferences.toArray(),
  }));
}

/** What is in the wallet, to plan by. */
export async function presentRows(db: WalletDatabase, rows: Pick<BackupRows, 'badges' | 'kept'>): Promise<Present> {
  const [badges, collections, watches, preferences] = await Promise.all([
    db.badges.orderBy('place').toArray(),
    db.collections.orderBy('place').toArray(),
    db.watches.toArray(),
    db.preferences.toArray(),
  ]);
  return { badges, lacking: await lackingOf(db, badges, rows), collections, watches, preferences };
}

/** Heavy rows that are read at a time, and let go. */
const PORTION = 50;

/** Which badges here lack a file of which badges of the backup. Of all others the heavy half is not read. */
async function lackingOf(
  db: WalletDatabase,
  present: readonly BadgeRow[],
  { badges, kept }: Pick<BackupRows, 'badges' | 'kept'>,
): Promise<Map<string, Set<string>>> {
  const here = byIdentity(present);
  const files = new Map(kept.map((row) => [row.id, filesIn(row)]));
  const asked = new Map<string, string[]>();
  for (const { id, identities } of badges) {
    if ((files.get(id) ?? []).length === 0) continue;
    for (const same of sameAs(identities, here)) asked.set(same.id, [...(asked.get(same.id) ?? []), id]);
  }
  const ids = [...asked.keys()];
  const lacking = new Map<string, Set<string>>();
  for (let at = 0; at < ids.length; at += PORTION) {
    for (const row of await db.kept.bulkGet(ids.slice(at, at + PORTION))) {
      if (!row) continue;
      const brought = (asked.get(row.id) ?? []).filter((id) => withBrought(row, files.get(id) ?? []) !== null);
      if (brought.length > 0) lacking.set(row.id, new Set(brought));
    }
  }
  return lacking;
}

/**
 * Plans anew, since another window may have been at work, and writes. Answers what became of each badge of the backup, in its order. Rejects where the
 * database does: then nothing was written.
 */
export function restoreBackup(
  db: WalletDatabase,
  rows: BackupRows,
  choices: RestoreChoices,
  self: Self,
): Promise<Outcome[]> {
  const { badges, kept, history, collections, watches, preferences } = db;
  return db.transaction('rw', [badges, kept, history, collections, watches, preferences], async () => {
    const present = await presentRows(db, rows);
    const plan = planRestore(rows, present);
    const isTaken = ({ row }: PlannedBadge) => !choices.leftOut.has(row.id);
    await addCollections(db, plan, choices);
    await addNew(db, rows, plan, present.badges.at(-1)?.place ?? null, isTaken, self);
    if (choices.merge) await fillIn(db, rows, plan, isTaken);
    if (choices.watches) await watches.bulkPut(plan.watches.map((watch) => ({ ...watch, id: crypto.randomUUID() })));
    if (choices.preferences) await preferences.bulkPut(plan.preferences);
    return plan.badges.map((planned) => (isTaken(planned) ? outcomeOf(planned, choices) : { kind: 'left-out' }));
  });
}

async function addNew(
  db: WalletDatabase,
  rows: BackupRows,
  plan: RestorePlan,
  last: number | null,
  isTaken: (planned: PlannedBadge) => boolean,
  self: Self,
): Promise<void> {
  const added = plan.badges.filter((planned) => planned.kind === 'new').filter(isTaken);
  // Behind all that is there, in their own order.
  const inOrder = added.toSorted((a, b) => a.row.place - b.row.place);
  const places = new Map<string, number>();
  let before = last;
  for (const { id } of inOrder) {
    before = placeAfter(before);
    places.set(id, before);
  }
  const kept = new Map(rows.kept.map((row) => [row.id, row]));
  const ids = new Map(added.map(({ row, id }) => [row.id, id]));
  await db.badges.bulkAdd(
    added.map(({ row, id }) => ({
      ...row,
      id,
      place: places.get(id) ?? 0,
      collections: row.collections.map((each) => plan.collectionIds.get(each) ?? each),
      ownership: ownershipOf(kept.get(row.id)?.examined ?? { recipients: [] }, row.statement, self),
    })),
  );
  const halves: KeptRow[] = added.flatMap(({ row, id }) => {
    const half = kept.get(row.id);
    return half ? [{ ...half, id }] : [];
  });
  // What is left of a badge that was deleted for good in another version would be in the way.
  await db.kept.bulkPut(halves);
  const history: HistoryRow[] = rows.history.flatMap((row) => {
    const badge = ids.get(row.badge);
    return badge === undefined ? [] : [{ ...row, badge }];
  });
  await db.history.bulkAdd(history.sort((a, b) => a.at - b.at));
  await leaveToJudge(
    db,
    added.map(({ id }) => ({ id, by: undefined })),
  );
}

/** Only those that a badge is put into, and all of them where every badge is taken: an empty one is somebody's plan. */
async function addCollections(db: WalletDatabase, plan: RestorePlan, { leftOut }: RestoreChoices): Promise<void> {
  const used = new Set(
    plan.badges.flatMap(({ row }) =>
      leftOut.has(row.id) ? [] : row.collections.map((id) => plan.collectionIds.get(id)),
    ),
  );
  const wanted = plan.newCollections.filter(({ id }) => leftOut.size === 0 || used.has(id));
  let before = (await db.collections.orderBy('place').last())?.place ?? null;
  for (const collection of wanted.toSorted((a, b) => a.place - b.place)) {
    before = placeAfter(before);
    await db.collections.add({ ...collection, place: before });
  }
}

async function fillIn(
  db: WalletDatabase,
  rows: BackupRows,
  plan: RestorePlan,
  isTaken: (planned: PlannedBadge) => boolean,
): Promise<void> {
  const files = new Map(rows.kept.map((row) => [row.id, filesIn(row)]));
  for (const planned of plan.badges) {
    if (planned.kind !== 'differs' || !isTaken(planned)) continue;
    const { row, existing, brings } = planned;
    const { note, tags, collections, undelete } = brings;
    const writes = note !== undefined || tags !== undefined;
    await db.badges.update(existing.id, {
      ...(note !== undefined && { note }),
      ...(tags && { tags }),
      ...(collections && { collections: collections.map((id) => plan.collectionIds.get(id) ?? id) }),
      ...(undelete && { deletedAt: 0 }),
      // Whoever edits the old state in another window is told.
      ...(writes && { revision: existing.revision + 1 }),
    });
    // A backup may say of any file that it is this badge's: it lies beside what is here, and is proved by nothing but a look at it.
    const kept = brings.files && (await db.kept.get(existing.id));
    const filled = kept && withBrought(kept, files.get(row.id) ?? []);
    if (filled) await db.kept.update(existing.id, filled);
  }
}

function outcomeOf(planned: PlannedBadge, { merge }: RestoreChoices): Outcome {
  switch (planned.kind) {
    case 'new':
      return { kind: 'added', badge: planned.id };
    case 'there':
      return { kind: 'already-there', badge: planned.existing.id };
    case 'differs': {
      const fills = merge && Object.keys(planned.brings).length > 0;
      const kind = !fills ? 'already-there' : planned.brings.undelete ? 'added' : 'updated';
      return { kind, badge: planned.existing.id };
    }
    case 'twice':
      return { kind: 'left-out' };
  }
}
