import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import {
  addCandidates,
  addDraft,
  beginReading,
  dropOldDrafts,
  finishItem,
  itemsOfDraft,
  MAX_ATTEMPTS,
  openDrafts,
  removeDraft,
  retryItems,
  stopDraft,
  takeItem,
  unsettledDrafts,
} from '../../../utils/wallet/drafts.ts';
import type { Candidate } from '../../../utils/wallet/types.ts';
import { credlyAddress, credlyExamined, DAY, freshWallet, NOON, resultOf } from './support.ts';

const at = (n: number): Candidate => ({ label: `${n}`, source: { url: credlyAddress(n) }, acceptance: 'claimed' });
const nameless: Candidate = { label: 'Lamps', source: null, acceptance: 'unclaimed', listed: { name: 'Lamps' } };
const result = resultOf(credlyExamined(1), { url: credlyAddress(1) });
const nobody: ReadonlySet<number> = new Set();

async function set(candidates: Candidate[], more: { list?: string } = {}) {
  const db = freshWallet();
  const id = await addDraft(db, { way: 'file', title: 'x', candidates, ...more }, NOON);
  const state = async () => (await db.drafts.get(id))?.state;
  const numbers = async (wanted: 'queued' | 'checked') =>
    (await itemsOfDraft(db, id)).filter((item) => item.state === wanted).map(({ n }) => n);
  return { db, id, state, numbers };
}

describe('a draft', () => {
  it('is checking while there is something to check, and ready with its last entry', async () => {
    const { db, id, state } = await set([at(1), nameless, at(2)]);
    expect(await state()).toBe('checking');
    expect((await openDrafts(db)).map((draft) => draft.id)).toEqual([id]);
    await finishItem(db, id, 2, result);
    expect(await state()).toBe('checking');
    await finishItem(db, id, 0, undefined);
    expect(await state()).toBe('ready');
    expect(await openDrafts(db)).toEqual([]);
    expect((await itemsOfDraft(db, id)).map((item) => item.result !== undefined)).toEqual([false, false, true]);
  });

  it('of nothing to look up is ready at once; of nothing at all, with the reason, failed', async () => {
    expect(await (await set([nameless])).state()).toBe('ready');
    const db = freshWallet();
    const id = await addDraft(db, { way: 'file', title: 'x', candidates: [], trouble: 'damaged' }, NOON);
    expect(await db.drafts.get(id)).toMatchObject({ state: 'failed', trouble: 'damaged', total: 0 });
  });

  it('gives out each entry once at a time, and those that saw a death last and alone', async () => {
    const { db, id } = await set([at(0), at(1), at(2)]);
    expect((await takeItem(db, id, nobody))?.n).toBe(0);
    // The worker that had 0 died: others come first, and 0 waits until nothing else is under way.
    expect(await takeItem(db, id, nobody)).toMatchObject({ n: 1, attempts: 1 });
    expect(await takeItem(db, id, new Set([1]))).toMatchObject({ n: 2 });
    expect(await takeItem(db, id, new Set([1, 2]))).toBeNull();
    await finishItem(db, id, 1, result);
    await finishItem(db, id, 2, result);
    expect(await takeItem(db, id, nobody)).toMatchObject({ n: 0, attempts: 2 });
    expect(await takeItem(db, id, new Set([0]))).toBeNull();
  });

  it('takes among several of those the one that saw the fewest', async () => {
    const { db, id } = await set([at(0), at(1)]);
    await db.items.update([id, 0], { attempts: 2 });
    await db.items.update([id, 1], { attempts: 1 });
    expect(await takeItem(db, id, nobody)).toMatchObject({ n: 1, attempts: 2 });
  });

  it('that was stopped gives out nothing, keeps what is checked, and takes what was still under way', async () => {
    const { db, id, state, numbers } = await set([at(0), at(1), at(2)]);
    await finishItem(db, id, 0, result);
    await takeItem(db, id, nobody);
    await stopDraft(db, id);
    expect(await state()).toBe('stopped');
    expect(await takeItem(db, id, nobody)).toBeNull();
    await finishItem(db, id, 1, result);
    expect(await state()).toBe('stopped');
    expect(await numbers('queued')).toEqual([]);
    expect((await itemsOfDraft(db, id)).map((item) => item.result !== undefined)).toEqual([true, true, false]);
    expect(await openDrafts(db)).toEqual([]);
  });

  it('checks again what it is told to, and nothing else', async () => {
    const { db, id, state, numbers } = await set([at(0), at(1), at(2)]);
    await finishItem(db, id, 0, result);
    await stopDraft(db, id);
    await retryItems(db, id, [2]);
    expect(await state()).toBe('checking');
    expect(await numbers('queued')).toEqual([2]);
    expect((await takeItem(db, id, nobody))?.attempts).toBe(1);
    await finishItem(db, id, 2, result);
    expect(await state()).toBe('ready');
    await retryItems(db, id, []);
    expect(await state()).toBe('ready');
    await retryItems(db, id, [0]);
    expect((await itemsOfDraft(db, id))[0]).toMatchObject({ state: 'queued', attempts: 0 });
    expect((await itemsOfDraft(db, id))[0]?.result).toBeUndefined();
  });

  it('that is gone stays gone, whatever comes for it late', async () => {
    const { db, id } = await set([at(0), at(1)]);
    await removeDraft(db, id);
    await finishItem(db, id, 0, result);
    await retryItems(db, id, [0]);
    await stopDraft(db, id);
    expect(await addCandidates(db, id, [at(3)], { whole: true })).toBe(false);
    expect(await takeItem(db, id, nobody)).toBeNull();
    expect((await db.drafts.count()) + (await db.items.count())).toBe(0);
  });

  it('leaves others alone', async () => {
    const { db, id } = await set([at(0)]);
    const other = await addDraft(db, { way: 'file', title: 'y', candidates: [at(0), at(1)] }, NOON);
    await stopDraft(db, id);
    await removeDraft(db, id);
    expect((await itemsOfDraft(db, other)).map((item) => item.state)).toEqual(['queued', 'queued']);
  });

  it('that nobody came back to for a week goes', async () => {
    const { db, id } = await set([at(0)]);
    await dropOldDrafts(db, NOON + 7 * DAY);
    expect((await openDrafts(db)).map((draft) => draft.id)).toEqual([id]);
    await dropOldDrafts(db, NOON + 7 * DAY + 1);
    expect((await db.drafts.count()) + (await db.items.count())).toBe(0);
  });
});

describe('a list that is read page by page', () => {
  const list = 'https://www.credly.com/users/bea-reader';

  it('grows, and is checked when it is whole', async () => {
    const { db, id, state } = await set([], { list });
    expect(await state()).toBe('reading');
    expect(await addCandidates(db, id, [at(1), at(2)], { whole: false })).toBe(true);
    expect(await addCandidates(db, id, [at(3)], { whole: false })).toBe(true);
    expect(await state()).toBe('reading');
    expect(await addCandidates(db, id, [], { whole: true })).toBe(true);
    expect(await db.drafts.get(id)).toMatchObject({ state: 'checking', total: 3 });
    expect((await itemsOfDraft(db, id)).map(({ n, candidate }) => [n, candidate.label])).toEqual([
      [0, '1'],
      [1, '2'],
      [2, '3'],
    ]);
    expect(await addCandidates(db, id, [at(4)], { whole: false })).toBe(false);
  });

  it('once more from its beginning after a death adds nothing twice, also what has no address', async () => {
    const { db, id } = await set([], { list });
    await addCandidates(db, id, [at(1), nameless, at(2), at(1)], { whole: false });
    await addCandidates(db, id, [at(1), nameless, at(2)], { whole: false });
    await addCandidates(db, id, [at(3), { ...nameless, listed: { name: 'Ropes' } }], { whole: true });
    expect((await itemsOfDraft(db, id)).map(({ candidate }) => candidate.label)).toEqual([
      '1',
      'Lamps',
      '2',
      '3',
      'Lamps',
    ]);
    expect((await db.drafts.get(id))?.total).toBe(5);
  });

  it('that brought nothing, and why, has failed; one that broke off is checked as far as it goes', async () => {
    const empty = await set([], { list });
    await addCandidates(empty.db, empty.id, [], { whole: true, trouble: 'not-public' });
    expect(await empty.db.drafts.get(empty.id)).toMatchObject({ state: 'failed', trouble: 'not-public' });
    const half = await set([], { list });
    await addCandidates(half.db, half.id, [at(1)], { whole: true, trouble: 'incomplete' });
    expect(await half.db.drafts.get(half.id)).toMatchObject({ state: 'checking', trouble: 'incomplete', total: 1 });
  });

  it('is read on while an entry is tried again', async () => {
    const { db, id, state } = await set([], { list });
    await addCandidates(db, id, [at(1)], { whole: false });
    await retryItems(db, id, [0]);
    expect(await state()).toBe('reading');
    expect(await addCandidates(db, id, [at(2)], { whole: true })).toBe(true);
  });

  it('that kills its reader each time is given up with what was read of it', async () => {
    const { db, id, state } = await set([], { list });
    await addCandidates(db, id, [at(1)], { whole: false });
    for (let i = 0; i < MAX_ATTEMPTS; i++) expect(await beginReading(db, id)).toBe(true);
    expect(await beginReading(db, id)).toBe(false);
    expect(await state()).toBe('checking');
    expect((await db.drafts.get(id))?.trouble).toBe('incomplete');
  });
});

it('drafts of watched lists that nobody settled are found again', async () => {
  const db = freshWallet();
  const id = await addDraft(db, { way: 'watch', title: 'x', candidates: [at(1)] }, NOON);
  await addDraft(db, { way: 'file', title: 'x', candidates: [nameless] }, NOON);
  expect(await unsettledDrafts(db)).toEqual([]);
  await finishItem(db, id, 0, result);
  expect((await unsettledDrafts(db)).map((draft) => draft.id)).toEqual([id]);
});
