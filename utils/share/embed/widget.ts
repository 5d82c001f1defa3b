/**
 * The platform's own widget. It shows what the platform wants, runs its script or page in the visitor's browser, and shows nothing where a system strips
 * scripts or frames: offered beside the plain HTML, never in its place.
 */
import { isUuid } from '../../badge/uuid.ts';
import { recogniseLink } from '../../links/index.ts';
import { httpsAddress } from '../escape/url.ts';
import type { SharedBadge } from '../types.ts';
import { element } from './element.ts';
import type { EmbedWords } from './types.ts';

const CREDLY_SCRIPT = 'https://cdn.credly.com/assets/utilities/embed.js';
/** The sizes that the platforms' own share windows give, in CSS pixels. */
const CREDLY_FRAME = { width: 150, height: 270 };
const BADGR_FRAME = { width: 330, height: 186 };

/** Null where none of the badges is of a platform that has one; badges without are left out. */
export function widgetHtml(badges: readonly SharedBadge[], words: EmbedWords): string | null {
  const credly = badges.map(credlyElement);
  const frames = badges.map((badge, index) => credly[index] ?? badgrFrame(badge, words));
  const shown = frames.filter((frame) => frame !== null);
  if (shown.length === 0) return null;
  // The script finds all elements of the page: once is enough.
  const script = credly.some((one) => one !== null)
    ? [element('script', { type: 'text/javascript', async: '', src: CREDLY_SCRIPT })]
    : [];
  return [...shown, ...script].join('\n');
}

function credlyElement({ url }: SharedBadge): string | null {
  const link = recogniseLink(url);
  if (link?.platform !== 'credly' || link.kind !== 'badge' || !isUuid(link.id)) return null;
  return element('div', {
    'data-iframe-width': CREDLY_FRAME.width,
    'data-iframe-height': CREDLY_FRAME.height,
    'data-share-badge-id': link.id,
    'data-share-badge-host': 'https://www.credly.com',
  });
}

/** Badgr's servers of all regions and Parchment's; the badge's own server shows it. */
function badgrFrame(badge: SharedBadge, words: EmbedWords): string | null {
  const link = recogniseLink(badge.url);
  const address = httpsAddress(link?.url);
  if (link?.platform !== 'badgr' || link.kind !== 'badge' || address === null) return null;
  const { width, height } = BADGR_FRAME;
  return element('iframe', {
    src: `${address}?embedVersion=1&embedWidth=${width}&embedHeight=${height}`,
    width,
    height,
    title: words.alt(badge.name, badge.issuer.name),
    style: 'border:0',
  });
}
