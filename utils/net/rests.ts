/**
 * Which hosts are at rest, and until when. Kept in a store that survives the worker (storage.session), so that a woken worker stays polite.
 */
import type { RestReason } from './errors.ts';
import { parseRetryAfter } from './retry-after.ts';

export interface Rest {
  /** Milliseconds since the epoch. In the past: no rest, only the count of failures. */
  until: number;
  why: RestReason;
  /** Failures in a row. */
  failures: number;
}

export interface RestStore {
  load(): Promise<Record<string, Rest>>;
  save(rests: Record<string, Rest>): Promise<void>;
}

export interface Rests {
  /** Resolves when what an earlier worker left has been read. */
  ready(): Promise<void>;
  of(host: string): Rest | null;
  /** Notes an answer (status) or a failure (null) and resolves when it is stored. Answers true when the host has come to rest. */
  note(host: string, answer: { status: number; retryAfter: string | null } | null): Promise<boolean>;
}

const HOUR = 3_600_000;
/** After a 429 without `Retry-After`: doubled each time. */
const BUSY_BASE = 30_000;
/** After the third failure in a row: doubled each time, up to the cap, so that a network that comes back is noticed. */
const FAILING_BASE = 5_000;
const FAILING_CAP = 120_000;
const FAILURES_ALLOWED = 2;
const MAX_HOSTS = 500;

/** `random` answers 0 up to 1 and spreads rests over ±25 %, so that many tabs do not come back at the same instant. */
export function createRests(store: RestStore, now: () => number, random: () => number): Rests {
  const rests = new Map<string, Rest>();
  let loading: Promise<void> | undefined;

  const load = async () => {
    try {
      for (const [host, rest] of Object.entries(await store.load())) {
        if (isRest(rest) && !rests.has(host)) rests.set(host, rest);
      }
    } catch {
      // Nothing known: start without.
    }
  };
  const save = async () => {
    for (const [host, rest] of rests) if (rest.until < now() - HOUR) rests.delete(host);
    for (const host of rests.keys()) {
      if (rests.size <= MAX_HOSTS) break;
      rests.delete(host);
    }
    try {
      await store.save(Object.fromEntries(rests));
    } catch {
      // Memory remembers as long as the worker lives.
    }
  };
  const spread = (ms: number) => ms * (0.75 + random() / 2);

  return {
    ready() {
      loading ??= load();
      return loading;
    },
    of(host) {
      const rest = rests.get(host);
      return rest && rest.until > now() ? rest : null;
    },
    async note(host, answer) {
      const failures = (rests.get(host)?.failures ?? 0) + 1;
      const asked = answer && (answer.status === 429 || answer.status === 503);
      const retryAt = asked ? parseRetryAfter(answer.retryAfter, now()) : null;
      if (asked && (retryAt !== null || answer.status === 429)) {
        const until = retryAt ?? now() + spread(Math.min(BUSY_BASE * 2 ** (failures - 1), HOUR));
        rests.set(host, { until, why: 'asked', failures });
      } else if (answer && answer.status < 500) {
        // A good answer that was under way beside a 429 does not end the rest that the 429 asked for.
        if (this.of(host)?.why === 'asked') return true;
        if (!rests.delete(host)) return false;
      } else if (failures > FAILURES_ALLOWED) {
        const wait = Math.min(FAILING_BASE * 2 ** (failures - FAILURES_ALLOWED - 1), FAILING_CAP);
        rests.set(host, { until: now() + spread(wait), why: 'failing', failures });
      } else {
        rests.set(host, { until: now(), why: 'failing', failures });
      }
      await save();
      return this.of(host) !== null;
    },
  };
}

function isRest(value: unknown): value is Rest {
  if (typeof value !== 'object' || value === null) return false;
  const { until, why, failures } = value as Partial<Rest>;
  return Number.isFinite(until) && (why === 'asked' || why === 'failing') && Number.isSafeInteger(failures);
}
