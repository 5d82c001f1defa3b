/** Which badges stand on the profile page, and in which order. Pure. */
import type { ProfileChoice } from '../share/profile/types.ts';
import type { KeptProfile } from './profile.ts';

/** More than one page should hold: each picture is in the file. */
export const MAX_SHOWN = 200;

/** A badge of the wallet, in the wallet's order. */
export interface Choosable {
  id: string;
  /** Nothing keeps it from the page. */
  fits: boolean;
}

/**
 * The user's choices, without badges that are gone and with those that came since at the end. On a page that was never made yet, all that fit are shown;
 * later nothing gets on it by itself.
 */
export function choicesOf(
  { badges, revision }: Pick<KeptProfile, 'badges' | 'revision'>,
  wallet: readonly Choosable[],
): ProfileChoice[] {
  const there = new Set(wallet.map(({ id }) => id));
  const chosen = badges.filter(({ id }) => there.has(id));
  const known = new Set(chosen.map(({ id }) => id));
  let room = revision === 0 ? MAX_SHOWN : 0;
  const since = wallet.filter(({ id }) => !known.has(id)).map(({ id, fits }) => ({ id, shown: fits && room-- > 0 }));
  return [...chosen, ...since];
}

/** Moves a badge by one step past its neighbour of those that are listed; the same list where there is none. */
export function movedBy(
  choices: readonly ProfileChoice[],
  id: string,
  by: -1 | 1,
  isListed: (id: string) => boolean,
): readonly ProfileChoice[] {
  const from = choices.findIndex((choice) => choice.id === id);
  const choice = choices[from];
  let to = from + by;
  for (let at = choices[to]; at && !isListed(at.id); at = choices[to]) to += by;
  if (!choice || !choices[to]) return choices;
  return choices.toSpliced(from, 1).toSpliced(to, 0, choice);
}

/** Shows or hides; null where the page is full. */
export function setShown(
  choices: readonly ProfileChoice[],
  ids: ReadonlySet<string>,
  shown: boolean,
): readonly ProfileChoice[] | null {
  const next = choices.map((choice) => (ids.has(choice.id) ? { ...choice, shown } : choice));
  return next.filter((choice) => choice.shown).length > MAX_SHOWN ? null : next;
}
