import { browser } from '../browser.ts';

const KEY = 'withdrawn';
const MAX_PATTERNS = 500;

/**
 * Patterns that the reader withdrew in this session. Content scripts that run there already cannot be taken back by the browser:
 * they are told to stop, also when they ask again later.
 */
export interface Withdrawn {
  add(patterns: readonly string[]): Promise<void>;
  /** The reader wants the host (or whatever the patterns name) again. */
  remove(...hostsOrPatterns: string[]): Promise<void>;
  includes(host: string): Promise<boolean>;
}

export function createWithdrawn(matches: (host: string, patterns: readonly string[]) => boolean): Withdrawn {
  let chain: Promise<unknown> = Promise.resolve();
  const read = async (): Promise<string[]> => {
    const stored: unknown = (await browser.storage.session.get(KEY).catch(() => ({}) as Record<string, unknown>))[KEY];
    return Array.isArray(stored) ? stored.filter((pattern) => typeof pattern === 'string') : [];
  };
  const change = (how: (before: string[]) => string[]): Promise<void> => {
    const step = chain.then(async () => {
      const before = await read();
      const after = how(before).slice(-MAX_PATTERNS);
      if (after.join() !== before.join()) await browser.storage.session.set({ [KEY]: after });
    });
    chain = step.catch(() => {});
    return step.catch(() => {});
  };
  return {
    add: (patterns) => change((before) => [...new Set([...before, ...patterns])]),
    remove: (...gone) =>
      change((before) =>
        before.filter((pattern) => !gone.includes(pattern) && !gone.some((host) => matches(host, [pattern]))),
      ),
    includes: async (host) => matches(host, await read()),
  };
}
