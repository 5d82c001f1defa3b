import type { PlatformLinks } from '../../links/types.ts';

/** Each region is a server of its own; its page hosts and its API host answer for the same badges. */
function region(api: string, hosts: readonly string[]): PlatformLinks['shapes'] {
  return [
    {
      // Ids may begin or end with - or _. The tail is /image, .json …; the query may hold an e-mail address and is dropped.
      hosts: [api, ...hosts],
      path: /^\/public\/assertions\/([\w-]{22})(?:[./].*)?$/,
      kind: 'badge',
      url: `https://${api}/public/assertions/$1`,
    },
    {
      hosts: [api, ...hosts],
      path: /^\/public\/collections\/([\da-f]{32})(?:[./].*)?$/,
      kind: 'profile',
      url: `https://${api}/public/collections/$id`,
      lowerCase: true,
    },
  ];
}

export const badgr: PlatformLinks = {
  platform: 'badgr',
  find: ['badg'],
  images: ['/public/assertions/'],
  shapes: [
    ...region('api.badgr.io', ['badgr.io', 'badgr.com', 'api.badgr.com']),
    ...['eu', 'ca', 'au'].flatMap((r) =>
      region(`api.${r}.badgr.io`, [`${r}.badgr.io`, `${r}.badgr.com`, `api.${r}.badgr.com`]),
    ),
    ...region('badges.parchment.com', []),
  ],
};
