import { withoutRaw } from '../badge/without-raw.ts';
import type { AnswerRow } from './database.ts';
import { outlastsDoubt, serves } from './fresh.ts';
import type { Claim, LedgerStore } from './store.ts';

const MAX_ROWS = 1_000;

/**
 * A store that writes nothing down: for private windows. It has one worker, dies with it, and keeps no jobs: whoever still waits then asks again.
 */
export function createMemoryStore(): LedgerStore {
  const rows = new Map<string, AnswerRow>();
  const leases = new Map<string, string>();
  return {
    answers: async (keys) => keys.map((key) => rows.get(key)),
    queue: async () => {},
    async claim(request): Promise<Claim> {
      const row = rows.get(request.key);
      if (row && serves(row, request)) return { state: 'answered', row };
      leases.set(request.key, request.lease);
      const undecided = row?.examined.verdict === 'undecided' ? row.attempts : 0;
      return { state: 'yours', attempts: 1, retries: Number.POSITIVE_INFINITY, undecided };
    },
    renew: async () => {},
    async finish({ key, lease, row, doubtAt }) {
      if (leases.get(key) !== lease) return 'lost';
      leases.delete(key);
      if (outlastsDoubt(rows.get(key), doubtAt)) return 'kept';
      if (row !== undefined) rows.delete(key);
      if (row) rows.set(key, { ...row, examined: withoutRaw(row.examined) });
      for (const oldest of rows.keys()) {
        if (rows.size <= MAX_ROWS) break;
        rows.delete(oldest);
      }
      return 'written';
    },
    unqueue: async () => {},
    jobs: async () => [],
    async prune({ now, stale }) {
      for (const [key, row] of rows) if (row.freshUntil < now - stale) rows.delete(key);
    },
    async dropUndecided() {
      for (const [key, row] of rows) if (row.examined.verdict === 'undecided') rows.delete(key);
    },
    async clear() {
      rows.clear();
      leases.clear();
    },
    count: async () => ({ answers: rows.size, jobs: 0 }),
  };
}
