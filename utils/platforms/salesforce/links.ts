import type { PlatformLinks } from '../../links/types.ts';

export const salesforce: PlatformLinks = {
  platform: 'salesforce',
  find: ['trailblazer'],
  shapes: [
    {
      hosts: ['www.salesforce.com', 'salesforce.com'],
      path: /^\/trailblazer\/([\w.-]+)\/?$/,
      kind: 'profile',
      url: 'https://www.salesforce.com/trailblazer/$1',
    },
  ],
};
