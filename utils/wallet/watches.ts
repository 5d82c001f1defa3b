/** Public lists of the user's that are looked at by themselves. Off until the user names one. */
import type { WalletDatabase } from './database.ts';
import type { WatchRow } from './types.ts';

const DAY = 86_400_000;
const HOUR = 3_600_000;
/** A list that was not there so often in a row, a day apart, is given up. */
const GONE_AFTER = 3;
const MAX_WATCHES = 20;

/** Answers null where there are as many as there may be. The same address again is the same watch, switched on anew. */
export function addWatch(
  db: WalletDatabase,
  watch: Pick<WatchRow, 'kind' | 'address'>,
  now: number,
): Promise<string | null> {
  return db.transaction('rw', db.watches, async () => {
    const same = await db.watches.where('address').equals(watch.address).first();
    if (same) {
      await db.watches.update(same.id, { state: 'on', failures: 0, dueAt: now });
      return same.id;
    }
    if ((await db.watches.count()) >= MAX_WATCHES) return null;
    const id = crypto.randomUUID();
    await db.watches.add({ ...watch, id, state: 'on', addedAt: now, checkedAt: 0, dueAt: now, failures: 0, listed: 0 });
    return id;
  });
}

export async function removeWatch(db: WalletDatabase, id: string): Promise<void> {
  await db.watches.delete(id);
}

/** What a look at a list brought. `absent`: the platform says that there is no such public list; `trouble`: nobody could tell. */
export type WatchLook = { kind: 'read'; listed: number } | { kind: 'absent' } | { kind: 'trouble'; retryAt?: number };

/** Writes it, and when to look next: once a day with some hours' spread, later after trouble. True when the list was given up by it. */
export function recordLook(
  db: WalletDatabase,
  id: string,
  look: WatchLook,
  now: number,
  random: number,
): Promise<boolean> {
  return db.transaction('rw', db.watches, async () => {
    const watch = await db.watches.get(id);
    if (!watch) return false;
    const tomorrow = now + DAY - 2 * HOUR + 4 * HOUR * random;
    if (look.kind === 'read') {
      await db.watches.update(id, { checkedAt: now, dueAt: tomorrow, failures: 0, listed: look.listed });
      return false;
    }
    if (look.kind === 'trouble') {
      await db.watches.update(id, { dueAt: Math.max(tomorrow, look.retryAt ?? 0) });
      return false;
    }
    const failures = watch.failures + 1;
    const isGone = failures >= GONE_AFTER;
    await db.watches.update(id, {
      failures,
      dueAt: tomorrow,
      checkedAt: now,
      ...(isGone && { state: 'gone' as const }),
    });
    return isGone && watch.state === 'on';
  });
}

export async function dueWatches(db: WalletDatabase, now: number): Promise<WatchRow[]> {
  const due = await db.watches.where('dueAt').belowOrEqual(now).toArray();
  return due.filter(({ state }) => state === 'on');
}

/** At the user's own wish all of them are due at once. */
export async function makeAllDue(db: WalletDatabase, now: number): Promise<void> {
  await db.watches.filter(({ state }) => state === 'on').modify({ dueAt: now });
}
