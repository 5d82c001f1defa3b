import { graphemesOf } from './graphemes.ts';
import type { ShareTarget } from './types.ts';

/** Length of a text with its address, as a target counts it. */
export type Count = (text: string, url: string, title: string) => number;

const WEB_ADDRESS = /https?:\/\/\S+/g;
const ELLIPSIS = '…';
/** Of a longer text nothing is looked at that could never fit: a user-perceived character has hardly ever more UTF-16 units than this. */
const UNITS = 40;

/** `measure` and `fit` of a target that counts this way. */
export function counted(limit: number, count: Count): Pick<ShareTarget, 'limit' | 'measure' | 'fit'> {
  const used: Count = (text, url, title) => count(text.toWellFormed(), url, title);
  return {
    limit,
    measure: (text, url, title = '') => ({ used: used(text, url, title), limit }),
    fit: (text, url, title = '') => shorten(text, (part) => used(part, url, title) <= limit, limit),
  };
}

/**
 * The longest beginning that fits; nothing of it where not even one piece does. If the badge's address is cut off with the rest, the target adds it
 * again and its count knows that.
 */
function shorten(text: string, fits: (text: string) => boolean, limit: number): string {
  const room = limit * UNITS;
  if (text.length <= room && fits(text)) return text;
  const pieces = piecesOf(text.slice(0, room));
  const shortened = (length: number) => {
    const start = pieces.slice(0, length).join('').trimEnd();
    return start === '' ? '' : start + ELLIPSIS;
  };
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(shortened(middle))) low = middle;
    else high = middle - 1;
  }
  return shortened(low);
}

/** What is not cut: an address, or one user-perceived character. */
function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  let end = 0;
  for (const { 0: address, index } of text.matchAll(WEB_ADDRESS)) {
    pieces.push(...graphemesOf(text.slice(end, index)), address);
    end = index + address.length;
  }
  pieces.push(...graphemesOf(text.slice(end)));
  return pieces;
}
