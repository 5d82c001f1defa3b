/** All badges as files that other wallets and programs read, in one archive. */
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import { joinBytes } from '../../bytes/join.ts';
import { currentAnswer } from '../changes.ts';
import type { KeptRow } from '../types.ts';
import { type BadgeFile, credentialFile, ownOriginal, pictureFile } from './badge-file.ts';
import { type Entry, stateOf } from './choose.ts';
import { uniqueNames } from './file-name.ts';

/** Bytes of the archive: what it cannot hold is named in its index without files. */
const MAX_ARCHIVE = 512 * 1_048_576;

export interface ZipOptions {
  /** Milliseconds since the epoch. */
  now: number;
  onProgress?(done: number, of: number): void;
  /** Bytes of all files together. */
  most?: number;
}

/** What the archive says of each badge. */
interface Listed {
  name: string;
  issuer: string;
  issuedOn?: string;
  expires?: string;
  url?: string;
  standard: string;
  answer: string;
  checkedAt: string;
  acceptance: string;
  state: string;
  /** Names of the files beside it. */
  picture?: string;
  credential?: string;
  /** Names of what was handed in and has been replaced since. */
  former?: string[];
}

/**
 * For each badge its picture with the credential baked in, the credential itself and its former files, as far as there are such, and `index.json`.
 * `readKept` is asked for one badge after the other: all of them together may be larger than memory. `left`: badges whose files found no room. `foreign`:
 * those whose kept file is another badge's and is not in it. The index is in the words of sharing; the files are the owner's, to the byte, with whatever
 * their issuers wrote into them.
 */
export async function openBadgesZip(
  entries: readonly Entry[],
  readKept: (id: string) => Promise<KeptRow | undefined>,
  { now, onProgress, most = MAX_ARCHIVE }: ZipOptions,
): Promise<{ bytes: Uint8Array<ArrayBuffer>; left: number; foreign: number }> {
  const chunks: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    chunks.push(chunk);
  });
  const named = uniqueNames();
  named('index', 'json');
  const add = (file: BadgeFile): string => {
    const name = renamed(file.name, named);
    addFile(zip, name, file.bytes, now);
    return name;
  };
  const index: Listed[] = [];
  let room = most;
  let left = 0;
  let foreign = 0;
  for (const entry of entries) {
    const { row } = entry;
    const kept = await readKept(row.id);
    const own = kept ? await ownOriginal(row, kept) : null;
    if (kept?.original && !own) foreign++;
    const picture = kept ? await pictureFile(row, kept, own) : null;
    const credential = kept ? credentialFile(row, kept, own) : null;
    const former = kept ? await formerFiles(row, kept) : [];
    const size = [picture, credential, ...former].reduce((sum, file) => sum + (file?.bytes.length ?? 0), 0);
    const fits = size <= room;
    if (fits) room -= size;
    else left++;
    index.push({
      ...listed(entry, now),
      ...(fits && picture && { picture: add(picture) }),
      ...(fits && credential && { credential: add(credential) }),
      ...(fits && former.length > 0 && { former: former.map(add) }),
    });
    onProgress?.(index.length, entries.length);
  }
  addFile(zip, 'index.json', new TextEncoder().encode(`${JSON.stringify({ badges: index }, null, 2)}\n`), now);
  zip.end();
  return { bytes: joinBytes(chunks), left, foreign };
}

/** As they were handed in. Not those of which only a backup says that they are this badge's. */
async function formerFiles(row: Entry['row'], { former = [] }: KeptRow): Promise<BadgeFile[]> {
  const files: BadgeFile[] = [];
  for (const original of former.filter(({ unproved }) => unproved !== true)) {
    const held = { original, documents: [] };
    const own = await ownOriginal(row, held);
    const file = own && ((await pictureFile(row, held, own)) ?? credentialFile(row, held, own));
    if (file) files.push(file);
  }
  return files;
}

function listed(entry: Entry, now: number): Listed {
  const { row, facts } = entry;
  const { verdict, checkedAt } = currentAnswer(row, now);
  return {
    name: facts.name,
    issuer: facts.issuer.name,
    ...(facts.issuedOn !== undefined && { issuedOn: facts.issuedOn }),
    ...(facts.expires !== undefined && { expires: facts.expires }),
    ...(facts.url !== undefined && { url: facts.url }),
    standard: row.facts.standard,
    answer: verdict,
    checkedAt,
    acceptance: row.acceptance,
    state: stateOf(entry),
  };
}

function renamed(name: string, named: ReturnType<typeof uniqueNames>): string {
  const dot = name.lastIndexOf('.');
  return named(name.slice(0, dot), name.slice(dot + 1));
}

/** Pictures are packed already. */
function addFile(zip: Zip, name: string, bytes: Uint8Array, now: number): void {
  const isPacked = /\.(?:png|jpg|gif|webp)$/.test(name);
  const file = isPacked ? new ZipPassThrough(name) : new ZipDeflate(name, { level: 6 });
  // The format begins in 1980 and ends in 2099.
  file.mtime = Math.min(Math.max(now, Date.UTC(1980, 0, 2)), Date.UTC(2099, 11, 30));
  zip.add(file);
  file.push(bytes, true);
}
