import type { PlatformLinks } from '../../links/types.ts';

export const oracle: PlatformLinks = {
  platform: 'oracle',
  find: ['badg'],
  shapes: {
    badge: ['catalog-education.oracle.com/(?:ords|pls)/certview/sharebadge id=([\\dA-F]{64})'],
  },
};
