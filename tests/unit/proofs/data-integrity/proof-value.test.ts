import { base58, base64urlnopad } from '@scure/base';
import { encode, Token, Type } from 'cborg';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Cbor, readCbor } from '../../../../utils/proofs/data-integrity/cbor.ts';
import { readDerivedProof, readSignature } from '../../../../utils/proofs/data-integrity/proof-value.ts';

const bytes = (...values: number[]) => new Uint8Array(values);
const filled = (length: number, value = 1) => new Uint8Array(length).fill(value);

describe('readSignature', () => {
  it('reads base58btc of one of the lengths', () => {
    for (const length of [64, 96]) {
      expect(readSignature(`z${base58.encode(filled(length))}`, [64, 96])).toEqual(filled(length));
      expect(readSignature(`z${base58.encode(filled(length))}`, [32])).toBeNull();
    }
  });

  it('never throws', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.anything(),
          fc.string().map((text) => `z${text}`),
        ),
        (value) => {
          const read = readSignature(value, [64]);
          expect(read === null || read.length === 64).toBe(true);
        },
      ),
    );
  });
});

describe('readCbor', () => {
  const value: fc.Arbitrary<Cbor> = fc.letrec<{ value: Cbor; leaf: Cbor }>((tie) => ({
    leaf: fc.oneof(
      fc.nat(2 ** 31),
      fc.constantFrom(0, 23, 24, 255, 256, 65_535, 65_536, 2 ** 32 - 1),
      fc.uint8Array({ maxLength: 300 }) as fc.Arbitrary<Uint8Array<ArrayBuffer>>,
    ),
    value: fc.oneof(
      { maxDepth: 3 },
      tie('leaf'),
      fc.array(tie('value'), { maxLength: 30 }),
      fc
        .uniqueArray(fc.nat(70_000), { maxLength: 30 })
        .chain((keys) =>
          fc
            .array(tie('leaf'), { minLength: keys.length, maxLength: keys.length })
            .map((values) => new Map<Cbor, Cbor>(keys.map((key, index) => [key, values[index] ?? 0]))),
        ),
    ),
  })).value;

  it('reads what cborg writes', () => {
    fc.assert(
      fc.property(value, (written) => {
        expect(readCbor(new Uint8Array(encode(written)))).toEqual(written);
      }),
    );
  });

  it('reads byte strings that are marked as typed arrays', () => {
    const typeEncoders = { Uint8Array: (data: Uint8Array) => [new Token(Type.tag, 64), new Token(Type.bytes, data)] };
    expect(readCbor(new Uint8Array(encode([filled(3)], { typeEncoders })))).toEqual([filled(3)]);
  });

  it.each<[string, Uint8Array<ArrayBuffer>]>([
    ['nothing', bytes()],
    ['more than one value', bytes(0, 0)],
    ['a list that ends early', bytes(0x82, 0)],
    ['a list longer than the world', bytes(0x9a, 0xff, 0xff, 0xff, 0xff)],
    ['bytes that end early', bytes(0x42, 0)],
    ['bytes longer than the world', bytes(0x5a, 0xff, 0xff, 0xff, 0xff)],
    ['eight bytes of length', bytes(0x1b, 0, 0, 0, 0, 0, 0, 0, 1)],
    ['a reserved length', bytes(0x1c)],
    ['no length', bytes(0x5f, 0x41, 0, 0xff)],
    ['a list without length', bytes(0x9f, 0, 0xff)],
    ['a negative number', bytes(0x20)],
    ['text', bytes(0x61, 0x61)],
    ['true', bytes(0xf5)],
    ['a fraction', bytes(0xf9, 0x3c, 0)],
    ['a date', bytes(0xc1, 0)],
    ['a typed array of a number', bytes(0xd8, 64, 0)],
    ['a key twice', bytes(0xa2, 1, 0, 1, 0)],
    ['lists in lists in lists', bytes(0x81, 0x81, 0x81, 0x81, 0x81, 0x81, 0)],
  ])('refuses %s', (_, written) => {
    expect(readCbor(written)).toBeNull();
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (written) => {
        readCbor(new Uint8Array(written));
      }),
      { numRuns: 5_000 },
    );
  });
});

describe('readDerivedProof', () => {
  const parts = (): unknown[] => [
    filled(64),
    filled(35),
    [filled(64), filled(64)],
    new Map([[0, filled(32, 7)]]),
    [0, 2],
  ];
  const written = (value: unknown, tag = [0xd9, 0x5d, 1]) =>
    `u${base64urlnopad.encode(new Uint8Array([...tag, ...encode(value)]))}`;

  it('reads its five parts', () => {
    expect(readDerivedProof(written(parts()))).toEqual({
      baseSignature: filled(64),
      publicKey: filled(35),
      signatures: [filled(64), filled(64)],
      labels: new Map([['c14n0', `u${base64urlnopad.encode(filled(32, 7))}`]]),
      mandatory: new Set([0, 2]),
    });
  });

  it('tells the issuer’s own proof', () => {
    expect(readDerivedProof(written(parts(), [0xd9, 0x5d, 0]))).toBe('base');
  });

  it('refuses anything else', () => {
    const other = (index: number, part: unknown) => written(parts().with(index, part));
    const refused: unknown[] = [
      written(parts(), [0xd9, 0x5d, 2]),
      written(parts(), [0xd9, 0x5c, 1]),
      written(parts(), []),
      written(parts().slice(0, 4)),
      written([...parts(), 0]),
      written(7),
      other(0, filled(63)),
      other(1, filled(33)),
      other(2, [filled(64), filled(65)]),
      other(2, filled(64)),
      other(2, Array(1_001).fill(filled(64))),
      other(3, [filled(32)]),
      other(3, new Map([[0, filled(31)]])),
      other(3, new Map([[0, 7]])),
      other(
        3,
        new Map([
          [0, filled(32)],
          [1, filled(32)],
        ]),
      ),
      other(4, [0, 0]),
      other(4, [filled(1)]),
      other(4, 7),
      written(parts()).replace('u', 'z'),
      `${written(parts())}=`,
      `${written(parts())} `,
      written(parts()).slice(1),
      `u${'A'.repeat(300_000)}`,
      '',
      'u',
      null,
      7,
    ];
    for (const [index, value] of refused.entries()) expect(readDerivedProof(value), `${index}`).toBeNull();
  });
});
