import { clipsAround, cutBy, type Edges, shared } from './clipping.ts';
import { nextNode, nextOf, nodeType, parentElementOf, query, rectOf, tagOf, textOf } from './dom.ts';
import { MARK_TAG } from './scan.ts';

/** Side of the button (CSS px): the least that is easily hit. */
export const HIT = 24;
/** A link wider than this that fills what holds it is a whole card, and no button. */
const WIDE = 240;
/** How far out room for a mark is looked for. */
const MAX_LEVELS = 12;
/** Boxes may overlap by this much (CSS px) and still count as apart: layout is not exact, and the drawing is smaller than the button. */
const ACROSS = 0.5;
const DOWN = 4;

export interface Spot {
  left: number;
  top: number;
}

const overlaps = (spot: Spot, box: DOMRect): boolean =>
  box.width > 0 &&
  box.left < spot.left + HIT - ACROSS &&
  box.right > spot.left + ACROSS &&
  box.top < spot.top + HIT - DOWN &&
  box.bottom > spot.top + DOWN;

const isPainted = ({
  backgroundColor,
  backgroundImage,
  borderLeftWidth,
  borderRightWidth,
  boxShadow,
}: CSSStyleDeclaration) =>
  !/^(?:transparent|rgba\(0, 0, 0, 0\))$/.test(backgroundColor) ||
  backgroundImage !== 'none' ||
  boxShadow !== 'none' ||
  Number.parseFloat(borderLeftWidth) + Number.parseFloat(borderRightWidth) > 0;

/** Boxes of what follows an element: the next element, and words between. */
function boxesAfter(el: Element): DOMRect[] {
  const next = nextOf(el);
  const neighbour = next && tagOf(next) === MARK_TAG ? nextOf(next) : next;
  const boxes = neighbour ? [rectOf(neighbour)] : [];
  for (let node = nextNode(el); node && node !== neighbour; node = nextNode(node)) {
    if (nodeType(node) !== 3 || !node.nodeValue?.trim()) continue;
    const words = new Range();
    words.selectNode(node);
    boxes.push(...words.getClientRects());
  }
  return boxes;
}

/** Whether nothing stands on the spot beside an element: as far out as the first ancestor that holds it, or that is seen or felt to end before. */
function isFree(spot: Spot, element: Element): boolean {
  let inner = element;
  for (let level = 0; level < MAX_LEVELS; level++) {
    const outer = parentElementOf(inner);
    if (!outer || boxesAfter(inner).some((box) => overlaps(spot, box))) return false;
    const room = rectOf(outer);
    if (spot.left >= room.left - ACROSS && spot.left + HIT <= room.right + ACROSS) return true;
    const style = getComputedStyle(outer);
    if (style.overflowX !== 'visible' || isPainted(style)) return false;
    inner = outer;
  }
  return false;
}

/** The boxes of a link, line by line: of its words alone where it is a block that nobody sees, as wide as what holds it. */
function boxesOf(anchor: Element): DOMRect[] {
  const style = getComputedStyle(anchor);
  const isPlain = style.display !== 'inline' && !isPainted(style) && !query(anchor, 'div,p,ul,section,img,svg');
  if (!isPlain) return [...anchor.getClientRects()];
  const words = new Range();
  words.selectNodeContents(anchor);
  return [...words.getClientRects()];
}

/** The last of the boxes that can be seen, as far as it can. */
function endOf(anchor: Element): Edges {
  const clips = clipsAround(anchor);
  const boxes = boxesOf(anchor);
  for (const box of boxes.reverse()) {
    const seen = clips.reduce<Edges>(shared, box);
    if (seen.right - seen.left > 1 && seen.bottom - seen.top > box.height / 2) return seen;
  }
  return boxes[0] ?? rectOf(anchor);
}

const edgesOf = ({ left, top }: Spot): Edges => ({ left, top, right: left + HIT, bottom: top + HIT });

/** Where the 24 px target goes, in viewport px, and what cuts it off even there. */
export interface Target extends Spot {
  cut: Element | null;
}

/** Beside the anchor where there is room, else over its corner, else, where that would be cut off, over its end. */
export function targetOf(anchor: Element, host: Element): Target {
  const end = endOf(anchor);
  const { left, top, right, bottom } = end;
  const isRtl = getComputedStyle(anchor).direction === 'rtl';
  const hasWords = Boolean((textOf(anchor) ?? '').trim());
  const middle = (top + bottom - HIT) / 2;
  const beside = { left: isRtl ? left - HIT - 2 : right + 2, top: middle };
  const parent = parentElementOf(anchor);
  const isWide = parent !== null && right - left > Math.max(WIDE, 0.9 * rectOf(parent).width);
  const cut = (spot: Spot) => cutBy(host, edgesOf(spot), end);
  if (hasWords && !isWide && isFree(beside, anchor) && !cut(beside)) return { ...beside, cut: null };
  // In the corner of a picture or of a link as wide as what holds it; of a button only astride its corner, where there are no words.
  const into = hasWords && !isWide ? HIT / 2 : HIT;
  const down = hasWords ? (isWide ? 0 : -HIT / 2) : bottom - top - HIT;
  const corner = { left: isRtl ? left - HIT + into : right - into, top: top + down };
  const by = cut(corner);
  return by ? { left: isRtl ? left : right - HIT, top: middle, cut: by } : { ...corner, cut: null };
}

/** What cuts a mark's button where it is now, or null. */
export const cutNow = ({ host, button }: { host: Element; button: Element }, anchor: Element): Element | null =>
  cutBy(host, rectOf(button), endOf(anchor));
