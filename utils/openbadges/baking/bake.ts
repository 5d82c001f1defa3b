/** Writing a badge into a picture, so that others read it again. Everything else in the picture stays byte for byte as it was. */
import type { Check } from '../../badge/report.ts';
import { joinBytes } from '../../bytes/join.ts';
import { badgeChunks } from './png.ts';
import { chunkBytes, chunksOf, isPng } from './png-chunks.ts';
import { NAMESPACES, readSvg } from './svg.ts';
import { type BakedKeyword, broken, MAX_PAYLOAD, MAX_PICTURE } from './types.ts';

export interface ToBake {
  /** JSON, a compact JWS, or (Open Badges up to 2.0) the assertion's address. */
  text: string;
  keyword: BakedKeyword;
}

export type Baked = { ok: true; bytes: Uint8Array<ArrayBuffer> } | { ok: false; check: Check };

/** Bakes a badge into a PNG or an SVG; one that is there already is replaced. What would not be read back as it was is not written. Never throws. */
export function bake(picture: Uint8Array, badge: ToBake): Baked {
  if (badge.text.length > MAX_PAYLOAD || picture.length > MAX_PICTURE) return broken('size');
  if (!isWritable(badge.text)) return broken('text');
  const bytes = new Uint8Array(picture);
  if (isPng(bytes)) return bakePng(bytes, badge);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return broken('UTF-8');
  }
  return bakeSvg(text, badge);
}

/** Something, without a half character (UTF-8 has none), a zero byte (forbidden in iTXt) or a byte order mark (RFC 8259, 8.1). */
function isWritable(text: string): boolean {
  return text.trim() !== '' && text.isWellFormed() && !text.includes('\0') && !text.startsWith('\uFEFF');
}

/** `iTXt`, not compressed, right behind the header: "Compression MUST NOT be used", and the keyword must not appear twice. */
function bakePng(bytes: Uint8Array<ArrayBuffer>, { text, keyword }: ToBake): Baked {
  const chunks = chunksOf(bytes);
  const [header] = chunks ?? [];
  if (!chunks || header?.type !== 'IHDR') return broken('PNG');
  const encoder = new TextEncoder();
  const payload = encoder.encode(text);
  if (payload.length > MAX_PAYLOAD) return broken('size');
  const data = joinBytes([encoder.encode(`${keyword}\0\0\0\0\0`), payload]);
  const before = new Set(badgeChunks(chunks).map(({ chunk }) => chunk));
  const kept = chunks.filter((chunk) => chunk !== header && !before.has(chunk));
  const piece = ({ at, size }: { at: number; size: number }) => bytes.subarray(at, at + size);
  const last = chunks.at(-1) ?? header;
  // What stands behind the end counts for nobody, but it is the owner's.
  const trailer = bytes.subarray(last.at + last.size);
  const head = bytes.subarray(0, header.at + header.size);
  return { ok: true, bytes: joinBytes([head, chunkBytes('iTXt', data), ...kept.map(piece), trailer]) };
}

function bakeSvg(text: string, badge: ToBake): Baked {
  const read = readSvg(text);
  if (read === null || read.rootClosed) return broken('SVG');
  let rest = '';
  let at = read.rootEnd;
  for (const { from, to } of read.elements) {
    rest += text.slice(at, from);
    at = to;
  }
  rest += text.slice(at);
  const baked = text.slice(0, read.rootEnd) + elementFor(badge) + rest;
  // XML cannot carry every character, and a parser makes line breaks one kind and, in attributes, spaces.
  const [written, ...more] = readSvg(baked)?.elements ?? [];
  const wanted = badge.text.replace(/\r\n?/g, '\n').trim();
  if (written?.payload !== wanted || written.keyword !== badge.keyword || more.length > 0) return broken('text');
  return { ok: true, bytes: new TextEncoder().encode(baked) };
}

function elementFor({ text, keyword }: ToBake): string {
  const [namespace = '', { element = '' } = {}] = [...NAMESPACES].find(([, kind]) => kind.keyword === keyword) ?? [];
  const open = `<openbadges:${element} xmlns:openbadges="${namespace}"`;
  // A JWS or an address goes into the attribute, JSON into the body.
  if (!text.trimStart().startsWith('{')) return `${open} verify="${escaped(text)}"/>`;
  return `${open}><![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]></openbadges:${element}>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
