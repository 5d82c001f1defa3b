/** The one way in which snippets get their tags. */
import { htmlAttribute } from '../escape/html.ts';

const VOID = new Set(['img', 'br', 'meta']);

/**
 * One element. Values of attributes are escaped here and left out where null or undefined; `children` are markup already: elements, or text of `htmlText`.
 */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number | null | undefined>>,
  ...children: readonly string[]
): string {
  const written = Object.entries(attributes)
    .map(([key, value]) => (value === null || value === undefined ? '' : htmlAttribute(key, String(value))))
    .join('');
  return VOID.has(name) ? `<${name}${written}>` : `<${name}${written}>${children.join('')}</${name}>`;
}

/** Content as a link, or as it is where there is no address. */
export function anchor({ url }: { url: string | null }, content: string): string {
  return url === null ? content : element('a', { href: url }, content);
}
