/** The person that a badge's public page names. Credly's assertion has only a hash; the page is a weaker statement and never decides a verdict. */
import { decodeEntities } from '../../badge/markup.ts';
import { personName } from '../../openbadges/fields.ts';

const META = /<meta\b[^<>]{0,4000}>/gi;
const ATTRIBUTE = /([a-z:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gi;
const ISSUED = ' was issued by ';

/**
 * Reads the holder out of `og:title`: `<title> was issued by <issuer> to <holder>.` (an expired badge has ` (Expired)` after its title).
 * Where title and issuer are known, they are taken off, so that a name with " to " in it stays whole; else the last " to " counts.
 * Parsed as text, never run.
 */
export function holderOnPage(html: string, title?: string, issuer?: string): string | undefined {
  const sentence = openGraphTitle(html.slice(0, 500_000))?.replace(/\.$/, '');
  if (sentence === undefined || !sentence.includes(ISSUED)) return undefined;
  const start = [`${title}${ISSUED}${issuer} to `, `${title} (Expired)${ISSUED}${issuer} to `].find((known) =>
    sentence.startsWith(known),
  );
  const from = start?.length ?? lastTo(sentence);
  return from === undefined ? undefined : personName(sentence.slice(from));
}

function lastTo(sentence: string): number | undefined {
  const at = sentence.lastIndexOf(' to ');
  return at > sentence.indexOf(ISSUED) ? at + 4 : undefined;
}

function openGraphTitle(html: string): string | undefined {
  for (const [tag] of html.matchAll(META)) {
    const attributes = new Map(
      [...tag.matchAll(ATTRIBUTE)].map(([, name = '', double, quoted]) => [name.toLowerCase(), double ?? quoted ?? '']),
    );
    if (attributes.get('property') === 'og:title' || attributes.get('name') === 'og:title') {
      return decodeEntities(attributes.get('content') ?? '').trim();
    }
  }
  return undefined;
}
