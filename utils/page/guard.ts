import type { Mark } from './mark.ts';

/** How often a mark is put back before the page has its way. */
const MAX_LOSSES = 6;
const FIRST_PAUSE = 200;
/** Fakes are taken out up to this many; after that a page that makes them without end would only burn the reader's time. */
const MAX_FAKES = 500;

export interface Guard {
  /** From now on changes to the mark by anybody else are noticed. */
  keep(mark: Mark): void;
  /** An element of ours that is no mark. */
  own(host: Element): void;
  /** Our own change to a mark. */
  quietly(write: () => void): void;
  /** Whether a `touchstone-mark` found in the page is to be taken out. */
  isFake(host: Element): boolean;
  stop(): void;
}

/** Milliseconds to wait before a mark that was lost `losses` times is put back; null: it is not any more. */
export function pauseAfter(losses: number): number | null {
  return losses > MAX_LOSSES ? null : losses < 2 ? 0 : FIRST_PAUSE * 2 ** (losses - 2);
}

/**
 * Marks are in the page's own tree, in open shadow roots. This notices when the page rewrites one of ours, and knows ours from imitations.
 * It cannot keep a page from drawing something similar; SECURITY.md says so.
 */
export function guardMarks(tampered: (host: Element) => void): Guard {
  const ours = new WeakSet<Element>();
  let fakes = 0;
  const tell = (records: MutationRecord[]): void => {
    const hosts = new Set<Element>();
    for (const { target } of records) {
      const root = target.getRootNode();
      const host = 'host' in root && !ours.has(target as Element) ? (root as ShadowRoot).host : (target as Element);
      if (ours.has(host)) hosts.add(host);
    }
    hosts.forEach(tampered);
  };
  const observer = new MutationObserver(tell);
  const every = { attributes: true, childList: true, characterData: true };
  return {
    keep({ host, inside }) {
      ours.add(host);
      observer.observe(host, every);
      observer.observe(inside, { ...every, subtree: true });
    },
    own: (host) => void ours.add(host),
    quietly(write) {
      tell(observer.takeRecords());
      write();
      observer.takeRecords();
    },
    isFake: (host) => !ours.has(host) && ++fakes <= MAX_FAKES,
    stop: () => observer.disconnect(),
  };
}
