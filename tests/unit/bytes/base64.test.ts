import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromBase64, fromBase64Url, toBase64 } from '../../../utils/bytes/base64.ts';

describe('base64', () => {
  it('gives back any bytes, in both alphabets', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const buffer = Buffer.from(bytes);
        expect(fromBase64(buffer.toString('base64'))).toEqual(bytes);
        expect(fromBase64Url(buffer.toString('base64url'))).toEqual(bytes);
      }),
    );
  });

  it('is written as everybody writes it, however long', () => {
    for (const length of [0, 1, 2, 3, 8191, 8192, 8193, 100_000]) {
      const bytes = Uint8Array.from({ length }, (_, i) => (i * 7) % 256);
      expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
    }
  });

  it.each(['a', 'ab=c', 'ab!d', 'é', '====', '-_-_'])('is null for %s', (text) => {
    expect(fromBase64(text)).toBeNull();
  });
});
