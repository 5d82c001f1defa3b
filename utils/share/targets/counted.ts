import { graphemesOf } from './graphemes.ts';
import type { ShareTarget } from './types.ts';

/** Length of a text with its address, as a target counts it. */
export type Count = (text: string, url: string, title: string) => number;

/** Up to a space, or a mark that Chinese and Japanese put behind it without one. */
const WEB_ADDRESS = /https?:\/\/[^\s、。，；：！？「」『』（）]+/g;
const ELLIPSIS = '…';
/** For targets to which a long emoji or a long address is one or few: more UTF-16 units than this a countable piece has hardly ever. */
export const UNITS_OF_A_PIECE = 40;

/**
 * `measure` and `shorten` of a target that counts this way. `units`: UTF-16 units that may go for one. Of a text that is longer than all the limit's,
 * the rest is not looked at.
 */
export function counted(limit: number, count: Count, units = 1): Pick<ShareTarget, 'limit' | 'measure' | 'shorten'> {
  const used: Count = (text, url, title) => count(text.toWellFormed(), url, title);
  return {
    limit,
    measure: (text, url, title = '') => ({ used: used(text, url, title), limit }),
    shorten: (text, url, title = '') => shorten(text, (part) => used(part, url, title) <= limit, limit * units),
  };
}

/**
 * The longest beginning that fits; nothing of it where not even one piece does. If the badge's address is cut off with the rest, the target adds it
 * again and its count knows that.
 */
function shorten(text: string, fits: (text: string) => boolean, room: number): string {
  if (text.length <= room && fits(text)) return text;
  const pieces = piecesOf(text.slice(0, room));
  // The last one may be half of something.
  if (text.length > room) pieces.pop();
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
    for (const piece of graphemesOf(text.slice(end, index))) pieces.push(piece);
    pieces.push(address);
    end = index + address.length;
  }
  for (const piece of graphemesOf(text.slice(end))) pieces.push(piece);
  return pieces;
}
