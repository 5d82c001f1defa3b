import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LedgerDatabase } from '../../../utils/ledger/database.ts';
import { LEASE } from '../../../utils/ledger/leases.ts';
import { createLedger } from '../../../utils/ledger/ledger.ts';
import { createLedgerStore } from '../../../utils/ledger/store.ts';
import type { Ledger } from '../../../utils/ledger/types.ts';
import { examinedFixture, freshDatabase, mortalStore, NOON, settle } from './support.ts';

interface World {
  db: LedgerDatabase;
  clock: { now: number };
  /** Every examination that was begun. */
  begun: { key: string; at: number }[];
}

const world = (): World => ({ db: freshDatabase(), clock: { now: NOON }, begun: [] });
const badge = (i: number) => ({ key: `credly:${i}`, url: `https://badges.example/${i}` });

/** A worker that dies at its n-th step; steps are everything it does to the database, and the beginning and the end of each examination. */
function mortalWorker(
  w: World,
  diesAt: number,
  afterEffect: boolean,
): { ledger: Ledger; life: { steps: number; dead: boolean } } {
  const { store, step, life } = mortalStore(w.db, diesAt, afterEffect);
  const ledger = createLedger({
    store,
    examine: async (url) => {
      await step(async () => {
        w.begun.push({ key: `credly:${url.split('/').at(-1)}`, at: w.clock.now });
      });
      return step(async () => examinedFixture('verified'));
    },
    now: () => w.clock.now,
    isOnline: () => true,
    sleep: () => settle(1),
  });
  return { ledger, life };
}

function immortalWorker(w: World, isAlive?: (owner: string) => Promise<boolean>): Ledger {
  return createLedger({
    store: createLedgerStore(w.db),
    examine: async (url) => {
      w.begun.push({ key: `credly:${url.split('/').at(-1)}`, at: w.clock.now });
      return examinedFixture('verified');
    },
    now: () => w.clock.now,
    isOnline: () => true,
    isAlive,
    sleep: () => settle(1),
  });
}

/** Whatever happened: no badge was examined twice within one lease. */
function expectOncePerLease(w: World): void {
  for (const [, runs] of Map.groupBy(w.begun, ({ key }) => key)) {
    runs.forEach((run, i) => {
      const before = runs[i - 1];
      if (before) expect(run.at).toBeGreaterThanOrEqual(before.at + LEASE);
    });
  }
}

describe('a worker that dies', () => {
  it('loses nothing, at whichever step, before or after its effect: the next one ends what was written down', async () => {
    let deaths = 0;
    for (const afterEffect of [false, true]) {
      for (let diesAt = 0; diesAt < 12; diesAt++) {
        const w = world();
        const { ledger, life } = mortalWorker(w, diesAt, afterEffect);
        ledger.check(badge(1)).catch(() => {});
        ledger.check(badge(2)).catch(() => {});
        await settle();
        if (!life.dead) continue;
        deaths++;
        const written = (await w.db.jobs.toArray()).length + (await w.db.answers.count());
        w.clock.now += LEASE + 1;
        const next = immortalWorker(w);
        await next.resume();
        await settle();
        expect(await next.count()).toEqual({ answers: written, jobs: 0 });
        // The page connects again and asks again for what it misses.
        expect((await next.check(badge(1))).verdict).toBe('verified');
        expect((await next.check(badge(2))).verdict).toBe('verified');
        expect(await next.count()).toEqual({ answers: 2, jobs: 0 });
        expectOncePerLease(w);
      }
    }
    expect(deaths).toBeGreaterThan(16);
  });

  it('leaves its lease behind: while it holds, nobody else begins; when its death is known, at once', async () => {
    const w = world();
    const { ledger } = mortalWorker(w, 4, false);
    ledger.check(badge(1)).catch(() => {});
    await settle();
    expect(w.begun).toHaveLength(1);
    const patient = immortalWorker(w);
    await patient.resume();
    await settle();
    expect(w.begun).toHaveLength(1);
    const knowing = immortalWorker(w, async () => false);
    await knowing.resume();
    await settle();
    expect(w.begun).toHaveLength(2);
    expect(await knowing.count()).toEqual({ answers: 1, jobs: 0 });
  });

  it('is not followed by another death for ever: a job that kills its worker is given up', async () => {
    const w = world();
    let deaths = 0;
    for (let i = 0; i < 12; i++) {
      const { store, life } = mortalStore(w.db, Number.POSITIVE_INFINITY, false);
      const ledger = createLedger({
        store,
        examine: () => {
          deaths++;
          life.dead = true;
          return new Promise(() => {});
        },
        now: () => w.clock.now,
      });
      if (i === 0) ledger.check(badge(1)).catch(() => {});
      else await ledger.resume();
      await settle();
      w.clock.now += LEASE + 1;
    }
    expect(deaths).toBe(8);
    expect(await w.db.jobs.count()).toBe(0);
  });

  it('whatever the order of deaths, wakes and questions, every badge ends answered, once per lease', async () => {
    const life = fc.record({
      asks: fc.array(fc.nat({ max: 4 }), { maxLength: 6 }),
      diesAt: fc.nat({ max: 30 }),
      afterEffect: fc.boolean(),
      resumes: fc.boolean(),
      sleeps: fc.constantFrom(0, 1, LEASE / 2, LEASE, LEASE + 1, 3 * LEASE),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(life, { minLength: 1, maxLength: 5 }), async (lives) => {
        const w = world();
        const wanted = new Set<number>();
        for (const { asks, diesAt, afterEffect, resumes, sleeps } of lives) {
          const { ledger, life } = mortalWorker(w, diesAt, afterEffect);
          if (resumes) ledger.resume().catch(() => {});
          for (const i of asks) {
            wanted.add(i);
            ledger.check(badge(i)).catch(() => {});
          }
          await settle(12);
          life.dead = true;
          w.clock.now += sleeps;
        }
        w.clock.now += LEASE + 1;
        const last = immortalWorker(w);
        await last.resume();
        const verdicts = await Promise.all(
          Array.from(wanted, (i) => last.check(badge(i)).then(({ verdict }) => verdict)),
        );
        expect(verdicts.every((verdict) => verdict === 'verified')).toBe(true);
        await settle(5);
        expect(await last.count()).toEqual({ answers: wanted.size, jobs: 0 });
        expectOncePerLease(w);
        await w.db.delete();
      }),
      { numRuns: 60 },
    );
  });
});
