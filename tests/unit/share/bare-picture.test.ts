import { crc32 } from 'node:zlib';
import { Resvg } from '@resvg/resvg-js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pictureFacts } from '../../../utils/bytes/picture-facts.ts';
import { barePicture } from '../../../utils/share/bare-picture/index.ts';
import { chunk, png } from '../openbadges/baking/pictures.ts';
import * as made from './metadata.ts';

/** What a decoder that is not ours draws, as the pixels of a picture of 8 by 8. */
function drawn(bytes: Uint8Array): Uint8Array {
  const data = `data:${pictureFacts(bytes)?.mime};base64,${Buffer.from(bytes).toString('base64')}`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="8" height="8"><image width="8" height="8" xlink:href="${data}"/></svg>`;
  return new Uint8Array(new Resvg(svg).render().pixels);
}

/** Types of a PNG's chunks, its checksums looked at. */
function pngChunks(bytes: Uint8Array): string[] {
  const data = Buffer.from(bytes);
  const types: string[] = [];
  for (let at = 8; at < data.length; at += 12 + data.readUInt32BE(at)) {
    const end = at + 8 + data.readUInt32BE(at);
    expect(crc32(data.subarray(at + 4, end))).toBe(data.readUInt32BE(end));
    types.push(data.toString('latin1', at + 4, at + 8));
  }
  return types;
}

const holds = (bytes: Uint8Array | null, text: string) => Buffer.from(bytes ?? []).includes(text);
const equal = (bytes: Uint8Array | null, to: Uint8Array) => Buffer.compare(bytes ?? Buffer.alloc(0), to) === 0;

/** Each as its programs write it, and as it is published. */
const PICTURES: [kind: string, full: Uint8Array, bare: Uint8Array][] = [
  ['PNG', made.fullPngFile(), made.barePngFile()],
  ['JPEG', made.fullJpegFile(), made.bareJpegFile()],
  ['GIF', made.fullGifFile(), made.bareGifFile()],
  ['WebP', made.fullWebpFile(), made.bareWebpFile()],
  ['animated WebP', made.fullAnimatedWebpFile(), made.bareAnimatedWebpFile()],
];

describe('a picture that is published', () => {
  it.each(PICTURES)('%s: says nothing but what is drawn', (_, full, bare) => {
    expect(holds(full, made.SECRET)).toBe(true);
    expect(equal(barePicture(full), bare)).toBe(true);
    expect(pictureFacts(bare)).toEqual(pictureFacts(full));
  });

  it.each(PICTURES)('%s: one that says nothing stays as it was', (_, __, bare) => {
    expect(equal(barePicture(bare), bare)).toBe(true);
  });

  // resvg draws no WebP.
  it.each(PICTURES.slice(0, 3))('%s: another decoder draws the same', (_, full, bare) => {
    expect(drawn(bare).some((byte) => byte !== 0)).toBe(true);
    expect(equal(drawn(barePicture(full) ?? new Uint8Array()), drawn(full))).toBe(true);
  });

  it('the picture handed in stays as it is', () => {
    for (const [, full] of PICTURES) {
      const before = Buffer.from(full);
      barePicture(full);
      expect(equal(full, before)).toBe(true);
    }
  });

  it('a PNG keeps its chunks in their order, with right checksums', () => {
    const bare = barePicture(made.fullPngFile(6)) ?? new Uint8Array();
    expect(pngChunks(bare)).toEqual(['IHDR', 'gAMA', 'eXIf', 'IDAT', 'IEND']);
  });

  it('a chunk that is longer than it can be holds something else', () => {
    const picture = png([chunk('sRGB', made.SECRET), chunk('gAMA', made.SECRET)]);
    expect(equal(barePicture(picture), png())).toBe(true);
  });

  it('an animated PNG keeps its frames', () => {
    const frames = png(
      [chunk('acTL', Buffer.from([0, 0, 0, 1, 0, 0, 0, 0])), chunk('fcTL', Buffer.alloc(26))],
      [chunk('fcTL', Buffer.alloc(26)), chunk('fdAT', Buffer.from([0, 0, 0, 2, 1]))],
    );
    expect(equal(barePicture(frames), frames)).toBe(true);
  });

  it.each([2, 3, 6, 8])('which way up it is drawn stays: %i', (orientation) => {
    const value = Buffer.from([0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0]);
    for (const full of [made.fullPngFile, made.fullJpegFile, made.fullWebpFile]) {
      const bare = barePicture(full(orientation));
      expect(holds(bare, made.SECRET)).toBe(false);
      expect(Buffer.from(bare ?? []).includes(value)).toBe(true);
      expect(equal(barePicture(bare ?? new Uint8Array()), bare ?? new Uint8Array())).toBe(true);
    }
  });

  it('a colour profile stays', () => {
    const picture = made.profiledJpegFile();
    expect(equal(barePicture(picture), picture)).toBe(true);
  });

  it('a simple WebP has nothing behind its pixels', () => {
    const more = Buffer.from(`XMP \x05\0\0\0owner\0`, 'latin1');
    expect(equal(barePicture(made.simpleWebpFile(more)), made.simpleWebpFile())).toBe(true);
  });

  it.each([
    ['a PNG without its end', made.barePngFile().subarray(0, -12)],
    ['a PNG whose pixels are spoilt', png([chunk('IDAT', 'x', 1)])],
    ['a PNG with a critical chunk of no standard', png([chunk('OWNR', made.SECRET)])],
    ['a JPEG with a marker of no standard', made.bareJpegFile().with(3, 0x02)],
    ['a GIF with a block of no standard', made.bareGifFile().with(19, 0x99)],
    ['a WebP that is longer than it is', made.bareWebpFile().with(4, 0xff)],
    ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['nothing', new Uint8Array()],
  ])('%s: none', (_, bytes) => {
    expect(barePicture(bytes)).toBeNull();
  });

  it('a JPEG that was cut off in its pixels ends where it was cut', () => {
    const picture = made.bareJpegFile();
    expect(equal(barePicture(picture.subarray(0, -2)), picture)).toBe(true);
  });

  it('never throws, whatever is wrong with it, and its own work it leaves alone', () => {
    const spoilt = fc
      .tuple(
        fc.constantFrom(...PICTURES.map(([, full]) => full)),
        fc.array(fc.tuple(fc.nat(400), fc.nat(255)), { maxLength: 6 }),
        fc.nat(500),
      )
      .map(([full, changes, length]) => {
        const bytes = new Uint8Array(full.subarray(0, Math.max(length, 8)));
        for (const [at, value] of changes) if (at < bytes.length) bytes[at] = value;
        return bytes;
      });
    fc.assert(
      fc.property(fc.oneof(spoilt, fc.uint8Array({ maxLength: 200 })), (bytes) => {
        const bare = barePicture(bytes);
        if (bare !== null) expect(equal(barePicture(bare) ?? new Uint8Array(), bare)).toBe(true);
      }),
      { numRuns: 5000 },
    );
  });
});
