import type { PlatformLinks } from '../../links/types.ts';

export const coursera: PlatformLinks = {
  platform: 'coursera',
  find: ['coursera'],
  shapes: {
    badge: [
      'www.coursera.org/account/accomplishments/(?:verify|specialization(?:/certificate)?|professional-cert|certificate|records)/(@c{8,16})',
    ],
    'short-link': ['www.coursera.org/share/(@32)'],
  },
};
