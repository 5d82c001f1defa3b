import { Resvg } from '@resvg/resvg-js';
import { encode } from 'uqr';
import { describe, expect, it } from 'vitest';
import { qrModules, qrPng, qrSvg } from '../../../../utils/share/embed/qr.ts';
import { htmlTree } from './parsers.ts';

const ADDRESS = 'https://badges.example/b/1';
const QUIET = 4;

/** Dark pixels of what resvg draws, `scale` pixels a module. Its decoder of PNG is not ours either. */
function drawn(svg: string): { side: number; dark: (x: number, y: number) => boolean } {
  const image = new Resvg(svg).render();
  return { side: image.width, dark: (x, y) => (image.pixels[(y * image.width + x) * 4] ?? 255) < 128 };
}

function drawnPng(bytes: Uint8Array): ReturnType<typeof drawn> {
  const side = new DataView(bytes.buffer).getUint32(16);
  const data = `data:image/png;base64,${Buffer.from(bytes).toString('base64')}`;
  return drawn(
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${side}" height="${side}"><image width="${side}" height="${side}" xlink:href="${data}" image-rendering="optimizeSpeed"/></svg>`,
  );
}

/** Modules read at their middles, the quiet zone taken off after a look at it. */
function modulesOf({ side, dark }: ReturnType<typeof drawn>, scale: number): boolean[][] {
  const count = side / scale;
  expect(Number.isInteger(count)).toBe(true);
  const all = Array.from({ length: count }, (_, y) =>
    Array.from({ length: count }, (_, x) => dark(x * scale + (scale >> 1), y * scale + (scale >> 1))),
  );
  const inside = (at: number) => at >= QUIET && at < count - QUIET;
  expect(all.flatMap((row, y) => row.filter((isDark, x) => isDark && !(inside(x) && inside(y))))).toEqual([]);
  return all.slice(QUIET, -QUIET).map((row) => row.slice(QUIET, -QUIET));
}

const MASKS: readonly ((x: number, y: number) => boolean)[] = [
  (x, y) => (x + y) % 2 === 0,
  (_, y) => y % 2 === 0,
  (x) => x % 3 === 0,
  (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
];
/** Format information is XORed with this (ISO/IEC 18004, 7.9.1). */
const FORMAT_MASK = 0b101010000010010;
const LEVELS = ['M', 'L', 'H', 'Q'];

/**
 * Reads a code of version 2 or 3 at level M, whose data are in one block: no decoder is among the packages. Nothing is corrected, so one wrong module in
 * the data would show.
 */
function readCode(modules: boolean[][]): { level?: string; text: string } {
  const side = modules.length;
  const version = (side - 17) / 4;
  expect([2, 3]).toContain(version);
  const at = (x: number, y: number) => modules[y]?.[x] ?? false;
  const around = [0, 1, 2, 3, 4, 5, 7, 8].map((x) => at(x, 8));
  const above = [7, 5, 4, 3, 2, 1, 0].map((y) => at(8, y));
  const format = [...around, ...above].reduce((bits, bit) => bits * 2 + Number(bit), 0) ^ FORMAT_MASK;
  const mask = MASKS[(format >> 10) & 7];
  const fixed = (x: number, y: number) =>
    (x < 9 && y < 9) ||
    (x < 9 && y >= side - 8) ||
    (x >= side - 8 && y < 9) ||
    x === 6 ||
    y === 6 ||
    (Math.abs(x - (side - 7)) <= 2 && Math.abs(y - (side - 7)) <= 2);
  const bits: number[] = [];
  let up = true;
  for (let right = side - 1; right > 0; right -= 2) {
    if (right === 6) right--;
    for (let step = 0; step < side; step++) {
      const y = up ? side - 1 - step : step;
      for (const x of [right, right - 1]) if (!fixed(x, y)) bits.push(Number(at(x, y) !== mask?.(x, y)));
    }
    up = !up;
  }
  const number = (from: number, length: number) =>
    bits.slice(from, from + length).reduce((sum, bit) => sum * 2 + bit, 0);
  expect(number(0, 4)).toBe(0b0100);
  const bytes = Array.from({ length: number(4, 8) }, (_, index) => number(12 + index * 8, 8));
  return { level: LEVELS[format >> 13], text: Buffer.from(bytes).toString('utf8') };
}

describe('a QR code', () => {
  it.each([ADDRESS, 'https://b.example/%E8%AD%89?a=b&c#d'])('of %s reads as the address, at level M', (address) => {
    const svg = drawn(qrSvg(address, 'Code', 4) ?? '');
    expect(readCode(modulesOf(svg, 4))).toEqual({ level: 'M', text: address });
    const png = drawnPng(qrPng(address, 5) ?? new Uint8Array());
    expect(readCode(modulesOf(png, 5))).toEqual({ level: 'M', text: address });
  });

  it.each([1, 3, 8])('is the same as picture, as drawing and as the library made it, %d pixels a module', (scale) => {
    const made = encode(ADDRESS, { ecc: 'M', border: 0 }).data;
    expect(modulesOf(drawn(qrSvg(ADDRESS, '', scale) ?? ''), scale)).toEqual(made);
    expect(modulesOf(drawnPng(qrPng(ADDRESS, scale) ?? new Uint8Array()), scale)).toEqual(made);
  });

  it('is one of https addresses only', () => {
    for (const bad of ['javascript:alert(1)', 'http://badges.example/', 'WIFI:S:x;P:y;;', '']) {
      expect([qrModules(bad), qrSvg(bad, ''), qrPng(bad)]).toEqual([null, null, null]);
    }
  });

  it('has a title that stays a text', () => {
    const [svg] = htmlTree(qrSvg(ADDRESS, '</title><script>alert(1)</script>', 2) ?? '');
    expect(svg).toMatchObject({
      is: 'svg',
      holds: [{ is: 'title', holds: ['</title><script>alert(1)</script>'] }, { is: 'path' }, { is: 'path' }],
    });
  });

  it('stays within bounds for the longest address', () => {
    const png = qrPng(`https://badges.example/${'x'.repeat(2_000)}`, 99) ?? new Uint8Array();
    expect(new DataView(png.buffer).getUint32(16)).toBeLessThanOrEqual(185 * 40);
  });
});
