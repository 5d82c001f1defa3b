/** Which of many badges are the same as a given one. Pure. */
import { isSameBadge } from './identity.ts';
import type { BadgeRow } from './types.ts';

/** Badges by each of their identities. */
export type ByIdentity = Map<string, BadgeRow[]>;

export function byIdentity(rows: readonly BadgeRow[]): ByIdentity {
  const found: ByIdentity = new Map();
  for (const row of rows) addByIdentity(found, row);
  return found;
}

export function addByIdentity(found: ByIdentity, row: BadgeRow): void {
  for (const identity of row.identities) {
    const sharing = found.get(identity);
    if (sharing) sharing.push(row);
    else found.set(identity, [row]);
  }
}

/** Those that are the same badge, each once. */
export function sameAs(identities: readonly string[], rows: ReadonlyMap<string, readonly BadgeRow[]>): BadgeRow[] {
  const sharing = new Set(identities.flatMap((identity) => rows.get(identity) ?? []));
  return [...sharing].filter((other) => isSameBadge(other.identities, identities));
}
