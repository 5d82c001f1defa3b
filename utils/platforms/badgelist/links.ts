import type { PlatformLinks } from '../../links/types.ts';

/** /<group>/<badge> may be a badge type as well as somebody’s badge, so only the person’s page is known. */
export const badgelist: PlatformLinks = {
  platform: 'badgelist',
  find: ['badg'],
  shapes: {
    profile: ['www.badgelist.com/u/(@w)'],
  },
};
