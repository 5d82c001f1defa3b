import type { Examined } from '../badge/report.ts';
import type { LedgerStore } from './store.ts';

export interface LedgerAsk {
  /** From `badgeKey`. */
  key: string;
  /** Clean public address. */
  url: string;
  /** Do not answer from the cache. The host's wish for a rest is respected all the same. */
  again?: boolean;
  /** The reader clicked: allows what is never done by itself. */
  byHand?: boolean;
  /** Who wants to know; may take it back with `forget`. Without a name it cannot be taken back. */
  asker?: string;
}

export interface LedgerDeps {
  store: LedgerStore;
  /** Finds out about one badge. Expected not to throw; if it does, the answer is `undecided`. */
  examine(url: string, options: { byHand: boolean; again: boolean }): Promise<Examined>;
  /** Milliseconds since the epoch. */
  now?(): number;
  /** Names this worker; another one at each start. */
  owner?: string;
  /** Whether the worker of that name still lives. Default: nobody knows, leases decide. */
  isAlive?(owner: string): Promise<boolean>;
  isOnline?(): boolean;
  /** Jobs wait until that instant: wake up then and call `resume`. */
  onWaiting?(at: number): void;
  /** Called every ten seconds while jobs run. */
  keepAlive?(): void;
  sleep?(ms: number): Promise<void>;
}

export interface Ledger {
  /** Answers from the cache, joins a run under way, or runs. Rejects with `ForgottenError` only, and only for askers that took it back. */
  check(ask: LedgerAsk): Promise<Examined>;
  /** What is known of a badge, however old; null for nothing. Asks nobody. */
  peek(key: string): Promise<Examined | null>;
  /** `asker` no longer wants these (all of its, without keys). What nobody wants and has not begun is dropped. */
  forget(asker: string, keys?: readonly string[]): void;
  /** Takes up what an earlier worker left, and what has waited long enough. Resolves when it has looked, not when all is done. */
  resume(): Promise<void>;
  /** Every new answer, whoever asked. Answers a function that ends it. */
  subscribe(listener: (key: string, examined: Examined) => void): () => void;
  dropUndecided(): Promise<void>;
  clear(): Promise<void>;
  count(): Promise<{ answers: number; jobs: number }>;
}

/** The asker took its question back before anything was done. */
export class ForgottenError extends Error {
  constructor() {
    super('nobody wants to know any more');
    this.name = 'ForgottenError';
  }
}
