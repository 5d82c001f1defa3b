import type { TrustedIssuer } from '../verify/types.ts';
import { DEFAULT_SETTINGS } from './defaults.ts';
import { siteOf } from './terms.ts';
import { contextOf, registryOf } from './trust-entries.ts';
import type { CheckingMode, Settings, SiteSettings } from './types.ts';

const MAX_SITES = 5000;
const MAX_EMAILS = 50;
const MAX_TRUSTED = 5000;
const MAX_REGISTRIES = 20;
const MAX_CONTEXTS = 20;
const MAX_TEXT = 300;

/**
 * Brings whatever lies in storage (nothing, an older version, a damaged value, an import) to today's shape. Never throws: what cannot be read
 * falls back to the default of that member alone.
 */
export function migrateSettings(stored: unknown): Settings {
  const from = asRecord(stored);
  const defaults = asRecord(from.defaults);
  return {
    version: 1,
    defaults: {
      checking: asMode(defaults.checking) ?? DEFAULT_SETTINGS.defaults.checking,
      marks: typeof defaults.marks === 'boolean' ? defaults.marks : DEFAULT_SETTINGS.defaults.marks,
    },
    sites: asSites(from.sites),
    emails: asList(from.emails)
      .filter((email): email is string => typeof email === 'string' && email.includes('@') && email.length <= MAX_TEXT)
      .slice(0, MAX_EMAILS),
    trusted: asList(from.trusted)
      .map(asTrusted)
      .filter((issuer) => issuer !== null)
      .slice(0, MAX_TRUSTED),
    registries: unique(asList(from.registries).flatMap(registryOf)).slice(0, MAX_REGISTRIES),
    contexts: unique(asList(from.contexts).flatMap(contextOf)).slice(0, MAX_CONTEXTS),
  };
}

/** The first of each address. */
function unique<T extends { address: string }>(entries: readonly T[]): T[] {
  return entries.filter(({ address }, at) => entries.findIndex((other) => other.address === address) === at);
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}

function asList(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function asMode(value: unknown): CheckingMode | undefined {
  return value === 'auto' || value === 'click' ? value : undefined;
}

function asSites(value: unknown): Record<string, SiteSettings> {
  const sites: [string, SiteSettings][] = [];
  for (const [host, given] of Object.entries(asRecord(value)).slice(0, MAX_SITES)) {
    const site = asRecord(given);
    const checking = asMode(site.checking);
    sites.push([
      siteOf(host),
      {
        ...(checking && { checking }),
        ...(typeof site.marks === 'boolean' && { marks: site.marks }),
        ...(typeof site.off === 'boolean' && { off: site.off }),
      },
    ]);
  }
  return Object.fromEntries(sites);
}

function asTrusted(value: unknown): TrustedIssuer | null {
  const { id, name, listedBy } = asRecord(value);
  if (typeof id !== 'string' || id === '' || id.length > 2048) return null;
  return {
    id,
    ...(typeof name === 'string' && { name: name.slice(0, MAX_TEXT) }),
    ...(typeof listedBy === 'string' && { listedBy: listedBy.slice(0, MAX_TEXT) }),
  };
}
