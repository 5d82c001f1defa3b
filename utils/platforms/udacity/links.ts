import type { PlatformLinks } from '../../links/types.ts';

export const udacity: PlatformLinks = {
  platform: 'udacity',
  find: ['udacity'],
  shapes: {
    badge: [
      'confirm.udacity.com/(@c{8})',
      'confirm.udacity.com/e/(@u)',
      'www.udacity.com/certificate/(@c{8})',
      'www.udacity.com/certificate/(?:e|lp)/(@u)',
    ],
  },
};
