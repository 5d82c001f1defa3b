/** Plain text, which is also what every other format begins with: nothing below one line of visible characters is ever escaped. */
import { CAPS, cleanText } from '../../badge/text.ts';

/**
 * A stranger's text on one line: line breaks are spaces, controls, invisible characters and everything that turns the reading direction are gone, at most
 * 5,000 characters. Empty when nothing is left.
 */
export function plainLine(text: string | undefined): string {
  return cleanText(text, CAPS.description) ?? '';
}

/** Several of them, without those of which nothing is left. */
export function plainLines(texts: readonly string[]): string[] {
  return texts.map(plainLine).filter((text) => text !== '');
}
