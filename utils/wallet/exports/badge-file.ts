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
import { isOwnPayload } from './own-payload.ts';

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

/** What is baked into what the user handed in; null: nothing. Read once for both files: a picture may be large. */
export async function bakedIn({ original }: Held): Promise<string | null> {
  return original ? payloadOf(original.bytes) : null;
}

/**
 * The badge's picture: as it was received, to the byte, where this badge is baked into it; else with the credential baked in. One that holds none and can
 * hold none (a photograph's format, a platform's record) is given as it is: `baked` says which. What has another badge baked in is never given with it.
 * Null without a picture. `inside`: what `bakedIn` found.
 */
export async function pictureFile(
  row: Named,
  kept: Held,
  inside: string | null,
): Promise<(BadgeFile & { baked: boolean }) | null> {
  const { original, picture } = kept;
  if (original && inside !== null) return { ...pictureNamed(row, original.bytes), baked: true };
  const bytes = (picture ?? original)?.bytes;
  if (!bytes || mimeOfPicture(bytes) === null) return null;
  const payload = picture ? await payloadOf(bytes) : null;
  const text = textToBake(row, kept);
  if (payload !== null && (payload === text || isOwnPayload(payload, row)))
    return { ...pictureNamed(row, bytes), baked: true };
  const baked =
    text !== null && isPicture(bytes) ? bake(bytes, { text, keyword: keywordFor(row.facts.standard) }) : null;
  if (baked?.ok) return { ...pictureNamed(row, baked.bytes), baked: true };
  return { ...pictureNamed(row, payload === null ? bytes : (barePicture(bytes) ?? bytes)), baked: false };
}

/**
 * The credential: what the user handed in, what is baked into it, or the document that the last answer rests on. Null where there is none. `inside`: what
 * `bakedIn` found.
 */
export function credentialFile(row: Named, kept: Held, inside: string | null): BadgeFile | null {
  const { original } = kept;
  if (original && !isOfPicture(original)) return credentialNamed(row, original.bytes);
  if (inside !== null && kindOf(inside) !== null) return credentialNamed(row, new TextEncoder().encode(inside));
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

/** What goes into the picture: the credential, or, where only its place is known (Open Badges up to 2.0), its address. */
function textToBake({ facts }: Named, kept: Held): string | null {
  const { original } = kept;
  const handedIn = original && !isOfPicture(original) ? decoded(original.bytes)?.replace(/^\uFEFF/, '') : undefined;
  if (handedIn && kindOf(handedIn) !== null) return handedIn;
  const document = badgeDocument(kept);
  const text = document && decoded(document.bytes)?.replace(/^\uFEFF/, '');
  if (text) return text;
  const isHosted = facts.standard === 'OB0.5' || facts.standard === 'OB1' || facts.standard === 'OB2';
  return isHosted && facts.id?.startsWith('https://') ? facts.id : null;
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
