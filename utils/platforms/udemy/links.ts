import type { PlatformLinks } from '../../links/types.ts';

export const udemy: PlatformLinks = {
  platform: 'udemy',
  find: ['ertif'],
  shapes: {
    badge: ['www.udemy.com/certificate/(UC-(?:@c{8}|[\\da-f-]{36}))'],
  },
};
