import { closest, contains, nextOf, parentElementOf, previousNode, query, rectOf, tagOf, textOf } from './dom.ts';
import type { Mark } from './mark.ts';
import { MARK_TAG } from './scan.ts';

const HIT = 24;
/** Things a mark must not stand in: a press on it would be a press on them. */
const PRESSABLE = 'a,button,summary,label,[role=button],[role=link]';
/** A link wider than this that fills what holds it is a whole card, and no button. */
const WIDE = 240;
/** How far out room for a mark is looked for. */
const MAX_LEVELS = 6;
/** Layout may differ by this much (CSS px) and still count as unmoved. */
const TOLERANCE = 0.5;

/**
 * `flow`: in the line after a text link. `still`: a point without size in the line. `afloat`: out of flow, for flex, grid and block parents,
 * where even a point without size would get a gap or a line of its own.
 */
type Mode = 'flow' | 'still' | 'afloat';

interface Job {
  mark: Mark;
  anchor: Element;
  /** The node that the mark follows. */
  spot: Element;
  mode: Mode;
  height: number;
  top: number;
}

/** The outermost pressable thing around the anchor, or the anchor itself. */
function spotFor(anchor: Element): Element {
  let spot = anchor;
  for (let up = parentElementOf(anchor); up; up = parentElementOf(up)) {
    const outer: Element | null = closest(up, PRESSABLE);
    if (!outer) break;
    spot = outer;
    up = outer;
  }
  return spot;
}

function modeFor(spot: Element): Mode {
  const parent = parentElementOf(spot);
  const around = parent ? getComputedStyle(parent).display : 'block';
  const own = getComputedStyle(spot);
  if (/flex|grid|table(?!-cell)/.test(around) || !own.display.startsWith('inline') || own.position === 'absolute')
    return 'afloat';
  const hasWords = (text: string | null | undefined): boolean => Boolean(text?.trim());
  const isRunningText = own.display === 'inline' || hasWords(spot.nextSibling?.nodeValue);
  return isRunningText && hasWords(textOf(spot)) && !query(spot, 'div') ? 'flow' : 'still';
}

/** Height of what holds the spot, and where the spot and what follows it stand: none of it may move. */
function layoutOf(spot: Element): { height: number; top: number } {
  const parent = parentElementOf(spot);
  const after = parent && nextOf(parent);
  return {
    height: parent ? rectOf(parent).height : 0,
    top: rectOf(spot).top + (after ? rectOf(after).top : 0),
  };
}

const moved = (job: Job): boolean => {
  const now = layoutOf(job.spot);
  return Math.abs(now.height - job.height) > TOLERANCE || Math.abs(now.top - job.top) > TOLERANCE;
};

const STYLES: Record<Mode, string> = {
  flow: `display:inline-block;width:${HIT - 2}px;`,
  still: 'display:inline-block;',
  afloat: 'display:inline;position:absolute;',
};

function insert({ mark, spot, mode }: Job): void {
  mark.lay(STYLES[mode]);
  Element.prototype.after.call(spot, mark.host);
}

/** Whether a scroller lies between the mark and what it is positioned by: out of flow, it would not scroll with its anchor. */
function isLeftBehind(host: HTMLElement): boolean {
  const base = host.offsetParent;
  for (let up = parentElementOf(host); up && up !== base; up = parentElementOf(up)) {
    if (/auto|scroll|hidden/.test(getComputedStyle(up).overflow)) return true;
  }
  return false;
}

/** In flow after all, with the parent's gap taken back. */
function anchorInFlow({ mark, spot }: Job): void {
  const parent = parentElementOf(spot);
  const { display, flexDirection, rowGap, columnGap } = parent ? getComputedStyle(parent) : getComputedStyle(spot);
  const gap = (value: string) => -(Number.parseFloat(value) || 0);
  const margin = !display.includes('flex')
    ? ''
    : flexDirection.startsWith('column')
      ? `margin-block-start:${gap(rowGap)}px;`
      : `margin-inline-start:${gap(columnGap)}px;`;
  mark.lay(`display:block;flex:none;${margin}`);
}

interface Spot {
  left: number;
  top: number;
}

const overlaps = (spot: Spot, box: DOMRect): boolean =>
  box.width > 0 &&
  box.left < spot.left + HIT &&
  box.right > spot.left &&
  box.top < spot.top + HIT &&
  box.bottom > spot.top;

/** Whether nothing stands on the spot beside an element and nothing cuts it off, as far out as the first ancestor that holds it. */
function isFree(spot: Spot, element: Element): boolean {
  let inner = element;
  for (let level = 0; level < MAX_LEVELS; level++) {
    const outer = parentElementOf(inner);
    if (!outer) return false;
    const next = nextOf(inner);
    const neighbour = next && tagOf(next) === MARK_TAG ? nextOf(next) : next;
    if (neighbour && overlaps(spot, rectOf(neighbour))) return false;
    const room = rectOf(outer);
    if (spot.left >= room.left && spot.left + HIT <= room.right) return true;
    if (getComputedStyle(outer).overflowX !== 'visible') return false;
    inner = outer;
  }
  return false;
}

/** Where the 24 px target goes, in viewport px: beside the anchor where there is room, else over its corner. */
function targetOf(anchor: Element): Spot {
  const boxes = anchor.getClientRects();
  const box = boxes[boxes.length - 1] ?? rectOf(anchor);
  const rtl = getComputedStyle(anchor).direction === 'rtl';
  const hasWords = Boolean((textOf(anchor) ?? '').trim());
  const beside = { left: rtl ? box.left - HIT - 2 : box.right + 2, top: box.top + box.height / 2 - HIT / 2 };
  const parent = parentElementOf(anchor);
  const isWide = parent !== null && box.width > Math.max(WIDE, 0.9 * rectOf(parent).width);
  if (hasWords && !isWide && isFree(beside, anchor)) return beside;
  // In the corner of a picture or of a link as wide as what holds it; of a button only astride its corner, where there are no words.
  const into = hasWords && !isWide ? HIT / 2 : HIT;
  const down = hasWords ? (isWide ? 0 : -HIT / 2) : box.height - HIT;
  return { left: rtl ? box.left - HIT + into : box.right - into, top: box.top + down };
}

/** Moves the drawing (never the page) to its anchor. Read and write are kept apart by the caller. */
function settle({ mark, anchor, mode }: Job): () => void {
  if (mode === 'flow') {
    const size = Number.parseFloat(getComputedStyle(mark.host).fontSize) || 16;
    return () => {
      mark.button.style.cssText = `left:0;bottom:${(size * 0.36 - HIT / 2).toFixed(1)}px`;
      mark.size(Math.round(Math.min(20, Math.max(15, size * 1.1))));
    };
  }
  const target = targetOf(anchor);
  const from = rectOf(mark.host);
  return () => {
    mark.button.style.cssText = `left:${(target.left - from.left).toFixed(1)}px;top:${(target.top - from.top).toFixed(1)}px`;
  };
}

/** Modes of marks in the page, for when their anchors change size. */
const modes = new WeakMap<Mark, Mode>();

/**
 * Puts marks behind their anchors. Nothing of the page may move up or down for it: the layout is read before and after, and a mark that made a
 * difference leaves the flow, or goes one level further out. All reading is done together, so that the layout is computed a few times, not once per mark.
 */
export function placeMarks(marks: { mark: Mark; anchor: Element }[]): void {
  let jobs = marks.map(({ mark, anchor }): Job => {
    const spot = spotFor(anchor);
    return { mark, anchor, spot, mode: modeFor(spot), ...layoutOf(spot) };
  });
  const all = jobs;
  for (const job of jobs) insert(job);
  for (const job of jobs.filter(({ mode, mark }) => mode === 'afloat' && isLeftBehind(mark.host))) anchorInFlow(job);
  for (let round = 0; round < 3; round++) {
    jobs = jobs.filter(moved);
    if (jobs.length === 0) break;
    for (const job of jobs) {
      const outer = parentElementOf(job.spot);
      if (job.mode === 'afloat' && outer && parentElementOf(outer) && outer.localName !== 'body') {
        job.mark.host.remove();
        job.spot = outer;
        Object.assign(job, layoutOf(outer));
      }
      job.mode = 'afloat';
      insert(job);
    }
  }
  for (const write of all.map(settle)) write();
  for (const { mark, mode } of all) modes.set(mark, mode);
}

/** After the anchors changed size or place: the drawings follow. */
export function followAnchors(marks: { mark: Mark; anchor: Element }[]): void {
  const jobs = marks.map(({ mark, anchor }) => ({ mark, anchor, mode: modes.get(mark) ?? 'still' }));
  for (const write of jobs.map((job) => settle(job as Job))) write();
}

/** Whether the mark still stands behind its anchor (or behind what the anchor is in). */
export function isInPlace(mark: Mark, anchor: Element): boolean {
  const before = previousNode(mark.host);
  return before !== null && (before === anchor || contains(before, anchor));
}
