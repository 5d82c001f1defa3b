/**
 * Words from strangers, made fit to be shown as plain text: no markup, no invisible characters that turn or hide other words, no endless strings.
 */

/** Longest displayed fields, in characters (code points). */
export const CAPS = {
  name: 300,
  description: 5_000,
  narrative: 5_000,
  person: 200,
  skill: 100,
  skills: 100,
  evidence: 20,
  detail: 300,
} as const;

/**
 * Bidi embeddings, overrides, isolates and marks (they can make `gnp.exe` of `exe.png`), zero-width characters but the two joiners that scripts
 * need, soft hyphens, tag characters, byte order marks, and the replacement characters of broken text.
 */
const INVISIBLE =
  /[\u00AD\u061C\u115F\u1160\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\u3164\uFEFF\uFFA0\uFFF0-\uFFFC]|\u034F|[\u17B4\u17B5]|[\u180B-\u180D]|[\u{E0000}-\u{E0FFF}]/gu;
/** A joiner that joins nothing hides a difference between two names. */
const LOOSE_JOINERS =
  /(?<![\p{L}\p{M}\p{Extended_Pictographic}\p{Emoji_Modifier}])[\u200C\u200D]+|[\u200C\u200D]+(?![\p{L}\p{Extended_Pictographic}])/gu;
const SCANNED = 4;

/**
 * One line (or, with `lines`, several) of plain text, at most `cap` characters with a final `…` where it was cut.
 * Answers undefined when nothing readable is left.
 */
export function cleanText(value: unknown, cap: number, lines = false): string | undefined {
  if (typeof value !== 'string') return undefined;
  const text = value
    .slice(0, cap * SCANNED + 64)
    .toWellFormed()
    .replace(INVISIBLE, '')
    .replace(LOOSE_JOINERS, '')
    .replace(/\r\n?|\u2028|\u2029|\u0085/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '');
  const folded = lines
    ? text
        .replace(/[^\S\n]+/g, ' ')
        .replace(/ ?\n ?/g, '\n')
        .replace(/\n{3,}/g, '\n\n')
    : text.replace(/\s+/g, ' ');
  const trimmed = folded.trim();
  return trimmed === '' ? undefined : cut(trimmed, cap);
}

/** At most `cap` characters, an ellipsis the last of them where something was cut off. */
export function cut(text: string, cap: number): string {
  if (text.length <= cap) return text;
  const points = [...text];
  return points.length <= cap
    ? text
    : `${points
        .slice(0, cap - 1)
        .join('')
        .trimEnd()}…`;
}
