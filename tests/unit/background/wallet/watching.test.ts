import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { createDraftRunner } from '../../../../utils/background/wallet/draft-runner.ts';
import {
  type ListReading,
  lookAtWatches,
  settleWatchDraft,
  type WatchingDeps,
} from '../../../../utils/background/wallet/watching.ts';
import type { Examined } from '../../../../utils/badge/report.ts';
import { deleteBadges, listBadges } from '../../../../utils/wallet/badges.ts';
import { WalletDatabase } from '../../../../utils/wallet/database.ts';
import { addDraft, finishItem } from '../../../../utils/wallet/drafts.ts';
import { answerOf } from '../../../../utils/wallet/facts.ts';
import { rejudge } from '../../../../utils/wallet/judging.ts';
import { listNews } from '../../../../utils/wallet/news.ts';
import type { Candidate } from '../../../../utils/wallet/types.ts';
import { addWatch, dueWatches, makeAllDue, removeWatch } from '../../../../utils/wallet/watches.ts';
import {
  claimOne,
  context,
  credlyAddress,
  credlyExamined,
  credlyNumber,
  DAY,
  entryAt,
  entryOfFile,
  freshWallet,
  HOUR,
  judgeOf,
  NOON,
  READER,
  resultOf,
} from '../../wallet/support.ts';
import { mortalWallet } from './support.ts';

const PROFILE = 'https://www.credly.com/users/bea-reader';
const at = (n: number, more: Partial<Candidate> = {}): Candidate => ({
  label: `${n}`,
  source: { url: credlyAddress(n) },
  acceptance: 'claimed',
  ...more,
});

/** The platform's side: what the profile lists and what is said about each badge. */
interface Platform {
  listed: () => ListReading | Promise<ListReading>;
  about: (n: number) => Examined;
}

/** `trusted`: the issuers on the user's list. */
function worker(
  db: WalletDatabase,
  platform: Platform,
  clock: { now: number },
  trusted: readonly { id: string }[] = [],
) {
  const said: string[] = [];
  const asked: string[] = [];
  const deps: WatchingDeps = {
    db,
    async readWhole(address) {
      asked.push(address);
      return platform.listed();
    },
    readContext: async () => ({
      claim: context({ now: clock.now }),
      judge: judgeOf({ emails: [READER] }, trusted),
    }),
    onAdded: async (badges) => void said.push(`added ${badges.length}`),
    onGone: async ({ address }) => void said.push(`gone ${address}`),
    now: () => clock.now,
    random: () => 0.5,
  };
  const runner = createDraftRunner({
    db,
    async look(source) {
      const address = 'url' in source ? source.url : '';
      asked.push(address);
      return resultOf(platform.about(credlyNumber(address)), source);
    },
    readList: async () => undefined,
    onReady: (draft) => settleWatchDraft(draft, deps),
    keepAlive: () => {},
  });
  /** What the alarm does. */
  async function tick(): Promise<void> {
    await lookAtWatches(deps);
    await runner.run();
  }
  return { tick, said, asked, deps };
}

async function set(listed: Platform['listed'] = () => ({ candidates: [at(1), at(2)] })) {
  const db = freshWallet();
  const clock = { now: NOON };
  const platform: Platform = { listed, about: (n) => credlyExamined(n) };
  const id = (await addWatch(db, { kind: 'credly-profile', address: PROFILE }, NOON)) ?? '';
  const names = async () => (await listBadges(db)).map(({ facts }) => facts.name).toSorted();
  const news = async () => (await listNews(db)).map(({ kind, badges }) => `${kind} ${badges.length}`).toReversed();
  const watch = () => db.watches.get(id);
  return { db, clock, platform, id, names, news, watch, ...worker(db, platform, clock) };
}

describe('a watched profile', () => {
  it('brings what is new and verified, says so once, and leaves no draft', async () => {
    const { tick, names, news, said, db, watch } = await set();
    await tick();
    expect(await names()).toEqual(['Knots 1', 'Knots 2']);
    expect(await news()).toEqual(['added 2']);
    expect(said).toEqual(['added 2']);
    expect((await db.drafts.count()) + (await db.items.count())).toBe(0);
    expect(await listBadges(db)).toMatchObject([
      { way: 'watch', statement: 'mine', ownership: 'proved' },
      { way: 'watch' },
    ]);
    expect(await watch()).toMatchObject({ listed: 2, checkedAt: NOON, dueAt: NOON + DAY, failures: 0 });
  });

  it('in which nothing is new is not a word: one request a day, none for any badge', async () => {
    const { tick, news, said, asked, clock } = await set();
    await tick();
    asked.length = 0;
    for (let hour = 3; hour <= 72; hour += 3) {
      clock.now = NOON + hour * HOUR;
      await tick();
    }
    expect(asked).toEqual([PROFILE, PROFILE, PROFILE]);
    expect([said, await news()]).toEqual([['added 2'], ['added 2']]);
  });

  it('brings the one that came later', async () => {
    const { tick, names, news, platform, clock, asked } = await set();
    await tick();
    platform.listed = () => ({ candidates: [at(1), at(2), at(3)] });
    clock.now += DAY;
    asked.length = 0;
    await tick();
    expect(asked).toEqual([PROFILE, credlyAddress(3)]);
    expect(await names()).toEqual(['Knots 1', 'Knots 2', 'Knots 3']);
    expect(await news()).toEqual(['added 2', 'added 1']);
  });

  it('brings what names somebody else, or nobody known to be its owner, as references', async () => {
    const { tick, db, platform } = await set();
    platform.about = (n) =>
      n === 1
        ? credlyExamined(n, 'verified', { recipients: [], holderName: 'Bertil Ahlström' })
        : credlyExamined(n, 'verified', { recipients: [{ type: 'email', identity: 'sha256$0', hashed: true }] });
    await tick();
    expect((await listBadges(db)).map(({ ownership }) => ownership)).toEqual(['reference', 'reference']);
    await rejudge(db, judgeOf({ emails: [], names: ['Bertil Ahlström'] }));
    expect((await listBadges(db)).map(({ ownership }) => ownership)).toEqual(['stated', 'reference']);
  });

  it('adds nothing but what was verified, and does not ask for the rest again day after day', async () => {
    const about = (n: number): Examined =>
      [
        credlyExamined(0, 'invalid'),
        credlyExamined(1, 'revoked'),
        credlyExamined(2, 'expired'),
        credlyExamined(3, 'not-found'),
        credlyExamined(4, 'unsupported', { proof: 'page' }),
        credlyExamined(5, 'undecided'),
        // Verified, by somebody who calls itself what it is not.
        credlyExamined(6, 'verified', {
          issuer: { id: 'https://evil.example/i', name: 'Microsoft', host: 'evil.example' },
        }),
      ][n] ?? credlyExamined(n);
    const candidates = Array.from({ length: 8 }, (_, n) => at(n, { listed: { name: `Listed ${n}` } }));
    const { tick, names, platform, clock, asked } = await set(() => ({ candidates }));
    platform.about = about;
    await tick();
    expect(await names()).toEqual(['Knots 7']);
    asked.length = 0;
    clock.now += DAY;
    await tick();
    // Undecided says nothing: that one is tried again.
    expect(asked).toEqual([PROFILE, credlyAddress(5)]);
    asked.length = 0;
    clock.now += 31 * DAY;
    platform.about = (n) => credlyExamined(n);
    await tick();
    expect(asked).toHaveLength(8);
    expect(await names()).toHaveLength(8);
  });

  it('judges by the settings of the moment in which it adds, whoever was trusted when it looked', async () => {
    const { db, clock, platform, names, deps } = await set(() => ({ candidates: [at(1)] }));
    const issuer = { id: 'https://evil.example/i', name: 'Microsoft', host: 'evil.example' };
    const examined = credlyExamined(1, 'verified', { issuer });
    platform.about = () => examined;
    await lookAtWatches(deps);
    const [draft] = await db.drafts.toArray();
    if (!draft) throw new Error('no draft');
    const trusting = judgeOf({ emails: [READER] }, [issuer]);
    const source = { url: credlyAddress(1) };
    await finishItem(db, draft.id, 0, resultOf(examined, source, { answer: answerOf(trusting.reportOn(examined)) }));
    await settleWatchDraft(draft, deps);
    expect(await names()).toEqual([]);
    await db.watches.toCollection().modify({ passedOver: {}, dueAt: NOON });
    await worker(db, platform, clock, [issuer]).tick();
    expect(await names()).toEqual(['Knots 1']);
  });

  it('leaves alone what is not accepted there, has no address, or is no badge of a platform', async () => {
    const { tick, names, asked } = await set(() => ({
      candidates: [
        at(1, { acceptance: 'unclaimed', listed: { name: 'Knots' } }),
        at(2, { source: null }),
        at(3, { source: { text: 'x' } }),
        at(4, { source: { url: PROFILE } }),
      ],
    }));
    await tick();
    expect(asked).toEqual([PROFILE]);
    expect(await names()).toEqual([]);
  });

  it.each<[string, Parameters<typeof claimOne>[1]]>([
    ['claimed from its page', entryAt(credlyAddress(1), credlyExamined(1))],
    ['claimed from a file', entryOfFile('baked', credlyExamined(1))],
  ])('does not bring back what its owner deleted (%s)', async (_, entry) => {
    const { tick, names, db, news } = await set();
    const id = await claimOne(db, entry);
    await deleteBadges(db, [id], NOON);
    await tick();
    expect(await names()).toEqual(['Knots 2']);
    expect((await db.badges.get(id))?.deletedAt).toBe(NOON);
    expect(await news()).toEqual(['added 1']);
  });

  it('nor one that turns out to be a deleted one under another address', async () => {
    const address = 'https://badges.parchment.com/public/assertions/AAECAwQFBgcICQoLDA0ODw';
    const { tick, db, platform } = await set(() => ({ candidates: [at(1, { source: { url: address } })] }));
    const id = await claimOne(db, entryAt(credlyAddress(1), credlyExamined(1)));
    await deleteBadges(db, [id], NOON);
    platform.about = () => credlyExamined(1);
    await tick();
    expect((await db.badges.get(id))?.deletedAt).toBe(NOON);
    expect(await db.badges.count()).toBe(1);
  });

  it('that was removed while it was read brings nothing', async () => {
    const holder: { remove?: () => Promise<void> } = {};
    const { tick, db, id, names } = await set(async () => {
      await holder.remove?.();
      return { candidates: [at(1)] };
    });
    holder.remove = () => removeWatch(db, id);
    await tick();
    expect([await names(), await db.watches.count(), await db.drafts.count()]).toEqual([[], 0, 0]);
  });
});

describe('a watch that is removed', () => {
  it.each(['while what it brought is checked', 'once it is checked, before it is added'] as const)(
    '%s adds nothing any more',
    async (when) => {
      const { deps, db, id, names, news, watch } = await set();
      await lookAtWatches(deps);
      const [draft] = await db.drafts.toArray();
      if (!draft) throw new Error('no draft');
      const check = async (n: number) =>
        finishItem(db, draft.id, n, resultOf(credlyExamined(n + 1), { url: credlyAddress(n + 1) }));
      await check(0);
      if (when === 'while what it brought is checked') {
        await removeWatch(db, id);
        await check(1);
      } else {
        await check(1);
        await removeWatch(db, id);
      }
      await settleWatchDraft(draft, deps);
      expect([await watch(), await names(), await news()]).toEqual([undefined, [], []]);
      expect(await Promise.all([db.drafts, db.items, db.itemBytes].map((table) => table.count()))).toEqual([0, 0, 0]);
    },
  );

  it('leaves other imports alone', async () => {
    const { deps, db, id } = await set();
    await lookAtWatches(deps);
    await addDraft(db, { way: 'credly-profile', title: PROFILE, candidates: [at(3)] }, NOON);
    await addDraft(db, { way: 'watch', title: `${PROFILE}-2`, candidates: [at(4)] }, NOON);
    await removeWatch(db, id);
    expect((await db.drafts.toArray()).map(({ way, title }) => `${way} ${title}`).toSorted()).toEqual([
      `credly-profile ${PROFILE}`,
      `watch ${PROFILE}-2`,
    ]);
  });
});

describe('a profile that is not there', () => {
  const absent = (): ListReading => ({ candidates: [], trouble: 'not-found' });

  it('three times in a row, a day apart, is given up, and that is told once', async () => {
    const { tick, clock, watch, news, said, asked, db } = await set(absent);
    for (let hour = 0; hour <= 240; hour += 3) {
      clock.now = NOON + hour * HOUR;
      await tick();
    }
    expect(asked).toHaveLength(3);
    expect(await watch()).toMatchObject({ state: 'gone', failures: 3, checkedAt: NOON + 2 * DAY });
    expect([said, await news()]).toEqual([[`gone ${PROFILE}`], ['watch-gone 0']]);
    expect(await dueWatches(db, NOON + 900 * DAY)).toEqual([]);
  });

  it('counts once a day, however often its owner looks', async () => {
    const { deps, clock, watch, news, db } = await set(absent);
    for (let hour = 0; hour < 48; hour += 3) {
      clock.now = NOON + hour * HOUR;
      await makeAllDue(db, clock.now);
      await lookAtWatches(deps);
    }
    expect(await watch()).toMatchObject({ state: 'on', failures: 2 });
    clock.now = NOON + 48 * HOUR;
    await makeAllDue(db, clock.now);
    await lookAtWatches(deps);
    expect(await watch()).toMatchObject({ state: 'gone' });
    expect(await news()).toEqual(['watch-gone 0']);
  });

  it('by a clock that was ahead counts all the same, and named anew it begins anew', async () => {
    const { tick, watch, db, clock } = await set(absent);
    clock.now = NOON + 900 * DAY;
    await tick();
    clock.now = NOON;
    await makeAllDue(db, clock.now);
    await tick();
    expect(await watch()).toMatchObject({ failures: 2, absentAt: NOON });
    await addWatch(db, { kind: 'credly-profile', address: PROFILE }, NOON);
    await tick();
    expect(await watch()).toMatchObject({ failures: 1 });
  });

  it('once or twice is forgotten when it is there again', async () => {
    const { tick, clock, watch, platform, news } = await set(absent);
    for (const listed of [absent, absent, () => ({ candidates: [] }), absent, absent]) {
      platform.listed = listed;
      await tick();
      clock.now += DAY + HOUR;
    }
    expect(await watch()).toMatchObject({ state: 'on', failures: 2 });
    expect(await news()).toEqual([]);
  });

  it.each<[string, ListReading]>([
    ['a network that is down', { candidates: [], trouble: 'network' }],
    ['a host that wants a rest', { candidates: [], trouble: 'rate-limited', retryAt: NOON + 3 * DAY }],
    ['a permission that is missing', { candidates: [], trouble: 'not-permitted' }],
    ['an answer that nobody understands', { candidates: [], trouble: 'not-understood' }],
  ])('is another thing than %s', async (_, reading) => {
    const { tick, clock, watch, news, platform } = await set(absent);
    await tick();
    for (let i = 0; i < 9; i++) {
      clock.now += 4 * DAY;
      platform.listed = () => reading;
      await tick();
    }
    expect(await watch()).toMatchObject({ state: 'on', failures: 1 });
    expect(await news()).toEqual([]);
  });

  it('and is named again begins anew, as the same watch', async () => {
    const { tick, clock, watch, db, id } = await set(absent);
    for (let i = 0; i < 3; i++) {
      await tick();
      clock.now += DAY + HOUR;
    }
    expect(await addWatch(db, { kind: 'credly-profile', address: PROFILE }, clock.now)).toBe(id);
    expect(await watch()).toMatchObject({ state: 'on', failures: 0, dueAt: clock.now });
  });
});

describe('a host that wants a rest', () => {
  it('gets it, but not for ever', async () => {
    const { tick, watch, platform, clock } = await set();
    platform.listed = () => ({ candidates: [], trouble: 'rate-limited', retryAt: NOON + 3 * DAY });
    await tick();
    expect((await watch())?.dueAt).toBe(NOON + 3 * DAY);
    clock.now = NOON + 3 * DAY;
    platform.listed = () => ({ candidates: [], trouble: 'rate-limited', retryAt: NOON + 9_000 * DAY });
    await tick();
    expect((await watch())?.dueAt).toBe(NOON + 10 * DAY);
  });
});

describe('several watches', () => {
  it('one over which we stumble does not keep the others from being read', async () => {
    const { tick, db, names, platform, watch } = await set();
    await addWatch(db, { kind: 'credly-profile', address: `${PROFILE}-2` }, NOON);
    let times = 0;
    platform.listed = () => {
      if (++times === 1) throw new TypeError('our fault');
      return { candidates: [at(1)] };
    };
    await tick();
    expect(await names()).toEqual(['Knots 1']);
    expect(await watch()).toMatchObject({ state: 'on', failures: 0, dueAt: NOON + DAY });
  });

  it('are at most twenty, and one at each address', async () => {
    const db = freshWallet();
    const add = (n: number) => addWatch(db, { kind: 'credly-profile', address: `${PROFILE}-${n}` }, NOON);
    for (let n = 0; n < 20; n++) expect(await add(n)).not.toBeNull();
    expect(await add(20)).toBeNull();
    expect(await add(3)).not.toBeNull();
    expect(await db.watches.count()).toBe(20);
  });

  it('that a clock which was ahead has put off for years are due', async () => {
    const { db, id } = await set();
    await db.watches.update(id, { dueAt: NOON + 900 * DAY });
    expect(await dueWatches(db, NOON)).toHaveLength(1);
  });
});

describe('a worker that dies', () => {
  it.each(['before', 'after'] as const)(
    'at any of its transactions (%s it takes effect) loses no badge, adds none twice and tells of each once',
    async (when) => {
      let deaths = 0;
      for (let diesAt = 0; ; diesAt++) {
        const { db, clock, platform, names, news } = await set(() => ({ candidates: [at(1), at(2), at(3)] }));
        const { db: mortal, life } = mortalWallet(db.name, diesAt, when);
        await worker(mortal, platform, clock)
          .tick()
          .catch(() => {});
        const hasDied = life.dead;
        mortal.close();
        // The next alarms, until the list is due again.
        for (let hour = 0; hour <= 27; hour += 3) {
          clock.now = NOON + hour * HOUR;
          const next = new WalletDatabase(db.name);
          await worker(next, platform, clock).tick();
          next.close();
        }
        expect(await names()).toEqual(['Knots 1', 'Knots 2', 'Knots 3']);
        expect(await news()).toEqual(['added 3']);
        expect((await db.drafts.count()) + (await db.items.count())).toBe(0);
        if (!hasDied) break;
        deaths++;
      }
      expect(deaths).toBeGreaterThan(10);
    },
  );

  it('over a list each time keeps nobody from anything else for long', async () => {
    const { db, watch } = await set();
    const { db: mortal, life } = mortalWallet(db.name, Number.POSITIVE_INFINITY, 'before');
    const platform: Platform = {
      listed: () => {
        life.die();
        throw new TypeError('dead');
      },
      about: (n) => credlyExamined(n),
    };
    await worker(mortal, platform, { now: NOON })
      .tick()
      .catch(() => {});
    expect((await watch())?.dueAt).toBe(NOON + 6 * HOUR);
    expect(await dueWatches(db, NOON + 3 * HOUR)).toEqual([]);
  });
});
