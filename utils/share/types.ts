/** What leaves the wallet. Types only. */

/**
 * A badge as others get to see it: only what may be public. Names and texts are a stranger's words, cleaned (utils/badge/text.ts) but not escaped: each
 * format escapes them for itself.
 */
export interface SharedBadge {
  name: string;
  issuer: { name: string; url?: string };
  /** The person the badge names. */
  holder?: string;
  /** ISO 8601 instants, UTC. */
  issuedOn?: string;
  expires?: string;
  /** Plain text. */
  description?: string;
  /** Clean public address (https, no trackers, no e-mail address). */
  url: string;
  /** Address of the picture (https) that anybody can load, where there is a lasting one. */
  image?: string;
  skills: readonly string[];
  /** What a form asks for as "Credential ID". */
  credentialId?: string;
  /** Folder name under utils/platforms, where the badge is a platform's, with its id there. */
  platform?: { id: string; badge: string };
}

/**
 * Why a badge is not shared as such. `reference`: somebody else's, or not shown to be the user's; `expired` and `not-verified`: its proof does not hold
 * today, or could not be checked; `not-checked`: nobody has looked here yet, or for too long; `no-address`: nothing that others could open.
 */
export type Obstacle =
  | 'private'
  | 'reference'
  | 'unclaimed'
  | 'expired'
  | 'revoked'
  | 'impostor'
  | 'not-verified'
  | 'not-checked'
  | 'no-address';
