/** What keeps somebody from using one of our pages, and what the browser itself complains about. */
import type { Page } from '@playwright/test';
import { AXE, axeFindings } from '../axe-findings.ts';

/** Every finding as one readable line; nothing scrolls sideways either. `include`: selectors of what is ours in a page that is not. */
export async function barriers(page: Page, include?: string[]): Promise<string[]> {
  await page.evaluate(AXE);
  return page.evaluate(axeFindings, include);
}

/** Text that is cut off at the edge of its box, where nobody can read it. */
export function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('body *')]
      .filter((el) => el.checkVisibility() && !el.matches('.visually-hidden, input, textarea, select'))
      .filter((el) => getComputedStyle(el).overflowX !== 'visible' && el.scrollWidth > el.clientWidth + 1)
      .map((el) => `${el.className || el.tagName}: ${el.textContent}`),
  );
}

/** Complaints of the browser about our own page: breaches of its policy, errors, missing messages. */
export function complaints(page: Page): string[] {
  const seen: string[] = [];
  page.on('pageerror', (error) => seen.push(String(error)));
  page.on('console', (line) => {
    if (['error', 'warning'].includes(line.type())) seen.push(line.text());
  });
  return seen;
}
