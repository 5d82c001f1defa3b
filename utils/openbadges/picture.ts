import { isPng } from './baking/png-chunks.ts';

/** Is this a PNG (by its signature) or an SVG (by its root)? Then a badge may be baked into it. */
export function isPicture(bytes: Uint8Array): boolean {
  return bakeableMime(bytes) !== null;
}

/** Which of the two it is; null for anything else. */
export function bakeableMime(bytes: Uint8Array): 'image/png' | 'image/svg+xml' | null {
  if (isPng(bytes)) return 'image/png';
  const head = new TextDecoder('utf-8')
    .decode(bytes.subarray(0, 4_096))
    .replace(/^\uFEFF?\s*/, '')
    .replace(/^(?:<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<!DOCTYPE[^>[]*(?:\[[\s\S]*?\])?\s*>|\s+)*/i, '');
  return /^<(?:[\w.-]+:)?svg[\s/>]/.test(head) ? 'image/svg+xml' : null;
}
