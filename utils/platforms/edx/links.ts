import type { PlatformLinks } from '../../links/types.ts';

export const edx: PlatformLinks = {
  platform: 'edx',
  find: ['ertif', 'cred'],
  shapes: {
    badge: ['courses.edx.org/certificates/(@32)', 'credentials.edx.org/credentials/(@32)'],
  },
};
