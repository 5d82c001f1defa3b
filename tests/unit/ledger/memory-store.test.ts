import { describe, expect, it } from 'vitest';
import type { Examined } from '../../../utils/badge/report.ts';
import { createLedger } from '../../../utils/ledger/ledger.ts';
import { createMemoryStore } from '../../../utils/ledger/memory-store.ts';
import { examinedFixture, NOON, settle } from './support.ts';

const A = { key: 'credly:a', url: 'https://badges.example/a' };

function set() {
  const clock = { now: NOON };
  const asked: string[] = [];
  const woken: number[] = [];
  const answer = { next: (): Examined | Promise<Examined> => examinedFixture('verified') };
  const ledger = createLedger({
    store: createMemoryStore(),
    examine: async (url) => {
      asked.push(url);
      return answer.next();
    },
    now: () => clock.now,
    isOnline: () => true,
    onWaiting: (at) => woken.push(at),
  });
  return { ledger, clock, asked, woken, answer };
}

describe('a ledger that writes nothing down', () => {
  it('merges, remembers, and lets answers grow stale', async () => {
    const { ledger, asked, clock } = set();
    await Promise.all([ledger.check(A), ledger.check(A)]);
    await ledger.check(A);
    expect(asked).toHaveLength(1);
    expect((await ledger.peek(A.key))?.badge?.raw).toBeNull();
    clock.now += 25 * 3_600_000;
    await ledger.check(A);
    expect(asked).toHaveLength(2);
    clock.now += 49 * 3_600_000;
    await ledger.resume();
    expect(await ledger.count()).toEqual({ answers: 0, jobs: 0 });
  });

  it('keeps a good answer in the face of a doubt, and gives it up for a decided one', async () => {
    const { ledger, answer, clock } = set();
    await ledger.check(A);
    answer.next = () => examinedFixture('undecided');
    clock.now += 1;
    expect((await ledger.check({ ...A, again: true })).verdict).toBe('undecided');
    expect((await ledger.check(A)).verdict).toBe('verified');
    answer.next = () => examinedFixture('revoked');
    clock.now += 1;
    await ledger.check({ ...A, again: true });
    expect((await ledger.check(A)).verdict).toBe('revoked');
  });

  it('asks nobody to come back by themselves', async () => {
    const { ledger, answer, clock, asked } = set();
    answer.next = () => examinedFixture('undecided', { retryAt: new Date(NOON + 1_000).toISOString() });
    await ledger.check(A);
    clock.now += 2_000;
    await ledger.resume();
    await settle(5);
    expect(asked).toHaveLength(1);
  });

  it('forgets everything when told to, also what is under way', async () => {
    const { ledger, answer } = set();
    let end = (_: Examined) => {};
    answer.next = () =>
      new Promise<Examined>((resolve) => {
        end = resolve;
      });
    const checked = ledger.check(A);
    await settle(5);
    await ledger.clear();
    end(examinedFixture('verified'));
    await checked;
    expect(await ledger.count()).toEqual({ answers: 0, jobs: 0 });
  });

  it('does not grow without end', async () => {
    const { ledger } = set();
    for (let i = 0; i < 1_010; i++) await ledger.check({ ...A, key: `credly:${i}` });
    expect(await ledger.count()).toEqual({ answers: 1_000, jobs: 0 });
    expect(await ledger.peek('credly:0')).toBeNull();
  });
});
