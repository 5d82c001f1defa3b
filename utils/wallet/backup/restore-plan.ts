/** What restoring a backup would do. Pure. What is in the wallet stays; a backup only adds, and fills in what is empty. */
import type { PreferenceRow } from '../database.ts';
import { PROFILE_KEY, profileOf, storedProfile } from '../profile.ts';
import { addByIdentity, byIdentity, sameAs } from '../same-badges.ts';
import type { BadgeRow, CollectionRow, WatchRow } from '../types.ts';
import type { BackupRows } from './format.ts';

/** What a badge that is there already would get. */
export interface Brings {
  note?: string;
  tags?: string[];
  /** Ids in the backup. */
  collections?: string[];
  /** Files that were handed in, and are not here. */
  files?: true;
  /** It lies in the bin, and would come back. */
  undelete?: true;
}

export type PlannedBadge =
  /** `id`: its id here. Another than in the file where that one is taken by another badge. */
  | { kind: 'new'; row: BadgeRow; id: string }
  /** The same in all that the user wrote. */
  | { kind: 'there'; row: BadgeRow; existing: BadgeRow }
  /** `brings` may be empty: then both have something, and what is in the wallet stays. */
  | { kind: 'differs'; row: BadgeRow; existing: BadgeRow; brings: Brings }
  /** The file has the badge twice; the first counts. */
  | { kind: 'twice'; row: BadgeRow };

export interface RestorePlan {
  /** As many as in the backup, in its order. */
  badges: PlannedBadge[];
  /** Ids of collections in the backup → here: by name, else new ones. */
  collectionIds: ReadonlyMap<string, string>;
  newCollections: CollectionRow[];
  /** Lists that are not looked at here. */
  watches: WatchRow[];
  /** Choices that were never made here. The profile names its badges by their ids here. */
  preferences: PreferenceRow[];
}

/** What is in the wallet. */
export interface Present {
  badges: readonly BadgeRow[];
  /** Ids of badges here → ids in the backup of those that it has a file of which is not here. */
  lacking: ReadonlyMap<string, ReadonlySet<string>>;
  collections: readonly CollectionRow[];
  watches: readonly WatchRow[];
  preferences: readonly PreferenceRow[];
}

export function planRestore(rows: BackupRows, present: Present): RestorePlan {
  const { collectionIds, newCollections } = planCollections(rows, present);
  const here = byIdentity(present.badges);
  const inFile = new Map<string, BadgeRow[]>();
  const taken = new Set(present.badges.map(({ id }) => id));
  const met = new Set<BadgeRow>();
  const ids = new Map<string, string>();
  const badges = rows.badges.map((row): PlannedBadge => {
    // One that is not in the bin before one that is.
    const existing = sameAs(row.identities, here).sort((a, b) => Math.sign(a.deletedAt) - Math.sign(b.deletedAt))[0];
    const [before] = existing ? [] : sameAs(row.identities, inFile);
    addByIdentity(inFile, row);
    const known = existing?.id ?? (before && ids.get(before.id));
    const id = known ?? (taken.has(row.id) ? crypto.randomUUID() : row.id);
    ids.set(row.id, id);
    if (before || (existing && met.has(existing))) return { kind: 'twice', row };
    if (!existing) {
      taken.add(id);
      return { kind: 'new', row, id };
    }
    met.add(existing);
    return compared(row, existing, collectionIds, present.lacking.get(existing.id)?.has(row.id) === true);
  });
  const watched = new Set(present.watches.map(({ address }) => address));
  const chosen = new Set(present.preferences.map(({ key }) => key));
  return {
    badges,
    collectionIds,
    newCollections,
    watches: rows.watches.filter(({ address }) => !watched.has(address)),
    preferences: rows.preferences.filter(({ key }) => !chosen.has(key)).map((row) => preferenceHere(row, ids)),
  };
}

function planCollections(rows: BackupRows, present: Present): Pick<RestorePlan, 'collectionIds' | 'newCollections'> {
  const byName = new Map(present.collections.map(({ id, name }) => [name, id]));
  const taken = new Set(present.collections.map(({ id }) => id));
  const collectionIds = new Map<string, string>();
  const newCollections: CollectionRow[] = [];
  for (const collection of rows.collections) {
    const same = byName.get(collection.name);
    const id = same ?? (taken.has(collection.id) ? crypto.randomUUID() : collection.id);
    collectionIds.set(collection.id, id);
    if (same !== undefined) continue;
    taken.add(id);
    byName.set(collection.name, id);
    newCollections.push({ ...collection, id });
  }
  return { collectionIds, newCollections };
}

function preferenceHere(row: PreferenceRow, ids: ReadonlyMap<string, string>): PreferenceRow {
  if (row.key !== PROFILE_KEY) return row;
  const profile = profileOf(row.value);
  const badges = new Map(
    profile.badges.flatMap((choice) => {
      const id = ids.get(choice.id);
      return id === undefined ? [] : [[id, { ...choice, id }] as const];
    }),
  );
  return { ...row, value: storedProfile({ ...profile, badges: [...badges.values()] }) };
}

function compared(
  row: BadgeRow,
  existing: BadgeRow,
  collectionIds: ReadonlyMap<string, string>,
  bringsFiles: boolean,
): PlannedBadge {
  const collections = row.collections.map((id) => collectionIds.get(id) ?? id);
  const brings: Brings = {
    ...(existing.note === '' && row.note !== '' && { note: row.note }),
    ...(existing.tags.length === 0 && row.tags.length > 0 && { tags: row.tags }),
    ...(existing.collections.length === 0 && collections.length > 0 && { collections: row.collections }),
    ...(bringsFiles && { files: true }),
    ...(existing.deletedAt > 0 && { undelete: true }),
  };
  const isSame =
    existing.note === row.note &&
    sameMembers(existing.tags, row.tags) &&
    sameMembers(existing.collections, collections) &&
    existing.deletedAt === 0 &&
    !bringsFiles;
  return isSame ? { kind: 'there', row, existing } : { kind: 'differs', row, existing, brings };
}

function sameMembers(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((each) => b.includes(each));
}
