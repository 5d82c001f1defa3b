import type { PlatformLinks } from '../../links/types.ts';

export const hackerrank: PlatformLinks = {
  platform: 'hackerrank',
  find: ['ertif'],
  shapes: {
    badge: ['www.hackerrank.com/certificates/(?:iframe/)?(@12) -> www.hackerrank.com/certificates/$'],
  },
};
