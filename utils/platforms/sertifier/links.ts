import type { PlatformLinks } from '../../links/types.ts';

export const sertifier: PlatformLinks = {
  platform: 'sertifier',
  find: ['ertif'],
  shapes: [
    {
      hosts: ['verified.sertifier.com'],
      path: /^\/([a-z]{2})\/verify\/(\d{14})\/?$/,
      kind: 'badge',
      id: '$2',
      url: 'https://verified.sertifier.com/$1/verify/$2/',
    },
  ],
};
