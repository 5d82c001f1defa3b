/** What the user does with badges that are in the wallet. Each change touches its own members only, so that two windows never overwrite each other. */
import type { WalletDatabase } from './database.ts';
import { leaveToJudge } from './judging.ts';
import { ownershipOf, type Self } from './ownership.ts';
import { evenPlaces, placeBetween } from './place.ts';
import { cutTags } from './tags.ts';
import { StaleEditError } from './trouble.ts';
import type { BadgeRow, Visibility } from './types.ts';

/** How long a deleted badge can be taken back, in milliseconds. */
export const BIN_TIME = 30 * 86_400_000;

/** All that are not deleted, in the user's own order. */
export async function listBadges(db: WalletDatabase): Promise<BadgeRow[]> {
  const rows = await db.badges.orderBy('place').toArray();
  return rows.filter(({ deletedAt }) => deletedAt === 0);
}

/** The bin, what was deleted last first. */
export async function listDeleted(db: WalletDatabase): Promise<BadgeRow[]> {
  const rows = await db.badges.where('deletedAt').above(0).toArray();
  return rows.sort((a, b) => b.deletedAt - a.deletedAt);
}

export const MAX_NOTE = 10_000;

/**
 * Writes note and tags over the state of `revision`; answers the new revision. Rejects with `StaleEditError` where another window was quicker: nothing is
 * written then.
 */
export function editBadge(
  db: WalletDatabase,
  id: string,
  revision: number,
  change: Partial<Pick<BadgeRow, 'note' | 'tags'>>,
): Promise<number> {
  return db.transaction('rw', db.badges, async () => {
    const row = await db.badges.get(id);
    if (row?.revision !== revision) throw new StaleEditError();
    const note = change.note?.slice(0, MAX_NOTE);
    const tags = change.tags && cutTags(change.tags);
    await db.badges.update(id, { ...(note !== undefined && { note }), ...(tags && { tags }), revision: revision + 1 });
    return revision + 1;
  });
}

export async function setVisibility(db: WalletDatabase, ids: readonly string[], visibility: Visibility): Promise<void> {
  await db.badges.where('id').anyOf(ids).modify({ visibility });
}

/** Whose the user says that it is; whose it is then follows from the user's addresses and name. */
export function setStatement(
  db: WalletDatabase,
  id: string,
  statement: BadgeRow['statement'],
  self: Self,
): Promise<void> {
  return db.transaction('rw', [db.badges, db.kept, db.preferences], async () => {
    const { examined = { recipients: [] } } = (await db.kept.get(id)) ?? {};
    await db.badges.update(id, { statement, ownership: ownershipOf(examined, statement, self) });
    // Who the user is may have changed since it was read.
    await leaveToJudge(db, [{ id, by: undefined }]);
  });
}

export async function setTypeRetired(db: WalletDatabase, id: string, typeRetired: boolean): Promise<void> {
  await db.badges.update(id, { typeRetired });
}

/** Moves a badge to stand between two others (`null`: at that end). Where there is no room left all get new places, in the same transaction. */
export function moveBadge(db: WalletDatabase, id: string, before: string | null, after: string | null): Promise<void> {
  return db.transaction('rw', db.badges, async () => {
    const [low, high] = await Promise.all([before, after].map((each) => (each === null ? null : db.badges.get(each))));
    const place = placeBetween(low?.place ?? null, high?.place ?? null);
    if (place !== null) {
      await db.badges.update(id, { place });
      return;
    }
    const others = (await db.badges.orderBy('place').primaryKeys()).filter((other) => other !== id);
    const at = before === null ? 0 : others.indexOf(before) + 1;
    const order = others.toSpliced(at, 0, id);
    const places = evenPlaces(order.length);
    await db.badges.bulkUpdate(order.map((key, i) => ({ key, changes: { place: places[i] ?? 0 } })));
  });
}

/** Into the bin; `now` in milliseconds since the epoch. */
export async function deleteBadges(db: WalletDatabase, ids: readonly string[], now: number): Promise<void> {
  await db.badges.where('id').anyOf(ids).modify({ deletedAt: now });
}

export async function restoreBadges(db: WalletDatabase, ids: readonly string[]): Promise<void> {
  await db.badges.where('id').anyOf(ids).modify({ deletedAt: 0 });
}

/** Out of the bin, for ever, with all that is kept about them. One that another window has taken back stays. */
export function purgeBadges(db: WalletDatabase, wanted: readonly string[]): Promise<void> {
  return db.transaction('rw', [db.badges, db.kept, db.history, db.news], async () => {
    const rows = await db.badges.bulkGet([...wanted]);
    const ids = rows.flatMap((row) => (row && row.deletedAt > 0 ? [row.id] : []));
    await db.badges.bulkDelete(ids);
    await db.kept.bulkDelete(ids);
    for (const id of ids) await db.history.where('[badge+at]').between([id, 0], [id, Infinity]).delete();
    const gone = new Set(ids);
    await db.news.filter(({ badges }) => badges.length > 0 && badges.every((id) => gone.has(id))).delete();
  });
}

/** What has lain in the bin for its time. */
export function emptyOldBin(db: WalletDatabase, now: number): Promise<void> {
  return db.transaction('rw', [db.badges, db.kept, db.history, db.news], async () => {
    const old = await db.badges
      .where('deletedAt')
      .between(1, now - BIN_TIME)
      .primaryKeys();
    if (old.length > 0) await purgeBadges(db, old);
  });
}
