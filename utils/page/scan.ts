import { matches, nodeType, queryAll, tagOf } from './dom.ts';

export const MARK_TAG = 'touchstone-mark';
export const CARD_TAG = 'touchstone-card';

export type Root = Document | ShadowRoot | Element;

/** What is looked for, in the two spellings that utils/links gives. */
export interface Targets {
  /** For small subtrees and single elements. */
  selector: string;
  /** For whole documents, to be asked one after another, which is faster there. */
  selectors: readonly string[];
}

/** The root itself, when it is an element that matches, and its descendants that do. Shadow roots and frames inside are not entered. */
export function hitsIn(root: Root, { selector, selectors }: Targets): Element[] {
  if (nodeType(root) !== 1) return selectors.flatMap((one) => Array.from(queryAll(root, one)));
  const hits = Array.from(queryAll(root, selector));
  if (matches(root as Element, selector)) hits.unshift(root as Element);
  return hits;
}

const ODD = ['iframe', MARK_TAG, CARD_TAG, ':not(:defined)'];
const ODDITIES: Targets = { selector: ODD.join(), selectors: ODD };

/** Frames, elements that bear our own names, and custom elements whose script has not come yet and may bring a shadow root. */
export const odditiesIn = (root: Root): Element[] => hitsIn(root, ODDITIES);

/** Whether an element bears one of our names; it may be an imitation. */
export const isOurs = (el: Element): boolean => tagOf(el).startsWith('touchstone-');
