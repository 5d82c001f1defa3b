import type { PlatformLinks } from '../../links/types.ts';

export const certifier: PlatformLinks = {
  platform: 'certifier',
  find: ['cred'],
  shapes: {
    badge: ['credsverse.com/credentials/(@u)'],
  },
};
