import type { PlatformLinks } from '../../links/types.ts';

const HOSTS = 'www.credly.com,www.youracclaim.com';

export const credly: PlatformLinks = {
  platform: 'credly',
  find: ['cred', 'acclaim'],
  embed: {
    id: 'data-share-badge-id',
    host: 'data-share-badge-host',
    page: 'https://www.credly.com',
    path: '/badges/',
  },
  shapes: {
    badge: [
      // /public_url, /linked_in_profile and the like follow, often cut off. The 3.0 record (/obi/v3/…) is not here: that its number is the badge’s is not known.
      `${HOSTS},api.credly.com/(?:badges|embedded_badge|(?:api/)?v1/obi/v2/badge_assertions)/(@u)* -> www.credly.com/badges/$`,
    ],
    'owner-only': [
      // Its id is more than the badge’s: a link that proves something and one that proves nothing must not share a key.
      `${HOSTS}/earner/(earned/(?:badge|share)/(?:@u|@32))*`,
    ],
    'short-link': [`${HOSTS}/(go/\\w{8})`],
    profile: [
      // One that is named by a UUID is left out: its key could be a badge’s.
      `${HOSTS}/users/(?!sign_|password|confirmation|[\\da-fA-F]{8}-[\\da-fA-F]{4}-)(@w)*`,
    ],
  },
};
