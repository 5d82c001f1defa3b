import { query, queryAll, textOf } from './dom.ts';
import { asName, lettersOf, tidy } from './person-name.ts';

const PROFILE = /^\/in\/[^/]+/;
const MAX_LOOKED_AT = 400;

/** Parts of the title that may be a name: `(3) Name | LinkedIn`, `Name - Role - Firm | LinkedIn`, `Section | Name | LinkedIn`, in any language. */
function namesInTitle(title: string): string[] {
  return tidy(title)
    .replace(/^\(\d+\+?\)\s*/, '')
    .split(/\s*\|\s*/)
    .filter((part) => !/linkedin|领英|領英/i.test(part))
    .map((part) => asName(part.split(/\s[-–—]\s/)[0]))
    .filter((name) => name !== null);
}

/**
 * Whose profile this is. Two of LinkedIn's three layouts have one h1 with the name; the third has none, and there the title counts once a heading
 * or paragraph says the same. Title and h1 that differ (the old profile still stands while the next one loads): null.
 */
export function personOnLinkedIn(doc: Document, path: string, title: string): string | null {
  if (!PROFILE.test(path)) return null;
  const main: Document | Element = query(doc, 'main,[role=main]') ?? doc;
  const titled = namesInTitle(title);
  const heads = Array.from(queryAll(main, 'h1'), textOf).filter((text) => tidy(text));
  if (heads.length === 1) {
    const name = asName(heads[0]);
    if (!name) return null;
    const letters = lettersOf(name);
    return titled.length === 0 || titled.some((other) => lettersOf(other) === letters) ? name : null;
  }
  if (heads.length > 1) return null;
  const texts = Array.from(queryAll(main, 'h2,h3,p,[role=heading]')).slice(0, MAX_LOOKED_AT);
  const shown = new Set(texts.map((el) => lettersOf((textOf(el) ?? '').slice(0, 200))));
  const confirmed = titled.filter((name) => shown.has(lettersOf(name)));
  return confirmed.length === 1 ? (confirmed[0] ?? null) : null;
}
