/**
 * Text for Markdown (CommonMark 0.31, 2.4: a backslash before any ASCII punctuation is that punctuation), with what GitHub adds: tables, strike-through,
 * mathematics, mentions and addresses that become links by themselves. Emoji short codes (`:tada:`) are put in after the markup and cannot be escaped.
 */
import { plainLine } from './line.ts';

/**
 * Always what means something anywhere in a line; and only where it does: `:` before `//`, the dot of `www.`, of `1.` in front and of `...`, hyphens in
 * front and in a row. A name like "Inc. (multi-cloud)" stays readable in the source.
 */
const SPECIAL = /[\\`*_{}[\]()<>#!|&~^$@+=]|:(?=\/)|(?<=www|^\d{1,9})\.|^-|-(?=-)|(?<=-)-/gi;

/** One line, in the middle of a line or as the label of a link or picture. */
export function markdownText(text: string | undefined): string {
  return plainLine(text).replace(SPECIAL, '\\$&');
}

/** An address of `httpsAddress` between the parentheses of a link: all that is left to escape is what would be read as an entity. */
export function markdownAddress(address: string): string {
  return address.replace(/&(?=#?\w+;)/g, '&amp;');
}
