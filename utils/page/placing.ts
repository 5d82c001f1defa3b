import { isLeftBehind, mayScroll } from './clipping.ts';
import { contains, parentElementOf, previousNode, removeNode } from './dom.ts';
import type { Mark } from './mark.ts';
import { layoutOf, type Mode, modeFor, outOf, type Surroundings, spotFor, surroundingsOf } from './spot.ts';
import { cutNow, HIT, targetOf } from './target.ts';

/** Layout may differ by this much (CSS px) and still count as unmoved. */
const TOLERANCE = 0.5;
/** A mark tries so many places at most. */
const MAX_TRIES = 5;
/** Marks in one line of text are put up one after another, so that each answers for itself; the rest take no room. */
const MAX_TURNS = 6;

interface Stand {
  /** The node that the mark follows. */
  spot: Element;
  mode: Mode;
  /** What must not move, and where it stood without the mark. */
  around: Surroundings;
  before: number[];
}

interface Job extends Stand {
  mark: Mark;
  anchor: Element;
}

const STYLES: Record<Mode, string> = {
  flow: `display:inline-block;width:${HIT - 2}px;`,
  still: 'display:inline-block;',
  afloat: 'display:inline;position:absolute;',
};

const standAt = (spot: Element, mode: Mode): Stand => {
  const around = surroundingsOf(spot);
  return { spot, mode, around, before: layoutOf(spot, around, 'flow') };
};

function insert({ mark, spot, mode }: Job): void {
  mark.lay(STYLES[mode]);
  Element.prototype.after.call(spot, mark.host);
}

const moved = ({ spot, around, mode, before }: Job): boolean =>
  layoutOf(spot, around, mode).some((value, n) => Math.abs(value - (before[n] ?? 0)) > TOLERANCE);

/** A mark that would stay behind when something scrolls stands in flow after all, with the parent's gap taken back. */
function keepAlong({ mark, spot, mode }: Job): void {
  if (mode !== 'afloat' || !isLeftBehind(mark.host)) return;
  const parent = parentElementOf(spot);
  const { display, flexDirection, rowGap, columnGap } = getComputedStyle(parent ?? spot);
  const gap = (value: string) => -(Number.parseFloat(value) || 0);
  const margin = !display.includes('flex')
    ? ''
    : flexDirection.startsWith('column')
      ? `margin-block-start:${gap(rowGap)}px;`
      : `margin-inline-start:${gap(columnGap)}px;`;
  mark.lay(`display:block;flex:none;${margin}`);
}

/** Another stand for a mark: taken if nothing moves there, else all is as before. */
function attempt(job: Job, spot: Element): boolean {
  const { spot: oldSpot, mode, around, before } = job;
  removeNode(job.mark.host);
  Object.assign(job, standAt(spot, 'afloat'));
  insert(job);
  if (!moved(job) && !isLeftBehind(job.mark.host)) return true;
  Object.assign(job, { spot: oldSpot, mode, around, before });
  insert(job);
  keepAlong(job);
  return false;
}

/** The next stand of a mark that has moved something: without room, then out of flow, then one level further out. */
function retreat(job: Job): void {
  if (job.mode === 'flow') job.mode = 'still';
  else if (job.mode === 'still') job.mode = 'afloat';
  else {
    const outer = outOf(job.spot);
    if (!outer) return;
    removeNode(job.mark.host);
    Object.assign(job, standAt(outer, 'afloat'));
  }
  insert(job);
}

function putUp(jobs: Job[]): void {
  for (const job of jobs) job.before = layoutOf(job.spot, job.around, 'flow');
  for (const job of jobs) insert(job);
  jobs.forEach(keepAlong);
  let restless = jobs;
  for (let n = 0; n < MAX_TRIES; n++) {
    restless = restless.filter(moved);
    if (restless.length === 0) return;
    restless.forEach(retreat);
    restless.forEach(keepAlong);
  }
}

/** Marks in the same box take turns; those in boxes of their own go together. */
function turnsOf(jobs: Job[]): Job[][] {
  const turns: Job[][] = [];
  const count = new Map<Element | null, number>();
  for (const job of jobs) {
    const turn = count.get(job.around.holder) ?? 0;
    if (turn < MAX_TURNS) count.set(job.around.holder, turn + 1);
    else if (job.mode === 'flow') job.mode = 'still';
    turns[turn] = [...(turns[turn] ?? []), job];
  }
  return turns;
}

const cutterOf = ({ mark, anchor, mode }: Job): Element | null =>
  mode === 'flow' ? cutNow(mark, anchor) : targetOf(anchor, mark.host).cut;

/** What cuts a mark off is left, where the mark can leave it without moving anything or staying behind when something scrolls. */
function leave(job: Job): void {
  const { anchor, mark } = job;
  if (job.mode !== 'afloat') attempt(job, job.spot);
  const cut = cutterOf(job);
  let outer: Element | null = job.spot;
  while (cut && outer && outer !== cut) outer = outOf(outer);
  if (cut && outer && !mayScroll(cut)) attempt(job, outer);
  // In the line it cannot be pushed over the link's end.
  if (job.mode === 'flow' && cutNow(mark, anchor)) job.mode = 'still';
}

/** Moves the drawing (never the page) to its anchor. Read and write are kept apart by the caller. */
function settle({ mark, anchor, mode }: Pick<Job, 'mark' | 'anchor' | 'mode'>): () => void {
  if (mode === 'flow') {
    const size = Number.parseFloat(getComputedStyle(mark.host).fontSize) || 16;
    return () => {
      mark.button.style.cssText = `left:0;bottom:${(size * 0.36 - HIT / 2).toFixed(1)}px`;
      // Even, so that its edges fall on whole pixels.
      mark.size(2 * Math.round(Math.min(20, Math.max(16, size * 1.1)) / 2));
    };
  }
  const target = targetOf(anchor, mark.host);
  const from = mark.host.getBoundingClientRect();
  return () => {
    mark.button.style.cssText = `left:${(target.left - from.left).toFixed(1)}px;top:${(target.top - from.top).toFixed(1)}px`;
  };
}

/** Modes of marks in the page, for when their anchors change size. */
const modes = new WeakMap<Mark, Mode>();

/**
 * Puts marks behind their anchors. Nothing of the page may move for it but words that follow in running prose: the layout is read before and after, and a
 * mark that made a difference takes no room, leaves the flow, or goes one level further out. All reading is done together, so that the layout is computed
 * a few times, not once per mark.
 */
export function placeMarks(marks: { mark: Mark; anchor: Element }[]): void {
  const jobs = marks.map(({ mark, anchor }): Job => {
    const spot = spotFor(anchor);
    return { mark, anchor, spot, mode: modeFor(spot), around: surroundingsOf(spot), before: [] };
  });
  turnsOf(jobs).forEach(putUp);
  const settleAll = () => {
    for (const write of jobs.map(settle)) write();
  };
  settleAll();
  const cut = jobs.filter(cutterOf);
  cut.forEach(leave);
  if (cut.length) settleAll();
  for (const { mark, mode } of jobs) modes.set(mark, mode);
}

/** After the anchors changed size or place: the drawings follow. */
export function followAnchors(marks: { mark: Mark; anchor: Element }[]): void {
  const jobs = marks.map(({ mark, anchor }) => ({ mark, anchor, mode: modes.get(mark) ?? 'still' }));
  for (const write of jobs.map(settle)) write();
}

/** Whether the mark still stands behind its anchor (or behind what the anchor is in). */
export function isInPlace(mark: Mark, anchor: Element): boolean {
  const before = previousNode(mark.host);
  return before !== null && (before === anchor || contains(before, anchor));
}
