import { NotPermittedError } from '../net/errors.ts';
import { createPoliteFetch } from '../net/polite.ts';
import { sessionRests } from './rest-store.ts';
import { isPermitted, isPlatform } from './site-access.ts';

type Fetch = typeof globalThis.fetch;

export interface Fetches {
  /** The reader asked by hand: any host that was granted, save LinkedIn. */
  byHand: Fetch;
  /** Nobody did: the platforms that were granted at installation. */
  byItself: Fetch;
}

/**
 * The ways to the network, all through the same politeness. `unkept` leaves nothing in the browser's own cache of files.
 * They reject with `NotPermittedError`, `HostAtRestError`, or as `fetch` does.
 */
export function createFetches(fetch: Fetch): { kept: Fetches; unkept: Fetches } {
  const polite = createPoliteFetch({ fetch: (input, init) => fetch(input, init), isPermitted, rests: sessionRests });
  const unkept: Fetch = (input, init) => polite(input, { ...init, cache: 'no-store' });
  return {
    kept: { byHand: polite, byItself: toPlatforms(polite) },
    unkept: { byHand: unkept, byItself: toPlatforms(unkept) },
  };
}

function toPlatforms(fetch: Fetch): Fetch {
  return async (input, init) => {
    const { origin, hostname } = new URL(input instanceof Request ? input.url : input);
    if (!isPlatform(origin)) throw new NotPermittedError(hostname);
    return fetch(input, init);
  };
}
