/** Groups that the user makes: a badge may be in any number of them. */
import type { WalletDatabase } from './database.ts';
import { placeAfter } from './place.ts';
import { tidied } from './typed.ts';
import type { CollectionRow } from './types.ts';

export const MAX_COLLECTION_NAME = 80;

export function listCollections(db: WalletDatabase): Promise<CollectionRow[]> {
  return db.collections.orderBy('place').toArray();
}

/** Answers the id; that of the one there is, where the name is taken. Null for a name of nothing. */
export function addCollection(db: WalletDatabase, name: string): Promise<string | null> {
  const clean = tidied(name).slice(0, MAX_COLLECTION_NAME);
  if (clean === '') return Promise.resolve(null);
  return db.transaction('rw', db.collections, async () => {
    const all = await listCollections(db);
    const same = all.find((each) => each.name === clean);
    if (same) return same.id;
    const id = crypto.randomUUID();
    await db.collections.add({ id, name: clean, place: placeAfter(all.at(-1)?.place ?? null) });
    return id;
  });
}

/** The badges stay. */
export function removeCollection(db: WalletDatabase, id: string): Promise<void> {
  return db.transaction('rw', [db.collections, db.badges], async () => {
    await db.collections.delete(id);
    await db.badges
      .filter(({ collections }) => collections.includes(id))
      .modify((row) => {
        row.collections = row.collections.filter((each) => each !== id);
      });
  });
}

/** Puts badges into a collection, or takes them out of it. Into one that another window has removed nothing is put. */
export function collect(db: WalletDatabase, ids: readonly string[], collection: string, isIn: boolean): Promise<void> {
  return db.transaction('rw', [db.collections, db.badges], async () => {
    const isThere = (await db.collections.get(collection)) !== undefined;
    await db.badges
      .where('id')
      .anyOf(ids)
      .modify((row) => {
        const others = row.collections.filter((each) => each !== collection);
        row.collections = isIn && isThere ? [...others, collection] : others;
      });
  });
}
