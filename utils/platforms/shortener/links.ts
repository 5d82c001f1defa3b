import type { PlatformLinks } from '../../links/types.ts';

/** LinkedIn’s shortener: the target is not in the address, and only the reader’s click may open it. */
export const shortener: PlatformLinks = {
  platform: 'shortener',
  find: ['lnkd.in'],
  shapes: {
    'short-link': ['lnkd.in/([\\w-]{4,16})'],
  },
};
