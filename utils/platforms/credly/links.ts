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
      // /public_url, /linked_in_profile and the like follow, often cut off.
      `${HOSTS},api.credly.com/(?:badges|embedded_badge|(?:api/)?v1/obi/v2/badge_assertions)/(@u)* -> www.credly.com/badges/$`,
      // The signed 3.0 record: that its number is the badge’s is not known, so it goes by a longer name.
      `${HOSTS}/api/v1/obi/(v3/open_badge_credentials/@u)`,
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
