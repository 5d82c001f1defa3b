import type { WalletTrouble } from './types.ts';

/** What an exception of the database means for the user. Dexie keeps the browser's own error in `inner`. */
export function troubleOf(error: unknown): WalletTrouble {
  const names = namesOf(error);
  if (names.includes('QuotaExceededError')) return 'full';
  if (names.includes('VersionError')) return 'newer';
  if (names.includes('BlockedError')) return 'blocked';
  if (names.includes('StaleEditError')) return 'stale';
  const lost = ['DatabaseClosedError', 'InvalidStateError', 'UnknownError', 'MissingAPIError', 'OpenFailedError'];
  return lost.some((name) => names.includes(name)) ? 'lost' : 'failed';
}

/**
 * Of what several writers ran into at the same time, what tells most. Where one meets a full disk, Firefox answers the others that the database allows no
 * change (measured).
 */
export function mostTelling(errors: readonly unknown[]): unknown {
  return errors.find((error) => troubleOf(error) === 'full') ?? errors[0];
}

/** An edit of something that has been changed meanwhile, in another window. */
export class StaleEditError extends Error {
  override readonly name = 'StaleEditError';
}

/** What lies in the browser was written by a later version of Touchstone: this one leaves it alone. */
export class NewerWalletError extends Error {
  override readonly name = 'VersionError';
}

function namesOf(error: unknown): string[] {
  const names: string[] = [];
  for (let at: unknown = error, depth = 0; typeof at === 'object' && at !== null && depth < 5; depth++) {
    if ('name' in at && typeof at.name === 'string') names.push(at.name);
    at = 'inner' in at ? at.inner : 'cause' in at ? at.cause : null;
  }
  return names;
}
