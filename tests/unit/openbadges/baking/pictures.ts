import { crc32, deflateSync } from 'node:zlib';

/** A chunk of a PNG. `crc`: another checksum than the right one. */
export function chunk(type: string, data: Uint8Array | string, crc?: number): Buffer {
  const body = Buffer.from(data as string, typeof data === 'string' ? 'latin1' : undefined);
  const head = Buffer.alloc(8);
  head.writeUInt32BE(body.length, 0);
  head.write(type, 4, 'latin1');
  const tail = Buffer.alloc(4);
  tail.writeUInt32BE(crc ?? crc32(Buffer.concat([head.subarray(4), body])), 0);
  return Buffer.concat([head, body, tail]);
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const HEADER = chunk('IHDR', Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]));
const PIXELS = chunk('IDAT', deflateSync(Buffer.from([0, 0])));
export const END = chunk('IEND', '');

/** A picture of one pixel with these chunks before and after the pixel. */
export function png(before: readonly Buffer[] = [], after: readonly Buffer[] = [], end: Buffer = END): Uint8Array {
  return new Uint8Array(Buffer.concat([SIGNATURE, HEADER, ...before, PIXELS, ...after, end]));
}

export function itxt(keyword: string, text: string, compressed = false): Buffer {
  const body = Buffer.from(text, 'utf8');
  const head = Buffer.from(`${keyword}\0${compressed ? '\x01' : '\0'}\0\0\0`, 'latin1');
  return chunk('iTXt', Buffer.concat([head, compressed ? deflateSync(body) : body]));
}

export function ztxt(keyword: string, text: string | Buffer): Buffer {
  return chunk('zTXt', Buffer.concat([Buffer.from(`${keyword}\0\0`, 'latin1'), deflateSync(text)]));
}

/** What an independent reader finds: the texts of every iTXt chunk, whose checksums must be right. */
export function readItxt(bytes: Uint8Array): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  const data = Buffer.from(bytes);
  for (let at = 8; at < data.length; ) {
    const length = data.readUInt32BE(at);
    const type = data.toString('latin1', at + 4, at + 8);
    if (crc32(data.subarray(at + 4, at + 8 + length)) !== data.readUInt32BE(at + 8 + length)) throw new Error('CRC');
    if (type === 'iTXt') {
      const [keyword = ''] = data.toString('latin1', at + 8, at + 8 + length).split('\0');
      const start = at + 8 + keyword.length + 5;
      found[keyword] = [...(found[keyword] ?? []), data.toString('utf8', start, at + 8 + length)];
    }
    at += 12 + length;
  }
  return found;
}

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
