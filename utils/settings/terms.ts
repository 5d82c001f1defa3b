import type { Settings, SiteSettings, SiteTerms } from './types.ts';

/**
 * The name under which a host's settings are kept. `www.` is no other site, and all of LinkedIn's country hosts are one.
 */
export function siteOf(host: string): string {
  const name = host.toLowerCase();
  if (name === 'linkedin.com' || name.endsWith('.linkedin.com')) return 'linkedin.com';
  return name.startsWith('www.') ? name.slice(4) : name;
}

/** What applies on a host. */
export function termsFor(host: string, settings: Settings): SiteTerms {
  const name = siteOf(host);
  const site: SiteSettings = Object.hasOwn(settings.sites, name) ? (settings.sites[name] ?? {}) : {};
  return {
    checking: site.checking ?? settings.defaults.checking,
    marks: site.marks ?? settings.defaults.marks,
    off: site.off ?? false,
  };
}

/** The settings with another choice for one host. A member set to `undefined` goes back to the default. */
export function withSite(settings: Settings, host: string, change: SiteSettings): Settings {
  const name = siteOf(host);
  const before = Object.hasOwn(settings.sites, name) ? settings.sites[name] : {};
  const merged = Object.entries({ ...before, ...change }).filter(([, value]) => value !== undefined);
  // `fromEntries` defines members, so that no host name can reach a prototype.
  const others = Object.entries(settings.sites).filter(([host]) => host !== name);
  const site: [string, SiteSettings][] = merged.length > 0 ? [[name, Object.fromEntries(merged)]] : [];
  return { ...settings, sites: Object.fromEntries([...others, ...site]) };
}
