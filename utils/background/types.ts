import type { Examined, Report } from '../badge/report.ts';
import type { Ledger } from '../ledger/types.ts';
import type { Settings } from '../settings/types.ts';
import type { TrustLists } from '../trust/types.ts';
import type { Examine, HolderContext, TrustedIssuer } from '../verify/types.ts';

/** Adds what depends on the reader: holder, standing, tone. Makes no request. */
export type ReportOn = (
  examined: Examined,
  context: { holder?: HolderContext; trusted?: readonly TrustedIssuer[]; unread?: readonly string[] },
) => Report;

/** The two halves of `verifyBadge`, as the background uses them. */
export interface Verification {
  examine: Examine;
  reportOn: ReportOn;
}

/** What badges are checked with. */
export interface Means {
  ledger: Ledger;
  /** The polite one, for what the reader asks by hand. */
  fetch: typeof fetch;
}

/** What the parts of the background share. */
export interface Household extends Means {
  verification: Verification;
  /** For private windows: nothing is written to disk. */
  unkept: Means;
  readSettings(): Promise<Settings>;
  /** Who vouches for issuers. */
  readLists(): Promise<TrustLists>;
}
