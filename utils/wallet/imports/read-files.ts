/** Files that were dropped or chosen: what each of them is, by its bytes. A name only helps where bytes say nothing. */
import { bakeableMime } from '../../openbadges/picture.ts';
import type { Candidate, ImportTrouble } from '../types.ts';
import { beginsAsBackup } from './backup-mark.ts';
import { listedText, MAX_LISTED } from './listed.ts';
import { readText } from './read-text.ts';
import type { Handed, InputRead, Unread } from './types.ts';
import { isZip, unzipEntries, ZIP_CAPS } from './zip-entries.ts';

/** Bytes. */
export const MAX_FILE = 8 * 1_048_576;
export const MAX_ARCHIVE = 64 * 1_048_576;
export const MAX_FILES = 1_000;

/** What programs leave in folders and archives. */
const DEBRIS = /(?:^|[/\\])(?:__MACOSX[/\\]|\._|\.DS_Store$|Thumbs\.db$|desktop\.ini$)|[/\\]$/i;
/** The table of LinkedIn's export, whose other tables and pages (messages, contacts) are nobody's business and stay packed. */
const CERTIFICATIONS = /(?:^|[/\\])certifications[ _()\d-]*\.csv$/i;
const PERSONAL = /\.(?:csv|html?)$/i;
const TABLE = /\.(?:csv|tsv)$/i;
/** What can hold a badge. Of others only the names are read. */
const READABLE = /\.(?:png|svg|json|jsonld|jwt|jws|1ob|txt|csv|tsv|md)$|(?:^|[/\\])[^./\\]+$/i;

/** Reads files, archives of them included; an archive in an archive stays closed. Never throws. */
export function readFiles(files: readonly Handed[]): InputRead {
  const reads: InputRead[] = [];
  // Several archives share what may be unpacked.
  let left: number = ZIP_CAPS.total;
  for (const file of files.slice(0, MAX_FILES)) {
    const read = isZip(file.bytes) ? readArchive(file, left) : readFile(file);
    if (isZip(file.bytes)) left -= sizeOf(read);
    reads.push(read);
  }
  return joined(reads, files.length > MAX_FILES ? 'too-many' : undefined);
}

/** The last part of a path: where a stranger's archive says a file belongs is of no interest. */
function labelOf(name: string): string {
  return listedText(name.split(/[/\\]/).at(-1)) ?? '?';
}

function refused(label: string, why: ImportTrouble): InputRead {
  return { way: 'file', candidates: [], unread: [{ label, why }] };
}

function sizeOf({ candidates }: InputRead): number {
  return candidates.reduce((sum, { source }) => sum + (source && 'bytes' in source ? source.bytes.length : 0), 0);
}

/** `most`: bytes that may come out of it. */
function readArchive({ name, bytes }: Handed, most: number): InputRead {
  const label = labelOf(name);
  if (bytes.length > MAX_ARCHIVE) return refused(label, 'too-large');
  const names: string[] = [];
  const listing = unzipEntries(bytes, (entry) => {
    if (!DEBRIS.test(entry)) names.push(entry);
    return false;
  });
  if (listing.trouble === 'damaged') return refused(label, 'damaged');
  const ofLinkedIn = names.some((entry) => CERTIFICATIONS.test(entry));
  const passedOver = (entry: string) => ofLinkedIn && PERSONAL.test(entry) && !CERTIFICATIONS.test(entry);
  const { entries, trouble } = unzipEntries(
    bytes,
    (entry) => !DEBRIS.test(entry) && READABLE.test(entry) && !passedOver(entry),
    most,
  );
  const others = names.filter((entry) => !READABLE.test(entry) && !passedOver(entry)).slice(0, ZIP_CAPS.entries);
  const reads = [
    ...entries.map((entry) => ('why' in entry ? refused(labelOf(entry.name), entry.why) : readFile(entry))),
    ...others.map((entry) => refused(labelOf(entry), 'not-understood')),
  ];
  if (reads.length === 0) return refused(label, 'empty');
  return joined(reads, trouble);
}

function readFile({ name, bytes }: Handed): InputRead {
  const label = labelOf(name);
  if (bytes.length === 0) return refused(label, 'empty');
  if (beginsAsBackup(bytes)) return { way: 'backup', candidates: [], unread: [], backup: { name: label, bytes } };
  if (bytes.length > MAX_FILE) return refused(label, 'too-large');
  const mime = bakeableMime(bytes);
  if (mime !== null) {
    return { way: 'file', candidates: [{ label, source: { bytes, mime }, acceptance: 'claimed' }], unread: [] };
  }
  const text = isZip(bytes) ? null : textOf(bytes);
  // A saved page is full of links that are nobody's badge.
  if (text === null || /^\s*</.test(text)) return refused(label, 'not-understood');
  const read = readText(text, { table: TABLE.test(name) });
  if (read.backup) return { ...read, backup: { name: label, bytes } };
  if (read.trouble !== undefined && read.candidates.length === 0) return refused(label, read.trouble);
  return { ...read, candidates: read.candidates.map((candidate) => inFile(candidate, { name: label, bytes }, text)) };
}

/** UTF-8, or what its byte order mark says: spreadsheets write UTF-16. */
function textOf(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  const coding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(coding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** A file that is one badge is kept as it is, to the byte, and goes by its own name. */
function inFile(candidate: Candidate, { name, bytes }: Handed, text: string): Candidate {
  const { source } = candidate;
  if (!source || !('text' in source) || source.text !== text.replace(/^\uFEFF/, '').trim()) return candidate;
  const mime = /^[[{]/.test(source.text) ? 'application/json' : 'application/jwt';
  return { ...candidate, label: name, source: { bytes, mime } };
}

/** What stands in several files, as one import. A list's address or a backup counts only where nothing else was handed in. */
function joined(reads: readonly InputRead[], trouble?: ImportTrouble): InputRead {
  const [only] = reads;
  if (only && reads.length === 1) {
    const why = trouble ?? only.trouble ?? alone(only);
    return { ...withoutTrouble(only), way: wayOf(only), ...(why !== undefined && { trouble: why }) };
  }
  const candidates = reads.flatMap((read) => [...read.candidates, ...listCandidate(read)]);
  const unread: Unread[] = reads.flatMap((read) => [
    ...read.unread,
    ...(read.backup ? [{ label: read.backup.name, why: 'not-understood' } as const] : []),
  ]);
  const partly = reads.find((read) => read.trouble !== undefined && read.candidates.length > 0)?.trouble;
  const many = Math.max(candidates.length, unread.length) > MAX_LISTED ? 'too-many' : undefined;
  const nothing = candidates.length === 0 ? (unread[0]?.why ?? 'empty') : undefined;
  const why = many ?? trouble ?? partly ?? nothing;
  return {
    way: 'file',
    candidates: candidates.slice(0, MAX_LISTED),
    unread: unread.slice(0, MAX_LISTED),
    ...(why !== undefined && { trouble: why }),
  };
}

function withoutTrouble({ trouble: _, ...read }: InputRead): InputRead {
  return read;
}

/** Nothing came of the only thing there was. */
function alone({ candidates, unread, list, backup }: InputRead): ImportTrouble | undefined {
  return candidates.length > 0 || list || backup ? undefined : (unread[0]?.why ?? 'empty');
}

/** A badge or a link in a file came as a file; a list stays what it is. */
function wayOf({ way }: InputRead): InputRead['way'] {
  return way === 'text' || way === 'link' ? 'file' : way;
}

/** Among other things a list's address is checked as the link it is, and the answer says that it is no badge. */
function listCandidate({ list }: InputRead): Candidate[] {
  if (!list) return [];
  return [{ label: listedText(list.address) ?? '?', source: { url: list.address }, acceptance: 'claimed' }];
}
