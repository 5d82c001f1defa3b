/** Tables: `Certifications.csv` out of LinkedIn's data export, and any other with a column of links. */
import Papa from 'papaparse';
import type { Candidate, ImportTrouble } from '../types.ts';
import { linkSource, listedCandidate, MAX_LISTED, type Said } from './listed.ts';

type Column = keyof Said | 'url';

/** LinkedIn's own column first, then what people call it who write such tables. */
const NAMES: Record<Column, readonly string[]> = {
  name: ['name', 'title', 'certification', 'certificate', 'badge'],
  url: ['url', 'link', 'credential url', 'certificate url'],
  issuer: ['authority', 'issuer', 'organization', 'organisation', 'issuing organization'],
  issuedOn: ['started on', 'issued on', 'issue date', 'issued', 'date'],
  expires: ['finished on', 'expires', 'expires on', 'expiration date', 'valid until'],
  credentialId: ['license number', 'licence number', 'credential id', 'certificate id'],
};
const COLUMNS = Object.keys(NAMES) as Column[];
/** LinkedIn puts notes above some of its tables. */
const MAX_ABOVE = 10;
/** UTF-16 units that are looked at: 1,200 rows of a thousand and more. Unpaired quotes cost a parser time. */
const MAX_TABLE = 2 * 1_048_576;
/** Columns that are looked at. */
const MAX_CELLS = 50;
const MAX_LINES = MAX_ABOVE + MAX_LISTED + 2;
const LINK = /^\s*(?:https?:\/\/|www\.)/i;

export interface TableRead {
  candidates: Candidate[];
  trouble?: ImportTrouble;
  /** The columns are those of LinkedIn's export. */
  linkedin: boolean;
}

/**
 * Reads a table in CSV (RFC 4180; tabs and semicolons as spreadsheets write them). One candidate for each row below the heading; one without an
 * address keeps what is listed of it and has no source. Rows beyond 1,200 are not looked at (`too-many`), nor is what lies beyond 2 MiB (`too-large`).
 * Where a quote has no other, each line is read by itself, so that it spoils no line but its own (`ill-formed`). Null when it is no table of badges;
 * without `anyHeading`, one whose columns are not known is none.
 */
export function readTable(text: string, anyHeading: boolean): TableRead | null {
  const { rows, isIllFormed } = rowsOf(text);
  const heading = rows.findIndex((row, index) => index < MAX_ABOVE && columnsOf(row) !== null);
  const columns = columnsOf(rows[heading] ?? []);
  if (!columns && !anyHeading) return null;
  const entries = columns
    ? rows.slice(heading + 1).map((row) => entryOf(row, columns))
    : rows.flatMap((row, index) => (index === 0 && !row.some((cell) => LINK.test(cell)) ? [] : linkedEntry(row)));
  if (!columns && !entries.some(({ url }) => url !== undefined)) return null;
  const candidates = entries
    .slice(0, MAX_LISTED)
    .map(({ url, ...said }, index) => listedCandidate(said, linkSource(url), index + 1));
  const linkedin = columns !== null && isLinkedIn(rows[heading] ?? []);
  if (entries.length === 0) return { candidates, trouble: 'empty', linkedin };
  const cut = text.length > MAX_TABLE ? 'too-large' : undefined;
  const trouble = entries.length > MAX_LISTED ? 'too-many' : (cut ?? (isIllFormed ? 'ill-formed' : undefined));
  return { candidates, ...(trouble && { trouble }), linkedin };
}

/** Does this first line name the columns of LinkedIn's export? */
export function isLinkedIn(heading: readonly string[]): boolean {
  const names = heading.map(plain);
  return ['name', 'authority', 'started on'].every((name) => names.includes(name));
}

/** No more lines are parsed than are taken, however long the text is. */
function rowsOf(text: string): { rows: string[][]; isIllFormed: boolean } {
  const table = text.slice(0, MAX_TABLE).replace(/^\uFEFF/, '');
  const { data, errors, meta } = Papa.parse<string[]>(table, {
    header: false,
    delimitersToGuess: [',', '\t', ';'],
    skipEmptyLines: 'greedy',
    preview: MAX_LINES,
  });
  const isIllFormed = errors.some(({ type }) => type === 'Quotes');
  const rows = isIllFormed ? lineByLine(table, meta.delimiter) : data;
  return { rows: rows.map((row) => row.slice(0, MAX_CELLS)), isIllFormed };
}

/** A line with a quote too many is taken as it stands, quotes and all. */
function lineByLine(table: string, delimiter: string): string[][] {
  const lines = table.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '');
  return lines.slice(0, MAX_LINES).map((line) => {
    const { data, errors } = Papa.parse<string[]>(line, { header: false, delimiter });
    return errors.length === 0 && data[0] ? data[0] : line.split(delimiter).map((cell) => cell.replaceAll('"', ''));
  });
}

/** Where each column stands; null unless the line names entries and something else about them. The first of two columns of one name counts. */
function columnsOf(row: readonly string[]): ReadonlyMap<Column, number> | null {
  const names = row.map(plain);
  const found = new Map<Column, number>();
  for (const column of COLUMNS) {
    const at = NAMES[column].map((name) => names.indexOf(name)).find((index) => index >= 0);
    if (at !== undefined) found.set(column, at);
  }
  return found.has('name') && (found.has('url') || found.has('issuer')) ? found : null;
}

function plain(cell: string): string {
  return cell.trim().toLowerCase();
}

type Row = Said & { url?: string };

function entryOf(row: readonly string[], columns: ReadonlyMap<Column, number>): Row {
  const entry: Row = {};
  for (const [column, at] of columns) {
    const cell = row[at]?.trim() ?? '';
    if (cell !== '') entry[column] = cell;
  }
  return entry;
}

/** A row of a table without a heading that is known: its first link, and its first other cell as the name. */
function linkedEntry(row: readonly string[]): Row {
  const url = row.find((cell) => LINK.test(cell));
  const name = row.find((cell) => cell.trim() !== '' && !LINK.test(cell));
  return { ...(url !== undefined && { url }), ...(name !== undefined && { name }) };
}
