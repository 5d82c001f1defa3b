import { toBinary } from '../../bytes/binary.ts';
import { joinBytes } from '../../bytes/join.ts';
import { bareExif } from './exif.ts';

interface Chunk {
  type: string;
  data: Uint8Array;
}

/** What an extended file says it has (RFC 9649, 2.7): colour profile, transparency, animation; and Exif data. */
const DRAWN_FLAGS = 0x20 | 0x10 | 0x02;
const EXIF_FLAG = 0x08;
const PIXELS: ReadonlySet<string> = new Set(['ALPH', 'VP8 ', 'VP8L']);
const FRAME_HEADER = 16;

/** Exif data but the orientation, XMP, what is in no standard and what stands behind the end stay behind. Null: damaged. */
export function bareWebp(bytes: Uint8Array): Uint8Array<ArrayBuffer> | null {
  const end = 8 + new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(4, true);
  const chunks = end <= bytes.length ? chunksOf(bytes.subarray(12, end)) : null;
  const exif = chunks?.find(({ type }) => type === 'EXIF');
  const orientation = exif ? bareExif(exif.data) : null;
  const kept: Uint8Array[] = [];
  for (const chunk of chunks ?? []) {
    const bare = bareChunk(chunk, orientation !== null);
    if (bare === 'damaged') return null;
    if (bare) kept.push(chunkBytes(chunk.type, bare));
  }
  if (kept.length === 0) return null;
  // Only an extended file, which a header begins, may have more than its pixels.
  const isExtended = chunks?.[0]?.type === 'VP8X';
  if (orientation && isExtended) kept.push(chunkBytes('EXIF', orientation));
  return chunkBytes('RIFF', joinBytes([bytes.subarray(8, 12), ...kept]));
}

function bareChunk({ type, data }: Chunk, hasOrientation: boolean): Uint8Array | null | 'damaged' {
  if (PIXELS.has(type) || type === 'ICCP') return data;
  if (type === 'ANIM') return data.subarray(0, 6);
  if (type === 'ANMF') return bareFrame(data);
  return type === 'VP8X' ? header(data, hasOrientation) : null;
}

/** Flags, three bytes that mean nothing, width and height. */
function header(data: Uint8Array, hasOrientation: boolean): Uint8Array | 'damaged' {
  if (data.length < 10) return 'damaged';
  const flags = ((data[0] ?? 0) & DRAWN_FLAGS) | (hasOrientation ? EXIF_FLAG : 0);
  return joinBytes([Uint8Array.of(flags, 0, 0, 0), data.subarray(4, 10)]);
}

/** One picture of an animation, which is made of chunks again. */
function bareFrame(data: Uint8Array): Uint8Array | 'damaged' {
  const chunks = data.length >= FRAME_HEADER ? chunksOf(data.subarray(FRAME_HEADER)) : null;
  if (!chunks) return 'damaged';
  const pixels = chunks.filter(({ type }) => PIXELS.has(type)).map((chunk) => chunkBytes(chunk.type, chunk.data));
  return joinBytes([data.subarray(0, FRAME_HEADER), ...pixels]);
}

/** RIFF: four letters, the length, the content, and a byte more where that is odd. Null where one reaches beyond the end. */
function chunksOf(bytes: Uint8Array): Chunk[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const chunks: Chunk[] = [];
  for (let at = 0; at + 8 <= bytes.length; ) {
    const size = view.getUint32(at + 4, true);
    if (at + 8 + size > bytes.length) return null;
    chunks.push({ type: toBinary(bytes.subarray(at, at + 4)), data: bytes.subarray(at + 8, at + 8 + size) });
    at += 8 + size + (size & 1);
  }
  return chunks;
}

function chunkBytes(type: string, data: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(8 + data.length + (data.length & 1));
  for (let i = 0; i < 4; i++) bytes[i] = type.charCodeAt(i);
  new DataView(bytes.buffer).setUint32(4, data.length, true);
  bytes.set(data, 8);
  return bytes;
}
