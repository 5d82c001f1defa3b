import type { PlatformLinks } from '../../links/types.ts';

export const openbadgefactory: PlatformLinks = {
  platform: 'openbadgefactory',
  find: ['badg'],
  shapes: {
    badge: [
      // With .html a page, without it the record: people paste both, and both stay what they were.
      'openbadgefactory.com/v1/assertion/(@40)(?:[.]html)?',
    ],
  },
};
