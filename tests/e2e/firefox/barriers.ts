/** What keeps somebody from using one of our pages, in Firefox. The counterpart of tests/e2e/chromium/barriers.ts. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type AxeCore from 'axe-core';
import type { Page } from 'puppeteer-core';
import { CLOSED_FRAMES, excessOf, findings, WCAG } from '../axe-findings.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Every finding as one readable line; nothing scrolls sideways either. */
export async function barriers(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const violations = await page.evaluate(
    async (tags: string[], frames: string) => {
      const { axe } = globalThis as unknown as { axe: typeof AxeCore };
      const run = await axe.run({ exclude: [frames] }, { runOnly: { type: 'tag', values: tags } });
      return run.violations.map(({ id, nodes }) => ({ id, nodes }));
    },
    WCAG,
    CLOSED_FRAMES,
  );
  return findings(violations, await page.evaluate(excessOf));
}
