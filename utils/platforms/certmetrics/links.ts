import type { PlatformLinks } from '../../links/types.ts';

export const certmetrics: PlatformLinks = {
  platform: 'certmetrics',
  find: ['cred'],
  shapes: {
    badge: ['cp.certmetrics.com/[a-z\\d]+/[a-z]{2}/public/verify/credential/(@c{16}|[\\da-f]{32})'],
  },
};
