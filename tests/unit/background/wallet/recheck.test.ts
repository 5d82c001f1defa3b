import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { type RecheckDeps, recheckDue, recheckOne } from '../../../../utils/background/wallet/recheck.ts';
import type { Examined } from '../../../../utils/badge/report.ts';
import { deleteBadges } from '../../../../utils/wallet/badges.ts';
import { WalletDatabase } from '../../../../utils/wallet/database.ts';
import { listNews } from '../../../../utils/wallet/news.ts';
import type { DraftResult, Source } from '../../../../utils/wallet/types.ts';
import {
  claimAll,
  claimOne,
  credlyAddress,
  credlyExamined,
  credlyNumber,
  DAY,
  encode,
  entryAt,
  entryOfFile,
  freshWallet,
  judgeOf,
  KESTREL,
  NOON,
  resultOf,
  signedExamined,
  theBadge,
} from '../../wallet/support.ts';
import { mortalWallet } from './support.ts';

const later = NOON + 10 * DAY;

function worker(db: WalletDatabase, find: (source: Source) => Examined, clock = { now: later }) {
  const looked: Source[] = [];
  const pictures: boolean[] = [];
  const told: string[] = [];
  const deps: RecheckDeps = {
    db,
    async look(source, { picture }): Promise<DraftResult> {
      looked.push(source);
      pictures.push(picture);
      const examined = { ...find(source), checkedAt: new Date(clock.now).toISOString() };
      return resultOf(examined, 'bytes' in source ? { ...source, mime: 'x' } : source);
    },
    readJudge: async () => judgeOf(),
    onNews: async (kind, { facts }) => void told.push(`${kind} ${facts.name}`),
    now: () => clock.now,
    random: () => 0.5,
  };
  return { deps, looked, pictures, told };
}

const aboutCredly = (source: Source): Examined => {
  const n = credlyNumber('url' in source ? source.url : '');
  return credlyExamined(n, n % 10 === 3 ? 'revoked' : 'verified');
};

describe('badges that are due', () => {
  it('are looked at, twenty in one go, until none is left; a change is told', async () => {
    const db = freshWallet();
    await claimAll(
      db,
      Array.from({ length: 45 }, (_, n) => entryAt(credlyAddress(n), credlyExamined(n))),
    );
    const { deps, looked, told } = worker(db, aboutCredly);
    expect(await recheckDue(deps)).toBe(true);
    expect(looked).toHaveLength(20);
    expect(await recheckDue(deps)).toBe(true);
    expect(await recheckDue(deps)).toBe(false);
    expect(await recheckDue(deps)).toBe(false);
    expect(looked).toHaveLength(45);
    expect(told.toSorted()).toEqual([3, 13, 23, 33, 43].map((n) => `revoked Knots ${n}`).toSorted());
    expect(await listNews(db)).toHaveLength(5);
  });

  it('are not those of the bin, nor those whose time has not come', async () => {
    const db = freshWallet();
    const id = await claimOne(db, entryAt(credlyAddress(1), credlyExamined(1)));
    await deleteBadges(db, [id], NOON);
    const checkedAt = new Date(later).toISOString();
    await claimOne(db, entryAt(credlyAddress(2), credlyExamined(2, 'verified', { checkedAt })), { now: later });
    const { deps, looked } = worker(db, aboutCredly);
    expect(await recheckDue(deps)).toBe(false);
    expect(looked).toEqual([]);
  });

  it('whose looks decide nothing are put off, so that one go comes to its end', async () => {
    const db = freshWallet();
    await claimAll(
      db,
      Array.from({ length: 25 }, (_, n) => entryAt(credlyAddress(n), credlyExamined(n))),
    );
    const { deps, looked, told } = worker(db, () => credlyExamined(1, 'undecided'));
    while (await recheckDue(deps));
    expect(looked).toHaveLength(25);
    expect(told).toEqual([]);
  });

  it('are each looked at once, and told of once, wherever the worker dies', async () => {
    for (const when of ['before', 'after'] as const) {
      let deaths = 0;
      for (let diesAt = 0; ; diesAt++) {
        const db = freshWallet();
        await claimAll(
          db,
          [3, 4].map((n) => entryAt(credlyAddress(n), credlyExamined(n))),
        );
        const { db: mine, life } = mortalWallet(db.name, diesAt, when);
        await recheckDue(worker(mine, aboutCredly).deps).catch(() => {});
        const hasDied = life.dead;
        mine.close();
        await recheckDue(worker(new WalletDatabase(db.name), aboutCredly).deps);
        expect((await listNews(db)).map(({ kind }) => kind)).toEqual(['revoked']);
        expect((await db.badges.toArray()).map(({ answer }) => answer.checkedAt)).toEqual(
          Array.from({ length: 2 }, () => new Date(later).toISOString()),
        );
        if (!hasDied) break;
        deaths++;
      }
      expect(deaths).toBeGreaterThan(4);
    }
  });
});

describe('one badge', () => {
  const look = async (db: WalletDatabase, id: string, find = aboutCredly) => {
    const set = worker(db, find);
    return { done: await recheckOne((await theBadge(db, id)).row, set.deps), ...set };
  };

  it('is looked at where it is public, else by what was handed in, to the byte', async () => {
    const db = freshWallet();
    const atCredly = await claimOne(db, entryAt(credlyAddress(1), credlyExamined(1)));
    const file = await claimOne(db, entryOfFile('{"a": 1}', signedExamined(KESTREL)));
    expect((await look(db, atCredly)).looked).toEqual([{ url: credlyAddress(1) }]);
    const { looked, done } = await look(db, file, () => signedExamined(KESTREL));
    expect(done).toBe(true);
    expect(looked).toEqual([{ mime: 'application/json', bytes: encode('{"a": 1}') }]);
  });

  it('asks for a picture only where there is none', async () => {
    const db = freshWallet();
    const id = await claimOne(db, entryAt(credlyAddress(1), credlyExamined(1)));
    expect((await look(db, id)).pictures).toEqual([true]);
    await db.kept.update(id, { picture: { mime: 'image/png', bytes: encode('x') } });
    expect((await look(db, id)).pictures).toEqual([false]);
  });

  it('about which nobody can be asked is left alone for a month', async () => {
    const db = freshWallet();
    const listed = { name: 'Lamps', issuer: 'Quay' };
    const id = await claimOne(db, { candidate: { label: 'x', source: null, acceptance: 'unclaimed', listed } });
    const { done, looked } = await look(db, id);
    expect([done, looked]).toEqual([false, []]);
    expect((await theBadge(db, id)).row.dueAt).toBe(later + 30 * DAY);
  });

  it('that was deleted for ever while it was looked at stays so', async () => {
    const db = freshWallet();
    const id = await claimOne(db, entryAt(credlyAddress(3), credlyExamined(3)));
    const { row } = await theBadge(db, id);
    const { deps, told } = worker(db, aboutCredly);
    const slow: RecheckDeps = {
      ...deps,
      async look(source, options) {
        await Promise.all([db.badges.clear(), db.kept.clear(), db.history.clear()]);
        return deps.look(source, options);
      },
    };
    await recheckOne(row, slow);
    expect([told, await db.badges.count(), await db.kept.count(), await db.history.count()]).toEqual([[], 0, 0, 0]);
  });
});
