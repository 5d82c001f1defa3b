/** The user's choices that belong to the wallet. They are part of a backup; each is a row of its own, so that two windows do not overwrite each other. */
import { isObject } from '../json/members.ts';
import type { WalletDatabase } from './database.ts';
import type { Visibility } from './types.ts';

export const POST_LANGUAGE_CHOICES = ['badge', 'own'] as const;
export type PostLanguageChoice = (typeof POST_LANGUAGE_CHOICES)[number];

export interface Preferences {
  /** Of badges that are added from now on. */
  visibility: Visibility;
  /** The user's own name, for badges that name nobody by address. */
  name: string;
  /** Say by the browser's own notifications what changed. */
  notify: boolean;
  /** The target that one click in the list shares to. */
  favourite: string;
  /** The target that was looked at last. */
  target: string;
  /** Posts are written in the language of the badge or of the user. */
  postLanguage: PostLanguageChoice;
  /** Posts end with hashtags out of the badge's skills. */
  hashtags: boolean;
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
  target: 'linkedin-post',
  postLanguage: 'badge',
  hashtags: false,
  mastodon: '',
  templates: {},
  warnedUntil: 0,
};

/** All of them; the default where a stored one is missing or is not what it should be. */
export async function readPreferences(db: WalletDatabase): Promise<Preferences> {
  // Not the whole table: the profile, picture and all, is a row of it.
  const rows = await db.preferences.bulkGet(Object.keys(DEFAULT_PREFERENCES));
  const chosen = Object.entries(DEFAULT_PREFERENCES).map(([key, standard], at) => {
    const value = rows[at]?.value;
    return [key, isLike(value, standard) ? value : standard];
  });
  return Object.fromEntries(chosen);
}

/** Writes these and no others. */
export async function writePreferences(db: WalletDatabase, changes: Partial<Preferences>): Promise<void> {
  await db.preferences.bulkPut(Object.entries(changes).map(([key, value]) => ({ key, value })));
}

/** Longest text that is remembered; no target takes a longer one. */
const MAX_TEMPLATE = 64_000;

/** Remembers the text of one target and leaves those of others alone; null forgets it. */
export function writeTemplate(db: WalletDatabase, target: string, text: string | null): Promise<void> {
  return db.transaction('rw', db.preferences, async () => {
    const { [target]: _, ...others } = (await readPreferences(db)).templates;
    const templates = text === null ? others : { ...others, [target]: text.slice(0, MAX_TEMPLATE) };
    await writePreferences(db, { templates });
  });
}

/** The same shape; of texts that are one of a few words, one of these. */
function isLike(value: unknown, standard: unknown): boolean {
  if (standard === 'public' || standard === 'private') return value === 'public' || value === 'private';
  if (typeof standard === 'number') return Number.isFinite(value);
  if (standard === 'badge') return POST_LANGUAGE_CHOICES.some((choice) => choice === value);
  if (typeof standard !== 'object') return typeof value === typeof standard;
  return isObject(value) && Object.values(value).every((each) => typeof each === 'string');
}
