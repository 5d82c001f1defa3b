import type { PlatformLinks } from '../../links/types.ts';

export const edx: PlatformLinks = {
  platform: 'edx',
  find: ['ertif', 'cred'],
  shapes: [
    {
      hosts: ['courses.edx.org'],
      path: /^\/certificates\/([\da-f]{32})\/?$/,
      kind: 'badge',
      url: 'https://courses.edx.org/certificates/$id',
      lowerCase: true,
    },
    {
      hosts: ['credentials.edx.org'],
      path: /^\/credentials\/([\da-f]{32})\/?$/,
      kind: 'badge',
      url: 'https://credentials.edx.org/credentials/$id/',
      lowerCase: true,
    },
  ],
};
