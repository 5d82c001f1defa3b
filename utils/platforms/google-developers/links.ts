import type { PlatformLinks } from '../../links/types.ts';

export const googleDevelopers: PlatformLinks = {
  platform: 'google-developers',
  find: ['badg', '//g.dev/'],
  shapes: [
    {
      // Without u= it is the badge's type, nobody's badge.
      hosts: ['developers.google.com'],
      path: /^(\/profile\/badges\/[\w./-]+?)\/?$/,
      query: { name: 'u', value: /^\d{1,24}$/ },
      kind: 'badge',
      url: 'https://developers.google.com$1?u=$q',
    },
    {
      hosts: ['g.dev'],
      path: /^\/([a-z][\w.-]*)\/?$/i,
      kind: 'profile',
      url: 'https://g.dev/$1',
    },
  ],
};
