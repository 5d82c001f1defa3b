import type { PlatformLinks } from '../../links/types.ts';

export const hackerrank: PlatformLinks = {
  platform: 'hackerrank',
  find: ['ertif'],
  shapes: [
    {
      hosts: ['www.hackerrank.com', 'hackerrank.com'],
      path: /^\/certificates\/(?:iframe\/)?([\da-f]{12})\/?$/,
      kind: 'badge',
      url: 'https://www.hackerrank.com/certificates/$id',
      lowerCase: true,
    },
  ],
};
