import type { Snake } from './types.ts';

const MAX_QUOTED = 120;
/** Control characters and everything that turns the reading direction: a stranger's name must not reorder our sentence. */
const UNSAFE = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2028\u2029\u2066-\u2069]+/gu;
const FIRST_STRONG_ISOLATE = '\u2068';
const POP_ISOLATE = '\u2069';

/** A stranger's text on one line, without control characters, at most 120 characters. May be empty. */
export function plain(text: string | undefined): string {
  const line = (text ?? '').replace(UNSAFE, ' ').replace(/\s+/gu, ' ').trim();
  const letters = [...line];
  return letters.length > MAX_QUOTED ? `${letters.slice(0, MAX_QUOTED - 1).join('')}…` : line;
}

/** `plain`, held apart from the direction of the sentence around it (Unicode isolates). Empty stays empty. */
export function quoted(text: string | undefined): string {
  const line = plain(text);
  return line && FIRST_STRONG_ISOLATE + line + POP_ISOLATE;
}

/** `not-found` → `not_found`: message names know no hyphen. */
export function snake<S extends string>(code: S): Snake<S> {
  return code.replaceAll('-', '_') as Snake<S>;
}
