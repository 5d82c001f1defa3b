import type { PlatformLinks } from '../../links/types.ts';

export const salesforce: PlatformLinks = {
  platform: 'salesforce',
  find: ['trailblazer'],
  shapes: {
    profile: ['www.salesforce.com/trailblazer/(@w)'],
  },
};
