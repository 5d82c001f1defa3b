/** The user's own page as the wallet keeps it: one row of the preferences, as JSON could hold it, since backups are JSON. */
import { fromBase64, toBase64 } from '../bytes/base64.ts';
import { pictureFacts } from '../bytes/picture-facts.ts';
import { isObject } from '../json/members.ts';
import { MAX_PICTURE } from '../share/profile/data-picture.ts';
import { PAGE_LANGUAGES } from '../share/profile/page-words.ts';
import type { Profile, ProfileChoice, ProfileLink } from '../share/profile/types.ts';
import type { WalletDatabase } from './database.ts';
import { StaleEditError } from './trouble.ts';

/** Of the row in the table of preferences. */
export const PROFILE_KEY = 'profile';
export const MAX_LINE = 200;
export const MAX_LINKS = 12;
export const MAX_LANGUAGES = 20;
const MAX_ADDRESS = 2_048;
const MAX_BADGES = 20_000;

export interface KeptProfile extends Profile {
  /** Raised by one with each edit: an edit of an older state is refused, not written over. 0: there is no profile yet. */
  revision: number;
}

/** What is stored, and what a backup holds: the same with the picture in base64. */
export type StoredProfile = Omit<KeptProfile, 'picture'> & { picture: string };

export const EMPTY_PROFILE: KeptProfile = {
  name: '',
  headline: '',
  picture: null,
  links: [],
  languages: [],
  language: 'en',
  badges: [],
  revision: 0,
};

/** The profile out of what is stored, which a restored backup may have brought: what is not as it should be is left out, member by member. */
export function profileOf(value: unknown): KeptProfile {
  if (!isObject(value)) return EMPTY_PROFILE;
  const { name, headline, picture, links, languages, language, badges, revision } = value;
  return {
    name: lineOf(name),
    headline: lineOf(headline),
    picture: pictureOf(picture),
    links: listOf(links, MAX_LINKS).flatMap(linkOf),
    languages: listOf(languages, MAX_LANGUAGES)
      .map(lineOf)
      .filter((each) => each !== ''),
    language: PAGE_LANGUAGES.find((each) => each === language) ?? EMPTY_PROFILE.language,
    badges: [...new Map(listOf(badges, MAX_BADGES).flatMap(choiceOf)).values()],
    revision: Number.isSafeInteger(revision) && Number(revision) > 0 ? Number(revision) : 0,
  };
}

export async function readProfile(db: WalletDatabase): Promise<KeptProfile> {
  return profileOf((await db.preferences.get(PROFILE_KEY))?.value);
}

/**
 * Writes over the state of `revision`; answers the new revision. Rejects with `StaleEditError` where another window was quicker: nothing is written then.
 */
export function writeProfile(db: WalletDatabase, revision: number, profile: Profile): Promise<number> {
  return db.transaction('rw', db.preferences, async () => {
    if ((await readProfile(db)).revision !== revision) throw new StaleEditError();
    const next = revision + 1;
    await db.preferences.put({ key: PROFILE_KEY, value: storedProfile({ ...profile, revision: next }) });
    return next;
  });
}

export function storedProfile(profile: KeptProfile): StoredProfile {
  const { picture } = profile;
  return { ...profile, picture: picture === null ? '' : toBase64(picture) };
}

function lineOf(value: unknown): string {
  return typeof value === 'string' ? value.slice(0, MAX_LINE) : '';
}

function listOf(value: unknown, most: number): readonly unknown[] {
  return Array.isArray(value) ? value.slice(0, most) : [];
}

/** Kept as it was typed, so that a slip can be put right; only what is an https address gets on the page. */
function linkOf(value: unknown): ProfileLink[] {
  if (!isObject(value)) return [];
  const address = typeof value.address === 'string' && value.address.length <= MAX_ADDRESS ? value.address : '';
  const label = lineOf(value.label);
  return address === '' && label === '' ? [] : [{ label, address }];
}

function choiceOf(value: unknown): [string, ProfileChoice][] {
  if (!isObject(value) || typeof value.id !== 'string' || value.id.length > 36) return [];
  return [[value.id, { id: value.id, shown: value.shown === true }]];
}

function pictureOf(value: unknown): Uint8Array | null {
  // Base64 takes four characters for three bytes.
  if (typeof value !== 'string' || value === '' || value.length > Math.ceil(MAX_PICTURE / 3) * 4) return null;
  const bytes = fromBase64(value);
  return bytes && bytes.length <= MAX_PICTURE && pictureFacts(bytes) ? bytes : null;
}
