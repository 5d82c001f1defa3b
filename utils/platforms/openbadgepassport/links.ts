import type { PlatformLinks } from '../../links/types.ts';

export const openbadgepassport: PlatformLinks = {
  platform: 'openbadgepassport',
  find: ['badg'],
  shapes: {
    badge: ['openbadgepassport.com/app/badge/info/(\\d{1,12})'],
  },
};
