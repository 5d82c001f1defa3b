/** Nothing that a name has no business with: addresses, handles, sentences, lists. */
const NOT_IN_NAMES = /[\d@:/\\|#<>{}[\]_=+*?!;•…]|linkedin/iu;
/** Two letters at least, none of them inside a word of 30. */
const HAS_LETTERS = /\p{L}.*\p{L}/su;
const SPACELESS = /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}·・]+$/u;

/** White space collapsed, compatibility forms unified; what stands in brackets at the end (pronouns, a maiden name) stays. */
export const tidy = (text: string | null | undefined): string =>
  (text ?? '').normalize('NFKC').replace(/\s+/gu, ' ').trim();

/** What is left of a name when only its letters count. For telling whether two places of a page name the same person. */
export const lettersOf = (name: string): string => tidy(name).toLowerCase().replace(/\P{L}/gu, '');

/**
 * The text, if it may be a person's name, else null. `words`: how many it needs at least; scripts without spaces count as enough.
 * A gate against headings and slogans, not a judgement of names.
 */
export function asName(text: string | null | undefined, words = 1): string | null {
  const name = tidy(text);
  if (name.length > 70 || !HAS_LETTERS.test(name) || NOT_IN_NAMES.test(name)) return null;
  const count = name.split(' ').length;
  return count <= 7 && (count >= words || SPACELESS.test(name)) ? name : null;
}

/** The one name that all of them agree on (compared by letters), or null. */
export function agreed(names: readonly string[]): string | null {
  const first = names[0];
  return first !== undefined && names.every((name) => lettersOf(name) === lettersOf(first)) ? first : null;
}
