import type { PlatformLinks } from '../../links/types.ts';

export const certifier: PlatformLinks = {
  platform: 'certifier',
  find: ['cred'],
  shapes: [
    {
      hosts: ['credsverse.com'],
      path: /^\/credentials\/([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})\/?$/,
      kind: 'badge',
      url: 'https://credsverse.com/credentials/$id',
      lowerCase: true,
    },
  ],
};
