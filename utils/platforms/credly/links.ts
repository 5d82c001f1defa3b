import type { PlatformLinks } from '../../links/types.ts';

const HOSTS = ['www.credly.com', 'credly.com', 'www.youracclaim.com', 'youracclaim.com'];

export const credly: PlatformLinks = {
  platform: 'credly',
  find: ['cred', 'acclaim'],
  embed: {
    id: 'data-share-badge-id',
    host: 'data-share-badge-host',
    page: 'https://www.credly.com',
    path: '/badges/',
  },
  shapes: [
    {
      // The tail is whatever LinkedIn or the member left of /public_url, /linked_in_profile …
      hosts: HOSTS,
      path: /^\/(?:badges|embedded_badge)\/([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})(?:\/.*)?$/,
      kind: 'badge',
      url: 'https://www.credly.com/badges/$id',
      lowerCase: true,
    },
    {
      // The record itself. The 3.0 credential (/obi/v3/…) is not here: that its number is the badge's is not known.
      hosts: [...HOSTS, 'api.credly.com'],
      path: /^(?:\/api)?\/v1\/obi\/v2\/badge_assertions\/([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})\/?$/,
      kind: 'badge',
      url: 'https://www.credly.com/badges/$id',
      lowerCase: true,
    },
    {
      // Not the badge's own id: one link that proves something and one that proves nothing must not share a key.
      hosts: HOSTS,
      path: /^\/earner\/earned\/(badge|share)\/([\da-f]{32}|[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})(?:\/.*)?$/,
      kind: 'owner-only',
      id: 'earner/$2',
      url: 'https://www.credly.com/earner/earned/$1/$2',
      lowerCase: true,
    },
    {
      hosts: HOSTS,
      path: /^\/go\/(\w{8})\/?$/,
      kind: 'short-link',
      id: 'go/$1',
      url: 'https://www.credly.com/go/$1',
    },
    {
      // A profile that is named by a UUID is left out: its key could be a badge's.
      hosts: HOSTS,
      path: /^\/users\/(?!sign_|password\b|confirmation\b|[\da-f]{8}-[\da-f]{4}-)([\w.-]+)(?:\/.*)?$/i,
      kind: 'profile',
      url: 'https://www.credly.com/users/$1',
    },
  ],
};
