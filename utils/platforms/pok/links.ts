import type { PlatformLinks } from '../../links/types.ts';

export const pok: PlatformLinks = {
  platform: 'pok',
  find: ['pok.tech'],
  shapes: [
    {
      hosts: ['view.pok.tech'],
      path: /^\/c\/([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})\/?$/,
      kind: 'badge',
      url: 'https://view.pok.tech/c/$id',
      lowerCase: true,
    },
  ],
};
