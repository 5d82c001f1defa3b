import type { PlatformLinks } from '../../links/types.ts';

export const udemy: PlatformLinks = {
  platform: 'udemy',
  find: ['ertif'],
  shapes: [
    {
      hosts: ['www.udemy.com', 'udemy.com'],
      path: /^\/certificate\/(UC-(?:[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}|[A-Z\d]{8}))\/?$/,
      kind: 'badge',
      url: 'https://www.udemy.com/certificate/$1/',
    },
  ],
};
