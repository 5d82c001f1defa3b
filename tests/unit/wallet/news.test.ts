import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { deleteBadges } from '../../../utils/wallet/badges.ts';
import { WalletDatabase } from '../../../utils/wallet/database.ts';
import { listNews, markSeen, tell, unseenNews, warnOfEnds } from '../../../utils/wallet/news.ts';
import { mortalWallet } from '../background/wallet/support.ts';
import { claimAll, claimOne, credlyAddress, credlyExamined, DAY, entryAt, freshWallet, NOON } from './support.ts';

/** Badge `n` ends so many days after noon. */
function ending(n: number, days: number) {
  const examined = credlyExamined(n);
  const expires = new Date(NOON + days * DAY).toISOString();
  return entryAt(credlyAddress(n), { ...examined, badge: examined.badge && { ...examined.badge, expires } });
}

const kinds = async (db: WalletDatabase) => (await listNews(db)).map(({ kind }) => kind).toReversed();

describe('news', () => {
  it('are unseen until they are seen, the last first', async () => {
    const db = freshWallet();
    await tell(db, 'added', ['a'], '', NOON);
    await markSeen(db);
    await tell(db, 'revoked', ['b'], 'why', NOON + 1);
    expect((await unseenNews(db)).map(({ kind }) => kind)).toEqual(['revoked']);
    expect((await listNews(db)).map(({ kind, seen }) => [kind, seen])).toEqual([
      ['revoked', 0],
      ['added', 1],
    ]);
  });

  it('are the last two hundred', async () => {
    const db = freshWallet();
    for (let i = 0; i < 210; i++) await tell(db, 'added', [`${i}`], '', NOON + i);
    const all = await listNews(db);
    expect([all.length, all[0]?.badges, all.at(-1)?.badges]).toEqual([200, ['209'], ['10']]);
  });
});

describe('ends that come near', () => {
  it('are told once each, several badges together, the most urgent mark only', async () => {
    const db = freshWallet();
    await claimAll(db, [ending(1, 100), ending(2, 100), ending(3, 45), ending(4, 400)]);
    await warnOfEnds(db, NOON);
    for (let day = 1; day < 130; day++) {
      await warnOfEnds(db, NOON + day * DAY);
      await warnOfEnds(db, NOON + day * DAY + 3_600_000);
    }
    const told = (await listNews(db))
      .toReversed()
      .map(({ kind, badges, at }) => [kind, badges.length, (at - NOON) / DAY]);
    expect(told).toEqual([
      ['expires-60', 1, 0],
      ['expires-30', 1, 15],
      ['expires-7', 1, 38],
      ['expires-60', 2, 40],
      ['expires-30', 2, 70],
      ['expires-7', 2, 93],
    ]);
  });

  it('while the browser was off for months: what still matters, and of what has ended nothing', async () => {
    const db = freshWallet();
    await claimAll(db, [ending(1, 95), ending(2, 80), ending(3, 130)]);
    await warnOfEnds(db, NOON);
    await warnOfEnds(db, NOON + 90 * DAY);
    expect((await listNews(db)).map(({ kind, badges }) => [kind, badges.length])).toEqual([
      ['expires-60', 1],
      ['expires-7', 1],
    ]);
  });

  it('are neither lost nor told twice, wherever the worker dies', async () => {
    for (const when of ['before', 'after'] as const) {
      for (let diesAt = 0; diesAt < 3; diesAt++) {
        const db = freshWallet();
        await claimOne(db, ending(1, 50));
        const mortal = mortalWallet(db.name, diesAt, when);
        await warnOfEnds(mortal.db, NOON).catch(() => {});
        mortal.db.close();
        await warnOfEnds(new WalletDatabase(db.name), NOON + 1);
        expect(await kinds(db)).toEqual(['expires-60']);
      }
    }
  });

  it('are told once by two workers at once', async () => {
    const db = freshWallet();
    await claimOne(db, ending(1, 50));
    const other = new WalletDatabase(db.name);
    const told = await Promise.all([warnOfEnds(db, NOON), warnOfEnds(other, NOON + 5)]);
    expect(told.flat()).toHaveLength(1);
    expect(await kinds(db)).toEqual(['expires-60']);
  });

  it('are not told once more because the clock was ahead for a while', async () => {
    const db = freshWallet();
    await claimOne(db, ending(1, 50));
    await warnOfEnds(db, NOON);
    await warnOfEnds(db, NOON + 400 * DAY);
    await warnOfEnds(db, NOON + DAY);
    await warnOfEnds(db, NOON + 21 * DAY);
    expect(await kinds(db)).toEqual(['expires-60', 'expires-30']);
  });

  it('of what is in the bin, and of what is somebody else’s, are nobody’s business', async () => {
    const db = freshWallet();
    const [binned] = await Promise.all([claimOne(db, ending(1, 50))]);
    await claimOne(db, ending(2, 50), { self: { emails: [] } });
    await deleteBadges(db, [binned], NOON);
    expect(await warnOfEnds(db, NOON)).toEqual([]);
    expect(await kinds(db)).toEqual([]);
  });

  it('survive garbage where the last look is written', async () => {
    const db = freshWallet();
    await claimOne(db, ending(1, 50));
    await db.preferences.put({ key: 'warnedUntil', value: 'yesterday' });
    expect(await warnOfEnds(db, NOON)).toMatchObject([{ kind: 'expires-60' }]);
  });
});
