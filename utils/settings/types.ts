import type { TrustedIssuer } from '../verify/types.ts';
import type { PinnedContext, Registry } from './trust-entries.ts';

/** `auto`: all of a page's links are checked, those in view first. `click`: only when the reader activates a mark. */
export type CheckingMode = 'auto' | 'click';

/** What applies on one site (host name). Unset members fall back to the defaults. */
export interface SiteSettings {
  checking?: CheckingMode;
  marks?: boolean;
  /** Switched off altogether: the content script does nothing there. */
  off?: boolean;
}

export interface Settings {
  /** Raised by migrations, never by hand. */
  version: 1;
  defaults: { checking: CheckingMode; marks: boolean };
  sites: Record<string, SiteSettings>;
  /** The reader's own e-mail addresses: never leave the machine, never reach a content script. */
  emails: string[];
  trusted: TrustedIssuer[];
  /** Registries of known issuers that the reader switched on, the most authoritative first. */
  registries: Registry[];
  /** JSON-LD contexts that the reader vouches for. */
  contexts: PinnedContext[];
}

/** What a content script is told: what applies on its site and no more. */
export interface SiteTerms {
  checking: CheckingMode;
  marks: boolean;
  off: boolean;
}
