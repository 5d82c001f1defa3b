import { isUuid } from '../../badge/uuid.ts';
import { recogniseLink } from '../../links/index.ts';
import { unwrap } from '../../links/unwrap.ts';
import type { ListAddress } from './types.ts';

const CREDLY_HOSTS = ['www.credly.com', 'credly.com', 'www.youracclaim.com', 'youracclaim.com'];

/** The list that an address leads to, if it is one of those that can be read. */
export function listAddressOf(address: string): ListAddress | null {
  const link = recogniseLink(address);
  if (link?.platform === 'credly' && link.kind === 'profile') return { kind: 'credly-profile', address: link.url };
  if (link?.kind === 'transcript') return { kind: 'microsoft-transcript', address: link.url };
  if (link?.platform === 'badgr' && link.kind === 'profile') return { kind: 'badgr-collection', address: link.url };
  const uuid = link ? null : numberedProfile(address);
  return uuid ? { kind: 'credly-profile', address: `https://www.credly.com/users/${uuid}` } : null;
}

/** Links to profiles by number are not recognised in pages, where the number could be a badge's; as a list it can be nothing else. */
function numberedProfile(address: string): string | null {
  const url = unwrap(address);
  if (!url || !CREDLY_HOSTS.includes(url.hostname)) return null;
  const name = /^\/users\/([^/]+)/.exec(url.pathname.toLowerCase())?.[1] ?? '';
  return isUuid(name) ? name : null;
}
