import 'fake-indexeddb/auto';
import type { Examined, Verdict } from '../../../utils/badge/report.ts';
import { LedgerDatabase } from '../../../utils/ledger/database.ts';
import { createLedgerStore, type LedgerStore } from '../../../utils/ledger/store.ts';

export const NOON = Date.parse('2026-03-01T12:00:00Z');

export function examinedFixture(verdict: Verdict, extra: Partial<Examined> = {}): Examined {
  return {
    verdict,
    proof: verdict === 'verified' ? 'hosted' : 'none',
    checks: [],
    badge: {
      name: 'Knots and Splices',
      issuer: { name: 'Harbour School' },
      skills: [],
      standard: 'OB2',
      raw: { type: 'Assertion', long: 'document' },
    },
    recipients: [],
    issuer: {},
    checkedAt: new Date(NOON).toISOString(),
    asked: ['badges.example'],
    ...extra,
  };
}

let count = 0;

/** A database of its own for each test. */
export function freshDatabase(): LedgerDatabase {
  return new LedgerDatabase(`ledger-test-${process.pid}-${count++}`);
}

/** Lets IndexedDB and promises do what they can do without any clock. */
export async function settle(rounds = 400): Promise<void> {
  for (let i = 0; i < rounds; i++) await new Promise((resolve) => setImmediate(resolve));
}

export const never = new Promise<never>(() => {});

/**
 * A store whose worker dies at the n-th step: before it takes effect, or right after. From then on nothing that this worker does has any effect
 * and nothing it waits for ever comes.
 */
export function mortalStore(db: LedgerDatabase, diesAt: number, afterEffect: boolean) {
  const real = createLedgerStore(db);
  const life = { steps: 0, dead: false };
  const step = async <T>(effect: () => Promise<T>): Promise<T> => {
    if (life.dead) return never;
    const mine = life.steps++;
    if (mine === diesAt && !afterEffect) {
      life.dead = true;
      return never;
    }
    const result = await effect();
    if (mine === diesAt) life.dead = true;
    return life.dead ? never : result;
  };
  const store = Object.fromEntries(
    Object.entries(real).map(([name, method]) => [
      name,
      (...args: unknown[]) => step(() => (method as (...args: unknown[]) => Promise<unknown>)(...args)),
    ]),
  ) as unknown as LedgerStore;
  return { store, step, life };
}
