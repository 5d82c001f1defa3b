import type { PlatformLinks } from '../../links/types.ts';

export const openbadgefactory: PlatformLinks = {
  platform: 'openbadgefactory',
  find: ['badg'],
  shapes: [
    {
      // With .html a page, without it the record: people paste both, and both stay what they were.
      hosts: ['openbadgefactory.com'],
      path: /^\/v1\/assertion\/([\da-f]{40})(\.html)?\/?$/,
      kind: 'badge',
      url: 'https://openbadgefactory.com/v1/assertion/$id$2',
      lowerCase: true,
    },
  ],
};
