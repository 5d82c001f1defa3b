/** Registries of known issuers: loaded once a day, kept in `storage.local`, and still used (with their date) when they cannot be reached. */
import { browser } from '../browser.ts';
import { isObject, list, member, text } from '../json/members.ts';
import { readJson } from '../net/json.ts';
import { createReader } from '../net/reader.ts';
import type { Registry } from '../settings/trust-entries.ts';
import { readRegistry } from '../verify/registry.ts';
import type { TrustedIssuer } from '../verify/types.ts';

/** Where they lie in `storage.local`. */
export const REGISTRIES_KEY = 'registries';
/** Milliseconds after which a list is too old to vouch for anybody. */
const MAX_AGE = 14 * 86_400_000;
const MAX_BYTES = 4 * 1_048_576;

/** What was last read of one registry. */
export interface LoadedRegistry {
  address: string;
  issuers: TrustedIssuer[];
  /** Milliseconds since the epoch; 0: never. */
  readAt: number;
  /** The last attempt failed. */
  failed: boolean;
}

/** Everything that is kept, in no order. Never rejects. */
export async function readLoaded(): Promise<LoadedRegistry[]> {
  const stored = await browser.storage.local.get(REGISTRIES_KEY).catch((): Record<string, unknown> => ({}));
  return list(stored[REGISTRIES_KEY]).flatMap(loadedOf);
}

function loadedOf(value: unknown): LoadedRegistry[] {
  if (!isObject(value)) return [];
  const address = text(member(value, 'address'));
  const readAt = member(value, 'readAt');
  if (address === undefined || typeof readAt !== 'number') return [];
  const issuers = list(member(value, 'issuers')).filter((entry) => isObject(entry) && typeof entry.id === 'string');
  return [
    { address, readAt, failed: member(value, 'failed') === true, issuers: issuers as unknown as TrustedIssuer[] },
  ];
}

/** Is this registry's list good enough to vouch for somebody? */
export function isUsable(loaded: LoadedRegistry | undefined, now: number): loaded is LoadedRegistry {
  return loaded !== undefined && loaded.readAt > 0 && now - loaded.readAt < MAX_AGE && loaded.readAt <= now + 300_000;
}

/**
 * Reads the lists of these registries anew and forgets all others. One that cannot be read keeps what it had, and is marked so. Answers how many
 * could be read.
 */
export async function loadRegistries(registries: readonly Registry[], fetch: typeof globalThis.fetch): Promise<number> {
  const before = new Map((await readLoaded()).map((loaded) => [loaded.address, loaded]));
  const after = await Promise.all(
    registries.map(async ({ address, name }): Promise<LoadedRegistry> => {
      const issuers = await readList(address, name, fetch);
      if (issuers) return { address, issuers, readAt: Date.now(), failed: false };
      return { ...(before.get(address) ?? { address, issuers: [], readAt: 0 }), failed: true };
    }),
  );
  await browser.storage.local.set({ [REGISTRIES_KEY]: after });
  return after.filter(({ failed }) => !failed).length;
}

async function readList(
  address: string,
  name: string,
  fetch: typeof globalThis.fetch,
): Promise<TrustedIssuer[] | null> {
  const host = new URL(address).hostname;
  const answer = await createReader(fetch).read(address, {
    accept: 'application/json',
    maxBytes: MAX_BYTES,
    finalHosts: [host],
  });
  if (!answer.ok || answer.status !== 200) return null;
  const json = readJson(answer.bytes, { maxBytes: MAX_BYTES });
  return json.ok && !json.duplicateKeys ? readRegistry(json.value, name) : null;
}
