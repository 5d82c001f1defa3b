import type { PlatformLinks } from '../../links/types.ts';

export const accredible: PlatformLinks = {
  platform: 'accredible',
  find: ['cred', 'achieve', 'badg'],
  images: ['images.credential.net/embed/'],
  shapes: [
    {
      // Issuers' own domains cannot be told by their name, so they are listed.
      hosts: [
        'credential.net',
        '*.credential.net',
        '*.accredible.com',
        'credentials.databricks.com',
        'achieve.snowflake.com',
        'skillsoft.digitalbadges.skillsoft.com',
      ],
      path: /^\/(?:embed\/)?([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})\/?$/,
      kind: 'badge',
      url: 'https://$h/$id',
      lowerCase: true,
    },
    {
      // The old short id. One without any digit could be a page's name (/settings), so it is left alone.
      hosts: ['credential.net', '*.credential.net', '*.accredible.com'],
      path: /^\/(?=[a-z]*\d)([a-z\d]{8})\/?$/,
      kind: 'badge',
      url: 'https://$h/$1',
    },
    {
      hosts: ['images.credential.net'],
      path: /^\/embed\/([a-z\d]{8})[./_].*$/,
      kind: 'badge',
      url: 'https://www.credential.net/$1',
    },
    {
      // The assertion does not say which issuer's host shows it, so its own address is kept. www has nothing but marketing pages.
      hosts: ['api.accredible.com', 'www.accredible.com'],
      path: /^\/v1\/(?:obi\/badge_assertions|credential-net\/credentials)\/([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})\/?$/,
      kind: 'badge',
      url: 'https://api.accredible.com/v1/obi/badge_assertions/$id',
      lowerCase: true,
    },
  ],
};
