/** Dates as lists write them: ISO, `May 2023`, `Jun 17, 2020`, `mayo de 2023`, `2023年5月`. */
import { readInstant } from '../../badge/instant.ts';
import { cleanText } from '../../badge/text.ts';

const ENGLISH = ['en'];
/** The other languages LinkedIn can be set to: their names take a tenth of a second to make, and are made when English has none. */
const OTHERS = [
  ...[
    'ar',
    'bn',
    'cs',
    'da',
    'de',
    'el',
    'es',
    'fa',
    'fi',
    'fil',
    'fr',
    'he',
    'hi',
    'hu',
    'id',
    'it',
    'ja',
    'ko',
    'mr',
  ],
  ...['ms', 'nb', 'nl', 'pa', 'pl', 'pt', 'ro', 'ru', 'sv', 'te', 'th', 'tr', 'uk', 'vi', 'zh-Hans', 'zh-Hant'],
];
/** One word that is the name of two months: it says nothing. */
const AMBIGUOUS = 0;
const MAX_LENGTH = 64;

/** Folded names to 1–12. */
type Months = ReadonlyMap<string, number>;

let english: Months | undefined;
let others: Months | undefined;

/**
 * An ISO date as exact as what was written: `2024`, `2024-05`, `2024-05-17`. Undefined where no year can be read; a day or month that could be
 * read in two ways (`5/6/2023`) is left out.
 */
export function readListedDate(value: unknown): string | undefined {
  if (typeof value === 'number') return readInstant(value)?.iso.slice(0, 10);
  const text = cleanText(value, MAX_LENGTH)?.normalize('NFKC');
  if (text === undefined) return undefined;
  // The day of the writer's own calendar, not of UTC's.
  if (/^\d{4}-\d{2}-\d{2}/.test(text)) return readInstant(text) ? text.slice(0, 10) : undefined;
  if (/^\d{8,13}$/.test(text)) return readInstant(text)?.iso.slice(0, 10);
  const [, year, month, day] =
    /^(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?$/.exec(text) ??
    /^(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월](?:\s*(\d{1,2})\s*[日일])?$/.exec(text) ??
    [];
  if (year !== undefined) return isoDate(Number(year), Number(month), day === undefined ? undefined : Number(day));
  return readWords(text);
}

function readWords(text: string): string | undefined {
  const numbers = [...text.matchAll(/\d+/g)].map(([digits]) => digits);
  const years = numbers.filter((digits) => /^(?:19|20)\d{2}$/.test(digits));
  const small = numbers.filter((digits) => digits.length < 3).map(Number);
  const year = Number(years[0]);
  if (years.length !== 1 || small.length > 2 || numbers.length > small.length + 1) return undefined;
  const named = monthsIn([...text.matchAll(/[\p{L}\p{M}]+/gu)].map(([word]) => folded(word)));
  const month = named.find((found) => found !== AMBIGUOUS);
  if (month !== undefined) return isoDate(year, month, small.length === 1 ? small[0] : undefined);
  if (named.length > 0) return String(year);
  const [first, second] = small;
  if (first === undefined) return String(year);
  if (second === undefined) return isoDate(year, first);
  // 17/5 and 5/17 can only be the one thing; 5/6 is May to some and June to others.
  if (first > 12) return isoDate(year, second, first);
  return second > 12 ? isoDate(year, first, second) : String(year);
}

/** As much of it as exists: the 31st of June is some day in June. */
function isoDate(year: number, month: number, day?: number): string | undefined {
  if (year < 1900 || year > 2999) return undefined;
  if (!(month >= 1 && month <= 12)) return String(year);
  const upToMonth = `${year}-${String(month).padStart(2, '0')}`;
  if (day === undefined) return upToMonth;
  const whole = `${upToMonth}-${String(day).padStart(2, '0')}`;
  return readInstant(whole) ? whole : upToMonth;
}

function monthsIn(words: readonly string[]): number[] {
  english ??= monthNames(ENGLISH);
  const first = namedIn(words, english);
  if (first.length > 0 || words.length === 0) return first;
  others ??= monthNames(OTHERS);
  return namedIn(words, others);
}

function namedIn(words: readonly string[], months: Months): number[] {
  return words.flatMap((word) => months.get(word) ?? []);
}

/** The browser knows the names: whole, short, and as they are written beside a day (Slavic languages inflect them). */
function monthNames(languages: readonly string[]): Months {
  // What people and older exports write besides.
  const names = new Map<string, number>([['sept', 9]]);
  for (const language of languages) {
    const formats = (['long', 'short'] as const).flatMap((month) => [
      new Intl.DateTimeFormat(language, { month, calendar: 'gregory', timeZone: 'UTC' }),
      new Intl.DateTimeFormat(language, { month, day: 'numeric', calendar: 'gregory', timeZone: 'UTC' }),
    ]);
    for (let month = 1; month <= 12; month++) {
      for (const format of formats) {
        const part = format.formatToParts(Date.UTC(2024, month - 1, 2)).find(({ type }) => type === 'month');
        const name = folded(part?.value ?? '');
        if (!/^\p{L}/u.test(name)) continue;
        names.set(name, (names.get(name) ?? month) === month ? month : AMBIGUOUS);
      }
    }
  }
  return names;
}

function folded(word: string): string {
  return word
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/\.$/, '')
    .toLowerCase();
}
