const SEGMENTER = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** User-perceived characters (UAX 29 extended grapheme clusters), in order. */
export function* graphemesOf(text: string): Generator<string> {
  for (const { segment } of SEGMENTER.segment(text)) yield segment;
}

export function countGraphemes(text: string): number {
  let count = 0;
  for (const _ of SEGMENTER.segment(text)) count++;
  return count;
}

/** Length in UTF-8. */
export function countBytes(text: string): number {
  return new TextEncoder().encode(text).length;
}
