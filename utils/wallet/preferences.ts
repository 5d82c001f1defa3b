/** The user's choices that belong to the wallet. They are part of a backup; each is a row of its own, so that two windows do not overwrite each other. */
import { isObject } from '../json/members.ts';
import type { WalletDatabase } from './database.ts';
import type { Visibility } from './types.ts';

export interface Preferences {
  /** Of badges that are added from now on. */
  visibility: Visibility;
  /** The user's own name, for badges that name nobody by address. */
  name: string;
  /** Say by the browser's own notifications what changed. */
  notify: boolean;
  /** The target that one click in the list shares to. */
  favourite: string;
  /** Host of the user's Mastodon server. */
  mastodon: string;
  /** Text of a post, by target. */
  templates: Record<string, string>;
  /** Until when (milliseconds since the epoch) ends were looked at, so that each warning comes once. */
  warnedUntil: number;
}

export const DEFAULT_PREFERENCES: Preferences = {
  visibility: 'public',
  name: '',
  notify: false,
  favourite: 'linkedin-post',
  mastodon: '',
  templates: {},
  warnedUntil: 0,
};

/** All of them; the default where a stored one is missing or is not what it should be. */
export async function readPreferences(db: WalletDatabase): Promise<Preferences> {
  const rows = await db.preferences.toArray();
  const stored = new Map(rows.map(({ key, value }) => [key, value]));
  const chosen = Object.entries(DEFAULT_PREFERENCES).map(([key, standard]) => {
    const value = stored.get(key);
    return [key, isLike(value, standard) ? value : standard];
  });
  return Object.fromEntries(chosen);
}

/** Writes these and no others. */
export async function writePreferences(db: WalletDatabase, changes: Partial<Preferences>): Promise<void> {
  await db.preferences.bulkPut(Object.entries(changes).map(([key, value]) => ({ key, value })));
}

/** The same shape; of texts that are one of a few words, `visibility` alone matters. */
function isLike(value: unknown, standard: unknown): boolean {
  if (standard === 'public' || standard === 'private') return value === 'public' || value === 'private';
  if (typeof standard === 'number') return Number.isFinite(value);
  if (typeof standard !== 'object') return typeof value === typeof standard;
  return isObject(value) && Object.values(value).every((each) => typeof each === 'string');
}
