import { badgeKey, recogniseLink } from '../links/index.ts';
import type { RecognisedLink } from '../links/types.ts';
import { createReader } from '../net/reader.ts';

const HREF = /\bhref\s*=\s*["'](https:[^"'<>\s]{1,2048})["']/gi;
const MAX_HREFS = 500;

/**
 * Follows a short link that the reader clicked, and answers the badge link behind it, or null. A shortener may answer with a page
 * ("this link leads elsewhere") instead of a redirect: then its links are looked through, and only one badge in them will do.
 */
export async function openShortLink(
  link: RecognisedLink,
  fetch: typeof globalThis.fetch,
): Promise<RecognisedLink | null> {
  const answer = await createReader(fetch).read(link.url, { accept: 'text/html' });
  if (!answer.ok) return null;
  const target = recogniseTarget(answer.url);
  if (target) return target;
  if (!answer.contentType.startsWith('text/html')) return null;
  const found = new Map<string, RecognisedLink>();
  const html = new TextDecoder().decode(answer.bytes);
  for (const [, href = ''] of [...html.matchAll(HREF)].slice(0, MAX_HREFS)) {
    const inside = recogniseTarget(href.replaceAll('&amp;', '&'));
    if (inside) found.set(badgeKey(inside), inside);
  }
  const [only] = found.values();
  return found.size === 1 && only ? only : null;
}

function recogniseTarget(address: string): RecognisedLink | null {
  const link = recogniseLink(address);
  return link && link.kind !== 'short-link' ? link : null;
}
