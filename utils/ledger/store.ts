import type { AnswerRow, JobRow, LedgerDatabase } from './database.ts';
import { isOfThePast, MAX_AHEAD, outlastsDoubt, serves } from './fresh.ts';

export interface AskedJob {
  key: string;
  url: string;
  byHand: boolean;
}

export interface ClaimRequest extends AskedJob {
  owner: string;
  lease: string;
  leaseUntil: number;
  now: number;
  /** An answer stored at or after this instant will do, even when a fresh check was asked for. */
  since: number;
  /** Answers that are still fresh will do. */
  cached: boolean;
  /** An owner known to be dead: its lease counts for nothing. */
  dead?: string;
}

export type Claim =
  | { state: 'yours'; attempts: number; retries: number; undecided: number }
  | { state: 'answered'; row: AnswerRow }
  | { state: 'held'; owner: string; until: number };

export interface Finish {
  key: string;
  lease: string;
  /** Null: the answer is not worth keeping, and makes the stored one void. Absent: there is no answer. */
  row?: AnswerRow | null;
  /** The answer is a doubt: a decided one that is still fresh at this instant stays in its place. */
  doubtAt?: number;
  /** Put the job back until then instead of ending it. */
  retryAt?: number;
}

export interface PruneLimits {
  now: number;
  /** Milliseconds that an answer is kept after it was fresh, and in all; and a job, after it was asked or should have been taken up. */
  stale: number;
  life: number;
  jobLife: number;
  maxAnswers: number;
}

export interface LedgerStore {
  answers(keys: readonly string[]): Promise<(AnswerRow | undefined)[]>;
  /** Writes queued jobs; a job that exists already stays as it is. */
  queue(jobs: readonly AskedJob[], now: number): Promise<void>;
  claim(request: ClaimRequest): Promise<Claim>;
  /** Lengthens leases that are still held. */
  renew(leases: readonly { key: string; lease: string }[], leaseUntil: number): Promise<void>;
  /** Writes the answer and ends the job in one step. `lost`: the lease was, meanwhile, and nothing is written. `kept`: see `doubtAt`. */
  finish(finish: Finish): Promise<'written' | 'kept' | 'lost'>;
  /** Removes jobs that nobody runs. */
  unqueue(keys: readonly string[]): Promise<void>;
  jobs(): Promise<JobRow[]>;
  /** Removes rows that have grown too old. */
  prune(limits: PruneLimits): Promise<void>;
  /** Forgets answers that could not be decided: something has changed (a permission, say) that may decide them. */
  dropUndecided(): Promise<void>;
  clear(): Promise<void>;
  count(): Promise<{ answers: number; jobs: number }>;
}

/** The store over Dexie. Every method rejects when the database cannot be used (quota, private mode, damage). */
export function createLedgerStore(db: LedgerDatabase): LedgerStore {
  const both = [db.answers, db.jobs];
  return {
    answers: (keys) => db.answers.bulkGet([...keys]),

    queue: (jobs, now) =>
      db.transaction('rw', db.jobs, async () => {
        const present = await db.jobs.bulkGet(jobs.map((job) => job.key));
        await db.jobs.bulkPut(jobs.filter((_job, i) => !present[i]).map((job) => newJob(job, now)));
      }),

    claim: (request) =>
      db.transaction('rw', both, async (): Promise<Claim> => {
        const { key, now } = request;
        const row = await db.answers.get(key);
        const before = await db.jobs.get(key);
        if (row && serves(row, request)) {
          if (before?.state === 'queued') await db.jobs.delete(key);
          return { state: 'answered', row };
        }
        const isHeld = before?.state === 'running' && before.leaseUntil > now && isOfThePast(before.leaseUntil, now);
        if (before && isHeld && before.owner !== request.dead) {
          return { state: 'held', owner: before.owner, until: before.leaseUntil };
        }
        const job = before ?? newJob(request, now);
        const { owner, lease, leaseUntil } = request;
        const attempts = job.attempts + 1;
        await db.jobs.put({ ...job, state: 'running', owner, lease, leaseUntil, attempts });
        const undecided = row?.examined.verdict === 'undecided' ? row.attempts : 0;
        return { state: 'yours', attempts, retries: job.retries, undecided };
      }),

    renew: (leases, leaseUntil) =>
      db.transaction('rw', db.jobs, async () => {
        const jobs = await db.jobs.bulkGet(leases.map(({ key }) => key));
        const held = jobs.filter(
          (job): job is JobRow => job !== undefined && leases.some((l) => l.lease === job.lease),
        );
        await db.jobs.bulkPut(held.map((job) => ({ ...job, leaseUntil })));
      }),

    finish: ({ key, lease, row, doubtAt, retryAt }) =>
      db.transaction('rw', both, async () => {
        const job = await db.jobs.get(key);
        if (job?.lease !== lease) return 'lost';
        const before = doubtAt === undefined ? undefined : await db.answers.get(key);
        const keeps = outlastsDoubt(before, doubtAt);
        if (row && !keeps) await db.answers.put(row);
        else if (row === null && !keeps) await db.answers.delete(key);
        if (retryAt === undefined) await db.jobs.delete(key);
        else await db.jobs.put({ ...atRest(job), notBefore: retryAt, attempts: 0, retries: job.retries + 1 });
        return keeps ? 'kept' : 'written';
      }),

    unqueue: (keys) =>
      db.transaction('rw', db.jobs, async () => {
        const jobs = await db.jobs.bulkGet([...keys]);
        await db.jobs.bulkDelete(jobs.flatMap((job) => (job?.state === 'queued' ? [job.key] : [])));
      }),

    jobs: () => db.jobs.orderBy('askedAt').toArray(),

    prune: ({ now, stale, life, jobLife, maxAnswers }) =>
      db.transaction('rw', both, async () => {
        await db.answers
          .where('freshUntil')
          .below(now - stale)
          .delete();
        await db.answers
          .where('storedAt')
          .below(now - life)
          .delete();
        await db.answers
          .where('storedAt')
          .above(now + MAX_AHEAD)
          .delete();
        await db.jobs.filter((job) => isOver(job, now, jobLife)).delete();
        const surplus = (await db.answers.count()) - maxAnswers;
        if (surplus > 0) await db.answers.orderBy('storedAt').limit(surplus).delete();
      }),

    dropUndecided: async () => {
      await db.answers.filter((row) => row.examined.verdict === 'undecided').delete();
    },

    clear: () =>
      db.transaction('rw', both, async () => {
        await db.answers.clear();
        await db.jobs.clear();
      }),

    count: async () => ({ answers: await db.answers.count(), jobs: await db.jobs.count() }),
  };
}

function newJob({ key, url, byHand }: AskedJob, now: number): JobRow {
  return {
    key,
    url,
    byHand,
    state: 'queued',
    owner: '',
    lease: '',
    leaseUntil: 0,
    notBefore: 0,
    attempts: 0,
    retries: 0,
    askedAt: now,
  };
}

function isOver({ askedAt, notBefore }: JobRow, now: number, jobLife: number): boolean {
  return Math.max(askedAt, notBefore) < now - jobLife || !isOfThePast(askedAt, now);
}

function atRest(job: JobRow): JobRow {
  return { ...job, state: 'queued', owner: '', lease: '', leaseUntil: 0 };
}
