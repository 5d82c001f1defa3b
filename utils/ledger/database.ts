import { Dexie, type EntityTable } from 'dexie';
import type { Examined } from '../badge/report.ts';

/**
 * What was found out about a badge. Nothing about the page it stood on, the tab or the person: the same row serves whoever asks.
 * Times are milliseconds since the epoch.
 */
export interface AnswerRow {
  /** From `badgeKey`. */
  key: string;
  /** Without `badge.raw`. */
  examined: Examined;
  storedAt: number;
  freshUntil: number;
  /** Times in a row that the answer was `undecided`. */
  attempts: number;
}

/** A badge that somebody wants to know about. The row goes when the answer is written. */
export interface JobRow {
  key: string;
  /** Clean public address. */
  url: string;
  state: 'queued' | 'running';
  /** The worker that runs it; '' while queued. */
  owner: string;
  /** Names this very run: a worker that has lost its lease finds another name here. */
  lease: string;
  /** A running job may be taken over after this. */
  leaseUntil: number;
  notBefore: number;
  /** Runs begun and not ended: a job that kills its worker each time is given up. */
  attempts: number;
  /** Times it was put back because a host asked for a rest. */
  retries: number;
  byHand: boolean;
  askedAt: number;
}

export const LEDGER_DATABASE = 'touchstone-ledger';

export class LedgerDatabase extends Dexie {
  declare answers: EntityTable<AnswerRow, 'key'>;
  declare jobs: EntityTable<JobRow, 'key'>;

  constructor(name: string = LEDGER_DATABASE) {
    // Everything in here can be found out again: what a power cut takes is no loss, and relaxed writes are several times faster.
    super(name, { chromeTransactionDurability: 'relaxed' });
    this.version(1).stores({ answers: 'key, storedAt, freshUntil', jobs: 'key, askedAt' });
  }
}
