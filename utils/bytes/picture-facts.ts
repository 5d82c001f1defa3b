/**
 * Which picture is this really? Decided by its first bytes, never by what a server calls it. SVG is not among them: it can hold scripts and
 * references, and no page gets one from us.
 */

export interface PictureFacts {
  mime: 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp';
  width: number;
  height: number;
}

const MAX_SIDE = 4096;

/** The format and size in pixels, or null for anything else: unknown format, damaged header, no pixels, a side over 4096. */
export function pictureFacts(bytes: Uint8Array): PictureFacts | null {
  const facts = png(bytes) ?? gif(bytes) ?? webp(bytes) ?? jpeg(bytes);
  if (!facts) return null;
  const { width, height } = facts;
  return width >= 1 && height >= 1 && width <= MAX_SIDE && height <= MAX_SIDE ? facts : null;
}

function has(bytes: Uint8Array, at: number, text: string): boolean {
  if (bytes.length < at + text.length) return false;
  for (let i = 0; i < text.length; i++) if (bytes[at + i] !== text.charCodeAt(i)) return false;
  return true;
}

function view(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** ISO/IEC 15948: signature, then IHDR as first chunk. */
function png(bytes: Uint8Array): PictureFacts | null {
  if (bytes.length < 33 || !has(bytes, 0, '\x89PNG\r\n\x1a\n') || !has(bytes, 12, 'IHDR')) return null;
  return { mime: 'image/png', width: view(bytes).getUint32(16), height: view(bytes).getUint32(20) };
}

function gif(bytes: Uint8Array): PictureFacts | null {
  if (bytes.length < 13 || !(has(bytes, 0, 'GIF87a') || has(bytes, 0, 'GIF89a'))) return null;
  return { mime: 'image/gif', width: view(bytes).getUint16(6, true), height: view(bytes).getUint16(8, true) };
}

/** RFC 9649: simple lossy (VP8), lossless (VP8L) and extended (VP8X) form. */
function webp(bytes: Uint8Array): PictureFacts | null {
  if (bytes.length < 30 || !has(bytes, 0, 'RIFF') || !has(bytes, 8, 'WEBP')) return null;
  const data = view(bytes);
  const mime = 'image/webp';
  if (has(bytes, 12, 'VP8X')) {
    const uint24 = (at: number) => data.getUint16(at, true) + (data.getUint8(at + 2) << 16);
    return { mime, width: uint24(24) + 1, height: uint24(27) + 1 };
  }
  if (has(bytes, 12, 'VP8L') && bytes[20] === 0x2f) {
    const bits = data.getUint32(21, true);
    return { mime, width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
  }
  if (has(bytes, 12, 'VP8 ') && has(bytes, 23, '\x9d\x01\x2a')) {
    return { mime, width: data.getUint16(26, true) & 0x3fff, height: data.getUint16(28, true) & 0x3fff };
  }
  return null;
}

/** ITU-T T.81: segments up to the first frame header. */
function jpeg(bytes: Uint8Array): PictureFacts | null {
  if (bytes.length < 4 || bytes[0] !== 0xff || bytes[1] !== 0xd8 || bytes[2] !== 0xff) return null;
  const data = view(bytes);
  let at = 2;
  while (at + 9 <= bytes.length) {
    if (bytes[at] !== 0xff) return null;
    const marker = data.getUint8(at + 1);
    if (marker === 0xff) {
      at++;
    } else if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7)) {
      at += 2;
    } else if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc) {
      return { mime: 'image/jpeg', width: data.getUint16(at + 7), height: data.getUint16(at + 5) };
    } else if (marker === 0xd9 || marker === 0xda) {
      return null;
    } else {
      const length = data.getUint16(at + 2);
      if (length < 2) return null;
      at += 2 + length;
    }
  }
  return null;
}
