/** What keeps somebody from using one of our pages, asked of axe in either browser. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type Axe from 'axe-core';

/** Put into a page before `axeFindings` runs there. */
export const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Runs inside the page: every finding in it, or in the elements `include` selects, as one readable line. That it scrolls sideways is one, too. */
export async function axeFindings(include?: string[]): Promise<string[]> {
  const { axe } = globalThis as unknown as { axe: typeof Axe };
  const { violations } = await axe.run(
    // Frames in which no script may run: axe is one, and waits there for ever.
    { exclude: ['iframe[sandbox]'], ...(include && { include }) },
    {
      runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] },
      resultTypes: ['violations'],
    },
  );
  const lines = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.flat().join(' ')).join(', ')}`,
  );
  const excess = document.documentElement.scrollWidth - document.documentElement.clientWidth;
  return excess > 0 && !include ? [...lines, `scrolls sideways by ${excess} px`] : lines;
}
