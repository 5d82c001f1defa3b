import { describe, expect, it } from 'vitest';
import type { Examined } from '../../../utils/badge/report.ts';
import type { LedgerDatabase } from '../../../utils/ledger/database.ts';
import { createLedger } from '../../../utils/ledger/ledger.ts';
import { createLedgerStore, type LedgerStore } from '../../../utils/ledger/store.ts';
import { ForgottenError, type LedgerDeps } from '../../../utils/ledger/types.ts';
import { examinedFixture, freshDatabase, NOON, settle } from './support.ts';

const A = { key: 'credly:a', url: 'https://badges.example/a' };
const B = { key: 'credly:b', url: 'https://badges.example/b' };

function set(extra: Partial<LedgerDeps> & { db?: LedgerDatabase } = {}) {
  const db = extra.db ?? freshDatabase();
  const clock = { now: NOON };
  const asked: string[] = [];
  const woken: number[] = [];
  const answer = { next: (_url: string): Examined | Promise<Examined> => examinedFixture('verified') };
  const ledger = createLedger({
    store: createLedgerStore(db),
    examine: async (url) => {
      asked.push(url);
      return answer.next(url);
    },
    now: () => clock.now,
    isOnline: () => true,
    onWaiting: (at) => woken.push(at),
    sleep: () => settle(1),
    ...extra,
  });
  return { db, ledger, clock, asked, answer, woken };
}

describe('cache', () => {
  it('answers the second question without asking, until the answer is stale', async () => {
    const { ledger, asked, clock } = set();
    expect((await ledger.check(A)).verdict).toBe('verified');
    clock.now += 23 * 3_600_000;
    expect((await ledger.check(A)).verdict).toBe('verified');
    expect(asked).toHaveLength(1);
    clock.now += 2 * 3_600_000;
    await ledger.check(A);
    expect(asked).toHaveLength(2);
  });

  it('is shared with the next worker', async () => {
    const first = set();
    await first.ledger.check(A);
    const second = set({ db: first.db });
    expect((await second.ledger.check(A)).verdict).toBe('verified');
    expect(second.asked).toEqual([]);
  });

  it('asks again when told to, also while it holds a fresh answer', async () => {
    const { ledger, asked, clock, answer } = set();
    await ledger.check(A);
    clock.now += 1;
    answer.next = () => examinedFixture('revoked');
    expect((await ledger.check({ ...A, again: true })).verdict).toBe('revoked');
    expect((await ledger.check(A)).verdict).toBe('revoked');
    expect(asked).toHaveLength(2);
  });

  it('keeps neither the document nor anything about who asked', async () => {
    const { ledger, db } = set();
    await ledger.check({ ...A, asker: 'tab:secret' });
    const rows = JSON.stringify(await db.answers.toArray());
    expect(rows).not.toContain('long');
    expect(rows).not.toContain('secret');
    expect(Object.keys((await db.answers.toArray())[0] ?? {}).toSorted()).toEqual([
      'attempts',
      'examined',
      'freshUntil',
      'key',
      'storedAt',
    ]);
    expect(await db.jobs.count()).toBe(0);
  });

  it('writes the answer before it gives it', async () => {
    const { ledger, db } = set();
    await ledger.check(A);
    expect(await db.answers.get(A.key)).toMatchObject({ storedAt: NOON });
  });

  it('does not keep what cost no request, nor an undecided answer found while offline', async () => {
    const { ledger, db, answer } = set();
    answer.next = () => examinedFixture('unsupported', { asked: [] });
    await ledger.check(A);
    const offline = set({ isOnline: () => false });
    offline.answer.next = () => examinedFixture('undecided');
    await offline.ledger.check(B);
    expect((await db.answers.count()) + (await offline.db.answers.count())).toBe(0);
  });

  it('waits longer after each undecided answer, and starts over after a decided one', async () => {
    const { ledger, db, clock, answer } = set();
    const lives: number[] = [];
    for (const verdict of ['undecided', 'undecided', 'undecided', 'verified', 'undecided'] as const) {
      answer.next = () => examinedFixture(verdict);
      await ledger.check({ ...A, again: true });
      const row = await db.answers.get(A.key);
      if (verdict === 'undecided') lives.push(((row?.freshUntil ?? 0) - clock.now) / 60_000);
      // A decided answer that is still good would stay.
      clock.now += verdict === 'verified' ? 86_400_001 : 1;
    }
    expect(lives).toEqual([5, 10, 20, 5]);
  });

  it('forgets undecided answers when something has changed, and everything when told to', async () => {
    const { ledger, answer } = set();
    await ledger.check(A);
    answer.next = () => examinedFixture('undecided');
    await ledger.check(B);
    expect(await ledger.count()).toEqual({ answers: 2, jobs: 0 });
    await ledger.dropUndecided();
    expect(await ledger.count()).toEqual({ answers: 1, jobs: 0 });
    await ledger.clear();
    expect(await ledger.count()).toEqual({ answers: 0, jobs: 0 });
  });

  it('asks again by hand where only the want of a permission for checks by themselves stood in the way', async () => {
    const { ledger, answer, asked } = set();
    const checks = [{ id: 'origin', outcome: 'unknown', code: 'origin-not-permitted' }] as const;
    answer.next = () => examinedFixture('undecided', { checks: [...checks] });
    await ledger.check(A);
    await ledger.check(A);
    expect(asked).toHaveLength(1);
    answer.next = () => examinedFixture('verified');
    expect((await ledger.check({ ...A, byHand: true })).verdict).toBe('verified');
  });
});

describe('what is kept, and for how long', () => {
  const HOUR = 3_600_000;

  it('is gone a day after it stopped being given as an answer', async () => {
    const { ledger, clock, answer } = set();
    await ledger.check(A);
    answer.next = () => examinedFixture('unsupported');
    await ledger.check(B);
    const left = async (hours: number) => {
      clock.now = NOON + hours * HOUR;
      await ledger.resume();
      return (await ledger.count()).answers;
    };
    expect(await left(47)).toBe(2);
    expect(await left(49)).toBe(1);
    expect(await left(8 * 24 + 1)).toBe(0);
  });

  it('is never more than eight days, whatever a server wished for', async () => {
    const { ledger, clock, answer } = set();
    answer.next = () => examinedFixture('undecided', { retryAt: new Date(NOON + 9_000 * HOUR).toISOString() });
    await ledger.check(A);
    clock.now += 8 * 24 * HOUR + 1;
    await ledger.resume();
    expect(await ledger.count()).toEqual({ answers: 0, jobs: 0 });
  });
});

describe('a clock that was ahead', () => {
  const YEARS = 10 * 365 * 86_400_000;

  it('makes no answer good for years', async () => {
    const { ledger, clock, answer, asked } = set();
    clock.now += YEARS;
    await ledger.check(A);
    clock.now = NOON;
    answer.next = () => examinedFixture('revoked');
    expect((await ledger.check(A)).verdict).toBe('revoked');
    expect(asked).toHaveLength(2);
  });

  it('does not answer who asks for a fresh check either', async () => {
    const { ledger, clock, answer } = set();
    clock.now += YEARS;
    await ledger.check(A);
    clock.now = NOON;
    answer.next = () => examinedFixture('revoked');
    expect((await ledger.check({ ...A, again: true })).verdict).toBe('revoked');
  });

  it('by less than five minutes does no harm', async () => {
    const { ledger, clock, asked } = set();
    await ledger.check(A);
    clock.now -= 4 * 60_000;
    await ledger.check(A);
    expect(asked).toHaveLength(1);
  });

  it('leaves nothing behind: neither rows nor a lease that nobody can take', async () => {
    const { ledger, db, clock } = set();
    clock.now += YEARS;
    await ledger.check(A);
    const dead = set({ db, examine: () => new Promise(() => {}) });
    dead.clock.now += YEARS;
    dead.ledger.check(B).catch(() => {});
    await settle();
    clock.now = NOON;
    expect((await ledger.check(B)).verdict).toBe('verified');
    await ledger.resume();
    expect((await db.answers.toArray()).map(({ key }) => key)).toEqual([B.key]);
    expect(await db.jobs.count()).toBe(0);
  });
});

describe('a fresh check that cannot be decided', () => {
  const HOUR = 3_600_000;

  it.each<[string, Partial<Examined>, boolean]>([
    ['without a network', {}, false],
    ['because the host rests', { asked: [], retryAt: new Date(NOON + 60_000).toISOString() }, true],
    ['because the host fails', {}, true],
  ])('%s is told to who asked, and the good answer stays for others', async (_, found, online) => {
    const { ledger, answer, clock, asked } = set({ isOnline: () => online });
    await ledger.check(A);
    const heard: string[] = [];
    ledger.subscribe((_key, { verdict }) => heard.push(verdict));
    answer.next = () => examinedFixture('undecided', found);
    clock.now += 1;
    expect((await ledger.check({ ...A, again: true })).verdict).toBe('undecided');
    expect((await ledger.check(A)).verdict).toBe('verified');
    expect((await ledger.peek(A.key))?.verdict).toBe('verified');
    expect(asked).toHaveLength(2);
    // Other pages are not told of a doubt that is none of theirs.
    expect(heard).toEqual([]);
    clock.now += 24 * HOUR;
    expect((await ledger.check(A)).verdict).toBe('undecided');
  });

  it('takes the place of an answer that is stale', async () => {
    const { ledger, answer, clock } = set();
    await ledger.check(A);
    clock.now += 25 * HOUR;
    answer.next = () => examinedFixture('undecided');
    await ledger.check(A);
    expect((await ledger.peek(A.key))?.verdict).toBe('undecided');
  });

  it('does not save an answer that a decided one replaces, even one that is not kept', async () => {
    const { ledger, answer, clock } = set();
    await ledger.check(A);
    clock.now += 1;
    answer.next = () => examinedFixture('unsupported', { asked: [] });
    await ledger.check({ ...A, again: true });
    expect(await ledger.peek(A.key)).toBeNull();
  });
});

describe('merging', () => {
  it('examines a badge once that 200 marks ask about', async () => {
    const { ledger, asked } = set();
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, i) => ledger.check({ ...A, asker: `tab:${i % 7}` })),
    );
    expect(asked).toHaveLength(1);
    expect(answers.every(({ verdict }) => verdict === 'verified')).toBe(true);
  });

  it('examines once although two workers are asked at the same time', async () => {
    const one = set();
    const two = set({ db: one.db });
    const keys = Array.from({ length: 20 }, (_, i) => ({ key: `credly:${i}`, url: `https://badges.example/${i}` }));
    await Promise.all([...keys.map(one.ledger.check), ...keys.map(two.ledger.check)]);
    expect([...one.asked, ...two.asked].toSorted()).toEqual(keys.map(({ url }) => url).toSorted());
    expect(await one.ledger.count()).toEqual({ answers: 20, jobs: 0 });
  });

  it('looks 300 badges up in one transaction', async () => {
    const db = freshDatabase();
    const real = createLedgerStore(db);
    let lookUps = 0;
    const counting: LedgerStore = {
      ...real,
      answers: (keys) => {
        lookUps++;
        return real.answers(keys);
      },
    };
    const { ledger } = set({ db, store: counting });
    const ask = () =>
      Promise.all(Array.from({ length: 300 }, (_, i) => ledger.check({ key: `credly:${i}`, url: A.url })));
    await ask();
    lookUps = 0;
    await ask();
    expect(lookUps).toBe(1);
  });

  it('lets a question by hand run although another is under way', async () => {
    const byHand: boolean[] = [];
    const { ledger } = set({
      examine: async (_url, options) => {
        byHand.push(options.byHand);
        return examinedFixture('unsupported', { asked: [] });
      },
    });
    await Promise.all([ledger.check(A), ledger.check({ ...A, byHand: true })]);
    expect(byHand).toEqual([false, true]);
  });

  it('runs at most 8 of one host at once, urgent ones first', async () => {
    const open: { url: string; end: () => void }[] = [];
    let held = true;
    const { ledger } = set({
      examine: (url) =>
        new Promise((resolve) => {
          const end = () => resolve(examinedFixture('verified'));
          if (held) open.push({ url, end });
          else end();
        }),
    });
    const waiting = Array.from({ length: 30 }, (_, i) =>
      ledger.check({ key: `credly:${i}`, url: `https://a.example/${i}` }),
    );
    waiting.push(ledger.check({ key: 'badgr:x', url: 'https://b.example/x' }));
    await settle();
    expect(open.map(({ url }) => new URL(url).host).toSorted()).toEqual([...Array(8).fill('a.example'), 'b.example']);
    waiting.push(ledger.check({ key: 'credly:urgent', url: 'https://a.example/urgent', byHand: true }));
    await settle();
    open.shift()?.end();
    await settle();
    expect(open.at(-1)?.url).toBe('https://a.example/urgent');
    held = false;
    for (const { end } of open) end();
    expect(await Promise.all(waiting)).toHaveLength(32);
  });
});

describe('forgetting', () => {
  it('drops what nobody wants any more and has not begun', async () => {
    const held: (() => void)[] = [];
    const { ledger, db } = set({
      examine: () => new Promise((resolve) => held.push(() => resolve(examinedFixture('verified')))),
    });
    const settled = Array.from({ length: 12 }, (_, i) => {
      const ask = { key: `credly:${i}`, url: `https://a.example/${i}`, asker: 'tab:1' };
      if (i === 11) ledger.check({ ...ask, asker: 'tab:2' }).catch(() => {});
      return ledger.check(ask).then(
        () => 'answered',
        (error: unknown) => (error instanceof ForgottenError ? 'forgotten' : 'failed'),
      );
    });
    await settle();
    expect(held).toHaveLength(8);
    ledger.forget('tab:1');
    await settle();
    expect((await db.jobs.toArray()).map(({ key }) => key).toSorted()).toEqual(
      [...Array.from({ length: 8 }, (_, i) => `credly:${i}`), 'credly:11'].toSorted(),
    );
    for (const end of held) end();
    await settle();
    for (const end of held) end();
    expect(await Promise.all(settled)).toEqual([
      ...Array(8).fill('answered'),
      ...Array(3).fill('forgotten'),
      'answered',
    ]);
  });

  it('takes back a question by hand that waits for another to end', async () => {
    const byHand: boolean[] = [];
    let end = () => {};
    const { ledger } = set({
      examine: (_url, options) => {
        byHand.push(options.byHand);
        return new Promise((resolve) => {
          end = () => resolve(examinedFixture('unsupported', { asked: [] }));
        });
      },
    });
    const first = ledger.check({ ...A, asker: 'tab:1' });
    const second = ledger.check({ ...A, asker: 'tab:2', byHand: true });
    const third = ledger.check({ ...A, asker: 'tab:3', byHand: true });
    const outcomes = Promise.all(
      [second, third].map((one) =>
        one.then(
          () => 'answered',
          (error: unknown) => (error instanceof ForgottenError ? 'forgotten' : 'failed'),
        ),
      ),
    );
    await settle();
    ledger.forget('tab:2');
    ledger.forget('tab:3', [A.key]);
    end();
    await first;
    expect(await outcomes).toEqual(['forgotten', 'forgotten']);
    await settle();
    expect(byHand).toEqual([false]);
  });

  it.each([0, 1, 2, 3, 4, 6, 8, 12, 16, 24, 32])(
    'asks nobody once all have gone, %i turns after they asked, and leaves nothing behind',
    async (turns) => {
      const { ledger, db, asked } = set();
      await db.answers.put({
        key: A.key,
        examined: examinedFixture('verified'),
        storedAt: NOON,
        freshUntil: NOON + 1,
        attempts: 0,
      });
      const answer = ledger.check({ ...A, asker: 'tab:1', again: true }).then(
        () => 'answered',
        () => 'forgotten',
      );
      await settle(turns);
      const begun = asked.length > 0;
      ledger.forget('tab:1');
      await settle();
      expect(asked).toHaveLength(begun ? 1 : 0);
      expect(await answer).toBe(begun ? 'answered' : 'forgotten');
      expect(await ledger.count()).toEqual({ answers: 1, jobs: 0 });
    },
  );

  it('answers who asks right after another took the same question back', async () => {
    const { ledger } = set();
    const first = ledger.check({ ...A, asker: 'tab:1' });
    first.catch(() => {});
    ledger.forget('tab:1', [A.key]);
    expect((await ledger.check({ ...A, asker: 'tab:2' })).verdict).toBe('verified');
  });
});

describe('rests', () => {
  const limited = () => examinedFixture('undecided', { retryAt: new Date(NOON + 60_000).toISOString() });

  it('puts a job back that a host sent away, asks to be woken, and tells who listens', async () => {
    const { ledger, clock, answer, asked, woken } = set();
    const heard: string[] = [];
    ledger.subscribe((key, { verdict }) => heard.push(`${key} ${verdict}`));
    answer.next = limited;
    expect((await ledger.check(A)).verdict).toBe('undecided');
    expect(woken).toContain(NOON + 60_000);
    await ledger.resume();
    await settle();
    expect(asked).toHaveLength(1);
    clock.now = NOON + 60_001;
    answer.next = () => examinedFixture('verified');
    await ledger.resume();
    await settle();
    expect(heard).toEqual([`${A.key} undecided`, `${A.key} verified`]);
    expect(await ledger.count()).toEqual({ answers: 1, jobs: 0 });
  });

  it('comes back by itself three times, not for ever', async () => {
    const { ledger, clock, answer, asked } = set();
    answer.next = () => examinedFixture('undecided', { retryAt: new Date(clock.now + 1000).toISOString() });
    await ledger.check(A);
    for (let i = 0; i < 6; i++) {
      clock.now += 1001;
      await ledger.resume();
      await settle();
    }
    expect(asked).toHaveLength(4);
    expect((await ledger.count()).jobs).toBe(0);
  });

  it('answers who asks again once the rest is over, not with the doubt of before', async () => {
    const { ledger, clock, answer } = set();
    answer.next = limited;
    await ledger.check(A);
    expect((await ledger.check(A)).verdict).toBe('undecided');
    clock.now = NOON + 60_000;
    answer.next = () => examinedFixture('verified');
    expect((await ledger.check(A)).verdict).toBe('verified');
  });

  it('waits for no host longer than an hour, and asks for nobody an hour after the rest', async () => {
    const { ledger, db, clock, answer, asked } = set();
    answer.next = () => examinedFixture('undecided', { retryAt: new Date(NOON + 3_700_000).toISOString() });
    await ledger.check(A);
    expect(await db.jobs.count()).toBe(0);
    answer.next = () => examinedFixture('undecided', { retryAt: new Date(NOON + 3_000_000).toISOString() });
    await ledger.check(B);
    clock.now = NOON + 3_000_000 + 3_500_000;
    expect((await db.jobs.toArray())[0]).toMatchObject({ retries: 1 });
    const next = set({ db });
    next.clock.now = NOON + 3_000_000 + 3_600_001;
    await next.ledger.resume();
    await settle();
    expect([asked.length, next.asked.length, await db.jobs.count()]).toEqual([2, 0, 0]);
  });

  it('comes back after a rest of most of an hour', async () => {
    const { ledger, clock, answer, asked } = set();
    answer.next = () => examinedFixture('undecided', { retryAt: new Date(NOON + 3_500_000).toISOString() });
    await ledger.check(A);
    clock.now = NOON + 3_650_000;
    answer.next = () => examinedFixture('verified');
    await ledger.resume();
    await settle();
    expect(asked).toHaveLength(2);
  });

  it('does not come back when the page that asked is gone', async () => {
    const { ledger, clock, answer, asked } = set();
    answer.next = limited;
    await ledger.check({ ...A, asker: 'tab:1' });
    ledger.forget('tab:1');
    await settle();
    clock.now += 120_000;
    await ledger.resume();
    await settle();
    expect(asked).toHaveLength(1);
  });
});

describe('damage', () => {
  it('answers without a cache when the database cannot be used at all', async () => {
    const no = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));
    const broken = Object.fromEntries(
      Object.keys(createLedgerStore(freshDatabase())).map((name) => [name, no]),
    ) as unknown as LedgerStore;
    const { ledger, asked } = set({ store: broken });
    const answers = await Promise.all([ledger.check(A), ledger.check(A), ledger.check(B)]);
    expect(answers.map(({ verdict }) => verdict)).toEqual(['verified', 'verified', 'verified']);
    expect(asked).toHaveLength(2);
    await ledger.resume();
  });

  it('answers when only writing fails, and leaves no job behind', async () => {
    const db = freshDatabase();
    const real = createLedgerStore(db);
    const full: LedgerStore = {
      ...real,
      finish: (finish) =>
        finish.row ? Promise.reject(new DOMException('full', 'QuotaExceededError')) : real.finish(finish),
    };
    const { ledger } = set({ db, store: full });
    expect((await ledger.check(A)).verdict).toBe('verified');
    expect(await ledger.count()).toEqual({ answers: 0, jobs: 0 });
  });

  it('turns an exception into an undecided answer that is not kept', async () => {
    const { ledger } = set({ examine: () => Promise.reject(new Error('bug')) });
    expect(await ledger.check(A)).toMatchObject({ verdict: 'undecided', checks: [{ code: 'internal-error' }] });
    expect(await ledger.count()).toEqual({ answers: 0, jobs: 0 });
  });

  it('does not write an answer for a lease it has lost', async () => {
    let end: (examined: Examined) => void = () => {};
    const { ledger, db } = set({
      examine: () =>
        new Promise((resolve) => {
          end = resolve;
        }),
    });
    const answer = ledger.check(A);
    await settle();
    await ledger.clear();
    end(examinedFixture('verified'));
    expect((await answer).verdict).toBe('verified');
    expect(await db.answers.count()).toBe(0);
  });
});
