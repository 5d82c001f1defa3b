import { browser } from '../browser.ts';

/** A short list in `storage.session`: it outlives the worker and ends with the browser. */
export interface SessionList<T> {
  read(): Promise<T[]>;
  /** Changes happen one after the other; never rejects. */
  change(how: (before: T[]) => T[]): Promise<void>;
}

/** The newest `max` items are kept. `is` guards against what an older version may have left. */
export function createSessionList<T>(key: string, is: (value: unknown) => value is T, max: number): SessionList<T> {
  let chain: Promise<void> = Promise.resolve();
  const read = async (): Promise<T[]> => {
    const stored: unknown = (await browser.storage.session.get(key).catch((): Record<string, unknown> => ({})))[key];
    return Array.isArray(stored) ? stored.filter(is) : [];
  };
  return {
    read,
    change(how) {
      chain = chain
        .then(async () => {
          const before = await read();
          const after = how(before).slice(-max);
          if (after.join() !== before.join()) await browser.storage.session.set({ [key]: after });
        })
        .catch(() => {});
      return chain;
    },
  };
}
