import { closest, matches, nextNode, nodeType, parentElementOf, query, rectOf, tagOf, textOf } from './dom.ts';
import { MARK_TAG } from './scan.ts';

/** Things a mark must not stand in: a press on it would be a press on them, or there would be nothing to see. */
const PRESSABLE = 'a,button,summary,label,[role=button],[role=link],svg';
/** Lists and tables allow certain children only, and count them: what belongs to an item stays in it. */
const STRUCTURE = 'li,dt,dd,td,th,tr,caption,thead,tbody,tfoot,table,ul,ol,dl,html,body';
const LETTERS = /[\p{L}\p{N}]/u;

/**
 * `flow`: in the line after a text link. `still`: a point without size in the line. `afloat`: out of flow, for flex, grid and block parents,
 * where even a point without size would get a gap or a line of its own.
 */
export type Mode = 'flow' | 'still' | 'afloat';

/** The outermost pressable thing (or drawing) around the anchor, or the anchor itself; of a summary its details, which may hide whatever else is in them. */
export function spotFor(anchor: Element): Element {
  for (let spot = anchor; ; ) {
    const around = parentElementOf(spot);
    const outer = around && closest(around, PRESSABLE);
    if (!outer) return spot;
    const parent = parentElementOf(outer);
    spot = tagOf(outer) === 'summary' && parent && tagOf(parent) === 'details' ? parent : outer;
  }
}

/** One level further out, or null where the mark would leave what it belongs to. */
export function outOf(spot: Element): Element | null {
  const outer = parentElementOf(spot);
  return outer && !matches(outer, STRUCTURE) ? outer : null;
}

const hasWords = (text: string | null | undefined): boolean => Boolean(text?.trim());
const isInline = (el: Element): boolean => /^(?:inline|contents)$/.test(getComputedStyle(el).display);

/** How the mark stands at its spot at first. */
export function modeFor(spot: Element): Mode {
  const parent = parentElementOf(spot);
  const around = parent ? getComputedStyle(parent).display : 'block';
  const own = getComputedStyle(spot);
  if (/flex|grid|table(?!-cell)/.test(around) || !own.display.startsWith('inline') || own.position === 'absolute')
    return 'afloat';
  const isRunningText = tagOf(spot) !== 'svg' && (own.display === 'inline' || hasWords(spot.nextSibling?.nodeValue));
  return isRunningText && hasWords(textOf(spot)) && !query(spot, 'div') ? 'flow' : 'still';
}

/** What must not move for a mark, besides its spot. */
export interface Surroundings {
  /** The box that the spot's line is in. */
  holder: Element | null;
  /** What follows in the line, unless it is running prose, whose words may make room. */
  next: Element | null;
  /** What follows the holder. */
  below: Element | null;
  /** Words of the holder's own stand around its links. */
  isProse: boolean;
}

const isMark = (el: Element): boolean => tagOf(el) === MARK_TAG;

function elementAfter(el: Element): Element | null {
  let after: Node | null = el;
  do after = nextNode(after);
  while (after && (nodeType(after) !== 1 || isMark(after as Element)));
  return after as Element | null;
}

const hasOwnWords = (el: Element): boolean =>
  Array.from(el.childNodes).some((node) => nodeType(node) === 3 && LETTERS.test(node.nodeValue ?? ''));

export function surroundingsOf(spot: Element): Surroundings {
  let holder = parentElementOf(spot);
  let inner = spot;
  let next = elementAfter(spot);
  let isProse = false;
  while (holder) {
    isProse ||= hasOwnWords(holder);
    if (!isInline(holder)) break;
    inner = holder;
    next ??= elementAfter(inner);
    holder = parentElementOf(holder);
  }
  if (isProse || (next && tagOf(next) === 'br')) next = null;
  return { holder, next, below: holder && elementAfter(holder), isProse };
}

/**
 * How large the holder is and where the spot stands in it (CSS px). Nothing here may change for a mark; what other marks do to the place of the holder
 * itself is theirs to answer for. Between words a mark without room does no more than part two letters that stood closer together, and not only its own:
 * there the spot is not compared.
 */
export function layoutOf(spot: Element, { holder, next, below, isProse }: Surroundings, mode: Mode): number[] {
  const box = rectOf(holder ?? spot);
  const [first] = spot.getClientRects();
  const { left, top } = first ?? rectOf(spot);
  const after = next && rectOf(next);
  return [
    box.width,
    box.height,
    below ? rectOf(below).top - box.bottom : 0,
    after ? after.left - box.left : 0,
    after ? after.top - box.top : 0,
    ...(isProse && mode !== 'flow' ? [] : [left - box.left, top - box.top]),
  ];
}
