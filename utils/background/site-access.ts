/**
 * On which sites the content script runs by itself: LinkedIn by the manifest, every other one because the reader granted it.
 */
import { browser } from '../browser.ts';
import { siteOf } from '../settings/terms.ts';
import type { Settings } from '../settings/types.ts';

export const PAGE_SCRIPT = 'content-scripts/page.js';
const SCRIPT_ID = 'granted-sites';
const LINKEDIN = 'https://*.linkedin.com/*';

export interface SiteAccess {
  /** Brings the registration in step with what is granted now. One after the other; never rejects. */
  sync(): Promise<void>;
}

export function createSiteAccess(readSettings: () => Promise<Settings>): SiteAccess {
  let chain: Promise<void> = Promise.resolve();
  return {
    sync() {
      chain = chain.then(async () => register(await grantedPatterns(), await readSettings())).catch(() => {});
      return chain;
    },
  };
}

/** What the reader has granted beyond the installation: page patterns only, the platforms' API origins are not pages to mark. */
export async function grantedPatterns(): Promise<string[]> {
  const { origins = [] } = await browser.permissions.getAll();
  const installed = new Set(manifestHosts());
  return origins.filter((origin) => origin.startsWith('https://') && !installed.has(origin)).toSorted();
}

function manifestHosts(): string[] {
  const { host_permissions: hosts } = browser.runtime.getManifest();
  return Array.isArray(hosts) ? hosts.map(String) : [];
}

async function register(matches: string[], settings: Settings): Promise<void> {
  const [before] = await browser.scripting.getRegisteredContentScripts({ ids: [SCRIPT_ID] });
  if (matches.length === 0) {
    if (before) await browser.scripting.unregisterContentScripts({ ids: [SCRIPT_ID] });
    return;
  }
  const script = {
    id: SCRIPT_ID,
    js: [PAGE_SCRIPT],
    matches,
    // LinkedIn has it from the manifest; a site that is switched off is left alone altogether.
    excludeMatches: [LINKEDIN, ...offPatterns(settings)],
    runAt: 'document_idle' as const,
  };
  if (before) await browser.scripting.updateContentScripts([script]);
  else await browser.scripting.registerContentScripts([{ ...script, persistAcrossSessions: true }]);
}

function offPatterns(settings: Settings): string[] {
  return Object.entries(settings.sites)
    .filter(([host, site]) => site.off === true && siteOf(host) !== 'linkedin.com' && /^[a-z0-9.-]+$/.test(host))
    .flatMap(([host]) => [`https://${host}/*`, `https://www.${host}/*`])
    .toSorted();
}

/** Whether a host is among patterns such as `https://example.org/*`, `https://*.example.org/*`, everything. */
export function hostMatches(host: string, patterns: readonly string[]): boolean {
  return patterns.some((pattern) => {
    const name = /^(?:https|\*):\/\/([^/]+)\/\*$/.exec(pattern)?.[1];
    if (name === undefined) return false;
    if (name === '*') return true;
    return name.startsWith('*.') ? host === name.slice(2) || host.endsWith(name.slice(1)) : host === name;
  });
}

/** Whether a request may go to an origin: the browser lets us, and it is not LinkedIn. False when the browser cannot be asked. */
export async function isPermitted(origin: string): Promise<boolean> {
  // What is granted there is reading the page that the reader has open.
  if (isLinkedIn(origin)) return false;
  return browser.permissions.contains({ origins: [`${origin}/*`] }).catch(() => false);
}

/** Whether an origin is a supported platform's, granted at installation: all that is asked without the reader's doing. */
export function isPlatform(origin: string): boolean {
  return !isLinkedIn(origin) && hostMatches(hostOf(origin), manifestHosts());
}

function isLinkedIn(origin: string): boolean {
  return siteOf(hostOf(origin)) === 'linkedin.com';
}

/** Without the dot that may stand at the end of any host name. */
function hostOf(origin: string): string {
  return new URL(origin).hostname.replace(/\.$/, '');
}

/** Runs the content script in a frame, by a grant or by `activeTab`. It notices itself when it is there already. False: no access. */
export async function runPageScript(tabId: number, frameId = 0): Promise<boolean> {
  try {
    await browser.scripting.executeScript({ target: { tabId, frameIds: [frameId] }, files: [PAGE_SCRIPT] });
    return true;
  } catch {
    return false;
  }
}
