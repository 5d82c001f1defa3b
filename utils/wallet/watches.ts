/** Public lists of the user's that are looked at by themselves. Off until the user names one. */
import type { WalletDatabase } from './database.ts';
import { draftTables, removeDraft } from './drafts.ts';
import type { WatchRow } from './types.ts';

const DAY = 86_400_000;
const HOUR = 3_600_000;
/** A list that was not there so often in a row, a day apart, is given up. */
const GONE_AFTER = 3;
/** What counts as a day: looks are spread by two hours this way and that. */
const ABSENT_APART = DAY - 2 * HOUR;
export const MAX_WATCHES = 20;
/** A worker that dies over a list does not keep all later ones from everything else. */
const LEASE = 6 * HOUR;
/** However long a host wishes to be left alone; what is due later than that was put off by a clock that was ahead. */
const LONGEST_REST = 7 * DAY;
/** A listed badge that did not hold is not asked about again before. */
const PASSED_OVER_FOR = 30 * DAY;
const MAX_PASSED_OVER = 1_200;

/** Answers null where there are as many as there may be. The same address again is the same watch, switched on anew. */
export function addWatch(
  db: WalletDatabase,
  watch: Pick<WatchRow, 'kind' | 'address'>,
  now: number,
): Promise<string | null> {
  return db.transaction('rw', db.watches, async () => {
    const same = await db.watches.where('address').equals(watch.address).first();
    if (same) {
      await db.watches.update(same.id, { state: 'on', failures: 0, absentAt: undefined, dueAt: now });
      return same.id;
    }
    if ((await db.watches.count()) >= MAX_WATCHES) return null;
    const id = crypto.randomUUID();
    await db.watches.add({ ...watch, id, state: 'on', addedAt: now, checkedAt: 0, dueAt: now, failures: 0, listed: 0 });
    return id;
  });
}

/** With what was found in it and is not added yet: nothing of a list comes by itself any more once its owner has said so. */
export function removeWatch(db: WalletDatabase, id: string): Promise<void> {
  return db.transaction('rw', [db.watches, ...draftTables(db)], async () => {
    const watch = await db.watches.get(id);
    if (!watch) return;
    await db.watches.delete(id);
    const drafts = await db.drafts.filter(({ way, title }) => way === 'watch' && title === watch.address).primaryKeys();
    for (const draft of drafts) await removeDraft(db, draft);
  });
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
      await db.watches.update(id, {
        checkedAt: now,
        dueAt: tomorrow,
        failures: 0,
        absentAt: undefined,
        listed: look.listed,
      });
      return false;
    }
    if (look.kind === 'trouble') {
      await db.watches.update(id, { dueAt: Math.max(tomorrow, Math.min(look.retryAt ?? 0, now + LONGEST_REST)) });
      return false;
    }
    const { absentAt } = watch;
    // The user may look as often as they like, and a clock may have been ahead.
    const counts = absentAt === undefined || absentAt > now || now - absentAt >= ABSENT_APART;
    const failures = watch.failures + (counts ? 1 : 0);
    const isGone = failures >= GONE_AFTER;
    await db.watches.update(id, {
      failures,
      ...(counts && { absentAt: now }),
      dueAt: tomorrow,
      checkedAt: now,
      ...(isGone && { state: 'gone' as const }),
    });
    return isGone && watch.state === 'on';
  });
}

export async function dueWatches(db: WalletDatabase, now: number): Promise<WatchRow[]> {
  const watches = await db.watches.orderBy('dueAt').toArray();
  return watches.filter(({ state, dueAt }) => state === 'on' && (dueAt <= now || dueAt > now + LONGEST_REST));
}

/** Takes a list on; false where it is not due any more. */
export function beginLook(db: WalletDatabase, { id, dueAt }: WatchRow, now: number): Promise<boolean> {
  return db.transaction('rw', db.watches, async () => {
    const watch = await db.watches.get(id);
    if (watch?.state !== 'on' || watch.dueAt !== dueAt) return false;
    await db.watches.update(id, { dueAt: now + LEASE });
    return true;
  });
}

/** Remembers listed badges that did not hold, so that nobody is asked about them day after day. */
export function passOver(
  db: WalletDatabase,
  address: string,
  identities: readonly string[],
  now: number,
): Promise<void> {
  return db.transaction('rw', db.watches, async () => {
    const watch = await db.watches.where('address').equals(address).first();
    if (!watch || identities.length === 0) return;
    const known = Object.entries(watch.passedOver ?? {}).filter(([, at]) => isRecent(at, now));
    const all = [...known, ...identities.map((identity) => [identity, now] as const)].slice(-MAX_PASSED_OVER);
    await db.watches.update(watch.id, { passedOver: Object.fromEntries(all) });
  });
}

export function isPassedOver({ passedOver }: WatchRow, identity: string, now: number): boolean {
  const at = passedOver && Object.hasOwn(passedOver, identity) ? passedOver[identity] : undefined;
  return at !== undefined && isRecent(at, now);
}

function isRecent(at: number, now: number): boolean {
  return at <= now && now - at < PASSED_OVER_FOR;
}

/** At the user's own wish all of them are due at once. */
export async function makeAllDue(db: WalletDatabase, now: number): Promise<void> {
  await db.watches.filter(({ state }) => state === 'on').modify({ dueAt: now });
}
