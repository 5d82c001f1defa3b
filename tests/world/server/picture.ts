import { createHash } from 'node:crypto';
import { crc32, deflateSync } from 'node:zlib';

function chunk(type: string, data: Uint8Array): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(data.length, 0);
  head.write(type, 4, 'latin1');
  const tail = Buffer.alloc(4);
  tail.writeUInt32BE(crc32(Buffer.concat([head.subarray(4), data])), 0);
  return Buffer.concat([head, data, tail]);
}

/** A medal with a badge baked in: an `iTXt` chunk right after the header, not compressed (Open Badges baking, 2.0 and 3.0). */
export function bakedPng(seed: string, keyword: string, payload: string): Buffer {
  const plain = medalPng(seed);
  // Signature 8, IHDR 25.
  const data = Buffer.concat([Buffer.from(`${keyword}\0\0\0\0\0`, 'latin1'), Buffer.from(payload, 'utf8')]);
  return Buffer.concat([plain.subarray(0, 33), chunk('iTXt', data), plain.subarray(33)]);
}

/** A real PNG: a medal of `size` pixels square on transparent ground, its colours taken from the seed. */
export function medalPng(seed: string, size = 96): Buffer {
  const [r = 0, g = 0, b = 0, ring = 0] = createHash('sha256').update(seed).digest();
  const rows = Buffer.alloc(size * (1 + size * 4));
  const middle = (size - 1) / 2;
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const far = Math.hypot(x - middle, y - middle) / middle;
      const at = y * (1 + size * 4) + 1 + x * 4;
      const light = far < 0.55 ? 1.25 : far < 0.62 + (ring % 16) / 100 ? 0.55 : 0.9;
      for (const [i, base] of [r, g, b].entries()) rows[at + i] = Math.min(255, Math.round((60 + base * 0.6) * light));
      rows[at + 3] = far <= 1 ? 255 : 0;
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', new Uint8Array()),
  ]);
}
