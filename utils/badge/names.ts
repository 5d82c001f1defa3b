import { type NameParts, partsOf, type Script, type Spelt } from './name-parts.ts';
import { isNickname, isRomanisation } from './name-words.ts';

export type NameMatch = 'same' | 'similar' | 'differs' | 'unknown';

/**
 * Do two written names name the same person? A heuristic, and worded as one wherever it is shown. `same`: the same words in any order, middle names,
 * particles, titles and credentials aside. `similar`: initials, familiar forms, a part of the name. `differs` only when sure: both are full names in one
 * script without anything in common; a shared surname (marriage), a nickname, another script or another romanisation make it `unknown`.
 * Symmetric. Never throws.
 */
export function compareNames(a: string, b: string): NameMatch {
  if (typeof a !== 'string' || typeof b !== 'string') return 'unknown';
  const left = partsOf(a);
  const right = partsOf(b);
  // Lookalike letters of another alphabet inside a word: nothing can be said for sure.
  if (left.mixed || right.mixed) return 'unknown';
  const answers: NameMatch[] = [];
  for (const script of left.spelt.keys()) {
    const one = left.spelt.get(script);
    const two = right.spelt.get(script);
    if (one && two && hasName(one) && hasName(two)) answers.push(compareSpelt(one, two));
  }
  for (const [script, one] of left.whole) {
    const two = right.whole.get(script);
    if (two !== undefined) answers.push(compareWhole(one, two, script, left, right));
  }
  return strongest(answers);
}

/** A person may write the name in two scripts: one that agrees outweighs one that does not, and doubt outweighs difference. */
function strongest(answers: readonly NameMatch[]): NameMatch {
  for (const match of ['same', 'similar', 'unknown', 'differs'] as const) {
    if (answers.includes(match)) return match;
  }
  return 'unknown';
}

function hasName(spelt: Spelt): boolean {
  return spelt.words.length > 0 || spelt.joined !== '';
}

function compareSpelt(a: Spelt, b: Spelt): NameMatch {
  const generations = a.generation === b.generation;
  if (sameWords(a.words, b.words) || (sameJoined(a, b) && Math.min(a.words.length, b.words.length) > 1)) {
    return generations ? 'same' : 'similar';
  }
  if (sameJoined(a, b)) return 'similar';
  const isSame = sameWord(a, b);
  const { exact, near, initials, leftA, leftB } = pair(a.words, b.words, isSame);
  const optionalA = takeOptional(leftB, a.optional);
  const optionalB = takeOptional(leftA, b.optional);
  const restB = optionalA.rest;
  const restA = optionalB.rest;
  const isNear = expanded(a.joined) === expanded(b.joined);
  const helped = near + optionalA.taken + optionalB.taken;
  if (restA.length === 0 && restB.length === 0) {
    if (exact >= 2 && helped === 0) return generations ? 'same' : 'similar';
    return isNear || (exact + helped >= 1 && exact + helped + initials >= 2) ? 'similar' : 'unknown';
  }
  if (isNear) return 'similar';
  if (restA.length === 0 || restB.length === 0) {
    if (exact >= 2 && helped === 0 && generations) return endsAgree(a.words, b.words, isSame) ? 'same' : 'similar';
    return exact + helped >= 2 || (exact + helped >= 1 && initials >= 1) ? 'similar' : 'unknown';
  }
  return isSure(a, b, exact + helped + initials, restA, restB) ? 'differs' : 'unknown';
}

/** Both are full names, and no word of the one has anything to do with any word of the other. */
function isSure(a: Spelt, b: Spelt, shared: number, restA: readonly string[], restB: readonly string[]): boolean {
  if (shared > 0 || a.words.length < 2 || b.words.length < 2) return false;
  const full = (words: readonly string[]) => words.filter((word) => word.length > 1).length >= 2;
  if (!full(a.words) || !full(b.words)) return false;
  if (a.joined.includes(b.joined) || b.joined.includes(a.joined)) return false;
  const [allA, allB] = [
    [...restA, ...a.optional],
    [...restB, ...b.optional],
  ];
  return !allA.some((one) => allB.some((two) => isClose(one, two)));
}

function sameWords(a: readonly string[], b: readonly string[]): boolean {
  return a.length > 0 && a.length === b.length && [...a].sort().join(' ') === [...b].sort().join(' ');
}

type Fits = (one: string, two: string) => boolean;

/** The same letters, or an umlaut here that is written out there. Without an umlaut, "Joe" is not "Jo". */
function sameWord(a: Spelt, b: Spelt): Fits {
  return (one, two) => one === two || a.long.get(one) === two || b.long.get(two) === one;
}

function sameJoined(a: Spelt, b: Spelt): boolean {
  const written = a.joinedLong === b.joinedLong;
  return a.joined === b.joined || written || a.joinedLong === b.joined || a.joined === b.joinedLong;
}

interface Pairing {
  exact: number;
  near: number;
  initials: number;
  leftA: string[];
  leftB: string[];
}

/** Pairs words off: the same ones, then likely spellings and familiar forms, then initials. What finds no partner is left. */
function pair(a: readonly string[], b: readonly string[], isSame: Fits): Pairing {
  let leftA = [...a];
  let leftB = [...b];
  const pairOff = (fits: Fits): number => {
    let count = 0;
    for (const one of [...leftA].sort()) {
      const two = [...leftB].sort().find((candidate) => fits(one, candidate));
      if (two === undefined) continue;
      leftA = without(leftA, one);
      leftB = without(leftB, two);
      count += 1;
    }
    return count;
  };
  const exact =
    pairOff((one, two) => one === two && one.length > 1) +
    pairOff((one, two) => one.length > 1 && two.length > 1 && isSame(one, two));
  const near =
    pairOff((one, two) => one.length > 1 && two.length > 1 && expanded(one) === expanded(two)) +
    pairOff((one, two) => isNickname(one, two));
  const initials = pairOff((one, two) => (one.length === 1 || two.length === 1) && one[0] === two[0]);
  return { exact, near, initials, leftA, leftB };
}

function without(words: readonly string[], word: string): string[] {
  const at = words.indexOf(word);
  return words.filter((_, index) => index !== at);
}

function takeOptional(words: readonly string[], optional: readonly string[]): { taken: number; rest: string[] } {
  const rest = words.filter((word) => !optional.includes(word) && !optional.some((other) => isNickname(word, other)));
  return { taken: words.length - rest.length, rest };
}

/** First and last word agree, so that only middle names are missing. */
function endsAgree(a: readonly string[], b: readonly string[], isSame: Fits): boolean {
  const agree = (one = '', two = '') => isSame(one, two);
  return (agree(a[0], b[0]) && agree(a.at(-1), b.at(-1))) || (agree(a[0], b.at(-1)) && agree(a.at(-1), b[0]));
}

/** What an umlaut written out looks like loses its second letter. The names may be two all the same (Michael, Michal): near, never equal. */
function expanded(word: string): string {
  return word.replace(/ae|oe|ue|aa/g, (pair) => pair[0] ?? '');
}

/** Too much alike to be sure that they are two: a slip of the pen, a transliteration, a short form. */
function isClose(a: string, b: string): boolean {
  if (a === b || isNickname(a, b) || isRomanisation(a, b) || expanded(a) === expanded(b)) return true;
  if (a.length === 1 || b.length === 1) return a[0] === b[0];
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length >= 3 && long.startsWith(short)) return true;
  if (short.length >= 4 && long.includes(short)) return true;
  if (short.length >= 4 && skeleton(a) === skeleton(b) && skeleton(a).length >= 2) return true;
  const limit = short.length >= 7 ? 2 : short.length >= 4 ? 1 : 0;
  return limit > 0 && distance(a, b, limit) <= limit;
}

/** Consonants, with those that transliterations confuse folded together. */
function skeleton(word: string): string {
  return word
    .replace(/ph/g, 'f')
    .replace(/[ckq]h?/g, 'k')
    .replace(/[sz]h?/g, 's')
    .replace(/[vw]/g, 'v')
    .replace(/[jy]/g, 'i')
    .replace(/(?!^)[aeiouh]/g, '')
    .replace(/(.)\1+/g, '$1');
}

/** Edits between two words, or a number above `limit`. */
function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (before[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(change, (before[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    before = row;
  }
  return before[b.length] ?? limit + 1;
}

/** Names in Han, kana or Hangul have no spaces to rely on; others are only ever found equal. */
function compareWhole(a: string, b: string, script: Script, left: NameParts, right: NameParts): NameMatch {
  const one = [...a];
  const two = [...b];
  if (a === b) return one.length > 1 ? 'same' : 'unknown';
  if (script === 'Other' || one.length < 2 || two.length < 2) return 'unknown';
  // Kanji with kana after it, or kana with kanji elsewhere: half a name.
  if (left.whole.size > 1 || right.whole.size > 1) return 'unknown';
  if (script !== 'Hiragana' && one.length === two.length && [...one].sort().join('') === [...two].sort().join(''))
    return 'similar';
  const shared = one.filter((char) => two.includes(char)).length;
  if (shared > 0) return 'unknown';
  return script === 'Hiragana' ? 'unknown' : 'differs';
}
