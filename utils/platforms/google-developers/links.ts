import type { PlatformLinks } from '../../links/types.ts';

export const googleDevelopers: PlatformLinks = {
  platform: 'google-developers',
  find: ['badg', '//g.dev/'],
  shapes: {
    badge: [
      // Without u= it is the badge’s type, nobody’s badge.
      'developers.google.com/profile/badges/[\\w./-]+ u=(\\d{1,24})',
    ],
    profile: ['g.dev/([a-zA-Z][\\w.-]*)'],
  },
};
