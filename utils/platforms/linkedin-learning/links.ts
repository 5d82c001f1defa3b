import type { PlatformLinks } from '../../links/types.ts';

export const linkedinLearning: PlatformLinks = {
  platform: 'linkedin-learning',
  find: ['ertif'],
  shapes: [
    {
      hosts: ['linkedin.com', '*.linkedin.com'],
      path: /^\/learning\/certificates\/([\da-f]{64})\/?$/,
      kind: 'badge',
      url: 'https://www.linkedin.com/learning/certificates/$id',
      lowerCase: true,
    },
  ],
};
