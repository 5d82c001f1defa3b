import { cleanText } from './text.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  bull: '•',
  middot: '·',
  copy: '©',
  reg: '®',
  trade: '™',
  eacute: 'é',
  egrave: 'è',
  agrave: 'à',
  ccedil: 'ç',
  auml: 'ä',
  ouml: 'ö',
  uuml: 'ü',
  Auml: 'Ä',
  Ouml: 'Ö',
  Uuml: 'Ü',
  szlig: 'ß',
  ntilde: 'ñ',
};
const ENTITY = /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z]{2,8}));/g;

/** Replaces character references once, so that `&amp;lt;` stays the text `&lt;`. Unknown names stay as they are. */
export function decodeEntities(text: string): string {
  return text.replace(ENTITY, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return Object.hasOwn(ENTITIES, name) ? (ENTITIES[name] ?? whole) : whole;
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
    const allowed = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
    return allowed ? String.fromCodePoint(code) : '';
  });
}

/**
 * The words of an HTML fragment. This is no sanitiser: the result is text and must be shown as text.
 * Scripts, styles and comments go with their content; block elements become line breaks.
 */
export function textFromHtml(html: unknown, cap: number): string | undefined {
  if (typeof html !== 'string') return undefined;
  const text = html.slice(0, 200_000);
  if (!/<[a-z!/]|&[a-z#]/i.test(text)) return cleanText(text, cap, true);
  const bare = text
    .replace(/<!--[\s\S]*?(?:-->|$)/g, '')
    .replace(/<(script|style|template|noscript|svg|math)\b[\s\S]*?(?:<\/\1\s*>|$)/gi, '')
    .replace(/<li\b[^<>]*>/gi, '\n• ')
    .replace(/<(?:br|hr)\b[^<>]*>/gi, '\n')
    .replace(/<\/?(?:p|div|h[1-6]|ul|ol|table|tr|section|article|blockquote|pre)\b[^<>]*>/gi, '\n')
    .replace(/<\/?[a-z][^<>]*(?:>|$)/gi, '');
  return cleanText(decodeEntities(bare), cap, true);
}
