import { documentOf, rectOf } from '../dom.ts';

const EDGE = 8;
const GAP = 6;

export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** Where an element stands in the outermost window's viewport: its own frame's place added, for same-origin frames. */
export function boxOf(el: Element): Box {
  const { left, top, width, height } = rectOf(el);
  const box = { left, top, width, height };
  for (let view = documentOf(el)?.defaultView; view && view !== window; ) {
    const frame: Element | null = view.frameElement;
    if (!frame) break;
    const outer = rectOf(frame);
    box.left += outer.left + frame.clientLeft;
    box.top += outer.top + frame.clientTop;
    view = documentOf(frame)?.defaultView;
  }
  return box;
}

/** The card's corner: below the mark, else above, else beside it, so that the mark stays in sight; always inside the viewport. Without a mark: in the middle. */
export function cornerFor(
  mark: Box | null,
  card: { width: number; height: number },
  view: { width: number; height: number },
  rtl: boolean,
): { left: number; top: number } {
  const within = (value: number, size: number, room: number) => Math.max(EDGE, Math.min(value, room - size - EDGE));
  const at = (left: number, top: number) => ({
    left: within(left, card.width, view.width),
    top: within(top, card.height, view.height),
  });
  if (!mark) return at((view.width - card.width) / 2, (view.height - card.height) / 2);
  const start = rtl ? mark.left + mark.width - card.width + GAP : mark.left - GAP;
  const below = mark.top + mark.height + GAP;
  const above = mark.top - GAP - card.height;
  if (below + card.height + EDGE <= view.height) return at(start, below);
  if (above >= EDGE) return at(start, above);
  const right = mark.left + mark.width + GAP;
  const left = mark.left - GAP - card.width;
  const fitsRight = right + card.width + EDGE <= view.width;
  const fitsLeft = left >= EDGE;
  if (!fitsRight && !fitsLeft) return at(start, below);
  return at(fitsLeft && (rtl || !fitsRight) ? left : right, mark.top + mark.height / 2 - card.height / 3);
}
