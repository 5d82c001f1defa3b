import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fetchPicture } from '../../../utils/background/pictures.ts';
import { TOOLBAR_COLOURS, TOOLBAR_TEXT_COLOUR } from '../../../utils/background/toolbar.ts';
import { pictureFacts } from '../../../utils/bytes/picture-facts.ts';

const never = (() => Promise.reject(new Error('must not be asked'))) as typeof fetch;

function png(width: number, height: number): Uint8Array {
  const ihdr = Buffer.alloc(13);
  ihdr.writeUInt32BE(width, 0);
  ihdr.writeUInt32BE(height, 4);
  ihdr.set([8, 6, 0, 0, 0], 8);
  const chunk = (type: string, data: Buffer) => {
    const head = Buffer.alloc(4);
    head.writeUInt32BE(data.length);
    return Buffer.concat([head, Buffer.from(type), data, Buffer.alloc(4)]);
  };
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', ihdr),
    chunk('IDAT', deflateSync(Buffer.alloc(5))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function gif(width: number, height: number): Uint8Array {
  const head = Buffer.from('GIF89a\0\0\0\0\0\0\0;', 'latin1');
  head.writeUInt16LE(width, 6);
  head.writeUInt16LE(height, 8);
  return head;
}

function jpeg(width: number, height: number): Uint8Array {
  const frame = Buffer.from([0xff, 0xc2, 0, 11, 8, 0, 0, 0, 0, 1, 1, 0x11, 0]);
  frame.writeUInt16BE(height, 5);
  frame.writeUInt16BE(width, 7);
  return Buffer.concat([
    Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 0xff, 0xff, 0xfe, 0, 3, 9]),
    frame,
    Buffer.from([0xff, 0xd9]),
  ]);
}

function webp(kind: 'VP8 ' | 'VP8L' | 'VP8X', width: number, height: number): Uint8Array {
  const bytes = Buffer.alloc(40);
  bytes.write('RIFF', 0, 'latin1');
  bytes.write(`WEBP${kind}`, 8, 'latin1');
  if (kind === 'VP8X') {
    bytes.writeUIntLE(width - 1, 24, 3);
    bytes.writeUIntLE(height - 1, 27, 3);
  } else if (kind === 'VP8L') {
    bytes[20] = 0x2f;
    bytes.writeUInt32LE((width - 1) | ((height - 1) << 14), 21);
  } else {
    bytes.set([0x9d, 0x01, 0x2a], 23);
    bytes.writeUInt16LE(width, 26);
    bytes.writeUInt16LE(height, 28);
  }
  return bytes;
}

describe('which picture it is', () => {
  it.each([
    ['image/png', png(600, 400)],
    ['image/gif', gif(600, 400)],
    ['image/jpeg', jpeg(600, 400)],
    ['image/webp', webp('VP8 ', 600, 400)],
    ['image/webp', webp('VP8L', 600, 400)],
    ['image/webp', webp('VP8X', 600, 400)],
  ])('%s', (mime, bytes) => {
    expect(pictureFacts(bytes)).toEqual({ mime, width: 600, height: 400 });
    // A view into a larger buffer is read at its own place.
    const shifted = new Uint8Array(bytes.length + 7);
    shifted.set(bytes, 7);
    expect(pictureFacts(shifted.subarray(7))).toEqual({ mime, width: 600, height: 400 });
  });

  it.each([
    ['SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['HTML', Buffer.from('<!doctype html>')],
    ['nothing', new Uint8Array()],
    ['only a signature', png(1, 1).subarray(0, 8)],
    ['a side over 4096', png(4097, 1)],
    ['a gigantic picture', png(0xffffffff, 0xffffffff)],
    ['no width', gif(0, 9)],
    ['a JPEG without frame', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 2, 0xff, 0xd9])],
    ['a JPEG that goes nowhere', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0, 0, 0, 0, 0, 0, 0])],
  ])('refuses %s', (_name, bytes) => {
    expect(pictureFacts(bytes)).toBeNull();
  });

  it('survives any bytes behind any signature', () => {
    const heads = [
      png(1, 1).subarray(0, 16),
      gif(1, 1).subarray(0, 6),
      jpeg(1, 1).subarray(0, 4),
      webp('VP8X', 1, 1).subarray(0, 16),
    ];
    fc.assert(
      fc.property(fc.constantFrom(...heads), fc.uint8Array({ maxLength: 80 }), (head, tail) => {
        const facts = pictureFacts(Buffer.concat([head, tail]));
        if (facts) expect(Math.max(facts.width, facts.height)).toBeLessThanOrEqual(4096);
      }),
      { numRuns: 500 },
    );
  });
});

describe('getting a picture', () => {
  const answering = (body: BodyInit, init?: ResponseInit) => (async () => new Response(body, init)) as typeof fetch;

  it('believes the bytes, not the name of the type', async () => {
    const bytes = png(2, 2);
    expect(
      await fetchPicture(
        'https://images.example/x',
        answering(bytes as BodyInit, { headers: { 'content-type': 'text/html' } }),
      ),
    ).toEqual({
      data: Buffer.from(bytes).toString('base64'),
      mime: 'image/png',
    });
    const svg = answering('<svg/>', { headers: { 'content-type': 'image/png' } });
    expect(await fetchPicture('https://images.example/x', svg)).toBeNull();
  });

  it('does without where the answer is an error, too large, or not to be had', async () => {
    expect(
      await fetchPicture('https://images.example/x', answering(png(2, 2) as BodyInit, { status: 404 })),
    ).toBeNull();
    const large = Buffer.concat([png(2, 2), Buffer.alloc(2 * 1_048_576)]);
    expect(await fetchPicture('https://images.example/x', answering(large))).toBeNull();
    expect(await fetchPicture('https://images.example/x', never)).toBeNull();
  });

  it.each([
    'http://images.example/x',
    'https://192.168.0.1/x',
    'javascript:alert(1)',
    'blob:https://x.example/1',
    'file:///x',
    '',
  ])('asks nobody for %j', async (address) => {
    let calls = 0;
    const counting = (async () => {
      calls++;
      return new Response(png(2, 2) as BodyInit);
    }) as typeof fetch;
    expect(await fetchPicture(address, counting)).toBeNull();
    expect(calls).toBe(0);
  });

  it('reads data: addresses in both forms', async () => {
    const base64 = Buffer.from(gif(3, 3)).toString('base64');
    for (const address of [
      `data:image/gif;base64,${base64}`,
      `DATA:text/html; BASE64,${encodeURIComponent(base64)}`,
      `data:image/gif,${[...gif(3, 3)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('')}`,
    ]) {
      expect(await fetchPicture(address, never)).toEqual({ data: base64, mime: 'image/gif' });
    }
  });

  it.each([
    'data:image/svg+xml,<svg/>',
    'data:image/png;base64,####',
    'data:image/png;base64',
    'data:,',
    `data:image/png;base64,${'A'.repeat(3 * 1_048_576)}`,
  ])('refuses %.60s', async (address) => {
    expect(await fetchPicture(address, never)).toBeNull();
  });
});

describe('colours of the toolbar', () => {
  const luminance = (colour: string) => {
    const [r = 0, g = 0, b = 0] = [1, 3, 5]
      .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };

  it.each(Object.entries(TOOLBAR_COLOURS))('%s stands out from its text by 4.5 : 1', (_tone, colour) => {
    const [light, dark] = [luminance(TOOLBAR_TEXT_COLOUR), luminance(colour)];
    expect((light + 0.05) / (dark + 0.05)).toBeGreaterThanOrEqual(4.5);
  });
});
