import type { PlatformLinks } from '../../links/types.ts';

export const oracle: PlatformLinks = {
  platform: 'oracle',
  find: ['badg'],
  shapes: [
    {
      hosts: ['catalog-education.oracle.com'],
      path: /^\/(ords|pls)\/certview\/sharebadge\/?$/,
      query: { name: 'id', value: /^[\dA-F]{64}$/ },
      kind: 'badge',
      url: 'https://catalog-education.oracle.com/$1/certview/sharebadge?id=$q',
    },
  ],
};
