import type { PlatformLinks } from '../../links/types.ts';

export const freecodecamp: PlatformLinks = {
  platform: 'freecodecamp',
  find: ['ertif'],
  shapes: [
    {
      hosts: ['www.freecodecamp.org', 'freecodecamp.org'],
      path: /^\/certification\/([\w.-]+\/[\w-]+)\/?$/,
      kind: 'badge',
      url: 'https://www.freecodecamp.org/certification/$1',
    },
  ],
};
