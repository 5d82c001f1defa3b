import { nodeType, rootOf, tagOf } from './dom.ts';
import type { Mark } from './mark.ts';

const OUR_ATTRIBUTES = ['data-badge', 'data-verdict', 'data-tone', 'data-holder'];

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
 * Whether a change inside an open shadow root of ours is the kind that other extensions and tools make everywhere (dark themes, screenshots): style
 * sheets of their own added or taken out, data attributes of their own. `kept` are elements of ours that must stay.
 */
export function isHarmless(
  { type, target, attributeName, addedNodes, removedNodes }: MutationRecord,
  kept: WeakSet<Node>,
): boolean {
  if (type === 'attributes') {
    const name = attributeName ?? '';
    if (name === 'open' || (name === 'style' && tagOf(target as Element) === 'input')) return true;
    return name.startsWith('data-') && !OUR_ATTRIBUTES.includes(name);
  }
  const isForeignSheet = (node: Node): boolean =>
    nodeType(node) === 1 && /^(?:style|link)$/.test(tagOf(node as Element)) && !kept.has(node);
  return type === 'childList' && nodeType(target) !== 1 && [...addedNodes, ...removedNodes].every(isForeignSheet);
}

/**
 * Marks are in the page's own tree, in open shadow roots. This notices when the page rewrites one of ours, and knows ours from imitations.
 * It cannot keep a page from drawing something similar; SECURITY.md says so.
 */
export function guardMarks(tampered: (host: Element) => void): Guard {
  const ours = new WeakSet<Node>();
  const marks = new WeakSet<Node>();
  let fakes = 0;
  const tell = (records: MutationRecord[]): void => {
    const hosts = new Set<Element>();
    for (const record of records) {
      if (isHarmless(record, ours)) continue;
      const { target } = record;
      const root = rootOf(target);
      // In the shadow root, or the host itself, whose root is the page's.
      const inside = 'host' in root && marks.has((root as ShadowRoot).host);
      hosts.add(inside ? (root as ShadowRoot).host : (target as Element));
    }
    hosts.forEach(tampered);
  };
  const observer = new MutationObserver(tell);
  const every = { attributes: true, childList: true, characterData: true };
  return {
    keep({ host, inside }) {
      ours.add(host);
      marks.add(host);
      for (const child of inside.children) ours.add(child);
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
