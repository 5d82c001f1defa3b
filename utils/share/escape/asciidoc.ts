/**
 * Text for AsciiDoc. It has no escape that works everywhere (a backslash counts only before what would have been markup), but character references do:
 * they pass through all substitutions and are restored as they are (Asciidoctor, "Replacements").
 */
import { plainLine } from './line.ts';

/**
 * Raw stay letters, digits, blanks, and of punctuation what means nothing inside a line: `,` and `?`, a `.`, `-` or `/` between two letters, and a `.` that
 * ends a word but the first (`a. ` and `1. ` begin lists). `•` is a list mark.
 */
const SPECIAL = /[!-+:-@[-`{-~•]|[-./](?![\p{L}\p{N}])|(?<![\p{L}\p{N}])[-./]/gu;

/** One line, within a line. Not for the attributes of a macro. */
export function asciidocText(text: string | undefined): string {
  const line = plainLine(text);
  return line.replace(SPECIAL, (character, at: number) =>
    character === '?' || (character === '.' && endsWord(line, at)) ? character : reference(character),
  );
}

/** A full stop behind the second word or a later one, with a blank or the end behind it. */
function endsWord(line: string, at: number): boolean {
  const before = line.slice(0, at);
  const after = line[at + 1];
  return before.includes(' ') && /[\p{L}\p{N}]$/u.test(before) && (after === undefined || after === ' ');
}

/** One line, as an attribute of a macro: there a comma separates. */
export function asciidocAttribute(text: string | undefined): string {
  return asciidocText(text).replaceAll(',', reference(','));
}

/** An address of `httpsAddress` as a macro's target or attribute. */
export function asciidocAddress(address: string): string {
  const scheme = 'https://';
  return scheme + address.slice(scheme.length).replace(/[#!&+,:;=@_~]|[-.](?=[-.])|(?<=[-.])[-.]/g, reference);
}

function reference(character: string): string {
  return `&#${character.charCodeAt(0)};`;
}
