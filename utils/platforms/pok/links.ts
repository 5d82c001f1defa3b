import type { PlatformLinks } from '../../links/types.ts';

export const pok: PlatformLinks = {
  platform: 'pok',
  find: ['pok.tech'],
  shapes: {
    badge: ['view.pok.tech/c/(@u)'],
  },
};
