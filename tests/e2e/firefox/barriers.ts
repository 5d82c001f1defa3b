/** What keeps somebody from using one of our pages, in Firefox. The counterpart of tests/e2e/chromium/barriers.ts. */
import type { Page } from 'puppeteer-core';
import { AXE, axeFindings } from '../axe-findings.ts';

/** Every finding as one readable line; nothing scrolls sideways either. */
export async function barriers(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  return page.evaluate(axeFindings);
}
