/** Taking a written name apart: what is the name, what is decoration, and in which script. */
import {
  ARABIC_TITLES,
  DOUBTFUL,
  EASTERN_TITLES,
  foldHan,
  GENERATIONS,
  PARTICLES,
  POSTNOMINALS,
  PRONOUNS,
  TITLES,
  TRAILING,
} from './name-words.ts';

/** Scripts written with letters; the others are compared as one string. */
const ALPHABETS = ['Latin', 'Cyrillic', 'Greek', 'Arabic', 'Hebrew', 'Armenian', 'Georgian'] as const;
const BLOCKS = ['Han', 'Hiragana', 'Hangul'] as const;
export type Script = (typeof ALPHABETS)[number] | (typeof BLOCKS)[number] | 'Other';

const SCRIPT_OF: readonly (readonly [Script, RegExp])[] = [...ALPHABETS, ...BLOCKS].map((script) => [
  script,
  new RegExp(`\\p{Script=${script}}`, 'u'),
]);

/** A name in one alphabet. */
export interface Spelt {
  /** The words of the name, folded, particles and optional words left out. */
  words: string[];
  /** Words that may belong to the name: nicknames, doubtful degrees, particles. */
  optional: string[];
  /** All words of the name in order, without any space. */
  joined: string;
  /** The other way to write a word that is written with an umlaut: muller → mueller. */
  long: Map<string, string>;
  /** `joined` in that other way. */
  joinedLong: string;
  generation?: string;
}

export interface NameParts {
  spelt: Map<Script, Spelt>;
  /** Names in scripts that are compared whole. */
  whole: Map<Script, string>;
  /** Letters of several alphabets in one word: somebody plays with lookalikes. */
  mixed: boolean;
}

const MAX = 200;
const APOSTROPHES = /['’‘ʼʻ`´＇′]/gu;
const QUOTED = /["“”„«»‹›「」『』〝〞＂]([^"“”„«»‹›「」『』〝〞＂]{1,60})["“”„«»‹›「」『』〝〞＂]/gu;
const BRACKETED = /[([{（［【〔<＜]([^()[\]{}（）［］【】〔〕<>＜＞]{0,60})[)\]}）］】〕>＞]/gu;
/** What starts a line of credentials on a profile. */
const BREAK = /\s*(?:[|｜•●▪★☆✓✔~]|\s[-–—/]\s|;|\bat\b\s|@)\s*/u;

/** Takes a name apart. Nothing is left of emoji, credentials, titles and invisible characters. */
export function partsOf(written: string): NameParts {
  const parts: NameParts = { spelt: new Map(), whole: new Map(), mixed: false };
  const clean = written
    .slice(0, MAX * 4)
    .toWellFormed()
    .normalize('NFKC')
    .replace(/\p{Cf}|[\u{FE00}-\u{FE0F}]|\p{Emoji_Modifier}|\p{Regional_Indicator}/gu, '')
    .replace(/\u0640/g, '')
    .replace(/\p{Extended_Pictographic}/gu, ' ')
    .slice(0, MAX);
  const asides: string[] = [];
  const aside = (_: string, inside: string) => {
    asides.push(inside);
    return ' ';
  };
  const bare = clean.replace(QUOTED, aside).replace(BRACKETED, aside).replace(PRONOUNS, ' ');
  const [main = ''] = bare.split(BREAK).filter((piece) => /\p{L}/u.test(piece));
  const [first = '', ...rest] = main.split(/[,，、]/u);
  addPiece(parts, first, 'name');
  for (const piece of rest)
    addPiece(parts, piece, countWords(parts) > 1 || looksLikeCredentials(piece) ? 'after' : 'name');
  for (const piece of asides) addPiece(parts, piece, 'after');
  for (const spelt of parts.spelt.values()) {
    spelt.joined = spelt.joined.slice(0, MAX);
    spelt.joinedLong = spelt.joinedLong.slice(0, MAX);
  }
  return parts;
}

type Place = 'name' | 'after';

function addPiece(parts: NameParts, piece: string, place: Place): void {
  const words = piece.replace(APOSTROPHES, '').split(/[^\p{L}\p{M}\p{N}.]+/u);
  for (const word of words) {
    const plain = word.replace(/^\.+|\.+$/g, '');
    if (!/\p{L}/u.test(plain)) continue;
    const scripts = scriptsOf(plain);
    const [script] = scripts;
    if (script === undefined) continue;
    if (isBlock(script) || scripts.some(isBlock)) addWhole(parts, plain, place);
    else if (scripts.length > 1) parts.mixed = true;
    else if (script === 'Other') addWhole(parts, plain, place);
    else for (const piece of plain.split(/\.(?=\p{L}{2})/u)) addWord(parts, script, piece, place);
  }
}

function addWord(parts: NameParts, script: Script, written: string, place: Place): void {
  // "M.Sc" is one abbreviation, "J.R" two initials.
  const initials = /^\p{L}(?:\.\p{L})+$/u.test(written) ? written.split('.') : null;
  const bare = written.replaceAll('.', '');
  const word = foldWord(bare, script);
  if (word === '' || isTitle(word, script)) return;
  const spelt: Spelt = parts.spelt.get(script) ?? {
    words: [],
    optional: [],
    joined: '',
    long: new Map(),
    joinedLong: '',
  };
  parts.spelt.set(script, spelt);
  const long = foldWord(lengthened(bare), script);
  if (long !== word) spelt.long.set(word, long);
  if (GENERATIONS.has(word) && spelt.words.length > 0) {
    spelt.generation = word === 'junior' ? 'jr' : word === 'senior' ? 'sr' : word;
    return;
  }
  if (POSTNOMINALS.has(word) && (place === 'after' || spelt.words.length > 0)) return;
  if (place === 'after') {
    if (!DOUBTFUL.has(word) && !TRAILING.has(word)) spelt.optional.push(word);
    return;
  }
  spelt.joined += word;
  spelt.joinedLong += long;
  if (PARTICLES.has(word) && word.length > 1) spelt.optional.push(word);
  else if (initials && !POSTNOMINALS.has(word))
    spelt.words.push(...initials.map((initial) => foldWord(initial, script)));
  else spelt.words.push(word);
}

function addWhole(parts: NameParts, word: string, place: Place): void {
  const runs = word.match(
    /[\p{Script=Han}々〆ヶ]+|[\p{Script=Hiragana}\p{Script=Katakana}ー]+|\p{Script=Hangul}+|[^\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]+/gu,
  );
  for (const run of runs ?? []) {
    const [script = 'Other'] = scriptsOf(run);
    if (!isBlock(script) && script !== 'Other') {
      addWord(parts, script, run, place);
      continue;
    }
    const folded = foldBlock(run, script);
    if (folded === '') continue;
    const before = parts.whole.get(script);
    if (place === 'name') parts.whole.set(script, (before ?? '') + folded);
    // A name in brackets in another script than the name before it: the same person once more.
    else if (before === undefined) parts.whole.set(script, folded);
  }
}

function foldBlock(run: string, script: Script): string {
  let folded = run.toLowerCase();
  for (const title of EASTERN_TITLES) {
    if (folded.length > title.length && folded.endsWith(title) && folded.length - title.length >= 2)
      folded = folded.slice(0, -title.length);
    else if (folded === title) return '';
  }
  if (script === 'Han') return Array.from(folded, foldHan).join('');
  if (script === 'Hiragana')
    return folded.replace(/[\u30A1-\u30F6]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60));
  return folded;
}

const SPECIAL: Readonly<Record<string, string>> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  ħ: 'h',
  ŋ: 'n',
  ə: 'e',
  ŧ: 't',
};

const LONG: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ø: 'oe', ü: 'ue', å: 'aa' };

/** Umlauts written out. */
function lengthened(word: string): string {
  return word
    .normalize('NFC')
    .toLowerCase()
    .replace(/[äöøüå]/g, (char) => LONG[char] ?? char);
}

/** Lower case, no accents, one spelling for letters that differ by habit. Umlauts lose their dots; `Spelt.long` has the other habit. */
function foldWord(word: string, script: Script): string {
  const lower = word.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '');
  if (script === 'Latin') return Array.from(lower, (char) => SPECIAL[char] ?? char).join('');
  if (script === 'Arabic') {
    return lower
      .replace(/\u0640/g, '')
      .replace(/[أإآٱ]/g, 'ا')
      .replace(/ى|ی/g, 'ي')
      .replace(/ة/g, 'ه')
      .replace(/ک/g, 'ك')
      .replace(/ؤ/g, 'و')
      .replace(/ئ/g, 'ي')
      .replace(/^ال(?=.{3})/u, '');
  }
  if (script === 'Cyrillic') return lower.replace(/ё/g, 'е');
  return lower;
}

function isTitle(word: string, script: Script): boolean {
  return script === 'Arabic' ? ARABIC_TITLES.has(word) : TITLES.has(word);
}

function isBlock(script: Script): boolean {
  return (BLOCKS as readonly string[]).includes(script);
}

/** Katakana counts as Hiragana, for the one is written for the other. */
function scriptsOf(text: string): Script[] {
  const found = new Set<Script>();
  for (const char of text) {
    if (/[\p{Script=Katakana}ー]/u.test(char)) found.add('Hiragana');
    else if (/[々〆ヶ]/.test(char)) found.add('Han');
    else if (/\p{L}/u.test(char) && !/[\p{Script=Common}\p{Script=Inherited}]/u.test(char))
      found.add(SCRIPT_OF.find(([, pattern]) => pattern.test(char))?.[0] ?? 'Other');
  }
  return [...found];
}

function countWords(parts: NameParts): number {
  let count = 0;
  for (const spelt of parts.spelt.values()) count += spelt.words.length;
  return count;
}

/** "MCSE", "Ph.D.", "PMP®", "AWS SAA-C03": capitals or figures throughout. */
function looksLikeCredentials(piece: string): boolean {
  const words = piece.trim().split(/\s+/);
  return words.every((word) => {
    const plain = word.replace(/[^\p{L}\p{N}]/gu, '');
    return (
      plain === '' || POSTNOMINALS.has(plain.toLowerCase()) || GENERATIONS.has(plain.toLowerCase()) || /\d/.test(plain)
    );
  });
}
