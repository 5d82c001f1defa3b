/** Finding badges among thousands, between two key presses. Pure. */
import { currentAnswer } from './changes.ts';
import type { AnswerFacts, BadgeRow } from './types.ts';

export const SORTS = ['own', 'newest', 'ends', 'name', 'issuer'] as const;
export type Sort = (typeof SORTS)[number];

/** What of the wallet is shown. A collection or tag is named with it. */
export type Filter =
  | { by: 'all' | 'attention' | 'verified' | 'ending' | 'private' | 'references' | 'unclaimed' }
  | { by: 'collection' | 'tag'; value: string };

/** A badge as the list has it. */
export interface Entry {
  row: BadgeRow;
  /** What the last answer means today. */
  answer: AnswerFacts;
  /** Everything that is searched, folded. */
  words: string;
}

/** Made once for each state of the wallet, not for each key. `now`: milliseconds since the epoch. */
export function entriesOf(rows: readonly BadgeRow[], now: number): Entry[] {
  return rows.map((row) => ({ row, answer: currentAnswer(row, now), words: foldedWords(row) }));
}

/** Folded rows are kept as long as the row is the same object. */
const folded = new WeakMap<BadgeRow, string>();

/** Gets rows ready for searching while nobody waits for it: the first key would have to fold them all. */
export function foldAhead(rows: readonly BadgeRow[]): void {
  for (const row of rows) foldedWords(row);
}

function foldedWords(row: BadgeRow): string {
  const known = folded.get(row);
  if (known !== undefined) return known;
  const { name, issuer, skills } = row.facts;
  const words = fold([name, issuer.name, ...skills, ...row.tags, row.note].join('\n'));
  folded.set(row, words);
  return words;
}

/**
 * Upper and lower case, accents, widths of letters, Arabic vowel points and stretched letters, and characters that nobody sees make no difference to who
 * searches. Through upper case, as that makes ß ss and ı i; a sigma is a sigma wherever it stands.
 */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{Mn}\p{Cf}\u0640]+/gu, '')
    .toLowerCase()
    .toUpperCase()
    .toLowerCase()
    .replace(/[øłđς]/g, (letter) => UNDIVIDED[letter] ?? letter);
}

/** Letters that are not taken apart. */
const UNDIVIDED: Readonly<Record<string, string>> = { ø: 'o', ł: 'l', đ: 'd', ς: 'σ' };

/** Those in which each of the words occurs, in the order asked for. */
export function find(
  entries: readonly Entry[],
  { search, filter, sort, now }: { search: string; filter: Filter; sort: Sort; now: number },
): Entry[] {
  const words = fold(search).split(/\s+/).filter(Boolean);
  const found = entries.filter(
    (entry) => passes(entry, filter, now) && words.every((word) => entry.words.includes(word)),
  );
  return inOrder(found, sort);
}

/** `own` is the order in which they come. */
export function inOrder(entries: Entry[], sort: Sort): Entry[] {
  return sort === 'own' ? entries : entries.toSorted(ORDERS[sort]);
}

const ENDING = 60 * 86_400_000;

function passes({ row, answer }: Entry, filter: Filter, now: number): boolean {
  switch (filter.by) {
    case 'all':
      return true;
    case 'attention':
      return isEnding(row, now) || ['expired', 'revoked', 'suspended', 'invalid', 'not-found'].includes(answer.verdict);
    case 'verified':
      return answer.verdict === 'verified';
    case 'ending':
      return isEnding(row, now);
    case 'private':
      return row.visibility === 'private';
    case 'references':
      return row.ownership === 'reference';
    case 'unclaimed':
      return row.acceptance === 'unclaimed';
    case 'collection':
      return row.collections.includes(filter.value);
    case 'tag':
      return row.tags.includes(filter.value);
  }
}

function isEnding({ facts }: BadgeRow, now: number): boolean {
  const end = facts.expires === undefined ? Number.NaN : Date.parse(facts.expires);
  return end > now && end - now < ENDING;
}

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });
/** ISO instants compare as text; what has no date comes last. */
const LAST = '9999';

const ORDERS: Record<Exclude<Sort, 'own'>, (a: Entry, b: Entry) => number> = {
  newest: (a, b) => compare(b.row.facts.issuedOn ?? '', a.row.facts.issuedOn ?? ''),
  ends: (a, b) => compare(a.row.facts.expires ?? LAST, b.row.facts.expires ?? LAST),
  name: (a, b) => collator.compare(a.row.facts.name, b.row.facts.name),
  issuer: (a, b) =>
    collator.compare(a.row.facts.issuer.name, b.row.facts.issuer.name) ||
    collator.compare(a.row.facts.name, b.row.facts.name),
};

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
