import { createSessionList } from './session-list.ts';
import { hostMatches } from './site-access.ts';

/**
 * Patterns that the reader withdrew in this session. Content scripts that run there already cannot be taken back by the browser:
 * they are told to stop, also when they ask again later.
 */
export interface Withdrawn {
  add(patterns: readonly string[]): Promise<void>;
  /** The reader wants these hosts, or whatever these patterns name, again. */
  remove(...hostsOrPatterns: string[]): Promise<void>;
  includes(host: string): Promise<boolean>;
}

export function createWithdrawn(): Withdrawn {
  const list = createSessionList('withdrawn', (value) => typeof value === 'string', 500);
  return {
    add: (patterns) => list.change((before) => [...new Set([...before, ...patterns])]),
    remove: (...gone) =>
      list.change((before) =>
        before.filter((pattern) => !gone.includes(pattern) && !gone.some((host) => hostMatches(host, [pattern]))),
      ),
    includes: async (host) => hostMatches(host, await list.read()),
  };
}
