import type { PinnedContext, Registry } from '../settings/trust-entries.ts';
import type { TrustedIssuer } from '../verify/types.ts';

/** What an organisation lays down for its people's browsers (managed policy). */
export interface Organisation {
  name?: string;
  trusted: TrustedIssuer[];
  registries: Registry[];
  contexts: PinnedContext[];
}

/** Who vouches for issuers, from all lists together, and what is pinned. */
export interface TrustLists {
  trusted: readonly TrustedIssuer[];
  /** Names of registries that could not be read: an issuer that is on no list may stand on one of these. */
  unread: readonly string[];
  contexts: Readonly<Record<string, object>>;
}
