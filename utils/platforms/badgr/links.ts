import type { PlatformLinks } from '../../links/types.ts';

/** Each region is a server of its own, whose page hosts and API hosts answer for the same badges. */
const REGIONS = [
  ...['', 'eu.', 'ca.', 'au.'].map((r) => `api.${r}badgr.io,api.${r}badgr.com,${r}badgr.io,${r}badgr.com`),
  'badges.parchment.com',
];

export const badgr: PlatformLinks = {
  platform: 'badgr',
  find: ['badg'],
  images: ['/public/assertions/'],
  home: /^api\.badgr\.io$/,
  shapes: {
    // Ids may begin or end with - or _. /image, .json and the like follow; the query may hold an e-mail address and is dropped.
    badge: REGIONS.map((hosts) => `${hosts}/public/assertions/([\\w-]{22})*`),
    profile: REGIONS.map((hosts) => `${hosts}/public/collections/(@32)*`),
  },
};
