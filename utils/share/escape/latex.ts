/**
 * Text for LaTeX with hyperref. Only commands of the kernel are used (2020 or later). Characters beyond ASCII stay as they are: Chinese needs XeLaTeX or
 * LuaLaTeX and a font, emoji need a font that has them.
 */
import { plainLine } from './line.ts';

/** Pairs like `--` and `''` are ligatures, `?` and `!` before a grave accent too; a `[` behind `\item` is its label; `"` is a command in German babel. */
const WRITTEN: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  $: '\\$',
  '&': '\\&',
  '#': '\\#',
  '%': '\\%',
  _: '\\_',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '<': '\\textless{}',
  '>': '\\textgreater{}',
  '|': '\\textbar{}',
  '`': '\\textasciigrave{}',
  '"': '\\symbol{34}',
  '[': '{[}',
  ']': '{]}',
};
const SPECIAL = /[\\{}$&#%_~^<>|`"[\]]|-(?=-)|'(?=')|,(?=,)/g;

/** One line, in text or as the second argument of `\href`. */
export function latexText(text: string | undefined): string {
  return plainLine(text).replace(SPECIAL, (character) => WRITTEN[character] ?? `${character}{}`);
}

/** An address of `httpsAddress` as the first argument of `\href`, also where that stands in the argument of another command. hyperref reads `~` as itself. */
export function latexAddress(address: string): string {
  return address.replace(/[%#&_]/g, '\\$&');
}
