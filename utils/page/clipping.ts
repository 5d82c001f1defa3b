import { parentElementOf, rectOf, tagOf } from './dom.ts';

export interface Edges {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

const SLACK = 1;

/** What two boxes have in common; turned inside out where that is nothing. */
export const shared = (a: Edges, b: Edges): Edges => ({
  left: Math.max(a.left, b.left),
  top: Math.max(a.top, b.top),
  right: Math.min(a.right, b.right),
  bottom: Math.min(a.bottom, b.bottom),
});

const isHard = (overflow: string): boolean => /hidden|clip/.test(overflow);

/** What an element cuts for good, in the directions in which it does not scroll; null for none. The page's own roots hand theirs to the window. */
function clipOf(el: Element, { overflowX, overflowY }: CSSStyleDeclaration): Edges | null {
  if (!(isHard(overflowX) || isHard(overflowY)) || /^(?:html|body)$/.test(tagOf(el))) return null;
  const { left, top, right, bottom } = rectOf(el);
  const far = Number.POSITIVE_INFINITY;
  const across = isHard(overflowX) ? { left, right } : { left: -far, right: far };
  return { ...across, ...(isHard(overflowY) ? { top, bottom } : { top: -far, bottom: far }) };
}

/** Boxes that an element's picture is cut to for good, from the inside out. */
export function clipsAround(el: Element): Edges[] {
  const boxes: Edges[] = [];
  for (let up = parentElementOf(el); up; up = parentElementOf(up)) {
    const clip = clipOf(up, getComputedStyle(up));
    if (clip) boxes.push(clip);
  }
  return boxes;
}

/** Whether what is in an element may be pushed along in it: out of flow, a mark would stay behind and stand by something else. */
export function mayScroll(el: Element): boolean {
  const { overflowX, overflowY, textOverflow, webkitLineClamp } = getComputedStyle(el);
  if (/auto|scroll/.test(overflowX + overflowY)) return true;
  const isShortened = textOverflow === 'ellipsis' || /\d/.test(webkitLineClamp ?? '');
  const overflows = el.scrollWidth > el.clientWidth + SLACK || el.scrollHeight > el.clientHeight + SLACK;
  return (isHard(overflowX) || isHard(overflowY)) && !isShortened && overflows;
}

/** Whether an element is what its absolutely positioned descendants are positioned by. */
const isBase = ({ position, transform, filter, contain }: CSSStyleDeclaration): boolean =>
  position !== 'static' || transform !== 'none' || filter !== 'none' || /paint|layout|strict|content/.test(contain);

/** A mark's ancestors: those it has left, being out of flow, and those it is in. */
function ancestorsOf(host: Element): { left: Element[]; inside: Element[] } {
  const left: Element[] = [];
  const inside: Element[] = [];
  let isOut = getComputedStyle(host).position === 'absolute';
  for (let up = parentElementOf(host); up; up = parentElementOf(up)) {
    isOut &&= !isBase(getComputedStyle(up));
    (isOut ? left : inside).push(up);
  }
  return { left, inside };
}

/** The innermost ancestor of a mark that shows what it belongs to but would cut its button, or null. Boxes in viewport px. */
export function cutBy(host: Element, button: Edges, anchor: Edges): Element | null {
  for (const el of ancestorsOf(host).inside) {
    const clip = clipOf(el, getComputedStyle(el));
    if (!clip) continue;
    const seen = shared(anchor, clip);
    const isSeen = seen.right > seen.left && seen.bottom > seen.top;
    const { left, top, right, bottom } = shared(button, clip);
    const lost = Math.max(left - button.left, top - button.top, button.right - right, button.bottom - bottom);
    if (isSeen && lost > SLACK) return el;
  }
  return null;
}

/** Whether a mark that is out of flow would stay behind when something it stands in is scrolled. */
export const isLeftBehind = (host: Element): boolean => ancestorsOf(host).left.some(mayScroll);
