import { joinBytes } from '../../bytes/join.ts';
import { type Chunk, chunkBytes, chunksOf, SIGNATURE } from '../../openbadges/baking/png-chunks.ts';
import { bareExif } from './exif.ts';

/**
 * The chunks that pixels and their colours, sizes and frames are made of (PNG, 3rd edition, 11), each with the most bytes that it can have: what is longer
 * holds something else.
 */
const DRAWN: ReadonlyMap<string, number> = new Map([
  ['IHDR', 13],
  ['PLTE', 768],
  ['IDAT', Infinity],
  ['IEND', 0],
  ['tRNS', 256],
  ['cHRM', 32],
  ['gAMA', 4],
  ['iCCP', Infinity],
  ['sBIT', 4],
  ['sRGB', 1],
  ['cICP', 4],
  ['mDCV', 24],
  ['cLLI', 8],
  ['bKGD', 6],
  ['pHYs', 9],
  ['acTL', 8],
  ['fcTL', 26],
  ['fdAT', Infinity],
]);
/** Capital first letter: without it there is no picture. */
const CRITICAL = /^[A-Z]/;

/** Texts, times, Exif data but the orientation, and what is in no standard stay behind, as does what stands behind the end. Null: damaged. */
export function barePng(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> | null {
  const chunks = chunksOf(bytes);
  if (chunks === null) return null;
  const kept: Uint8Array[] = [Uint8Array.from(SIGNATURE)];
  for (const chunk of chunks) {
    if (isDrawn(chunk)) kept.push(bytes.subarray(chunk.at, chunk.at + chunk.size));
    else if (CRITICAL.test(chunk.type)) return null;
    const exif = chunk.type === 'eXIf' && chunk.sound ? bareExif(chunk.data) : null;
    if (exif) kept.push(chunkBytes('eXIf', exif));
  }
  return joinBytes(kept);
}

function isDrawn({ type, data, sound }: Chunk): boolean {
  return sound && data.length <= (DRAWN.get(type) ?? -1);
}
