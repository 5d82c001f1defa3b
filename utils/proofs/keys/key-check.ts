import type { CheckCode, CheckOutcome } from '../../badge/check.ts';
import type { Check } from '../../badge/report.ts';
import { detailOf } from '../../net/fetch-document.ts';
import type { FoundKey, VerificationKey } from '../types.ts';

export type KeyCode = Extract<CheckCode, `key-${string}`> | 'origin-not-permitted';

/** A check about a key. `detail` may be a stranger's words. */
export function keyCheck(outcome: CheckOutcome, code: KeyCode, detail?: string): Check {
  return { id: 'key', outcome, code, ...detailOf(detail) };
}

export interface KeyTrace {
  /** DID or host of the document that lists the key. */
  from?: string;
  retryAt?: string;
}

/** The answer about a key. It is bound to the issuer exactly if nothing speaks against it. */
export function found(key: VerificationKey | null, check: Check, { from, retryAt }: KeyTrace = {}): FoundKey {
  const trace = { ...(from !== undefined && { from }), ...(retryAt !== undefined && { retryAt }) };
  return key === null
    ? { key: null, bound: false, check, ...trace }
    : { key, bound: check.outcome === 'pass', check, ...trace };
}

/** The gravest of several findings; where there is none, the key is the issuer's. */
export function gravest(problems: readonly (Check | null)[], from: string): Check {
  const told = problems.filter((problem) => problem !== null);
  return told.find((check) => check.outcome === 'fail') ?? told[0] ?? keyCheck('pass', 'key-ok', from);
}
