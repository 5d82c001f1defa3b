/** What keeps somebody from using one of our pages, and what the browser itself complains about. */
import type { Page } from '@playwright/test';
import { AXE, axeFindings } from '../axe-findings.ts';

/** Every finding as one readable line; nothing scrolls sideways either. `include`: selectors of what is ours in a page that is not. */
export async function barriers(page: Page, include?: string[]): Promise<string[]> {
  await page.evaluate(AXE);
  return page.evaluate(axeFindings, include);
}

/** One of the ways in which a page may have to be seen. */
export interface Face {
  name: string;
  colorScheme?: 'light' | 'dark';
  forcedColors?: 'active' | 'none';
  /** CSS pixels. */
  width: number;
}

/** The popup, a wide page in the dark, the system's own few colours, and the popup at 200 %. */
export const FACES: readonly Face[] = [
  { name: 'light', width: 380 },
  { name: 'dark', colorScheme: 'dark', width: 860 },
  { name: 'forced colours', forcedColors: 'active', width: 380 },
  { name: '200 % zoom', width: 190 },
];

/** Turns the page's face to us. */
export async function show(page: Page, { colorScheme = 'light', forcedColors = 'none', width }: Face): Promise<void> {
  await page.emulateMedia({ colorScheme, forcedColors });
  await page.setViewportSize({ width, height: 600 });
}

/**
 * What stands in somebody's way on this screen, in each of its faces; the first is shown again in the end. `SHOTS`: a folder for pictures of them all,
 * for people to look at.
 */
export async function look(page: Page, screen: string, faces: readonly Face[] = FACES): Promise<string[]> {
  const found: string[] = [];
  const [first] = faces;
  for (const face of faces) {
    await show(page, face);
    const folder = process.env.SHOTS;
    const name = `${screen}, ${face.name}`;
    if (folder) await page.screenshot({ path: `${folder}/${name.replaceAll(/[^\w]+/g, '-')}.png`, fullPage: true });
    const lines = [...(await barriers(page)), ...(await cutOff(page))];
    found.push(...lines.map((line) => `${name}: ${line}`));
  }
  if (first) await show(page, first);
  return found;
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
