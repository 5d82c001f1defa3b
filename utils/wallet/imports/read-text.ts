/** What somebody pasted, or what a text file holds. */
import { isObject, type JsonObject, list, member } from '../../json/members.ts';
import { recogniseLink } from '../../links/index.ts';
import { readJson } from '../../net/json.ts';
import { detect, detectCompact } from '../../openbadges/detect.ts';
import { isPicture } from '../../openbadges/picture.ts';
import type { Candidate, ImportTrouble } from '../types.ts';
import { isBackup } from './backup-mark.ts';
import { collectedBadges } from './badgr-collection.ts';
import { credlyBadges } from './credly-profile.ts';
import { elementsOf } from './json-elements.ts';
import { isJsonResume, readJsonResume } from './json-resume.ts';
import { readTable } from './linkedin-csv.ts';
import { listAddressOf } from './list-address.ts';
import { linkSource, listedText, MAX_LISTED } from './listed.ts';
import type { InputRead, Unread } from './types.ts';

/** UTF-16 units. The longest real thing is a data export. */
export const MAX_TEXT = 8 * 1_048_576;
/** Links of one paste. */
export const MAX_LINKS = 500;
/** Words tried in a line without `http`. */
const MAX_WORDS = 20;
/** A link, or a picture that is one, at the very beginning. */
const MARKDOWN = /^\[!?\[?[^\]]*\]\(/;
/** A bracket ends it, for Markdown's stand around addresses; but what it opens and closes itself belongs to it. */
const ADDRESS = /https?:\/\/(?:[^\s<>()[\]"\\^`{|}]|\([^\s<>()[\]"\\^`{|}]*\))+/gi;
/** Marks that a sentence puts behind an address. */
const MARKS = /['”’」）.,;:!?*。，；、]{1,9}$/;

export interface TextOptions {
  /** Rows with links are a table whatever its heading says: the name of the file said so. */
  table?: boolean;
}

/**
 * Text → what it is: a badge in JSON, a compact JWS or SD-JWT, the source of an SVG, a JSON array of badges, a JSON Resume, a page saved from Credly,
 * a Badgr collection, LinkedIn's table, a backup, or links. The way is that of the list where it is one.
 */
export function readText(input: string, options: TextOptions = {}): InputRead {
  if (input.length > MAX_TEXT) return nothing('too-large');
  const text = input.replace(/^\uFEFF/, '').trim();
  if (text === '') return nothing('empty');
  if (/^[[{]/.test(text) && !MARKDOWN.test(text)) return readJsonText(text);
  if (detectCompact(text) !== null) return read('text', [document(text, undefined, 1)]);
  if (isPicture(new TextEncoder().encode(text.slice(0, 4_096)))) return read('text', [document(text, undefined, 1)]);
  const table = readTable(text, options.table ?? false);
  if (!table) return readLines(text);
  return { ...read(table.linkedin ? 'linkedin-export' : 'text', table.candidates), ...trouble(table.trouble) };
}

function read(way: InputRead['way'], candidates: Candidate[], unread: Unread[] = []): InputRead {
  return { way, candidates, unread };
}

function nothing(why: ImportTrouble, way: InputRead['way'] = 'text'): InputRead {
  return { ...read(way, []), trouble: why };
}

function trouble(why: ImportTrouble | undefined): Pick<InputRead, 'trouble'> {
  return why === undefined ? {} : { trouble: why };
}

/** A list as it was found, with at most one entry more than are taken. */
function listed(way: InputRead['way'], candidates: Candidate[]): InputRead {
  if (candidates.length === 0) return nothing('empty', way);
  return {
    ...read(way, candidates.slice(0, MAX_LISTED)),
    ...trouble(candidates.length > MAX_LISTED ? 'too-many' : undefined),
  };
}

function readJsonText(text: string): InputRead {
  const json = readJson(text, { maxBytes: MAX_TEXT });
  if (!json.ok) return nothing('not-understood');
  const { value } = json;
  if (Array.isArray(value)) return readArray(elementsOf(text), value);
  if (!isObject(value)) return nothing('not-understood');
  if (isBackup(value)) return { ...read('backup', []), backup: { name: '', bytes: new TextEncoder().encode(text) } };
  if (detect(value).kind !== 'none') return read('text', [document(text, value, 1)]);
  if (isJsonResume(value)) return listed('json-resume', readJsonResume(value));
  const saved = credlyBadges(value);
  if (saved) return listed('credly-profile', saved);
  const collected = collectedBadges(value);
  return collected ? listed('badgr-collection', collected) : nothing('not-understood');
}

/** Badges, signed ones as strings, and links, in any mixture. */
function readArray(elements: readonly string[], values: readonly unknown[]): InputRead {
  const candidates: Candidate[] = [];
  const unread: Unread[] = [];
  for (const [index, value] of values.slice(0, MAX_LISTED).entries()) {
    const found = elementOf(elements[index] ?? '', value, index + 1);
    if (found) candidates.push(found);
    else unread.push({ label: `#${index + 1}`, why: 'not-understood' });
  }
  if (candidates.length === 0) return { ...nothing(values.length === 0 ? 'empty' : 'not-understood'), unread };
  return { ...read('text', candidates, unread), ...trouble(values.length > MAX_LISTED ? 'too-many' : undefined) };
}

function elementOf(written: string, value: unknown, place: number): Candidate | null {
  if (typeof value === 'string') {
    if (detectCompact(value) !== null) return document(value.trim(), undefined, place);
    const source = /^\s*https?:/i.test(value) ? linkSource(value) : null;
    return source && { label: listedText(source.url) ?? `#${place}`, source, acceptance: 'claimed' };
  }
  return isObject(value) && detect(value).kind !== 'none' ? document(written, value, place) : null;
}

function document(text: string, value: JsonObject | undefined, place: number): Candidate {
  return { label: (value && titleOf(value)) ?? `#${place}`, source: { text }, acceptance: 'claimed' };
}

/** The badge's name as the document has it, unchecked. */
function titleOf(value: JsonObject): string | undefined {
  const subject = list(member(value, 'credentialSubject')).find(isObject);
  const achievement = subject && list(member(subject, 'achievement')).find(isObject);
  const badge = list(member(value, 'badge')).find(isObject);
  return [achievement, badge, value].map((named) => named && listedText(member(named, 'name'))).find(Boolean);
}

function readLines(text: string): InputRead {
  const candidates: Candidate[] = [];
  const unread: Unread[] = [];
  for (const [line] of text.matchAll(/[^\r\n]+/g)) {
    if (line.trim() === '') continue;
    const found = candidatesIn(line);
    candidates.push(...found);
    if (found.length === 0) unread.push({ label: listedText(line) ?? '?', why: 'not-understood' });
    if (candidates.length > MAX_LINKS || unread.length > MAX_LINKS) {
      return { ...read('link', candidates.slice(0, MAX_LINKS), unread), trouble: 'too-many' };
    }
  }
  const [only] = candidates;
  const list =
    only && candidates.length === 1 && only.source && 'url' in only.source ? listAddressOf(only.source.url) : null;
  if (list) return { ...read(list.kind, [], unread), list };
  return candidates.length === 0 ? { ...nothing('not-understood'), unread } : read('link', candidates, unread);
}

/** The links of a line, each once (a link's own text is often its address), or the signed badges and bare addresses among its words. */
function candidatesIn(line: string): Candidate[] {
  const addresses = [...line.slice(0, MAX_TEXT).matchAll(ADDRESS)].slice(0, MAX_LINKS + 1);
  const sources =
    addresses.length > 0
      ? addresses.flatMap(
          ([address]) => addressSource(address === line.trim() ? address : address.replace(MARKS, '')) ?? [],
        )
      : line
          .trim()
          .split(/\s+/, MAX_WORDS)
          .flatMap((word) => wordSource(word) ?? []);
  const distinct = new Map(sources.map((source) => ['url' in source ? source.url : source.text, source]));
  return [...distinct.values()].map((source, index) => ({
    label: ('url' in source ? listedText(source.url) : undefined) ?? `#${index + 1}`,
    source,
    acceptance: 'claimed',
  }));
}

/** A profile by its number is no badge's link, but the address of a list. */
function addressSource(address: string): { url: string } | null {
  const list = listAddressOf(address);
  return list ? { url: list.address } : linkSource(address);
}

function wordSource(word: string): { url: string } | { text: string } | null {
  if (detectCompact(word) !== null) return { text: word };
  const list = listAddressOf(word);
  const url = list?.address ?? recogniseLink(word)?.url;
  return url === undefined ? null : { url };
}
