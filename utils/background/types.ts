import type { Examined, Report } from '../badge/report.ts';
import type { Ledger } from '../ledger/types.ts';
import type { Settings } from '../settings/types.ts';
import type { Examine, HolderContext, TrustedIssuer } from '../verify/types.ts';

/** Adds what depends on the reader: holder, standing, tone. Makes no request. */
export type ReportOn = (
  examined: Examined,
  context: { holder?: HolderContext; trusted?: readonly TrustedIssuer[] },
) => Report;

/** The two halves of `verifyBadge`, as the background uses them. */
export interface Verification {
  examine: Examine;
  reportOn: ReportOn;
}

/** What the parts of the background share. */
export interface Household {
  ledger: Ledger;
  verification: Verification;
  /** The polite one. */
  fetch: typeof fetch;
  readSettings(): Promise<Settings>;
}
