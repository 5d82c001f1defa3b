import { toBinary } from '../../bytes/binary.ts';
import { joinBytes } from '../../bytes/join.ts';
import { bareExif } from './exif.ts';

/** Markers of ITU-T T.81, table B.1. */
const START_OF_SCAN = 0xda;
const END = 0xd9;
/** Frames, tables, restart interval and number of lines. */
const DRAWN = new Set([
  ...[0xc0, 0xc1, 0xc2, 0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf],
  ...[0xc4, 0xcc, 0xdb, 0xdc, 0xdd, START_OF_SCAN],
]);
const APPLICATION = 0xe0;
const COMMENT = 0xfe;

/**
 * Comments and the segments of programs stay behind but for what decides how it is drawn: density (JFIF, without its thumbnail), colour profile (ICC),
 * Adobe's note on colours, and from Exif the orientation. What stands behind the end does too: cameras put second pictures there. Null: damaged.
 */
export function bareJpeg(bytes: Uint8Array): Uint8Array<ArrayBuffer> | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kept: Uint8Array[] = [bytes.subarray(0, 2)];
  const finished = () => joinBytes([...kept, Uint8Array.of(0xff, END)]);
  let at = 2;
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    // Any number of these may stand before a marker.
    if (marker === 0xff) {
      at++;
      continue;
    }
    if (marker === END) return finished();
    const size = view.getUint16(at + 2);
    if (size < 2 || at + 2 + size > bytes.length) return null;
    const data = bareSegment(marker, bytes.subarray(at + 4, at + 2 + size));
    if (data === 'unknown') return null;
    if (data) kept.push(segment(marker, data));
    at += 2 + size;
    if (marker !== START_OF_SCAN) continue;
    const end = endOfScan(bytes, at);
    kept.push(bytes.subarray(at, end));
    at = end;
    // Cut off within the picture: browsers draw what there is.
    if (at === bytes.length) return finished();
  }
  return bytes[at] === 0xff && bytes[at + 1] === END ? finished() : null;
}

/** What of a segment is needed; null: nothing. */
function bareSegment(marker: number, data: Uint8Array): Uint8Array | null | 'unknown' {
  if (DRAWN.has(marker)) return data;
  if (marker === COMMENT) return null;
  if (marker < APPLICATION || marker > APPLICATION + 15) return 'unknown';
  const name = toBinary(data.subarray(0, 12));
  switch (marker - APPLICATION) {
    case 0:
      return name.startsWith('JFIF\0') && data.length >= 14 ? withoutThumbnail(data) : null;
    case 1: {
      const exif = name.startsWith('Exif\0\0') ? bareExif(data.subarray(6)) : null;
      return exif && joinBytes([data.subarray(0, 6), exif]);
    }
    case 2:
      return name === 'ICC_PROFILE\0' ? data : null;
    case 14:
      return name.startsWith('Adobe') && data.length >= 12 ? data.subarray(0, 12) : null;
    default:
      return null;
  }
}

/** Name, version, unit and two densities; then the thumbnail's sides and pixels. */
function withoutThumbnail(data: Uint8Array): Uint8Array {
  return joinBytes([data.subarray(0, 12), Uint8Array.of(0, 0)]);
}

function segment(marker: number, data: Uint8Array): Uint8Array {
  const size = data.length + 2;
  return joinBytes([Uint8Array.of(0xff, marker, size >> 8, size & 0xff), data]);
}

/** The first marker behind coded data: `FF 00` is a byte of it, and restarts are parts of it. */
function endOfScan(bytes: Uint8Array, start: number): number {
  for (let at = start; at + 1 < bytes.length; at++) {
    const next = bytes[at + 1] ?? 0;
    if (bytes[at] === 0xff && next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return bytes.length;
}
