/** A PNG taken apart into its chunks (PNG, 3rd edition, 5). Nothing of it is decoded. */

export interface Chunk {
  type: string;
  data: Uint8Array<ArrayBuffer>;
  /** The checksum over type and data is right. */
  sound: boolean;
  /** Where it begins in the file, its length field included, and how long it is with that and its checksum. */
  at: number;
  size: number;
}

export const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** Real pictures have a handful; one that was cut into pieces to be sent has thousands. */
const MAX_CHUNKS = 100_000;

export function isPng(bytes: Uint8Array): boolean {
  return SIGNATURE.every((byte, index) => bytes[index] === byte);
}

/** The chunks up to IEND, what follows it left out; null where one reaches beyond the end of the file, or IEND is missing. */
export function chunksOf(bytes: Uint8Array<ArrayBuffer>): Chunk[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const chunks: Chunk[] = [];
  let at = SIGNATURE.length;
  while (at + 12 <= bytes.length && chunks.length < MAX_CHUNKS) {
    const length = view.getUint32(at);
    if (length > 0x7fff_ffff || at + 12 + length > bytes.length) return null;
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    const data = bytes.subarray(at + 8, at + 8 + length);
    const sound = crc32(bytes.subarray(at + 4, at + 8 + length)) === view.getUint32(at + 8 + length);
    chunks.push({ type, data, sound, at, size: length + 12 });
    if (type === 'IEND') return chunks;
    at += 12 + length;
  }
  return null;
}

/** One chunk as bytes. `type`: four letters. */
export function chunkBytes(type: string, data: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(data.length + 12);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, data.length);
  for (let i = 0; i < 4; i++) bytes[4 + i] = type.charCodeAt(i);
  bytes.set(data, 8);
  view.setUint32(8 + data.length, crc32(bytes.subarray(4, 8 + data.length)));
  return bytes;
}

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb8_8320 : value >>> 1;
  return value >>> 0;
});

/** CRC-32 of PNG, annex D. No library in the bundle has it for itself. */
export function crc32(bytes: Uint8Array): number {
  let value = 0xffff_ffff;
  for (const byte of bytes) value = (TABLE[(value ^ byte) & 0xff] ?? 0) ^ (value >>> 8);
  return (value ^ 0xffff_ffff) >>> 0;
}
