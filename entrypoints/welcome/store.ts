import { create } from 'zustand';
import { browser } from '../../utils/browser.ts';
import { ask } from '../../utils/pages/ask.ts';
import { readSettings, updateSettings, watchSettings } from '../../utils/settings/store.ts';
import { withSite } from '../../utils/settings/terms.ts';
import type { Settings, SiteSettings } from '../../utils/settings/types.ts';

export const LINKEDIN = 'www.linkedin.com';

export const useWelcome = create<{ settings: Settings | null }>(() => ({ settings: null }));
const { setState, getState } = useWelcome;

export async function start(): Promise<void> {
  watchSettings((settings) => setState({ settings }));
  setState({ settings: await readSettings() });
}

/** Kept at once, and told to LinkedIn pages that are open already. */
export async function chooseForLinkedIn(change: SiteSettings): Promise<void> {
  const { settings } = getState();
  if (settings) setState({ settings: withSite(settings, LINKEDIN, change) });
  setState({ settings: await updateSettings((before) => withSite(before, LINKEDIN, change)) });
  await ask('site-changed', { host: LINKEDIN }).catch(() => {});
}

/** Hosts that may be asked from the start, as the manifest has them; LinkedIn is read, never asked. */
export function askedHosts(): string[] {
  const patterns: unknown = browser.runtime.getManifest().host_permissions;
  const hosts = Array.isArray(patterns)
    ? patterns.map((pattern) => /^https:\/\/([^/]+)\//.exec(String(pattern))?.[1])
    : [];
  return hosts.filter((host): host is string => host !== undefined && !host.endsWith('linkedin.com'));
}
