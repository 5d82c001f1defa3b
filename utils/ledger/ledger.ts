/**
 * The verification queue and its cache. A badge that many ask about is examined once; an answer is written before it is given; whatever the
 * worker's death interrupts is taken up again. No truth is held in memory: `runs` only merges what happens at the same time.
 */
import type { Examined } from '../badge/report.ts';
import { withoutRaw } from '../badge/without-raw.ts';
import { batched } from './batch.ts';
import type { AnswerRow } from './database.ts';
import { isFresh } from './fresh.ts';
import { createLeases, LEASE } from './leases.ts';
import { freshUntil, instant } from './lifetimes.ts';
import type { AskedJob, Claim } from './store.ts';
import { createTurns, type Turn } from './turns.ts';
import { ForgottenError, type Ledger, type LedgerAsk, type LedgerDeps } from './types.ts';

/**
 * Runs of one job that may begin without an end before it is given up: it kills its worker. Generous, because a death is counted against
 * everything that was under way.
 */
const MAX_ATTEMPTS = 8;
/** Times a job is put back by itself because a host asked for a rest. */
const MAX_RETRIES = 3;
const DAY = 86_400_000;
/** Nobody waits for an answer that long; asking later without a reader would be asking for nobody. */
const JOB_LIFE = 3_600_000;
/** PRIVACY.md promises these. */
const KEPT = { stale: DAY, life: 8 * DAY, jobLife: JOB_LIFE, maxAnswers: 20_000 };

interface Run {
  key: string;
  url: string;
  again: boolean;
  byHand: boolean;
  since: number;
  askers: Set<string>;
  promise: Promise<Examined>;
  turn?: Turn;
}

/** Makes the ledger over a store. Several may work over the same database (two workers during an update). */
export function createLedger(deps: LedgerDeps): Ledger {
  const { store } = deps;
  const now = deps.now ?? Date.now;
  const owner = deps.owner ?? crypto.randomUUID();
  const sleep = deps.sleep ?? ((ms) => new Promise<void>((resolve) => setTimeout(resolve, ms)));
  const isOnline = deps.isOnline ?? (() => globalThis.navigator?.onLine !== false);
  const runs = new Map<string, Run>();
  /** Who still waits for a badge whose job was put back. */
  const waiters = new Map<string, Set<string>>();
  /** Questions by hand that wait for a run that is not to end. */
  const deferred = new Set<{ key: string; asker: string; dropped: boolean }>();
  const listeners = new Set<(key: string, examined: Examined) => void>();
  const turns = createTurns({ atOnce: 24, perGroup: 8 });
  const leases = createLeases(store, now, deps.keepAlive ?? (() => {}));
  const lookUp = batched((keys: string[]) => store.answers(keys));
  const enqueue = batched(async (jobs: AskedJob[]) => {
    await store.queue(jobs, now());
    // Should this worker die, another is to be woken for what it leaves.
    deps.onWaiting?.(now() + LEASE);
    return [];
  });
  let counter = 0;

  function check(ask: LedgerAsk): Promise<Examined> {
    const asker = ask.asker ?? `anonymous:${++counter}`;
    const before = runs.get(ask.key);
    if (before && ask.byHand && !before.byHand) {
      const wish = { key: ask.key, asker, dropped: false };
      deferred.add(wish);
      const next = () => {
        deferred.delete(wish);
        if (wish.dropped) throw new ForgottenError();
        return check({ ...ask, asker });
      };
      return before.promise.then(next, next);
    }
    if (before) {
      before.askers.add(asker);
      if (ask.again) before.again = true;
      return before.promise;
    }
    const run: Run = {
      key: ask.key,
      url: ask.url,
      again: ask.again ?? false,
      byHand: ask.byHand ?? false,
      since: now(),
      askers: new Set([asker]),
      promise: Promise.reject(new ForgottenError()),
    };
    run.promise.catch(() => {});
    runs.set(run.key, run);
    run.promise = carryOut(run).finally(() => {
      run.turn?.end();
      if (runs.get(run.key) === run) runs.delete(run.key);
    });
    run.promise.catch(() => {});
    return run.promise;
  }

  async function carryOut(run: Run): Promise<Examined> {
    const row = await lookUp(run.key).catch(() => undefined);
    const { key, url, byHand } = run;
    if (row && !run.again && isFresh(row, now(), byHand)) return row.examined;
    if (run.askers.size === 0) {
      abandon(run);
      throw new ForgottenError();
    }
    await enqueue({ key, url, byHand }).catch(() => {});
    run.turn = turns.take(groupOf(url), byHand || run.again);
    if (run.askers.size === 0) abandon(run);
    const begun = await run.turn.begun;
    if (!begun || run.askers.size === 0) {
      abandon(run);
      if (!runs.has(key)) await store.unqueue([key]).catch(() => {});
      throw new ForgottenError();
    }
    const lease = `${owner}#${++counter}`;
    const claim = await claimFor(run, lease);
    if (claim?.state === 'answered') return claim.row.examined;
    if (run.askers.size === 0) {
      abandon(run);
      await store.finish({ key, lease }).catch(() => {});
      throw new ForgottenError();
    }
    return examineAndWrite(run, lease, claim);
  }

  /** From here on nobody can join this run: whoever asks now begins another. */
  function abandon(run: Run): void {
    run.turn?.withdraw();
    if (runs.get(run.key) === run) runs.delete(run.key);
  }

  /** Takes the lease, waiting where another living worker has it. Null: the database cannot be used, go on without. */
  async function claimFor(run: Run, lease: string): Promise<Exclude<Claim, { state: 'held' }> | null> {
    let dead: string | undefined;
    try {
      for (;;) {
        const { key, url, byHand } = run;
        const since = run.again ? run.since + 1 : Number.POSITIVE_INFINITY;
        const leaseUntil = now() + LEASE;
        const cached = !run.again;
        const claim = await store.claim({
          key,
          url,
          byHand,
          owner,
          lease,
          leaseUntil,
          now: now(),
          since,
          cached,
          dead,
        });
        if (claim.state !== 'held') return claim;
        if (deps.isAlive && !(await deps.isAlive(claim.owner))) dead = claim.owner;
        else await sleep(Math.min(1000, Math.max(claim.until - now(), 0) + 1));
      }
    } catch {
      return null;
    }
  }

  async function examineAndWrite(
    run: Run,
    lease: string,
    claim: Extract<Claim, { state: 'yours' }> | null,
  ): Promise<Examined> {
    const { key, url, byHand } = run;
    const deadly = claim !== null && claim.attempts > MAX_ATTEMPTS && !byHand && !run.again;
    leases.hold(key, lease);
    try {
      const examined = deadly
        ? internalError(now())
        : await deps.examine(url, { byHand, again: run.again }).catch(() => internalError(now()));
      // A doubt that did not take the place of a good answer is told to who asked, and to nobody else.
      if ((await write(run, lease, claim, examined)) === 'kept') return examined;
      for (const listener of listeners) listener(key, examined);
      return examined;
    } finally {
      leases.release(key);
    }
  }

  async function write(
    run: Run,
    lease: string,
    claim: Extract<Claim, { state: 'yours' }> | null,
    examined: Examined,
  ): Promise<'written' | 'kept' | 'lost'> {
    const { key } = run;
    const at = now();
    const undecided = examined.verdict === 'undecided';
    const attempts = undecided ? (claim?.undecided ?? 0) + 1 : 0;
    const until = undecided && !isOnline() ? null : freshUntil(examined, at, attempts);
    const row: AnswerRow | null =
      until === null ? null : { key, examined: withoutRaw(examined), storedAt: at, freshUntil: until, attempts };
    const doubtAt = undecided ? at : undefined;
    const comeBack = undecided ? instant(examined.retryAt) : null;
    const mayRetry = comeBack !== null && comeBack - at <= JOB_LIFE && claim && claim.retries < MAX_RETRIES;
    const retryAt = mayRetry ? comeBack : undefined;
    try {
      const done = await store.finish({ key, lease, row, doubtAt, retryAt });
      if (done !== 'lost' && retryAt !== undefined) {
        waiters.set(key, new Set(run.askers));
        deps.onWaiting?.(retryAt);
      }
      return done;
    } catch {
      // Quota, most likely. The answer is given all the same; ending the job at least frees its row.
      return store.finish({ key, lease, row: null, doubtAt }).catch(() => 'lost');
    }
  }

  function forget(asker: string, keys?: readonly string[]): void {
    for (const key of keys ?? runs.keys()) {
      const run = runs.get(key);
      if (run?.askers.delete(asker) && run.askers.size === 0 && run.turn?.withdraw()) abandon(run);
    }
    for (const wish of deferred) if (wish.asker === asker && (keys?.includes(wish.key) ?? true)) wish.dropped = true;
    const dropped: string[] = [];
    for (const key of keys ?? waiters.keys()) {
      const waiting = waiters.get(key);
      if (!waiting?.delete(asker) || waiting.size > 0) continue;
      waiters.delete(key);
      if (!runs.has(key)) dropped.push(key);
    }
    if (dropped.length > 0) store.unqueue(dropped).catch(() => {});
  }

  async function resume(): Promise<void> {
    const at = now();
    await store.prune({ now: at, ...KEPT }).catch(() => {});
    const jobs = await store.jobs().catch(() => []);
    let earliest = Number.POSITIVE_INFINITY;
    for (const job of jobs) {
      if (runs.has(job.key)) {
        earliest = Math.min(earliest, at + LEASE);
        continue;
      }
      const waits = job.state === 'queued' ? job.notBefore : job.leaseUntil;
      const free = waits <= at || (job.state === 'running' && deps.isAlive && !(await deps.isAlive(job.owner)));
      if (!free) {
        earliest = Math.min(earliest, waits);
        continue;
      }
      const askers = waiters.get(job.key);
      waiters.delete(job.key);
      const { key, url, byHand } = job;
      const again = job.retries > 0;
      for (const asker of askers?.size ? askers : [undefined])
        check({ key, url, byHand, again, asker }).catch(() => {});
    }
    if (earliest !== Number.POSITIVE_INFINITY) deps.onWaiting?.(earliest);
  }

  return {
    check,
    peek: async (key) => (await lookUp(key).catch(() => undefined))?.examined ?? null,
    forget,
    resume,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    dropUndecided: () => store.dropUndecided(),
    clear: () => store.clear(),
    count: () => store.count(),
  };
}

function groupOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url;
}

/** Somebody's mistake, never the badge's. */
function internalError(at: number): Examined {
  return {
    verdict: 'undecided',
    proof: 'none',
    checks: [{ id: 'format', outcome: 'unknown', code: 'internal-error' }],
    badge: null,
    recipients: [],
    issuer: {},
    checkedAt: new Date(at).toISOString(),
    asked: [],
  };
}
