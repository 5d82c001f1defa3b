import type { PlatformLinks } from '../../links/types.ts';

export const badgecraft: PlatformLinks = {
  platform: 'badgecraft',
  find: ['badg'],
  shapes: [
    {
      hosts: ['www.badgecraft.eu'],
      path: /^\/([a-z]{2})\/user-badges\/([\w-]{4,64})\/?$/,
      kind: 'badge',
      id: '$2',
      url: 'https://www.badgecraft.eu/$1/user-badges/$2',
    },
  ],
};
