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

/** The card's corner: below the mark, above it where there is more room, always inside the viewport. Without a mark: in the middle. */
export function cornerFor(
  mark: Box | null,
  card: { width: number; height: number },
  view: { width: number; height: number },
  rtl: boolean,
): { left: number; top: number } {
  const within = (value: number, size: number, room: number) => Math.max(EDGE, Math.min(value, room - size - EDGE));
  if (!mark) {
    return {
      left: within((view.width - card.width) / 2, card.width, view.width),
      top: within((view.height - card.height) / 2, card.height, view.height),
    };
  }
  const start = rtl ? mark.left + mark.width - card.width + GAP : mark.left - GAP;
  const below = mark.top + mark.height + GAP;
  const above = mark.top - GAP - card.height;
  const fitsBelow = below + card.height + EDGE <= view.height;
  const top = fitsBelow || (above < EDGE && view.height - below > mark.top) ? below : above;
  return { left: within(start, card.width, view.width), top: within(top, card.height, view.height) };
}
