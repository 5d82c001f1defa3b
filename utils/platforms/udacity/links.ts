import type { PlatformLinks } from '../../links/types.ts';

export const udacity: PlatformLinks = {
  platform: 'udacity',
  find: ['udacity'],
  shapes: [
    {
      hosts: ['confirm.udacity.com'],
      path: /^\/([A-Z\d]{8})\/?$/,
      kind: 'badge',
      url: 'https://confirm.udacity.com/$1',
    },
    {
      hosts: ['confirm.udacity.com'],
      path: /^\/e\/([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})\/?$/,
      kind: 'badge',
      url: 'https://confirm.udacity.com/e/$id',
      lowerCase: true,
    },
    {
      hosts: ['www.udacity.com', 'udacity.com'],
      path: /^\/certificate\/([A-Z\d]{8})\/?$/,
      kind: 'badge',
      url: 'https://www.udacity.com/certificate/$1',
    },
    {
      hosts: ['www.udacity.com', 'udacity.com'],
      path: /^\/certificate\/(e|lp)\/([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})\/?$/,
      kind: 'badge',
      id: '$2',
      url: 'https://www.udacity.com/certificate/$1/$id',
      lowerCase: true,
    },
  ],
};
