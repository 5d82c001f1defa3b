import type { PinnedContext } from '../settings/trust-entries.ts';
import type { Settings } from '../settings/types.ts';
import { readPinned } from './pin.ts';
import { isUsable, type LoadedRegistry } from './registries.ts';
import type { Organisation, TrustLists } from './types.ts';

/** All lists together: the reader's own first, then the organisation's, then the registries in the order that the reader gave them. */
export async function gatherLists(
  settings: Settings,
  organisation: Organisation,
  loaded: readonly LoadedRegistry[],
  now: number,
): Promise<TrustLists> {
  const byAddress = new Map(loaded.map((registry) => [registry.address, registry]));
  const registries = [...settings.registries, ...organisation.registries];
  const usable = registries.map(({ address }) => byAddress.get(address)).filter((registry) => isUsable(registry, now));
  const unread = registries.filter(
    ({ address }) => !isUsable(byAddress.get(address), now) || byAddress.get(address)?.failed,
  );
  return {
    trusted: [...settings.trusted, ...organisation.trusted, ...usable.flatMap(({ issuers }) => issuers)],
    unread: [...new Set(unread.map(({ name }) => name))],
    contexts: await openPins([...organisation.contexts, ...settings.contexts]),
  };
}

/** Only pins whose text still has the pinned hash; the first for an address counts. */
async function openPins(pins: readonly PinnedContext[]): Promise<Record<string, object>> {
  const opened: [string, object][] = [];
  for (const pin of pins) {
    if (opened.some(([address]) => address === pin.address)) continue;
    const document = await readPinned(pin);
    if (document) opened.push([pin.address, document]);
  }
  return Object.fromEntries(opened);
}
