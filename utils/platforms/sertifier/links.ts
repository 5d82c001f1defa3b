import type { PlatformLinks } from '../../links/types.ts';

export const sertifier: PlatformLinks = {
  platform: 'sertifier',
  find: ['ertif'],
  shapes: {
    badge: ['verified.sertifier.com/[a-z]{2}/verify/(\\d{14})'],
  },
};
