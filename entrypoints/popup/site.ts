import type { Grants } from '../../components/page-view/site-controls.tsx';
import { browser } from '../../utils/browser.ts';

export const EVERYWHERE = 'https://*/*';

/** Pages no extension may read; the browsers keep these lists, we only need the words for them. */
const STORES = ['chromewebstore.google.com', 'chrome.google.com', 'addons.mozilla.org', 'microsoftedge.microsoft.com'];

export type PageKind = 'page' | 'pdf' | 'unreadable';

/** What kind of page an address is. Unknown (no access to the tab's address): worth a try. */
export function pageKind(address: string | undefined): PageKind {
  if (!address) return 'page';
  if (!URL.canParse(address)) return 'unreadable';
  const url = new URL(address);
  if (/\.pdf$/i.test(url.pathname)) return 'pdf';
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return 'unreadable';
  return STORES.includes(url.hostname) ? 'unreadable' : 'page';
}

/** The permission pattern for one site, or null where it cannot be asked for (not https). */
export function sitePattern(address: string | undefined): string | null {
  if (!address || !URL.canParse(address)) return null;
  const url = new URL(address);
  return url.protocol === 'https:' ? `https://${url.hostname}/*` : null;
}

/** Sites that came with the installation. */
function comesWithInstall(host: string): boolean {
  const patterns: unknown = browser.runtime.getManifest().host_permissions;
  return (
    Array.isArray(patterns) &&
    patterns.some((pattern) => {
      const name = /^https:\/\/([^/]+)\//.exec(String(pattern))?.[1] ?? '';
      return name.startsWith('*.') ? host === name.slice(2) || host.endsWith(name.slice(1)) : host === name;
    })
  );
}

/** What the browser allows us for a page's site. Everything false where it cannot be asked. */
export async function readGrants(address: string | undefined): Promise<Grants & { reachable: boolean }> {
  const pattern = sitePattern(address);
  const has = (origin: string) => browser.permissions.contains({ origins: [origin] }).catch(() => false);
  const [everywhere, reachable] = await Promise.all([has(EVERYWHERE), pattern ? has(pattern) : false]);
  const fixed = !pattern || comesWithInstall(new URL(address ?? '').hostname);
  return { site: reachable && !fixed, everywhere, fixed, reachable };
}
