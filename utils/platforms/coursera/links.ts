import type { PlatformLinks } from '../../links/types.ts';

const HOSTS = ['www.coursera.org', 'coursera.org'];

export const coursera: PlatformLinks = {
  platform: 'coursera',
  find: ['coursera'],
  shapes: [
    {
      hosts: HOSTS,
      path: /^\/account\/accomplishments\/(verify|specialization(?:\/certificate)?|professional-cert|certificate|records)\/([A-Z\d]{8,16})\/?$/,
      kind: 'badge',
      id: '$2',
      url: 'https://www.coursera.org/account/accomplishments/$1/$2',
    },
    {
      hosts: HOSTS,
      path: /^\/share\/([\da-f]{32})\/?$/,
      kind: 'short-link',
      url: 'https://www.coursera.org/share/$id',
      lowerCase: true,
    },
  ],
};
