const ORIENTATION = 0x0112;
const SHORT = 3;

/**
 * Of a block of Exif data (TIFF, as JPEG, PNG and WebP hold it) the one thing that a picture is drawn by: which way up it is. A photograph of a telephone
 * has it, and beside it where and by whom it was taken. Null where it is upright, or where that cannot be read.
 */
export function bareExif(tiff: Uint8Array): Uint8Array<ArrayBuffer> | null {
  const orientation = orientationOf(tiff);
  if (orientation === null) return null;
  const bytes = new Uint8Array(26);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, 0x4d4d_002a);
  view.setUint32(4, 8);
  view.setUint16(8, 1);
  view.setUint16(10, ORIENTATION);
  view.setUint16(12, SHORT);
  view.setUint32(14, 1);
  view.setUint16(18, orientation);
  return bytes;
}

/** 2 to 8: turned or mirrored (TIFF 6.0, "Orientation"). */
function orientationOf(tiff: Uint8Array): number | null {
  if (tiff.length < 14) return null;
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
  const order = view.getUint32(0);
  const little = order === 0x4949_2a00;
  if (!little && order !== 0x4d4d_002a) return null;
  const start = view.getUint32(4, little);
  if (start + 2 > tiff.length) return null;
  const count = view.getUint16(start, little);
  for (let n = 0, at = start + 2; n < count && at + 12 <= tiff.length; n++, at += 12) {
    if (view.getUint16(at, little) !== ORIENTATION) continue;
    const value = view.getUint16(at + 8, little);
    return view.getUint16(at + 2, little) === SHORT && value >= 2 && value <= 8 ? value : null;
  }
  return null;
}
