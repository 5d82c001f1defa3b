/**
 * Each worker holds a Web Lock under its name as long as it lives; the browser lets go of it at the worker's death.
 * So the next worker knows at once that a lease is void, instead of waiting for its end.
 */
const PREFIX = 'touchstone-worker:';

export interface WorkerLife {
  owner: string;
  /** Undefined where there are no locks: then leases decide. */
  isAlive?: (owner: string) => Promise<boolean>;
}

export function beginWorkerLife(locks: LockManager | undefined = globalThis.navigator?.locks): WorkerLife {
  const owner = crypto.randomUUID();
  if (!locks) return { owner };
  locks.request(PREFIX + owner, () => new Promise<never>(() => {})).catch(() => {});
  return {
    owner,
    async isAlive(other) {
      const { held = [], pending = [] } = await locks.query();
      return [...held, ...pending].some(({ name }) => name === PREFIX + other);
    },
  };
}
