/** The user's choices that belong to the wallet. They are part of a backup; each is a row of its own, so that two windows do not overwrite each other. */
import { holdsEmail } from '../badge/emails.ts';
import { isObject } from '../json/members.ts';
import { organisationNumber } from '../share/targets/organisation-number.ts';
import type { WalletDatabase } from './database.ts';
import { MAX_ISSUER_KEY } from './organisations.ts';
import { cleanName, MAX_NAME, MAX_NAMES } from './own-names.ts';
import type { Visibility } from './types.ts';

export const POST_LANGUAGE_CHOICES = ['badge', 'own'] as const;
export type PostLanguageChoice = (typeof POST_LANGUAGE_CHOICES)[number];

export interface Preferences {
  /** Of badges that are added from now on. */
  visibility: Visibility;
  /** The user's own name, for badges that name nobody by address. */
  name: string;
  /** Other names that the user has said to be theirs as well. */
  names: string[];
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
  /** LinkedIn's number of an issuer, by what the issuer is remembered by (`issuerKey`). */
  organisations: Record<string, string>;
  /** Until when (milliseconds since the epoch) ends were looked at, so that each warning comes once. */
  warnedUntil: number;
}

export const DEFAULT_PREFERENCES: Preferences = {
  visibility: 'public',
  name: '',
  names: [],
  notify: false,
  favourite: 'linkedin-post',
  target: 'linkedin-post',
  postLanguage: 'badge',
  hashtags: false,
  mastodon: '',
  templates: {},
  organisations: {},
  warnedUntil: 0,
};

type Key = keyof Preferences;

const VISIBILITIES: readonly Visibility[] = ['public', 'private'];
const TARGET = /^[a-z\d-]{1,40}$/;
const HOST = /^(?:[a-z\d-]+(?:\.[a-z\d-]+)+)?$/;
const MAX_TEMPLATES = 100;
const MAX_ORGANISATIONS = 1_000;
/** Longest text that is remembered, in UTF-16 units; no target takes a longer one. */
const MAX_TEMPLATE = 64_000;

/**
 * What each choice may be, and undefined for anything else: in the database may lie what another version wrote, in a backup what anybody did. Texts that
 * are too long are cut.
 */
const READERS: { readonly [K in Key]: (value: unknown) => Preferences[K] | undefined } = {
  visibility: (value) => VISIBILITIES.find((each) => each === value),
  name: (value) => readText(value, MAX_NAME),
  names: readNames,
  notify: readSwitch,
  favourite: readTarget,
  target: readTarget,
  postLanguage: (value) => POST_LANGUAGE_CHOICES.find((each) => each === value),
  hashtags: readSwitch,
  mastodon: (value) => (typeof value === 'string' && HOST.test(value) ? value : undefined),
  templates: readTemplates,
  organisations: readOrganisations,
  warnedUntil: (value) => (Number.isFinite(value) ? (value as number) : undefined),
};

function readText(value: unknown, most: number): string | undefined {
  return typeof value === 'string' ? value.slice(0, most).toWellFormed() : undefined;
}

function readNames(value: unknown): string[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const names = value.slice(0, MAX_NAMES).map((each) => (typeof each === 'string' ? cleanName(each) : ''));
  return [...new Set(names)].filter((name) => name !== '');
}

function readSwitch(value: unknown): boolean | undefined {
  return typeof value === 'boolean' ? value : undefined;
}

function readTarget(value: unknown): string | undefined {
  return typeof value === 'string' && TARGET.test(value) ? value : undefined;
}

function readTemplates(value: unknown): Record<string, string> | undefined {
  if (!isObject(value)) return undefined;
  const entries = Object.entries(value).slice(0, MAX_TEMPLATES);
  return Object.fromEntries(
    entries.flatMap(([target, template]) => {
      const text = readText(template, MAX_TEMPLATE);
      return text === undefined || readTarget(target) === undefined ? [] : [[target, text]];
    }),
  );
}

function readOrganisations(value: unknown): Record<string, string> | undefined {
  if (!isObject(value)) return undefined;
  const entries = Object.entries(value).slice(0, MAX_ORGANISATIONS);
  return Object.fromEntries(
    entries.flatMap(([issuer, number]) => {
      const read = typeof number === 'string' ? organisationNumber(number) : null;
      return read === null || issuer.length > MAX_ISSUER_KEY || holdsEmail(issuer) ? [] : [[issuer, read]];
    }),
  );
}

/** Is this the key of a choice of the user's? */
export function isPreference(key: string): key is Key {
  return Object.hasOwn(READERS, key);
}

/** A stranger's value for this choice, made fit; undefined where it can be none. */
export function readPreference(key: Key, value: unknown): Preferences[Key] | undefined {
  return READERS[key](value);
}

/** All of them; the default where a stored one is missing or is not what it should be. */
export async function readPreferences(db: WalletDatabase): Promise<Preferences> {
  // Not the whole table: the profile, picture and all, is a row of it.
  const keys = Object.keys(DEFAULT_PREFERENCES) as Key[];
  const rows = await db.preferences.bulkGet(keys);
  const chosen = keys.map((key, at) => [key, readPreference(key, rows[at]?.value) ?? DEFAULT_PREFERENCES[key]]);
  return Object.fromEntries(chosen);
}

/** Writes these and no others. */
export async function writePreferences(db: WalletDatabase, changes: Partial<Preferences>): Promise<void> {
  await db.preferences.bulkPut(Object.entries(changes).map(([key, value]) => ({ key, value })));
}

/** One more name of the user's: the one that they go by, where they have said none yet. */
export function addOwnName(db: WalletDatabase, name: string): Promise<void> {
  return db.transaction('rw', db.preferences, async () => {
    const { name: first, names } = await readPreferences(db);
    const clean = cleanName(name);
    if (first.trim() === '') await writePreferences(db, { name: clean });
    else if (clean !== first) await writePreferences(db, { names: [...new Set([...names, clean])].slice(-MAX_NAMES) });
  });
}

/** This name is the user's no longer. */
export function removeOwnName(db: WalletDatabase, name: string): Promise<void> {
  return db.transaction('rw', db.preferences, async () => {
    const { name: first, names } = await readPreferences(db);
    const clean = cleanName(name);
    await writePreferences(db, {
      ...(clean === first && { name: '' }),
      ...(names.includes(clean) && { names: names.filter((each) => each !== clean) }),
    });
  });
}

/** Remembers the text of one target and leaves those of others alone; null forgets it. */
export function writeTemplate(db: WalletDatabase, target: string, text: string | null): Promise<void> {
  return writeEntry(db, 'templates', target, text?.slice(0, MAX_TEMPLATE) ?? null);
}

/** Remembers LinkedIn's number of one issuer and leaves those of others alone; '' forgets it. */
export function writeOrganisation(db: WalletDatabase, issuer: string, number: string): Promise<void> {
  return writeEntry(db, 'organisations', issuer, number === '' ? null : number);
}

/** The newest comes first: of too many the oldest are not read any more. */
function writeEntry(
  db: WalletDatabase,
  key: 'templates' | 'organisations',
  name: string,
  value: string | null,
): Promise<void> {
  return db.transaction('rw', db.preferences, async () => {
    const { [name]: _, ...others } = (await readPreferences(db))[key];
    await writePreferences(db, { [key]: value === null ? others : { [name]: value, ...others } });
  });
}
