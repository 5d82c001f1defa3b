import { PLATFORM_LINKS } from '../platforms/links.ts';
import { isPlaceholder } from './placeholder.ts';
import { shapesOfHost } from './shapes-of-host.ts';
import type { LinkShape, RecognisedLink } from './types.ts';
import { unwrap } from './unwrap.ts';

/** What stands behind an address in running text, when the page has escaped it: space " ' ) , ; > ] } */
const ESCAPED_TAIL = /(?:%(?:2[0279c]|3[be]|5d|7d)){1,4}$/i;

/** Room for the longest real address three times over. */
const MAX_CLEAN = 512;

function matchShape(shape: LinkShape, url: URL): Omit<RecognisedLink, 'platform'> | null {
  const path = url.pathname.replace(ESCAPED_TAIL, '');
  const groups = shape.path.exec(shape.lowerCase ? path.toLowerCase() : path);
  if (!groups) return null;
  const query = shape.query ? (url.searchParams.get(shape.query.name) ?? '') : '';
  if (shape.query && !shape.query.value.test(query)) return null;
  const fill = (template: string, id = ''): string =>
    template.replace(/\$(id|[hq\d])/g, (_, name: string) =>
      name === 'id' ? id : name === 'h' ? url.hostname : name === 'q' ? query : (groups[Number(name)] ?? ''),
    );
  const id = fill(shape.id ?? (shape.query ? '$q' : '$1'));
  return { id, url: fill(shape.url, id), kind: shape.kind };
}

/**
 * The credential that an address leads to, wrappers taken off, or null: another site, a lookalike host, a catalogue page, a badge's type,
 * a placeholder. Nothing is asked over the network. `base` is the address of the page a relative `href` stands in.
 *
 * `url` is built anew out of what was recognised, so it holds no tracker, e-mail address or fragment; recognised again it gives the same answer.
 */
export function recogniseLink(href: string, base?: string): RecognisedLink | null {
  const address = unwrap(href, base);
  if (!address) return null;
  for (const [{ platform }, shape] of shapesOfHost(address.hostname)) {
    const link = matchShape(shape, address);
    if (!link) continue;
    // A name that is an e-mail address must not be kept, shown or sent.
    const refused =
      isPlaceholder(link.id, link.kind === 'profile') || /@|%40/.test(link.url) || link.url.length > MAX_CLEAN;
    return refused ? null : { platform, ...link };
  }
  return null;
}

const HEX_DIGITS = new Map(PLATFORM_LINKS.map(({ platform, hexDigits }) => [platform, hexDigits ?? 0]));

/**
 * `platform:id`, the same for all links to one badge: the value of `data-badge`. Ids are folded where the platform itself does not
 * tell them apart (Microsoft: upper or lower case, a leading zero lost), and nowhere else.
 */
export function badgeKey({ platform, id, kind }: Pick<RecognisedLink, 'platform' | 'id' | 'kind'>): string {
  const digits = kind === 'badge' ? HEX_DIGITS.get(platform) : 0;
  return `${platform}:${digits ? id.toUpperCase().padStart(digits, '0') : id}`;
}
