import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createDraftRunner, type DraftRunnerDeps } from '../../../../utils/background/wallet/draft-runner.ts';
import { commitDraft } from '../../../../utils/wallet/claim.ts';
import { WalletDatabase } from '../../../../utils/wallet/database.ts';
import {
  addDraft,
  itemsOfDraft,
  MAX_ATTEMPTS,
  removeDraft,
  retryItems,
  stopDraft,
} from '../../../../utils/wallet/drafts.ts';
import type { Candidate, DraftResult, Source } from '../../../../utils/wallet/types.ts';
import { never, settle } from '../../ledger/support.ts';
import {
  context,
  credlyAddress,
  credlyExamined,
  credlyNumber,
  freshWallet,
  NOON,
  resultOf,
} from '../../wallet/support.ts';
import { type Death, mortalWallet } from './support.ts';

const LIST = 'https://www.credly.com/users/bea-reader';
const at = (n: number): Candidate => ({ label: `${n}`, source: { url: credlyAddress(n) }, acceptance: 'claimed' });
const many = (count: number) => Array.from({ length: count }, (_, n) => at(n));
const pages = [[at(0), at(1)], [at(2)], [at(3), at(4)]];

function answer(source: Source): DraftResult {
  return resultOf(credlyExamined(credlyNumber('url' in source ? source.url : '')), source);
}

/** A runner of which everything that it does can be watched and held up. `rounds`: how long a look takes; the database takes some as well. */
function runnerOn(db: WalletDatabase, more: Partial<DraftRunnerDeps> = {}, rounds = 1) {
  const looked: string[] = [];
  const ready: string[] = [];
  const life = { beats: 0, atOnce: 0, peak: 0 };
  const runner = createDraftRunner({
    db,
    async look(source) {
      looked.push('url' in source ? source.url : '');
      life.peak = Math.max(life.peak, ++life.atOnce);
      await settle(rounds);
      life.atOnce--;
      return answer(source);
    },
    async readList(_, onPage) {
      for (const page of pages) if (!(await onPage(page))) return undefined;
      return undefined;
    },
    async onReady({ id }) {
      ready.push(id);
    },
    keepAlive: () => life.beats++,
    ...more,
  });
  return { runner, looked, ready, life };
}

const draftOf = (db: WalletDatabase, candidates: Candidate[], more: { list?: string; way?: 'watch' } = {}) =>
  addDraft(db, { way: 'file', title: 'x', candidates, ...more }, NOON);

afterEach(() => vi.restoreAllMocks());

describe('an import', () => {
  it('is checked, at most four badges at once, each one time, and is ready then', async () => {
    const db = freshWallet();
    const id = await draftOf(db, many(11));
    const { runner, looked, ready, life } = runnerOn(db, {}, 40);
    await runner.run();
    expect(looked.toSorted()).toEqual(
      many(11)
        .map(({ label }) => credlyAddress(Number(label)))
        .toSorted(),
    );
    expect(life.peak).toBe(4);
    expect(ready).toEqual([id]);
    expect((await db.drafts.get(id))?.state).toBe('ready');
    expect((await itemsOfDraft(db, id)).every(({ result }) => result?.answer.verdict === 'verified')).toBe(true);
  });

  it('is worked on by one run, however often it is asked for', async () => {
    const db = freshWallet();
    await draftOf(db, many(6));
    const { runner, looked } = runnerOn(db);
    await Promise.all([runner.run(), runner.run(), runner.run()]);
    await runner.run();
    expect(looked).toHaveLength(6);
  });

  it('that is added while another one is worked on is taken up', async () => {
    const db = freshWallet();
    const first = await draftOf(db, [at(0)]);
    let second: string | undefined;
    const { runner, ready } = runnerOn(db, {
      async look(source) {
        if (second === undefined) {
          second = await draftOf(db, [at(1), at(2)]);
          void runner.run();
        }
        return answer(source);
      },
    });
    await runner.run();
    expect(ready).toEqual([first, second]);
  });

  it('of a list is read to its end and then checked', async () => {
    const db = freshWallet();
    const id = await draftOf(db, [], { list: LIST });
    const { runner, looked, ready } = runnerOn(db);
    await runner.run();
    expect(looked).toHaveLength(5);
    expect(ready).toEqual([id]);
    expect(await db.drafts.get(id)).toMatchObject({ state: 'ready', total: 5 });
  });

  it('whose list breaks off, or whose reader fails in us, is checked as far as it was read', async () => {
    for (const end of [async () => 'rate-limited' as const, async () => Promise.reject(new TypeError('our fault'))]) {
      const db = freshWallet();
      const id = await draftOf(db, [], { list: LIST });
      const { runner, looked } = runnerOn(db, {
        async readList(_, onPage) {
          await onPage([at(0)]);
          return end();
        },
      });
      await runner.run();
      expect(looked).toHaveLength(1);
      expect((await db.drafts.get(id))?.state).toBe('ready');
      expect((await db.drafts.get(id))?.trouble).toMatch(/rate-limited|incomplete/);
    }
  });

  it('does not suffer from another one', async () => {
    const db = freshWallet();
    const bad = await draftOf(db, [], { list: LIST });
    const good = await draftOf(db, [at(0)]);
    const { runner } = runnerOn(db, { readList: () => Promise.reject(new TypeError('our fault')) });
    await runner.run();
    expect((await db.drafts.get(bad))?.state).toBe('failed');
    expect((await db.drafts.get(good))?.state).toBe('ready');
  });

  it('goes on past an entry over which we stumble: it is not checked, and can be tried again', async () => {
    const db = freshWallet();
    const id = await draftOf(db, many(3));
    let isBroken = true;
    const { runner } = runnerOn(db, {
      look: async (source) => {
        if (isBroken && 'url' in source && source.url === credlyAddress(1)) throw new TypeError('our fault');
        return answer(source);
      },
    });
    await runner.run();
    expect((await itemsOfDraft(db, id)).map(({ result }) => result !== undefined)).toEqual([true, false, true]);
    isBroken = false;
    await retryItems(db, id, [1]);
    await runner.run();
    expect((await itemsOfDraft(db, id)).every(({ result }) => result !== undefined)).toBe(true);
  });

  it('that is stopped or removed meanwhile ends there', async () => {
    for (const end of [stopDraft, removeDraft]) {
      const db = freshWallet();
      const id = await draftOf(db, many(20));
      const begun: string[] = [];
      const { runner, ready } = runnerOn(db, {
        look: async (source) => {
          begun.push('url' in source ? source.url : '');
          if (begun.length === 5) await end(db, id);
          return answer(source);
        },
      });
      await runner.run();
      expect(begun.length).toBeLessThan(9);
      expect(ready).toEqual([]);
    }
  });

  it('whose list is stopped while it is read asks for no other page', async () => {
    const db = freshWallet();
    const id = await draftOf(db, [], { list: LIST });
    const asked: number[] = [];
    const { runner, looked } = runnerOn(db, {
      async readList(_, onPage) {
        for (const [n, page] of pages.entries()) {
          asked.push(n);
          if (n === 1) await stopDraft(db, id);
          if (!(await onPage(page))) return undefined;
        }
        return undefined;
      },
    });
    await runner.run();
    expect(asked).toEqual([0, 1]);
    expect(looked).toEqual([]);
    expect(await db.drafts.get(id)).toMatchObject({ state: 'stopped', total: 2 });
  });

  it('keeps the worker alive while there is work, and no longer', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    try {
      const db = freshWallet();
      await draftOf(db, [at(0)]);
      const { runner, life } = runnerOn(db, {
        async look(source) {
          vi.advanceTimersByTime(30_000);
          return answer(source);
        },
      });
      await runner.run();
      expect(life.beats).toBe(3);
      vi.advanceTimersByTime(600_000);
      expect(life.beats).toBe(3);
    } finally {
      vi.useRealTimers();
    }
  });
});

describe('a write that fails', () => {
  it('ends the run without a word, loses nothing and leaves nobody behind working', async () => {
    const db = freshWallet();
    const id = await draftOf(db, many(9));
    const real = IDBObjectStore.prototype.put;
    let isFull = false;
    let fills = 0;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...args) {
      if (isFull) throw new DOMException('no room', 'QuotaExceededError');
      return real.apply(this, args);
    });
    const first = runnerOn(db, {
      async look(source) {
        await settle(2);
        if ('url' in source && source.url === credlyAddress(2)) isFull = ++fills === 1;
        return answer(source);
      },
    });
    await first.runner.run();
    expect(fills).toBe(1);
    isFull = false;
    const before = (await itemsOfDraft(db, id)).filter(({ state }) => state === 'checked').length;
    await settle();
    expect((await itemsOfDraft(db, id)).filter(({ state }) => state === 'checked')).toHaveLength(before);
    await first.runner.run();
    expect((await db.drafts.get(id))?.state).toBe('ready');
    expect((await itemsOfDraft(db, id)).every(({ result }) => result !== undefined)).toBe(true);
  });
});

it('a disk that is full is called so, also where Firefox tells only one of several writers', async () => {
  const db = freshWallet();
  await draftOf(db, many(4));
  const real = IDBObjectStore.prototype.put;
  const reasons = ['InvalidStateError', 'InvalidStateError', 'QuotaExceededError'];
  let isFull = false;
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...args) {
    if (!isFull) return real.apply(this, args);
    throw new DOMException('no room', reasons.shift() ?? 'InvalidStateError');
  });
  const { runner } = runnerOn(db, {
    async look(source) {
      // All four are under way when the first of them writes.
      await settle(20);
      isFull = true;
      return answer(source);
    },
  });
  expect(await runner.run()).toBe('full');
  expect(reasons).toEqual([]);
});

describe('a worker that dies', () => {
  /** Two imports on their way, one of them a list. */
  async function begun(): Promise<{ name: string; ids: string[] }> {
    const db = freshWallet();
    const ids = [await draftOf(db, [], { list: LIST }), await draftOf(db, many(6))];
    db.close();
    return { name: db.name, ids };
  }

  async function expectWhole(name: string, ids: string[]): Promise<void> {
    const db = new WalletDatabase(name);
    for (const [i, id] of ids.entries()) {
      const items = await itemsOfDraft(db, id);
      expect(items.map(({ candidate }) => candidate.label)).toEqual(many(i === 0 ? 5 : 6).map(({ label }) => label));
      expect(items.map(({ n, result }) => [n, result?.facts?.name])).toEqual(items.map((_, n) => [n, `Knots ${n}`]));
      expect(await db.drafts.get(id)).toMatchObject({ state: 'ready', total: items.length });
      const decisions = items.map(({ n }) => ({ n, take: true, statement: 'mine' as const }));
      await commitDraft(db, id, decisions, context());
    }
    expect(await db.badges.count()).toBe(6);
    db.close();
  }

  it.each(['before', 'after'] as const)(
    'at any of its transactions (%s it takes effect) loses nothing, and nothing is there twice',
    async (when: Death) => {
      let deaths = 0;
      for (let diesAt = 0; ; diesAt++) {
        const { name, ids } = await begun();
        const { db, life } = mortalWallet(name, diesAt, when);
        const mortal = runnerOn(db);
        await mortal.runner.run();
        const hasDied = life.dead;
        db.close();
        const next = new WalletDatabase(name);
        const heir = runnerOn(next);
        await heir.runner.run();
        next.close();
        await expectWhole(name, ids);
        // What was under way at the death is looked at once more, nothing else.
        expect(mortal.looked.length + heir.looked.length).toBeLessThanOrEqual(11 + 4);
        if (!hasDied) break;
        deaths++;
      }
      expect(deaths).toBeGreaterThan(25);
    },
  );

  it('in the middle of a look, or between two pages, loses nothing either', async () => {
    for (let diesAt = 0; diesAt < 14; diesAt++) {
      const { name, ids } = await begun();
      const { db, life } = mortalWallet(name, Number.POSITIVE_INFINITY, 'before');
      let steps = 0;
      const mortal = runnerOn(db, {
        async look(source) {
          if (life.dead || steps++ === diesAt) {
            life.die();
            return never;
          }
          return answer(source);
        },
        async readList(_, onPage) {
          for (const page of pages) {
            if (life.dead || steps++ === diesAt) {
              life.die();
              return never;
            }
            await onPage(page);
          }
          return undefined;
        },
      });
      void mortal.runner.run();
      await settle();
      expect(life.dead).toBe(true);
      const next = new WalletDatabase(name);
      const heir = runnerOn(next);
      await heir.runner.run();
      next.close();
      await expectWhole(name, ids);
    }
  });

  it('over one entry each time gives that one up, and no other', async () => {
    const db = freshWallet();
    const id = await draftOf(db, many(9));
    let deaths = 0;
    let isDone = false;
    for (let life = 0; life < 12 && !isDone; life++) {
      let isDead = false;
      const { db: mine, life: mortal } = mortalWallet(db.name, Number.POSITIVE_INFINITY, 'before');
      const { runner } = runnerOn(mine, {
        async look(source) {
          await settle(3);
          if (!isDead && 'url' in source && source.url === credlyAddress(2)) {
            isDead = true;
            deaths++;
            mortal.die();
          }
          return isDead ? never : answer(source);
        },
      });
      void runner.run().then(() => {
        isDone = true;
      });
      await settle();
      mine.close();
    }
    expect(deaths).toBe(MAX_ATTEMPTS);
    expect((await db.drafts.get(id))?.state).toBe('ready');
    expect((await itemsOfDraft(db, id)).flatMap(({ n, result }) => (result ? [] : [n]))).toEqual([2]);
  });

  it('leaves entries behind that are looked at one by one from then on, each a single time', async () => {
    const db = freshWallet();
    const id = await draftOf(db, many(12));
    await db.items.filter(({ n }) => n % 2 === 1).modify({ attempts: 2 });
    const looked: Source[] = [];
    // At once: so do the four that ask for an entry.
    const { runner } = runnerOn(db, {
      async look(source) {
        looked.push(source);
        return answer(source);
      },
    });
    await runner.run();
    expect([looked.length, new Set(looked.map((source) => JSON.stringify(source))).size]).toEqual([12, 12]);
    expect((await itemsOfDraft(db, id)).map(({ attempts, result }) => [attempts, result !== undefined])).toEqual(
      Array.from({ length: 12 }, (_, n) => [n % 2 === 1 ? 3 : 1, true]),
    );
  });

  it('between the last entry of a watched list and its settling is followed by one that settles it', async () => {
    const db = freshWallet();
    const id = await draftOf(db, [at(0)], { way: 'watch' });
    const dead = runnerOn(db, { onReady: () => never });
    void dead.runner.run();
    await settle();
    expect((await db.drafts.get(id))?.state).toBe('ready');
    const heir = runnerOn(db);
    await heir.runner.run();
    expect(heir.ready).toEqual([id]);
    expect(heir.looked).toEqual([]);
  });
});
