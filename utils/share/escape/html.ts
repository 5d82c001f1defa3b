/** Text for HTML. */
import { plainLine } from './line.ts';

/** A backtick ends an attribute in old Internet Explorers, which some mail programs still are. */
const SPECIAL = /[&<>"'`]/g;

/**
 * One line, for an element's content. Quotes are escaped here too, so that the same words can be moved into an attribute by whoever edits the snippet,
 * and so that no text of ours can look like an attribute (see embed/preview.ts).
 */
export function htmlText(text: string | undefined): string {
  return plainLine(text).replace(SPECIAL, (character) => `&#${character.charCodeAt(0)};`);
}

/** One line, as ` name="value"` with the blank before it. */
export function htmlAttribute(name: string, value: string): string {
  return ` ${name}="${htmlText(value)}"`;
}
