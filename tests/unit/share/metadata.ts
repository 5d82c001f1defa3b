/** Small pictures of each kind, with and without what programs write into them besides, put together by the standards' own tables. */
import { chunk, itxt, png, ztxt } from '../openbadges/baking/pictures.ts';

export const SECRET = 'mira@mail.example';
const secret = Buffer.from(`Owner: ${SECRET}`, 'latin1');

/** TIFF with an orientation, and a text behind it. */
function exif(orientation: number, order: 'II' | 'MM' = 'II'): Buffer {
  const bytes = Buffer.alloc(38);
  const u16 = (value: number, at: number) =>
    order === 'II' ? bytes.writeUInt16LE(value, at) : bytes.writeUInt16BE(value, at);
  const u32 = (value: number, at: number) =>
    order === 'II' ? bytes.writeUInt32LE(value, at) : bytes.writeUInt32BE(value, at);
  bytes.write(order, 0, 'latin1');
  u16(42, 2);
  u32(8, 4);
  u16(2, 8);
  // ImageDescription, ASCII, behind the directory.
  u16(0x010e, 10);
  u16(2, 12);
  u32(secret.length, 14);
  u32(38, 18);
  u16(0x0112, 22);
  u16(3, 24);
  u32(1, 26);
  u16(orientation, 30);
  return Buffer.concat([bytes, secret]);
}

// PNG: one grey pixel.

export const barePngFile = (): Uint8Array => png([chunk('gAMA', Buffer.from([0, 0, 0xb1, 0x8f]))]);
export const fullPngFile = (orientation = 1): Uint8Array =>
  Buffer.concat([
    png(
      [
        itxt('openbadges', `{"recipient":{"identity":"${SECRET}"}}`),
        chunk('gAMA', Buffer.from([0, 0, 0xb1, 0x8f])),
        chunk('tEXt', `Author\0${SECRET}`),
        ztxt('openbadgecredential', SECRET),
        chunk('eXIf', exif(orientation)),
        chunk('tIME', Buffer.from([7, 232, 5, 1, 12, 0, 0])),
        chunk('puBl', secret),
      ],
      [itxt('XML:com.adobe.xmp', SECRET, true)],
    ),
    secret,
  ]);

// JPEG: 8 × 8, grey, one coefficient; ITU-T T.81, B.2.

const segment = (marker: number, data: Buffer | number[]): Buffer => {
  const body = Buffer.from(data);
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
};
const named = (name: string, ...rest: Buffer[]) => Buffer.concat([Buffer.from(name, 'latin1'), ...rest]);
const jfif = (thumbnail: number[]) => segment(0xe0, named('JFIF\0', Buffer.from([1, 2, 0, 0, 1, 0, 1, ...thumbnail])));
const SOI = Buffer.from([0xff, 0xd8]);
const EOI = Buffer.from([0xff, 0xd9]);
const PROFILE = segment(0xe2, named('ICC_PROFILE\0', Buffer.from([1, 1, 9, 9, 9, 9])));
const ADOBE = named('Adobe', Buffer.from([0, 100, 0, 0, 0, 0, 1]));
const TABLES = [
  segment(0xdb, [0, ...Array<number>(64).fill(8)]),
  segment(0xc0, [8, 0, 8, 0, 8, 1, 1, 0x11, 0]),
  // One code each: difference in six bits; end of block.
  segment(0xc4, [0x00, 1, ...Array<number>(15).fill(0), 6]),
  segment(0xc4, [0x10, 1, ...Array<number>(15).fill(0), 0]),
  segment(0xdd, [0, 0]),
];
const SCAN = Buffer.concat([segment(0xda, [1, 1, 0x00, 0, 63, 0]), Buffer.from([0b0110_0000, 0x7f])]);

export const bareJpegFile = (): Uint8Array =>
  Buffer.concat([SOI, jfif([0, 0]), segment(0xee, ADOBE), ...TABLES, SCAN, EOI]);
export const fullJpegFile = (orientation = 1): Uint8Array =>
  Buffer.concat([
    SOI,
    jfif([1, 1, 1, 2, 3]),
    segment(0xe0, named('JFXX\0', secret)),
    segment(0xe1, named('Exif\0\0', exif(orientation, 'MM'))),
    segment(0xe1, named('http://ns.adobe.com/xap/1.0/\0', secret)),
    segment(0xed, named('Photoshop 3.0\0', secret)),
    segment(0xfe, secret),
    segment(0xee, Buffer.concat([ADOBE, secret])),
    ...TABLES,
    SCAN,
    EOI,
    secret,
  ]);
export const profiledJpegFile = (): Uint8Array => Buffer.concat([SOI, PROFILE, ...TABLES, SCAN, EOI]);

// GIF: two frames of one pixel, for ever.

const block = (data: Buffer): Buffer => Buffer.concat([Buffer.from([data.length]), data, Buffer.from([0])]);
const GIF_HEAD = Buffer.concat([Buffer.from('GIF89a', 'latin1'), Buffer.from([1, 0, 1, 0, 0x80, 0, 0])]);
const COLOURS = Buffer.from([0x20, 0x80, 0xc0, 0xff, 0xff, 0xff]);
const GIF_LOOP = Buffer.concat([
  Buffer.from([0x21, 0xff, 11]),
  Buffer.from('NETSCAPE2.0', 'latin1'),
  block(Buffer.from([1, 0, 0])),
]);
const FRAME = Buffer.concat([
  Buffer.from([0x21, 0xf9, 4, 0, 10, 0, 0, 0]),
  Buffer.from([0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2]),
  block(Buffer.from([0x44, 0x01])),
]);
const COMMENT = Buffer.concat([Buffer.from([0x21, 0xfe]), block(secret)]);
const XMP = Buffer.concat([Buffer.from([0x21, 0xff, 11]), Buffer.from('XMP DataXMP', 'latin1'), block(secret)]);

export const bareGifFile = (): Uint8Array =>
  Buffer.concat([GIF_HEAD, COLOURS, GIF_LOOP, FRAME, FRAME, Buffer.from([0x3b])]);
export const fullGifFile = (): Uint8Array =>
  Buffer.concat([GIF_HEAD, COLOURS, COMMENT, GIF_LOOP, XMP, FRAME, COMMENT, FRAME, Buffer.from([0x3b]), secret]);

// WebP: one pixel, lossless; RFC 9649.

const riff = (type: string, data: Buffer): Buffer => {
  const head = Buffer.alloc(8);
  head.write(type, 0, 'latin1');
  head.writeUInt32LE(data.length, 4);
  return Buffer.concat([head, data, Buffer.alloc(data.length & 1)]);
};
/** Sides less one, no transparency, version, no transforms; five codes of one symbol each: green, red, blue, alpha, distance. All lowest bit first. */
const bits = ['0'.repeat(28), '0', '000', '000', ...[0x80, 0x20, 0xc0, 0xff].map(oneSymbol), '1000'].join('');
const LOSSLESS = riff('VP8L', Buffer.from([0x2f, ...bytesOfBits(bits)]));
function oneSymbol(value: number): string {
  return `101${[...value.toString(2).padStart(8, '0')].reverse().join('')}`;
}
function bytesOfBits(text: string): number[] {
  return (text.match(/.{1,8}/g) ?? []).map((byte) => Number.parseInt([...byte].reverse().join(''), 2));
}
const extended = (flags: number, ...chunks: Buffer[]) =>
  riff(
    'RIFF',
    Buffer.concat([
      Buffer.from('WEBP', 'latin1'),
      riff('VP8X', Buffer.from([flags, 0, 0, 0, 0, 0, 0, 0, 0, 0])),
      ...chunks,
    ]),
  );
const animated = (...inFrame: Buffer[]): Buffer[] => [
  riff('ANIM', Buffer.from([0, 0, 0, 0, 0, 0])),
  riff('ANMF', Buffer.concat([Buffer.alloc(16, 0), LOSSLESS, ...inFrame])),
];

export const bareWebpFile = (): Uint8Array => extended(0, LOSSLESS);
export const fullWebpFile = (orientation = 1): Uint8Array =>
  Buffer.concat([
    extended(0x0c, LOSSLESS, riff('EXIF', exif(orientation)), riff('XMP ', secret), riff('note', secret)),
    secret,
  ]);
export const simpleWebpFile = (...more: Buffer[]): Uint8Array =>
  riff('RIFF', Buffer.concat([Buffer.from('WEBP', 'latin1'), LOSSLESS, ...more]));
export const bareAnimatedWebpFile = (): Uint8Array => extended(0x02, ...animated());
export const fullAnimatedWebpFile = (): Uint8Array => extended(0x02, ...animated(riff('XMP ', secret)));
