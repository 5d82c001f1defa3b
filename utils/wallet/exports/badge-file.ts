/** One badge as a file that other programs read: the picture with the badge in it, or the credential alone. */
import type { Standard } from '../../badge/report.ts';
import { readJson } from '../../net/json.ts';
import { bake } from '../../openbadges/baking/bake.ts';
import { type BakedKeyword, unbake } from '../../openbadges/baking/unbake.ts';
import { detect, detectCompact } from '../../openbadges/detect.ts';
import { bakeableMime, isPicture } from '../../openbadges/picture.ts';
import { barePicture } from '../../share/bare-picture/index.ts';
import type { BadgeRow, KeptBytes, KeptRow } from '../types.ts';
import { fileName } from './file-name.ts';
import { isAddress, isOwnPayload } from './own-payload.ts';

export interface BadgeFile {
  name: string;
  mime: string;
  bytes: Uint8Array;
}

type Named = Pick<BadgeRow, 'facts' | 'identities'>;
type Held = Pick<KeptRow, 'original' | 'documents' | 'picture'>;

const EXTENSIONS: Readonly<Record<string, string>> = {
  'image/png': 'png',
  'image/svg+xml': 'svg',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'application/json': 'json',
  'application/jwt': 'jwt',
};

/** What the user handed in. */
export interface Original {
  file: KeptBytes;
  /** What is baked into it; null: it is the credential itself. */
  inside: string | null;
}

/**
 * What the user handed in, where it is this badge's own: a backup may have put anything beside a badge. Null where it is another one's, or was never kept.
 * Read once for both files: a picture may be large.
 */
export async function ownOriginal(row: Named, { original }: Held): Promise<Original | null> {
  if (!original) return null;
  const inside = isOfPicture(original) ? await payloadOf(original.bytes) : null;
  const payload = isOfPicture(original) ? inside : decoded(original.bytes);
  return payload !== null && isOwnPayload(payload, row) ? { file: original, inside } : null;
}

/**
 * The badge's picture: as it was received, to the byte, where this badge is baked into it; else with the credential baked in. One that holds none and can
 * hold none (a photograph's format, a platform's record) is given as it is: `baked` says which. What has another badge baked in is never given with it, nor
 * is an issue of this one other than what was handed in: a host may serve the picture of before a renewal. Null without a picture. `own`: what
 * `ownOriginal` found.
 */
export async function pictureFile(
  row: Named,
  kept: Held,
  own: Original | null,
): Promise<(BadgeFile & { baked: boolean }) | null> {
  if (own && own.inside !== null) return { ...pictureNamed(row, own.file.bytes), baked: true };
  const bytes = kept.picture?.bytes;
  if (!bytes || mimeOfPicture(bytes) === null) return null;
  const payload = await payloadOf(bytes);
  const handedIn = own && textOf(own.file);
  const text = handedIn ?? textToBake(row, kept);
  // What is at an address is always the current issue.
  const isCurrent = payload !== null && (handedIn === null || isAddress(payload));
  if (payload !== null && (payload === text || (isCurrent && isOwnPayload(payload, row))))
    return { ...pictureNamed(row, bytes), baked: true };
  const baked =
    text !== null && isPicture(bytes) ? bake(bytes, { text, keyword: keywordFor(row.facts.standard) }) : null;
  if (baked?.ok) return { ...pictureNamed(row, baked.bytes), baked: true };
  return { ...pictureNamed(row, payload === null ? bytes : (barePicture(bytes) ?? bytes)), baked: false };
}

/**
 * The credential: what the user handed in, what is baked into it, or the document that the last answer rests on. Null where there is none. `own`: what
 * `ownOriginal` found.
 */
export function credentialFile(row: Named, kept: Held, own: Original | null): BadgeFile | null {
  if (own && own.inside === null) return credentialNamed(row, own.file.bytes);
  if (own && own.inside !== null && kindOf(own.inside) !== null)
    return credentialNamed(row, new TextEncoder().encode(own.inside));
  const document = badgeDocument(kept);
  return document ? credentialNamed(row, document.bytes) : null;
}

async function payloadOf(bytes: Uint8Array): Promise<string | null> {
  const read = isPicture(bytes) ? await unbake(bytes) : null;
  return read?.ok ? read.found.payload : null;
}

function pictureNamed({ facts }: Named, bytes: Uint8Array): BadgeFile {
  const mime = mimeOfPicture(bytes) ?? 'application/octet-stream';
  return { name: fileName(facts.name, EXTENSIONS[mime] ?? 'bin'), mime, bytes };
}

function credentialNamed({ facts }: Named, bytes: Uint8Array): BadgeFile {
  const kind = kindOf(decoded(bytes) ?? '');
  const mime = kind === 'json' ? 'application/json' : kind === 'compact' ? 'application/jwt' : 'text/plain';
  return { name: fileName(facts.name, EXTENSIONS[mime] ?? 'txt'), mime, bytes };
}

/** What goes into the picture where nothing was handed in: the credential, or, where only its place is known (Open Badges up to 2.0), its address. */
function textToBake({ facts }: Named, kept: Held): string | null {
  const document = badgeDocument(kept);
  const text = document && textOf(document);
  if (text) return text;
  const isHosted = facts.standard === 'OB0.5' || facts.standard === 'OB1' || facts.standard === 'OB2';
  return isHosted && facts.id?.startsWith('https://') ? facts.id : null;
}

/** Without the mark that some programs begin a text with. */
function textOf({ bytes }: KeptBytes): string | null {
  return decoded(bytes)?.replace(/^\uFEFF/, '') ?? null;
}

/** The first of the documents that is somebody's badge: the others are its class, its issuer, lists. */
function badgeDocument({ documents }: Held): KeptBytes | undefined {
  return documents.find(({ bytes }) => {
    const text = decoded(bytes) ?? '';
    if (detectCompact(text) === 'jws') return true;
    const json = readJson(text);
    if (!json.ok) return false;
    const { kind } = detect(json.value);
    return kind === 'hosted' || kind === 'signed';
  });
}

/** Open Badges baking: each generation has a keyword of its own; other verifiable credentials go by that of 3.0. */
function keywordFor(standard: Standard): BakedKeyword {
  if (standard === 'CLR2') return 'clrcredential';
  return standard === 'OB3' || standard === 'VC' ? 'openbadgecredential' : 'openbadges';
}

function kindOf(text: string): 'json' | 'compact' | null {
  if (detectCompact(text) !== null) return 'compact';
  return /^\uFEFF?\s*\{/.test(text) && readJson(text).ok ? 'json' : null;
}

function decoded(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

function isOfPicture({ bytes }: KeptBytes): boolean {
  return mimeOfPicture(bytes) !== null;
}

/** By its first bytes: what a server called it may be anything. */
function mimeOfPicture(bytes: Uint8Array): string | null {
  const bakeable = bakeableMime(bytes);
  if (bakeable !== null) return bakeable;
  const head = String.fromCharCode(...bytes.subarray(0, 12));
  if (head.startsWith('\xff\xd8\xff')) return 'image/jpeg';
  if (/^GIF8[79]a/.test(head)) return 'image/gif';
  return /^RIFF[\s\S]{4}WEBP/.test(head) ? 'image/webp' : null;
}
