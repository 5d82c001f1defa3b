import type { PlatformLinks } from '../../links/types.ts';

/** LinkedIn's shortener: the target is not in the address, and only the reader's click may open it. */
export const shortener: PlatformLinks = {
  platform: 'shortener',
  find: ['lnkd.in'],
  shapes: [
    {
      hosts: ['lnkd.in'],
      path: /^\/([\w-]{4,16})\/?$/,
      kind: 'short-link',
      url: 'https://lnkd.in/$1',
    },
  ],
};
