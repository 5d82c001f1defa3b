import type { ReadResult } from './types.ts';

/** Answers that serve several badges: an issuer's keys, a status list. */
export interface KeptDocuments {
  /**
   * The answer that is kept under `key` or on its way, else what `load` brings. Only a successful answer (2xx) is kept, for `milliseconds`. `fresh`: what
   * is kept does not count, as when the reader asks for another check.
   */
  through(key: string, milliseconds: number, load: () => Promise<ReadResult>, fresh: boolean): Promise<ReadResult>;
}

interface Entry {
  answer: Promise<ReadResult>;
  /** Milliseconds since the epoch; Infinity while it is on its way. */
  until: number;
  size: number;
}

const MAX_ENTRIES = 200;
const MAX_BYTES = 8 * 1_048_576;

/** Keeps answers in memory, the least recently used going first; the same document is never fetched twice at the same time. */
export function keepInMemory(now: () => number = Date.now): KeptDocuments {
  const entries = new Map<string, Entry>();
  let bytes = 0;

  function drop(key: string): void {
    bytes -= entries.get(key)?.size ?? 0;
    entries.delete(key);
  }

  function makeRoom(): void {
    for (const [key, { until }] of entries) {
      if (entries.size <= MAX_ENTRIES && bytes <= MAX_BYTES) return;
      if (until !== Number.POSITIVE_INFINITY) drop(key);
    }
  }

  return {
    through(key, milliseconds, load, fresh) {
      const before = entries.get(key);
      const onItsWay = before?.until === Number.POSITIVE_INFINITY;
      if (before && (onItsWay || (!fresh && before.until > now()))) {
        entries.delete(key);
        entries.set(key, before);
        return before.answer;
      }
      drop(key);
      const entry: Entry = { answer: load(), until: Number.POSITIVE_INFINITY, size: 0 };
      entries.set(key, entry);
      const settle = (result: ReadResult | null): void => {
        if (entries.get(key) !== entry) return;
        if (!result?.ok || result.status < 200 || result.status > 299) {
          drop(key);
          return;
        }
        entry.until = now() + milliseconds;
        entry.size = result.bytes.byteLength;
        bytes += entry.size;
        makeRoom();
      };
      entry.answer.then(settle, () => settle(null));
      return entry.answer;
    },
  };
}
