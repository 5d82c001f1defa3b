import type { PlatformLinks } from '../../links/types.ts';

const HOSTS = ['learn.microsoft.com'];

export const microsoft: PlatformLinks = {
  platform: 'microsoft',
  find: ['cred', 'achieve', 'transcript'],
  hexDigits: 16,
  shapes: [
    {
      // sharingId says who shared the link, not what: it is dropped.
      hosts: HOSTS,
      path: /^(\/api\/credentials\/share\/[a-z]{2,3}(?:-[a-z\d]+)*\/[\w.%~-]+\/)([\da-f]{15,16})\/?$/i,
      kind: 'badge',
      id: '$2',
      url: 'https://$h$1$2',
    },
    {
      hosts: HOSTS,
      path: /^((?:\/[a-z]{2,3}(?:-[a-z\d]+)*)?\/users\/[\w.%~-]+\/credentials\/|\/api\/credentials\/)([\da-f]{15,16})\/?$/i,
      kind: 'badge',
      id: '$2',
      url: 'https://$h$1$2',
    },
    {
      hosts: HOSTS,
      path: /^((?:\/[a-z]{2,3}(?:-[a-z\d]+)*)?\/users\/)([\w.%~-]+\/)credentials(\/certification\/[\w-]+)\/?$/i,
      kind: 'profile',
      id: '$2$3',
      url: 'https://$h$1$2credentials$3',
    },
    {
      hosts: HOSTS,
      path: /^((?:\/[a-z]{2,3}(?:-[a-z\d]+)*)?\/users\/[\w.%~-]+\/transcript\/(?:share\/)?|\/api\/profiles\/transcript\/share\/)([a-z\d]{15})\/?$/i,
      kind: 'transcript',
      id: '$2',
      url: 'https://$h$1$2',
    },
    {
      hosts: HOSTS,
      path: /^(\/api\/achievements\/share\/[a-z]{2,3}(?:-[a-z\d]+)*\/[\w.%~-]+\/)([a-z\d]{8})\/?$/i,
      kind: 'achievement',
      id: '$2',
      url: 'https://$h$1$2',
    },
  ],
};
