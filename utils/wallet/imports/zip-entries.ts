/**
 * Files out of a ZIP archive (PKWARE APPNOTE 6.3), by its central directory, which is what other programs show of it. Every length is a stranger's
 * claim: entries are counted while they are unpacked, and may lie over one another without costing more than the caps.
 */
import { Inflate } from 'fflate';
import { joinBytes } from '../../bytes/join.ts';

/** Why an entry, or the rest of the archive, was not unpacked. */
export type ZipTrouble = 'damaged' | 'locked' | 'too-large' | 'too-many';
export type ZipEntry = { name: string; bytes: Uint8Array } | { name: string; why: ZipTrouble };

export const ZIP_CAPS = {
  entries: 1_000,
  /** Bytes of one entry, unpacked. */
  entry: 8 * 1_048_576,
  /** Bytes of all of them, and of what was thrown away. */
  total: 64 * 1_048_576,
} as const;

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END_LENGTH = 22;
const CENTRAL_LENGTH = 46;
const LOCAL_LENGTH = 30;
const MAX_COMMENT = 65_535;
const STORED = 0;
const DEFLATED = 8;
/** Flag bit 0; method 99 is WinZip's AES, which sets it too. */
const ENCRYPTED = 1;
const UTF8 = 1 << 11;
/** Packed bytes given to the decompressor at once: at most 1,032 times as many come out of it before they are counted. */
const STEP = 4_096;

interface Listed {
  name: string;
  flags: number;
  method: number;
  packed: number;
  size: number;
  /** Where its local header stands. */
  at: number;
}

/** Begins like a ZIP archive, or is an empty one. */
export function isZip(bytes: Uint8Array): boolean {
  const [p, k, a, b] = bytes;
  return p === 0x50 && k === 0x4b && ((a === 3 && b === 4) || (a === 5 && b === 6));
}

/**
 * Unpacks what `wanted` says of, by name, in the order of the archive; the rest is left out of the answer. An archive whose directory cannot be read
 * is `damaged`. After 1,000 entries, or `most` bytes unpacked, nothing more is unpacked. Never throws.
 */
export function unzipEntries(
  archive: Uint8Array,
  wanted: (name: string) => boolean,
  most: number = ZIP_CAPS.total,
): { entries: ZipEntry[]; trouble?: ZipTrouble } {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  const names = listedIn(archive, view);
  if (names === null) return { entries: [], trouble: 'damaged' };
  const files = names.listed.filter(({ name }) => wanted(name));
  const entries: ZipEntry[] = [];
  let left = Math.min(most, ZIP_CAPS.total);
  let ended = false;
  for (const file of files.slice(0, ZIP_CAPS.entries)) {
    const unpacked = left > 0 ? unpack(archive, view, file, Math.min(left, ZIP_CAPS.entry)) : full();
    left -= unpacked.cost;
    ended ||= 'why' in unpacked && unpacked.why === 'too-large' && file.size <= ZIP_CAPS.entry;
    entries.push(
      'why' in unpacked ? { name: file.name, why: unpacked.why } : { name: file.name, bytes: unpacked.bytes },
    );
  }
  const tooMany = names.more || files.length > ZIP_CAPS.entries;
  return { entries, ...(tooMany ? { trouble: 'too-many' } : ended && { trouble: 'too-large' }) };
}

/** Directory entries looked at: more than are unpacked, since folders and wrappers are passed over. */
const MAX_LISTED_ENTRIES = 20_000;

function listedIn(archive: Uint8Array, view: DataView): { listed: Listed[]; more: boolean } | null {
  const end = endRecord(view);
  if (end === null) return null;
  const count = view.getUint16(end + 10, true);
  const length = view.getUint32(end + 12, true);
  // Something may stand before the archive (a self-extracting one): offsets then count from where it begins.
  const shift = end - length - view.getUint32(end + 16, true);
  if (shift < 0) return null;
  const listed: Listed[] = [];
  let at = end - length;
  for (let n = 0; n < Math.min(count, MAX_LISTED_ENTRIES); n++) {
    if (at + CENTRAL_LENGTH > end || view.getUint32(at, true) !== CENTRAL) return null;
    const name = view.getUint16(at + 28, true);
    const next = at + CENTRAL_LENGTH + name + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (next > end) return null;
    const flags = view.getUint16(at + 8, true);
    listed.push({
      name: nameOf(archive.subarray(at + CENTRAL_LENGTH, at + CENTRAL_LENGTH + name), (flags & UTF8) !== 0),
      flags,
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true) + shift,
    });
    at = next;
  }
  return { listed, more: count > MAX_LISTED_ENTRIES };
}

/** The last thing of an archive but for a comment, whose length must fit: the signature may stand in the comment too. */
function endRecord(view: DataView): number | null {
  const last = view.byteLength - END_LENGTH;
  for (let at = last; at >= 0 && at >= last - MAX_COMMENT; at--) {
    if (view.getUint32(at, true) === END && at + END_LENGTH + view.getUint16(at + 20, true) === view.byteLength)
      return at;
  }
  return null;
}

/** Old archives do not say how their names are spelled; most of them spell them so all the same. */
function nameOf(bytes: Uint8Array, utf8: boolean): string {
  try {
    return new TextDecoder('utf-8', { fatal: !utf8 }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** `cost`: bytes that were read and unpacked, kept or not: a long stream that comes to nothing costs time too. */
type Unpacked = { cost: number } & ({ bytes: Uint8Array } | { why: ZipTrouble });

function full(): Unpacked {
  return { cost: 0, why: 'too-large' };
}

function unpack(archive: Uint8Array, view: DataView, file: Listed, most: number): Unpacked {
  if ((file.flags & ENCRYPTED) !== 0) return { cost: 0, why: 'locked' };
  if (file.size > most) return { cost: 0, why: 'too-large' };
  const damaged: Unpacked = { cost: 0, why: 'damaged' };
  if (file.at + LOCAL_LENGTH > archive.length || view.getUint32(file.at, true) !== LOCAL) return damaged;
  const start = file.at + LOCAL_LENGTH + view.getUint16(file.at + 26, true) + view.getUint16(file.at + 28, true);
  const packed = archive.subarray(start, start + file.packed);
  if (packed.length !== file.packed) return damaged;
  if (file.method === STORED) {
    return file.packed === file.size ? { cost: file.size, bytes: packed.slice() } : damaged;
  }
  return file.method === DEFLATED ? inflateUpTo(packed, file.size) : damaged;
}

/** Unpacked bytes must be as many as the directory says: what brings more is stopped there. */
function inflateUpTo(packed: Uint8Array, size: number): Unpacked {
  const chunks: Uint8Array[] = [];
  let found = 0;
  const stream = new Inflate((chunk) => {
    chunks.push(chunk);
    found += chunk.length;
  });
  let whole = true;
  try {
    for (let at = 0; at < packed.length && found <= size; at += STEP) {
      stream.push(packed.subarray(at, at + STEP), at + STEP >= packed.length);
    }
  } catch {
    whole = false;
  }
  const cost = packed.length + found;
  return whole && found === size ? { cost, bytes: joinBytes(chunks) } : { cost, why: 'damaged' };
}
