/** What keeps somebody from using one of our pages, in Firefox. The counterpart of tests/e2e/chromium/barriers.ts. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type AxeCore from 'axe-core';
import type { Page } from 'puppeteer-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Every finding as one readable line; nothing scrolls sideways either. */
export async function barriers(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  return page.evaluate(async (tags: string[]) => {
    const { axe } = globalThis as unknown as { axe: typeof AxeCore };
    const scope = { exclude: ['iframe[sandbox]'] };
    const { violations } = await axe.run(scope, { runOnly: { type: 'tag', values: tags } });
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
    const excess = document.documentElement.scrollWidth - document.documentElement.clientWidth;
    return excess > 0 ? [...found, `scrolls sideways by ${excess} px`] : found;
  }, WCAG);
}
