/** The wallet's badges, in step with the database, whoever writes to it: ten thousand are read once, later only what changed. */
import { Dexie, type ObservabilitySet, RangeSet } from 'dexie';
import type { WalletDatabase } from './database.ts';
import { foldAhead } from './search.ts';
import type { BadgeRow } from './types.ts';

/** Enough to fill any window at once. */
const FIRST_ROWS = 60;
/** So many are read and prepared in one go: a few milliseconds, between which keys and clicks are heard. */
const PORTION = 400;
/** While an import or a re-check writes one badge after the other, not each is shown by itself, in milliseconds. */
const CALM = 400;

export interface BadgeFollower {
  /** All that are not deleted, in the user's own order. Rows that are as they were are the same objects. `partial`: only the first are there so far. */
  show(rows: BadgeRow[], partial: boolean): void;
  /** The database did not answer. The next change of a badge tries again. */
  fail(error: unknown): void;
}

/** Reads everything, then whatever changes, until the answered function is called. */
export function followBadges(db: WalletDatabase, { show, fail }: BadgeFollower): () => void {
  let rows = new Map<string, BadgeRow>();
  let changed: Changed = 'all';
  let working = false;
  let ended = false;
  let shownAt = Number.NEGATIVE_INFINITY;

  function tell(partial: boolean): void {
    if (ended) return;
    shownAt = performance.now();
    show(inPlace(rows.values()), partial);
  }

  async function readFirst(): Promise<void> {
    const first = await db.badges.orderBy('place').limit(FIRST_ROWS).toArray();
    rows = new Map(first.map((row) => [row.id, row]));
    if (first.length === FIRST_ROWS) tell(true);
  }

  async function readAll(): Promise<void> {
    if (rows.size === 0) await readFirst();
    const next = new Map<string, BadgeRow>();
    for (let last = ''; ; ) {
      const portion = await db.badges.where('id').above(last).limit(PORTION).toArray();
      for (const row of portion) next.set(row.id, kept(rows.get(row.id), row));
      foldAhead(portion.map((row) => next.get(row.id) ?? row));
      last = portion.at(-1)?.id ?? last;
      if (portion.length < PORTION) break;
      await pause(0);
    }
    rows = next;
  }

  async function readSome(ids: readonly string[]): Promise<void> {
    const found = await db.badges.bulkGet([...ids]);
    ids.forEach((id, i) => {
      const row = found[i];
      if (row) rows.set(id, kept(rows.get(id), row));
      else rows.delete(id);
    });
  }

  async function work(): Promise<void> {
    if (working) return;
    working = true;
    try {
      while (!ended && (changed === 'all' || changed.size > 0)) {
        await pause(Math.max(0, shownAt + CALM - performance.now()));
        const portion: Changed = changed;
        // What changes from here on is read in the next round.
        changed = new Set();
        if (portion === 'all') await readAll();
        else await readSome([...portion]);
        tell(false);
      }
    } catch (error) {
      changed = 'all';
      if (!ended) fail(error);
    } finally {
      working = false;
    }
  }

  const hear = (parts: ObservabilitySet) => {
    const news = changesIn(parts, db.name);
    if (news !== 'all' && news.size === 0) return;
    changed = changed === 'all' || news === 'all' ? 'all' : new Set([...changed, ...news]);
    void work();
  };
  Dexie.on('storagemutated', hear);
  void work();
  return () => {
    ended = true;
    Dexie.on.storagemutated.unsubscribe(hear);
  };
}

/** Ids of the badges that may be others now. */
type Changed = ReadonlySet<string> | 'all';

/** Dexie tells each change as ranges of keys, also those of other windows and of the background. */
function changesIn(parts: ObservabilitySet, database: string): Changed {
  const tree = parts[`idb://${database}/badges/`];
  // Out of another window it comes without its methods.
  const ranges = tree ? [...new RangeSet().add(tree)] : [];
  const ids = ranges.flatMap(({ from, to }) => (typeof from === 'string' && from === to ? [from] : []));
  return ids.length === ranges.length ? new Set(ids) : 'all';
}

/** The row that is known where the one that was read says the same. */
function kept(known: BadgeRow | undefined, read: BadgeRow): BadgeRow {
  return known && JSON.stringify(known) === JSON.stringify(read) ? known : read;
}

/** As the database orders them: by place, and by key where two have the same. */
function inPlace(rows: Iterable<BadgeRow>): BadgeRow[] {
  return [...rows]
    .filter(({ deletedAt }) => deletedAt === 0)
    .sort((a, b) => a.place - b.place || (a.id < b.id ? -1 : 1));
}

function pause(time: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, time));
}
