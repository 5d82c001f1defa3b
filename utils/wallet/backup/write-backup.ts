/** Rows → the file. */
import { toBase64 } from '../../bytes/base64.ts';
import type { KeptBytes, KeptRow } from '../types.ts';
import { checksumOf } from './checksum.ts';
import {
  type BackupHeader,
  type BackupRows,
  type Content,
  type ContentBytes,
  type ContentKept,
  type Encrypted,
  FORMAT,
  type LockedBackup,
  MAX_BACKUP,
  OWN_PREFERENCES,
  type PlainBackup,
  VERSION,
} from './format.ts';
import { lock, lockedChecksum } from './lock.ts';

export interface WriteOptions {
  /** Milliseconds since the epoch. */
  now: number;
  /** '' for none: whoever has the file can read it. */
  passphrase: string;
  /** Badges that were written so far, of so many. */
  onProgress?(done: number, of: number): void;
  /** Bytes that the file may have. */
  most?: number;
}

export type Written =
  /** `pictures`: so many were left out, since their platforms can be asked for them again and the file would have been too large. */
  { ok: true; bytes: Uint8Array<ArrayBuffer>; pictures: number } | { ok: false; why: 'too-large' };

/** Time after which a page may draw, in milliseconds. */
const TURN = 40;
/** What a row takes beside its bytes is counted; this is for names, brackets and header. */
const ROOM = 4_096;

/** What is in the bin stays there. */
export async function writeBackup(rows: BackupRows, options: WriteOptions): Promise<Written> {
  const { now, passphrase, most = MAX_BACKUP } = options;
  const header: BackupHeader = { format: FORMAT, version: VERSION, createdAt: new Date(now).toISOString() };
  // Locked, everything is in base64 a second time.
  const budget = passphrase === '' ? most - ROOM : Math.floor((most - ROOM) * 0.75) - ROOM;
  const made = await contentOf(rows, budget, options.onProgress ?? (() => {}));
  if (!made) return { ok: false, why: 'too-large' };
  const { content, pictures } = made;
  const encoder = new TextEncoder();
  const body = JSON.stringify(content);
  const text = encoder.encode(plainText({ ...header, checksum: await checksumOf(encoder.encode(body)) }, body));
  if (passphrase === '') return { ok: true, bytes: text, pictures };
  const { facts, data } = await lock(text, passphrase, header);
  const encrypted: Encrypted = { ...facts, data: toBase64(data) };
  const locked: LockedBackup = { ...header, checksum: await lockedChecksum(header, facts, data), encrypted };
  return { ok: true, bytes: encoder.encode(JSON.stringify(locked)), pictures };
}

/** The file as JSON, `content` last. It may be a quarter of a gigabyte and was written for the checksum already: not again. */
function plainText(head: Omit<PlainBackup, 'content'>, content: string): string {
  return `${JSON.stringify(head).slice(0, -1)},"content":${content}}`;
}

async function contentOf(
  rows: BackupRows,
  budget: number,
  onProgress: (done: number, of: number) => void,
): Promise<{ content: Content; pictures: number } | null> {
  const badges = rows.badges.filter(({ deletedAt }) => deletedAt === 0);
  const ids = new Set(badges.map(({ id }) => id));
  const history = rows.history.filter(({ badge }) => ids.has(badge)).map(withoutNumber);
  const preferences = rows.preferences.filter(({ key }) => !OWN_PREFERENCES.includes(key));
  const { collections, watches } = rows;
  const rest: Omit<Content, 'kept'> = { badges, history, collections, watches, preferences };
  let left = budget - sizeOf(rest);
  let pictures = 0;
  let turn = Date.now();
  const kept: ContentKept[] = [];
  const own = rows.kept.filter(({ id }) => ids.has(id));
  for (const row of own) {
    const { original, former, documents, picture, ...light } = row;
    const needed = [original, ...(former ?? []), ...documents, mustKeep(row) ? picture : undefined].filter(
      (each) => each !== undefined,
    );
    left -= sizeOf(light) + needed.reduce((sum, each) => sum + sizeOfBytes(each), 0);
    if (left < 0) return null;
    kept.push({
      ...light,
      ...(original && { original: written(original) }),
      ...(former && { former: former.map(written) }),
      documents: documents.map(written),
    });
    onProgress(kept.length, own.length);
    if (Date.now() - turn < TURN) continue;
    await new Promise((next) => setTimeout(next));
    turn = Date.now();
  }
  // Pictures that could be asked for again come last, as far as there is room.
  for (const [at, row] of own.entries()) {
    const { picture } = row;
    const entry = kept[at];
    if (!picture || !entry) continue;
    const size = mustKeep(row) ? 0 : sizeOfBytes(picture);
    if (size > left) {
      pictures++;
      continue;
    }
    left -= size;
    entry.picture = written(picture);
  }
  return { content: { badges, kept, history, collections, watches, preferences }, pictures };
}

/** Nobody else has it. */
function mustKeep({ picture }: KeptRow): boolean {
  return picture !== undefined && picture.address === undefined;
}

function written({ mime, bytes, address }: KeptBytes): ContentBytes {
  return { mime, bytes: toBase64(bytes), ...(address !== undefined && { address }) };
}

function withoutNumber({ n: _, ...row }: BackupRows['history'][number] & { n?: number }): Content['history'][number] {
  return row;
}

/** In bytes of UTF-8. */
function sizeOf(value: unknown): number {
  return new TextEncoder().encode(JSON.stringify(value)).length;
}

function sizeOfBytes({ mime, bytes, address = '' }: KeptBytes): number {
  return Math.ceil(bytes.length / 3) * 4 + sizeOf([mime, address]) + 60;
}
