import type { Examined, Report } from '../badge/report.ts';
import type { KeptDocuments } from '../net/kept.ts';
import type { Answer } from '../net/types.ts';

export type BadgeSource = { url: string } | { text: string } | { bytes: Uint8Array };

/** An issuer on the user's, the organisation's or a registry's list. */
export interface TrustedIssuer {
  /** Identifier (https address or DID) or bare host name. */
  id: string;
  name?: string;
  /** Who put it on the list: shown to the reader. */
  listedBy?: string;
}

export interface HolderContext {
  /** The person of the page. Leave out when unsure. */
  name?: string;
  /** The reader's own e-mail addresses. They are hashed and compared here and never sent. */
  emails?: readonly string[];
}

export interface ExamineDeps {
  /** Every request goes through it. */
  fetch: typeof fetch;
  now?: Date;
  /** JSON-LD contexts pinned beyond the bundled ones, by exact address. A context in neither is never fetched. */
  contexts?: Record<string, object>;
  /** Where keys and status lists that serve several badges are kept. Default: in memory, for as long as `fetch` is the same function. */
  kept?: KeptDocuments;
  /** What is kept does not count: the reader asked for another check. */
  fresh?: boolean;
  /** The reader clicked: short links may be opened to see where they lead. */
  followShortLinks?: boolean;
  /** Hears every document that was read, as it was sent. */
  onRead?(answer: Answer): void;
  /** Origins let through the guard whatever they are. For vector runners only; nothing in the product sets it. */
  allowOrigins?: readonly string[];
}

export interface VerifyDeps extends ExamineDeps {
  holder?: HolderContext;
  trusted?: readonly TrustedIssuer[];
}

export type Examine = (source: BadgeSource, deps: ExamineDeps) => Promise<Examined>;
export type VerifyBadge = (source: BadgeSource, deps: VerifyDeps) => Promise<Report>;
