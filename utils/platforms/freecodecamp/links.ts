import type { PlatformLinks } from '../../links/types.ts';

export const freecodecamp: PlatformLinks = {
  platform: 'freecodecamp',
  find: ['ertif'],
  shapes: {
    badge: ['www.freecodecamp.org/certification/(@w/[\\w-]+)'],
  },
};
