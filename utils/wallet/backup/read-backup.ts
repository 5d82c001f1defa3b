/** The file → rows. Whoever wrote it: nothing in it is believed but what the user's own eyes will see. */
import { fromBase64 } from '../../bytes/base64.ts';
import { isObject, type JsonObject, member } from '../../json/members.ts';
import { readJson } from '../../net/json.ts';
import { beginsAsBackup, isBackup } from '../imports/backup-mark.ts';
import { checksumOf } from './checksum.ts';
import { type BackupHeader, type BackupRead, FORMAT, MAX_BACKUP, VERSION } from './format.ts';
import { lockedChecksum, lockFacts, unlock } from './lock.ts';
import { validateRows } from './validate-rows.ts';

/** Nested arrays and objects; ours have six. */
const MAX_DEPTH = 16;

type Refused = Extract<BackupRead, { ok: false }>;

const DAMAGED: Refused = { ok: false, why: 'damaged' };

/** `passphrase`: null for none. `now` in milliseconds since the epoch. Never throws for what a file holds. */
export async function readBackup(bytes: Uint8Array, passphrase: string | null, now: number): Promise<BackupRead> {
  if (bytes.length > MAX_BACKUP) return { ok: false, why: 'too-large' };
  if (bytes.length === 0) return { ok: false, why: 'empty' };
  const opened = open(bytes);
  if ('why' in opened) return opened;
  const { header, document } = opened;
  const encrypted = member(document, 'encrypted');
  if (encrypted === undefined) return contentOf(document, header, now);
  if (!isObject(encrypted)) return DAMAGED;
  const unlocked = await unlockedOf(encrypted, member(document, 'checksum'), header, passphrase);
  if ('why' in unlocked) return unlocked;
  const inner = open(unlocked.bytes);
  return 'why' in inner ? inner : contentOf(inner.document, inner.header, now);
}

/** The document, once it is known to be a backup that this version understands. */
function open(bytes: Uint8Array): { header: BackupHeader; document: JsonObject } | Refused {
  const read = readJson(bytes, { maxBytes: MAX_BACKUP, maxDepth: MAX_DEPTH });
  if (!read.ok) return beginsAsBackup(bytes) ? DAMAGED : { ok: false, why: 'not-understood' };
  const { value } = read;
  if (!isBackup(value) || !isObject(value)) return { ok: false, why: 'not-understood' };
  const version = member(value, 'version');
  if (typeof version !== 'number' || !Number.isSafeInteger(version) || version < 1) return DAMAGED;
  if (version > VERSION) return { ok: false, why: 'newer-version' };
  const createdAt = member(value, 'createdAt');
  const isDate = typeof createdAt === 'string' && createdAt.length <= 40 && !Number.isNaN(Date.parse(createdAt));
  // One that can be read in two ways was written by nobody's Touchstone.
  if (!isDate || read.duplicateKeys || read.dropped) return DAMAGED;
  return { header: { format: FORMAT, version: VERSION, createdAt }, document: value };
}

async function contentOf(document: JsonObject, { createdAt }: BackupHeader, now: number): Promise<BackupRead> {
  const content = member(document, 'content');
  if (!isObject(content)) return DAMAGED;
  const checksum = await checksumOf(new TextEncoder().encode(JSON.stringify(content)));
  if (checksum !== member(document, 'checksum')) return DAMAGED;
  return { ok: true, createdAt, ...validateRows(content, now) };
}

async function unlockedOf(
  encrypted: JsonObject,
  checksum: unknown,
  header: BackupHeader,
  passphrase: string | null,
): Promise<{ bytes: Uint8Array<ArrayBuffer> } | Refused> {
  const names = ['key', 'iterations', 'salt', 'cipher', 'iv'] as const;
  const facts = lockFacts(Object.fromEntries(names.map((name) => [name, member(encrypted, name)])));
  const data = member(encrypted, 'data');
  const ciphertext = typeof data === 'string' ? fromBase64(data) : null;
  if (!facts || !ciphertext || (await lockedChecksum(header, facts, ciphertext)) !== checksum) return DAMAGED;
  if (passphrase === null || passphrase === '') return { ok: false, why: 'locked', passphrase: 'missing' };
  const bytes = await unlock(ciphertext, facts, passphrase, header);
  return bytes ? { bytes } : { ok: false, why: 'locked', passphrase: 'wrong' };
}
