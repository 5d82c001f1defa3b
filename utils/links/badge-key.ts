import { PLATFORM_LINKS } from '../platforms/links.ts';
import type { RecognisedLink } from './types.ts';

/**
 * `platform:id`, the same for all links to one badge: the value of `data-badge`. Ids are folded where the platform itself does not
 * tell them apart (Microsoft: upper or lower case, a leading zero lost), and nowhere else.
 */
export function badgeKey({ platform, id, kind }: Pick<RecognisedLink, 'platform' | 'id' | 'kind'>): string {
  const digits = kind === 'badge' && PLATFORM_LINKS.find((known) => known.platform === platform)?.hexDigits;
  return `${platform}:${digits ? id.toUpperCase().padStart(digits, '0') : id}`;
}
