import { PLATFORM_LINKS } from '../platforms/links.ts';
import type { RecognisedLink } from './types.ts';

/**
 * `platform:id`, the same for all links to one badge, and `platform:id@host` where the same id on another host is another answer (no id
 * holds an `@`). Ids are folded where the platform itself does not tell them apart (Microsoft: upper or lower case, a leading zero lost),
 * and nowhere else.
 */
export function badgeKey({ platform, id, kind, url }: RecognisedLink): string {
  const { hexDigits, home } = PLATFORM_LINKS.find((known) => known.platform === platform) ?? {};
  const name = kind === 'badge' && hexDigits ? id.toUpperCase().padStart(hexDigits, '0') : id;
  const host = url.split('/')[2] ?? '';
  return `${platform}:${name}${!home || home.test(host) ? '' : `@${host}`}`;
}
