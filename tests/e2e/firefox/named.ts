/**
 * Finds a control as somebody with a screen reader does: by role and accessible name. Firefox's own search of that kind takes half a second for
 * a page of sixty badges, and keeps the page from its work meanwhile; so the names are computed in the page, by the rules of "Accessible Name
 * and Description Computation" (dom-accessibility-api).
 */
import { createRequire } from 'node:module';
import type * as Accessible from 'dom-accessibility-api';
import type { ElementHandle, Page } from 'puppeteer-core';
import { build } from 'vite';

/** Where the page finds the library. */
const GLOBAL = 'touchstoneAccessible';

let script: Promise<string> | undefined;

/** The library as one script that leaves a global. */
async function bundle(): Promise<string> {
  const entry = createRequire(import.meta.url).resolve('dom-accessibility-api');
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, lib: { entry, name: GLOBAL, formats: ['iife'] } },
  });
  const [first] = Array.isArray(built) ? built : [built];
  if (!first || !('output' in first)) throw new Error('the library of accessible names was not bundled');
  return first.output[0].code;
}

/** The first element of this role and exact accessible name that is not hidden, or null when there is none now. */
export async function named(page: Page, role: string, name: string): Promise<ElementHandle | null> {
  script ??= bundle();
  if (!(await page.evaluate((key: string) => key in globalThis, GLOBAL))) await page.evaluate(await script);
  const handle = await page.evaluateHandle(
    (key: string, wantedRole: string, wantedName: string) => {
      const { computeAccessibleName, getRole, isInaccessible } = (
        globalThis as unknown as Record<string, typeof Accessible>
      )[key] as typeof Accessible;
      const fits = (element: Element) =>
        getRole(element) === wantedRole && computeAccessibleName(element) === wantedName && !isInaccessible(element);
      return [...document.querySelectorAll('body *')].find(fits) ?? null;
    },
    GLOBAL,
    role,
    name,
  );
  return handle.asElement() as ElementHandle | null;
}
