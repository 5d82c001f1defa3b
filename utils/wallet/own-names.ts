/** The names by which the user is called. Badges name people as their issuers do: with the name of before a marriage, in another script, by a pen name. */
import { compareNames } from '../badge/names.ts';
import { tidied } from './typed.ts';

/** UTF-16 units. */
export const MAX_NAME = 200;
/** Names that are remembered beside the user's own; the oldest goes first. */
export const MAX_NAMES = 50;

/** A name as it is kept and compared. */
export function cleanName(name: string): string {
  return tidied(name).slice(0, MAX_NAME).toWellFormed();
}

/**
 * Did the user say to be of this name? Word for word, or by one that is as good as the same: where a comparison leaves it open (another script, a common
 * first name), nobody has said so.
 */
export function isOwnName(name: string, own: readonly string[]): boolean {
  const clean = cleanName(name);
  return own.some((each) => cleanName(each) === clean || isMatch(each, clean));
}

/** The one of the user's names that a badge's is best compared with: the one that fits it, else the first. */
export function fittingName(name: string | undefined, own: readonly string[]): string | undefined {
  const fits = name === undefined ? undefined : own.find((each) => isOwnName(name, [each]));
  return fits ?? own[0];
}

function isMatch(a: string, b: string): boolean {
  const match = compareNames(a, b);
  return match === 'same' || match === 'similar';
}
