/** What happened while nobody looked. */
import { expiryWarning } from './changes.ts';
import type { WalletDatabase } from './database.ts';
import type { NewsKind, NewsRow } from './types.ts';

const MAX_NEWS = 200;

/** All, the last first. */
export function listNews(db: WalletDatabase): Promise<NewsRow[]> {
  return db.news.reverse().toArray();
}

export function unseenNews(db: WalletDatabase): Promise<NewsRow[]> {
  return db.news.where('seen').equals(0).reverse().toArray();
}

export async function markSeen(db: WalletDatabase): Promise<void> {
  await db.news.where('seen').equals(0).modify({ seen: 1 });
}

/** Keeps the last 200. May be part of a transaction that includes `db.news`. */
export async function tell(
  db: WalletDatabase,
  kind: NewsKind,
  badges: readonly string[],
  detail: string,
  now: number,
): Promise<void> {
  await db.transaction('rw', db.news, async () => {
    await db.news.add({ kind, badges: [...badges], detail, at: now, seen: 0 });
    const count = await db.news.count();
    if (count > MAX_NEWS) {
      const old = await db.news
        .toCollection()
        .limit(count - MAX_NEWS)
        .primaryKeys();
      await db.news.bulkDelete(old);
    }
  });
}

/**
 * Tells of badges whose end came nearer than 60, 30 or 7 days since the last look, each once. The look itself is written in the same transaction, so that a
 * worker's death neither loses nor repeats a warning. Answers what was told.
 */
export function warnOfEnds(db: WalletDatabase, now: number): Promise<{ kind: NewsKind; badge: string }[]> {
  return db.transaction('rw', [db.badges, db.news, db.preferences], async () => {
    const stored = (await db.preferences.get('warnedUntil'))?.value;
    // A clock that was ahead warned of everything until then.
    const since = typeof stored === 'number' ? Math.min(stored, now) : 0;
    const told: { kind: NewsKind; badge: string }[] = [];
    await db.badges.each((row) => {
      const kind = row.deletedAt === 0 && row.ownership !== 'reference' ? expiryWarning(row, since, now) : null;
      if (kind) told.push({ kind, badge: row.id });
    });
    for (const kind of ['expires-7', 'expires-30', 'expires-60'] as const) {
      const badges = told.filter((each) => each.kind === kind).map(({ badge }) => badge);
      if (badges.length > 0) await tell(db, kind, badges, '', now);
    }
    await db.preferences.put({ key: 'warnedUntil', value: now });
    return told;
  });
}
