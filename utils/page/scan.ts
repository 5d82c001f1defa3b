import { nodeType, queryAll, shadowOf, tagOf } from './dom.ts';

export const MARK_TAG = 'touchstone-mark';
export const CARD_TAG = 'touchstone-card';

/**
 * Elements that may carry an open shadow root, in the browser's own selector engine: whatever is not among the commonest tags, and empty blocks
 * (a host has rarely children of its own). Custom elements are left in the answer; asking every element of a page would cost more than the links do.
 */
const HOSTS =
  ':not(div,span,a,p,li,ul,img,svg,path,use,button,i,b,br,td,tr,script,style,link,meta,input,label,option,code,strong,em,h1,h2,h3,h4,g,rect,circle,section,article,main,header,footer,nav,aside,body),:is(div,span,section,article,main,aside,header,footer,nav):empty';

export type Root = Document | ShadowRoot | Element;

/** What is looked for, in the two spellings that utils/links gives. */
export interface Targets {
  selector: string;
  selectors: readonly string[];
}

/** The root itself, when it is an element that matches, and its descendants that do. Shadow roots and frames inside are not entered. */
export function hitsIn(root: Root, { selector, selectors }: Targets): Element[] {
  if (nodeType(root) !== 1) return selectors.flatMap((one) => Array.from(queryAll(root, one)));
  const hits = Array.from(queryAll(root, selector));
  if (Element.prototype.matches.call(root, selector)) hits.unshift(root as Element);
  return hits;
}

export interface Inner {
  shadows: ShadowRoot[];
  frames: HTMLIFrameElement[];
  /** Custom elements without a root as yet: their script may come later. */
  later: Element[];
}

/** Open shadow roots and frames in a root. */
export function innerRoots(root: Root): Inner {
  const inner: Inner = { shadows: [], frames: [], later: [] };
  for (const el of hitsIn(root, { selector: HOSTS, selectors: [HOSTS] })) {
    const tag = tagOf(el);
    if (tag === MARK_TAG || tag === CARD_TAG) continue;
    if (tag === 'iframe') inner.frames.push(el as HTMLIFrameElement);
    const shadow = shadowOf(el);
    if (shadow) inner.shadows.push(shadow);
    else if (tag.includes('-')) inner.later.push(el);
  }
  return inner;
}
