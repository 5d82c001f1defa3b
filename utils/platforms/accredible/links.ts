import type { PlatformLinks } from '../../links/types.ts';

const HOSTS = '*.credential.net,credential.net,*.accredible.com';

export const accredible: PlatformLinks = {
  platform: 'accredible',
  find: ['cred', 'achieve', 'badg'],
  home: /(?:^|\.)(?:credential\.net|accredible\.com)$/,
  images: ['images.credential.net/embed/'],
  shapes: {
    badge: [
      // Issuers’ own domains cannot be told by their name, so they are listed.
      `${HOSTS},credentials.databricks.com,achieve.snowflake.com,skillsoft.digitalbadges.skillsoft.com/(?:embed/)?(@u) -> $h/$`,
      // The old short id. One without any digit could be a page’s name (/settings), so it is left alone.
      `${HOSTS}/((?=[a-z]*\\d)[a-z\\d]{8})`,
      'images.credential.net/embed/((?=[a-z]*\\d)[a-z\\d]{8})[._/].+ -> www.credential.net/$',
      // The record does not say which issuer’s host shows it, so its own address is kept. www has nothing but marketing pages.
      'api.accredible.com,www.accredible.com/v1/(?:obi/badge_assertions|credential-net/credentials)/(@u) -> api.accredible.com/v1/obi/badge_assertions/$',
    ],
  },
};
