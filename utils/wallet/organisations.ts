/** LinkedIn's numbers of issuers, as the user found them out. */
import { holdsEmail } from '../badge/emails.ts';
import type { Preferences } from './preferences.ts';
import type { BadgeFacts } from './types.ts';

export const MAX_ISSUER_KEY = 2_048;

/**
 * What an issuer is remembered by: its own identifier, else its address. Never its name, which anybody may have. Null where it says neither: then there is
 * nothing to remember it by.
 */
export function issuerKey({ issuer: { id, url } }: Pick<BadgeFacts, 'issuer'>): string | null {
  const key = id ?? url ?? '';
  return key !== '' && key.length <= MAX_ISSUER_KEY && !holdsEmail(key) ? key : null;
}

/** '' where none was entered. */
export function organisationOf({ organisations }: Preferences, facts: Pick<BadgeFacts, 'issuer'>): string {
  const key = issuerKey(facts);
  return key !== null && Object.hasOwn(organisations, key) ? (organisations[key] ?? '') : '';
}
