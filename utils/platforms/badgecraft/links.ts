import type { PlatformLinks } from '../../links/types.ts';

export const badgecraft: PlatformLinks = {
  platform: 'badgecraft',
  find: ['badg'],
  shapes: {
    badge: ['www.badgecraft.eu/[a-z]{2}/user-badges/([\\w-]{4,64})'],
  },
};
