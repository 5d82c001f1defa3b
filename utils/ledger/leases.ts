import type { LedgerStore } from './store.ts';

/** How long a job belongs to a worker that gives no sign of life, in milliseconds. */
export const LEASE = 30_000;
const BEAT = 10_000;

export interface Leases {
  hold(key: string, lease: string): void;
  release(key: string): void;
}

/**
 * Lengthens the leases of the jobs under way, as long as there are any. `keepAlive` is called at each beat: a worker that waits for a slow
 * server is not idle, although its browser may think so.
 */
export function createLeases(store: LedgerStore, now: () => number, keepAlive: () => void): Leases {
  const held = new Map<string, string>();
  let timer: ReturnType<typeof setInterval> | undefined;
  const beat = () => {
    keepAlive();
    const leases = Array.from(held, ([key, lease]) => ({ key, lease }));
    store.renew(leases, now() + LEASE).catch(() => {});
  };
  return {
    hold(key, lease) {
      held.set(key, lease);
      timer ??= setInterval(beat, BEAT);
    },
    release(key) {
      held.delete(key);
      if (held.size > 0) return;
      clearInterval(timer);
      timer = undefined;
    },
  };
}
