import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import {
  BIN_TIME,
  deleteBadges,
  editBadge,
  emptyOldBin,
  listBadges,
  listDeleted,
  MAX_NOTE,
  moveBadge,
  purgeBadges,
  restoreBadges,
  setTypeRetired,
  setVisibility,
} from '../../../utils/wallet/badges.ts';
import { addCollection, collect, listCollections, removeCollection } from '../../../utils/wallet/collections.ts';
import { WalletDatabase } from '../../../utils/wallet/database.ts';
import { historyOf } from '../../../utils/wallet/history.ts';
import { listNews, tell } from '../../../utils/wallet/news.ts';
import { MAX_TAG, MAX_TAGS } from '../../../utils/wallet/tags.ts';
import { StaleEditError, troubleOf } from '../../../utils/wallet/trouble.ts';
import { claimAll, credlyAddress, credlyExamined, entryAt, freshWallet, NOON, theBadge } from './support.ts';

async function set(count = 4) {
  const db = freshWallet();
  const numbers = Array.from({ length: count }, (_, n) => n);
  const outcomes = await claimAll(
    db,
    numbers.map((n) => entryAt(credlyAddress(n), credlyExamined(n))),
  );
  const ids = outcomes.map((outcome) => ('badge' in outcome ? outcome.badge : ''));
  const id = (n: number) => ids[n] ?? '';
  const order = async () => (await listBadges(db)).map((row) => ids.indexOf(row.id)).join('');
  return { db, ids, id, order, other: () => new WalletDatabase(db.name) };
}

describe('the user’s own order', () => {
  it('is what the user makes of it: between two, to the front, to the end', async () => {
    const { db, id, order } = await set();
    expect(await order()).toBe('0123');
    await moveBadge(db, id(3), id(0), id(1));
    expect(await order()).toBe('0312');
    await moveBadge(db, id(2), null, id(0));
    expect(await order()).toBe('2031');
    await moveBadge(db, id(2), id(1), null);
    expect(await order()).toBe('0312');
  });

  it('holds when there is no room left between two neighbours, again and again', async () => {
    const { db, id, order } = await set(3);
    // Each move halves the room before 0: after some fifty there is none.
    for (let i = 0; i < 130; i++) {
      const moved = 1 + (i % 2);
      await moveBadge(db, id(moved), id(0), id(3 - moved));
      expect(await order()).toBe(moved === 1 ? '012' : '021');
    }
    const places = (await listBadges(db)).map(({ place }) => place);
    expect(new Set(places).size).toBe(3);
    expect(places.every(Number.isFinite)).toBe(true);
  });

  it('moves behind its neighbour where another window has changed the order or deleted one meanwhile', async () => {
    const { db, id, order, other } = await set();
    await moveBadge(other(), id(0), id(3), null);
    expect(await order()).toBe('1230');
    // As this window saw it, 3 was to go between 0 and 1.
    await moveBadge(db, id(3), id(0), id(1));
    expect(await order()).toBe('1203');
    await deleteBadges(other(), [id(2)], NOON);
    await purgeBadges(other(), [id(2)]);
    await moveBadge(db, id(3), id(1), id(2));
    expect((await order()).indexOf('3')).toBeGreaterThan((await order()).indexOf('1'));
  });

  it('of a badge that is gone changes nothing', async () => {
    const { db, id, order } = await set(2);
    await moveBadge(db, 'nobody', id(0), id(1));
    await db.badges.update(id(0), { place: 1 });
    await db.badges.update(id(1), { place: 1 });
    const before = await order();
    await moveBadge(db, 'nobody', id(0), id(1));
    expect(await db.badges.count()).toBe(2);
    expect(await order()).toBe(before);
  });
});

describe('two windows', () => {
  it('that edit the same note: the second is told, and nothing of the first is lost', async () => {
    const { db, id, other } = await set(1);
    expect(await editBadge(db, id(0), 0, { note: 'from one' })).toBe(1);
    const late = await editBadge(other(), id(0), 0, { note: 'from two', tags: ['two'] }).catch((e: unknown) => e);
    expect(late).toBeInstanceOf(StaleEditError);
    expect(troubleOf(late)).toBe('stale');
    expect((await theBadge(db, id(0))).row).toMatchObject({ note: 'from one', tags: [], revision: 1 });
    expect(await editBadge(other(), id(0), 1, { tags: ['two'] })).toBe(2);
    expect((await theBadge(db, id(0))).row).toMatchObject({ note: 'from one', tags: ['two'] });
  });

  it('that edit at the same instant: one of them wins', async () => {
    const { db, id, other } = await set(1);
    const ends = await Promise.allSettled([
      editBadge(db, id(0), 0, { note: 'one' }),
      editBadge(other(), id(0), 0, { note: 'two' }),
    ]);
    expect(ends.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect((await theBadge(db, id(0))).row.revision).toBe(1);
  });

  it('that change different things do not get into each other’s way', async () => {
    const { db, id, other } = await set(2);
    const collection = (await addCollection(db, 'Boats')) ?? '';
    await Promise.all([
      editBadge(db, id(0), 0, { note: 'mine' }),
      setVisibility(other(), [id(0)], 'private'),
      collect(db, [id(0)], collection, true),
      moveBadge(other(), id(0), id(1), null),
      setTypeRetired(db, id(0), true),
    ]);
    const { row } = await theBadge(db, id(0));
    expect(row).toMatchObject({
      note: 'mine',
      visibility: 'private',
      collections: [collection],
      typeRetired: true,
      answer: { verdict: 'verified' },
    });
    expect((await listBadges(db)).at(-1)?.id).toBe(id(0));
  });

  it('an edit of a badge that is gone is refused', async () => {
    const { db } = await set(0);
    await expect(editBadge(db, 'nobody', 0, { note: 'x' })).rejects.toThrow(StaleEditError);
  });
});

describe('notes and tags', () => {
  it('are cleaned and have an end', async () => {
    const { db, id } = await set(1);
    const tags = [
      '  sea \n side ',
      'sea side',
      '',
      ' ',
      'e\u0301',
      '\u00e9',
      'x'.repeat(100),
      ...Array.from({ length: 60 }, (_, n) => `t${n}`),
    ];
    await editBadge(db, id(0), 0, { note: 'n'.repeat(MAX_NOTE + 5), tags });
    const { row } = await theBadge(db, id(0));
    expect(row.note).toHaveLength(MAX_NOTE);
    expect(row.tags.slice(0, 3)).toEqual(['sea side', '\u00e9', 'x'.repeat(MAX_TAG)]);
    expect(row.tags).toHaveLength(MAX_TAGS);
  });
});

describe('the bin', () => {
  it('holds what was deleted, the last first, and gives it back as it was', async () => {
    const { db, id, order } = await set();
    const before = await listBadges(db);
    await deleteBadges(db, [id(1)], NOON);
    await deleteBadges(db, [id(2)], NOON + 1);
    expect(await order()).toBe('03');
    expect((await listDeleted(db)).map((row) => row.id)).toEqual([id(2), id(1)]);
    await restoreBadges(db, [id(1), id(2)]);
    expect(await listBadges(db)).toEqual(before);
  });

  it('is emptied of what has lain there for its time, with all that is kept about it, and nothing else', async () => {
    const { db, id } = await set(3);
    await tell(db, 'added', [id(0)], '', NOON);
    await tell(db, 'added', [id(0), id(1)], '', NOON);
    await tell(db, 'watch-gone', [], 'x', NOON);
    await deleteBadges(db, [id(0)], NOON);
    await deleteBadges(db, [id(1)], NOON + 1_000);
    await emptyOldBin(db, NOON + BIN_TIME);
    expect(await db.badges.count()).toBe(3);
    await emptyOldBin(db, NOON + BIN_TIME + 1);
    expect(await db.badges.toCollection().primaryKeys()).toEqual([id(1), id(2)].toSorted());
    expect([await db.kept.count(), (await historyOf(db, id(0))).length, (await historyOf(db, id(1))).length]).toEqual([
      2, 0, 1,
    ]);
    expect((await listNews(db)).map(({ badges }) => badges.length)).toEqual([0, 2]);
  });

  it('what another window has taken out of it is not deleted for ever', async () => {
    const { db, id, order, other } = await set(2);
    await deleteBadges(db, [id(0), id(1)], NOON);
    await restoreBadges(other(), [id(0)]);
    await purgeBadges(db, [id(0), id(1), 'nobody']);
    expect(await order()).toBe('0');
    expect(await db.kept.count()).toBe(1);
  });
});

describe('collections', () => {
  it('hold badges, each once, whatever their number; a name is given once', async () => {
    const { db, id } = await set(2);
    const boats = (await addCollection(db, '  Boats  ')) ?? '';
    const trees = (await addCollection(db, 'Trees')) ?? '';
    expect(await addCollection(db, 'Boats')).toBe(boats);
    expect(await addCollection(db, ' \n ')).toBeNull();
    expect((await listCollections(db)).map(({ name }) => name)).toEqual(['Boats', 'Trees']);
    await collect(db, [id(0), id(1)], boats, true);
    await collect(db, [id(0)], boats, true);
    await collect(db, [id(0)], trees, true);
    expect((await theBadge(db, id(0))).row.collections).toEqual([boats, trees]);
    await collect(db, [id(0)], boats, false);
    expect((await theBadge(db, id(0))).row.collections).toEqual([trees]);
    await removeCollection(db, trees);
    expect((await listBadges(db)).map(({ collections }) => collections)).toEqual([[], [boats]]);
    expect(await listCollections(db)).toHaveLength(1);
  });

  it('one that another window has removed takes nothing in', async () => {
    const { db, id, other } = await set(1);
    const boats = (await addCollection(db, 'Boats')) ?? '';
    await removeCollection(other(), boats);
    await collect(db, [id(0)], boats, true);
    expect((await theBadge(db, id(0))).row.collections).toEqual([]);
  });

  it('named the same in two windows at once is one', async () => {
    const { db, other } = await set(0);
    const [one, two] = await Promise.all([addCollection(db, 'Boats'), addCollection(other(), 'Boats')]);
    expect(one).toBe(two);
    expect(await listCollections(db)).toHaveLength(1);
  });
});
