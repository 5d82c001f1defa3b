/** Attacks 15 and 16 of the fact book: bombs, broken lists, the order of the bits. */
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openBits, type StatusBits } from '../../../../utils/proofs/status/bits.ts';
import { bitsOf, pack } from './lists.ts';

const opened = async (encoded: unknown, multibase = true): Promise<StatusBits> => {
  const bits = await openBits(encoded, multibase);
  if (bits === null) throw new Error('unreadable');
  return bits;
};

/** Reads by writing every bit out as text: slow, and nothing that could be off by one. */
function naive(bytes: Uint8Array, index: number, size: number): number | null {
  const digits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const entry = digits.slice(index * size, index * size + size);
  return entry.length === size ? Number.parseInt(entry, 2) : null;
}

describe('order of the bits', () => {
  it('any entry of any size is what a naive reader reads', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ minLength: 1, maxLength: 40 }),
        fc.integer({ min: 1, max: 8 }),
        async (bytes, size) => {
          const bits = await opened(pack(bytes));
          expect(bits.entries(size)).toBe(Math.floor((bytes.length * 8) / size));
          for (let index = 0; index <= bits.entries(size) + 1; index++) {
            expect(bits.valueAt(index, size)).toBe(naive(bytes, index, size));
          }
        },
      ),
      { numRuns: 300 },
    );
  });
  it('bit 0 is the most significant of the first byte', async () => {
    const bits = await opened(pack(Uint8Array.of(0b1000_0001, 0b0100_0000)));
    const set = Array.from({ length: 16 }, (_, index) => index).filter((index) => bits.valueAt(index, 1) === 1);
    expect(set).toEqual([0, 7, 9]);
  });
  it('the last entry is there, the next is not', async () => {
    const bits = await opened(pack(bitsOf([131_071])));
    expect([131_070, 131_071, 131_072].map((index) => bits.valueAt(index, 1))).toEqual([0, 1, null]);
    // Three bits each: one left over at the end belongs to nobody.
    expect([43_689, 43_690].map((index) => bits.valueAt(index, 3))).toEqual([0, null]);
  });
  it.each([-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, 999_999_999_999_999])(
    'no entry %s',
    async (index) => {
      expect((await opened(pack(bitsOf([0])))).valueAt(index, 1)).toBeNull();
    },
  );
});

describe('what is no list', () => {
  const whole = gzipSync(bitsOf([3]));
  const flipped = Uint8Array.from(whole, (byte, at) => (at === whole.length - 6 ? byte ^ 1 : byte));
  const asText = (bytes: Uint8Array) => `u${Buffer.from(bytes).toString('base64url')}`;
  it.each<[string, unknown]>([
    ['a number', 7],
    ['a list', [pack(bitsOf([]))]],
    ['nothing', ''],
    ['the prefix alone', 'u'],
    ['no prefix', pack(bitsOf([])).slice(1)],
    ['another base', `z${pack(bitsOf([])).slice(1)}`],
    ['padding', `${pack(Uint8Array.of(1))}==`],
    ['a line break inside', pack(bitsOf([])).replace(/^(.{9})/, '$1\n')],
    ['a line break behind', `${pack(bitsOf([]))}\n`],
    ['one character', 'uA'],
    ['garbage', `u${Buffer.from('not gzip at all').toString('base64url')}`],
    ['bits that are not packed', asText(bitsOf([3]))],
    ['half of it', asText(whole.subarray(0, whole.length / 2))],
    ['all but its last byte', asText(whole.subarray(0, whole.length - 1))],
    ['another checksum', asText(flipped)],
    ['an empty list', asText(gzipSync(new Uint8Array(0)))],
  ])('%s', async (_, encoded) => expect(await openBits(encoded, true)).toBeNull());
  it('random bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 60 }), async (bytes) => {
        expect(await openBits(asText(bytes), true)).toBeNull();
        expect(await openBits(asText(Buffer.concat([whole.subarray(0, 10), bytes])), true)).toBeNull();
      }),
      { numRuns: 200 },
    );
  });
});

describe('bounds', () => {
  it('64 MiB of zeros in 64 KiB', async () => {
    const bomb = pack(new Uint8Array(64 * 1_048_576));
    expect(bomb.length).toBeLessThan(100_000);
    expect(await openBits(bomb, true)).toBeNull();
  });
  it('16,777,216 entries, and not one more byte', async () => {
    expect((await opened(pack(new Uint8Array(2 * 1_048_576)))).entries(1)).toBe(16_777_216);
    expect(await openBits(pack(new Uint8Array(2 * 1_048_576 + 1)), true)).toBeNull();
  });
  it('text longer than any list', async () => expect(await openBits(`u${'A'.repeat(3 * 1_048_576)}`, true)).toBeNull());
  it('three million characters of padding, which a careless expression reads for hours', async () => {
    expect(await openBits(`H4sI${'='.repeat(3_000_000)}A`, false)).toBeNull();
    expect(await openBits(`u${'='.repeat(3_000_000)}A`, true)).toBeNull();
  });
});

describe('StatusList2021', () => {
  // Bytes whose base64 needs all the characters in which the alphabets differ, and padding.
  const bytes = Array.from({ length: 400 }, (_, n) =>
    gzipSync(Uint8Array.from({ length: 80 }, (_, at) => (at * n * 7) & 255)),
  );
  const packed = bytes.find((one) => /[+].*[/].*=|[/].*[+].*=/.test(one.toString('base64')));
  it.each(['base64', 'base64url'] as const)('in %s', async (alphabet) => {
    if (!packed) throw new Error('no such bytes');
    expect((await opened(packed.toString(alphabet), false)).entries(1)).toBe(640);
  });
  it('padding beyond any need', async () =>
    expect(await openBits(`${pack(bitsOf([])).slice(1)}===`, false)).toBeNull());
});

describe('what is kept', () => {
  it('the same list is opened once', async () => {
    const encoded = pack(bitsOf([5]));
    expect(openBits(encoded, true)).toBe(openBits(encoded, true));
    expect(await openBits(encoded, false)).toBeNull();
    expect((await opened(encoded)).valueAt(5, 1)).toBe(1);
  });
  it('lists of others push it out in the end', () => {
    const encoded = pack(bitsOf([6]));
    const first = openBits(encoded, true);
    for (let index = 0; index < 9; index++) openBits(`u${index}`, true);
    expect(openBits(encoded, true)).toBe(first);
    openBits('u-more', true);
    expect(openBits(encoded, true)).not.toBe(first);
  });
  it('long ones sooner, and the newest stays whatever its length', () => {
    const long = (letter: string) => `u!${letter.repeat(2_500_000)}`;
    const first = openBits(long('a'), true);
    expect(openBits(long('a'), true)).toBe(first);
    const second = openBits(long('b'), true);
    expect(openBits(long('b'), true)).toBe(second);
    expect(openBits(long('a'), true)).not.toBe(first);
  });
});
