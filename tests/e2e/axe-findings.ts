/** What axe is asked for, and how its findings are told, in either browser. */
import type { Result } from 'axe-core';

export const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Frames in which no script may run: axe is one, and waits there for ever. */
export const CLOSED_FRAMES = 'iframe[sandbox]';

/** Every finding as one readable line. `excess`: pixels by which the page scrolls sideways. */
export function findings(violations: readonly Pick<Result, 'id' | 'nodes'>[], excess: number): string[] {
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
  return excess > 0 ? [...found, `scrolls sideways by ${excess} px`] : found;
}

/** Runs inside the page. */
export function excessOf(): number {
  return document.documentElement.scrollWidth - document.documentElement.clientWidth;
}
