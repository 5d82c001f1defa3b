import type { PlatformLinks } from '../../links/types.ts';

export const openbadgepassport: PlatformLinks = {
  platform: 'openbadgepassport',
  find: ['badg'],
  shapes: [
    {
      hosts: ['openbadgepassport.com'],
      path: /^\/app\/badge\/info\/(\d{1,12})\/?$/,
      kind: 'badge',
      url: 'https://openbadgepassport.com/app/badge/info/$1',
    },
  ],
};
