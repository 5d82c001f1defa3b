import { nodeType, parentOf, rootOf, shadowOf, tagOf } from './dom.ts';
import type { Mark } from './mark.ts';

const OUR_ATTRIBUTES = ['data-badge', 'data-verdict', 'data-tone', 'data-holder'];

/** How often a mark is put back before the page has its way. */
const MAX_LOSSES = 6;
const FIRST_PAUSE = 200;
/** Fakes are taken out up to this many; after that a page that makes them without end would only burn the reader's time. */
const MAX_FAKES = 500;
/** Foreign nodes are put out of a mark this often. */
const MAX_GUESTS = 12;

export interface Guard {
  /** From now on changes to the mark by anybody else are noticed. */
  keep(mark: Mark): void;
  /** Whether nothing that no observer is told of (adopted or switched style sheets) has changed the mark. */
  isSound(mark: Mark): boolean;
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

const isOtherData = (name: string | null): boolean =>
  Boolean(name?.startsWith('data-')) && !OUR_ATTRIBUTES.includes(name ?? '');

/**
 * Whether a change in the card is of a kind that nobody need fear: other tools' data attributes and style sheets (its root is closed, so no page wrote
 * them), a part that the reader opened. `kept` are elements of ours that must stay.
 */
export function isHarmless(
  { type, target, attributeName, addedNodes, removedNodes }: MutationRecord,
  kept: WeakSet<Node>,
): boolean {
  if (type === 'attributes') {
    if (attributeName === 'open' || (attributeName === 'style' && tagOf(target as Element) === 'input')) return true;
    return isOtherData(attributeName);
  }
  const isForeignSheet = (node: Node): boolean =>
    nodeType(node) === 1 && /^(?:style|link)$/.test(tagOf(node as Element)) && !kept.has(node);
  return type === 'childList' && nodeType(target) !== 1 && [...addedNodes, ...removedNodes].every(isForeignSheet);
}

/** How many style sheets were adopted. Firefox shows that list only through the page's own eyes, which may lie. */
function adoptedBy(root: ShadowRoot): number {
  try {
    return root.adoptedStyleSheets?.length ?? 0;
  } catch {
    return Number((root as ShadowRoot & { wrappedJSObject?: ShadowRoot }).wrappedJSObject?.adoptedStyleSheets.length);
  }
}

/**
 * Marks are in the page's own tree, in open shadow roots. This notices when the page rewrites one of ours, puts out what others put into one, and
 * knows ours from imitations. It cannot keep a page from drawing something similar; SECURITY.md says so.
 */
export function guardMarks(tampered: (host: Element) => void): Guard {
  const ours = new WeakSet<Node>();
  /** Shadow roots of ours, and whose they are. */
  const hosts = new WeakMap<Node, Element>();
  const guests = new WeakMap<Node, number>();
  let fakes = 0;

  /**
   * Whatever else comes into a mark's open root goes out again. Dark themes put a style sheet into every root they find and insist on it: after
   * a few times it stays, switched off.
   */
  const putOut = (inside: ShadowRoot): boolean => {
    let isSettled = true;
    for (const child of [...inside.childNodes]) {
      if (ours.has(child)) continue;
      const times = (guests.get(inside) ?? 0) + 1;
      guests.set(inside, times);
      if (times <= MAX_GUESTS) inside.removeChild(child);
      else if (nodeType(child) === 1 && tagOf(child as Element) === 'style')
        (child as HTMLStyleElement).disabled = true;
      else isSettled = false;
    }
    return isSettled;
  };

  const isWrong = ({ type, target, attributeName, removedNodes }: MutationRecord, inside: boolean): boolean => {
    if (type === 'attributes') return ours.has(target) && !isOtherData(attributeName);
    if (inside) return [...removedNodes].some((node) => ours.has(node));
    const holder = parentOf(target);
    return ours.has(target) || Boolean(holder && ours.has(holder));
  };

  const tell = (records: MutationRecord[]): void => {
    const wronged = new Set<Element>();
    const opened = new Set<ShadowRoot>();
    for (const record of records) {
      const root = rootOf(record.target);
      const host = hosts.get(root);
      const isOpen = host !== undefined && shadowOf(host) === root;
      if (isOpen) opened.add(root as ShadowRoot);
      if (host && !isOpen) wronged.add(host);
      else if (isWrong(record, record.target === root)) wronged.add(host ?? (record.target as Element));
    }
    for (const root of opened) if (!putOut(root)) wronged.add(root.host);
    observer.takeRecords();
    wronged.forEach(tampered);
  };
  const observer = new MutationObserver(tell);
  const every = { attributes: true, childList: true, characterData: true };
  return {
    keep({ host, button, inside, drawing }) {
      for (const node of [host, ...inside.children, ...button.children]) ours.add(node);
      hosts.set(inside, host);
      hosts.set(drawing, host);
      observer.observe(host, every);
      observer.observe(inside, { ...every, subtree: true });
      observer.observe(drawing, { ...every, subtree: true });
    },
    isSound({ inside }) {
      const isRight = ({ ownerNode, disabled }: CSSStyleSheet) =>
        disabled !== Boolean(ownerNode && ours.has(ownerNode));
      return !adoptedBy(inside) && [...(inside.styleSheets ?? [])].every(isRight);
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
