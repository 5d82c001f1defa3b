/** Which of many badges are the same as a given one. Pure. */
import { isSameBadge } from './identity.ts';
import type { BadgeRow } from './types.ts';

type Known = Pick<BadgeRow, 'identities'>;

/** Badges by each of their identities. */
export type ByIdentity<T extends Known = Known> = Map<string, T[]>;

export function byIdentity<T extends Known>(rows: readonly T[]): ByIdentity<T> {
  const found: ByIdentity<T> = new Map();
  for (const row of rows) addByIdentity(found, row);
  return found;
}

export function addByIdentity<T extends Known>(found: ByIdentity<T>, row: T): void {
  for (const identity of row.identities) {
    const sharing = found.get(identity);
    if (sharing) sharing.push(row);
    else found.set(identity, [row]);
  }
}

/** Those that are the same badge, each once. */
export function sameAs<T extends Known>(identities: readonly string[], rows: ReadonlyMap<string, readonly T[]>): T[] {
  const sharing = new Set(identities.flatMap((identity) => rows.get(identity) ?? []));
  return [...sharing].filter((other) => isSameBadge(other.identities, identities));
}
