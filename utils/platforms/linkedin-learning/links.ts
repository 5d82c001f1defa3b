import type { PlatformLinks } from '../../links/types.ts';

export const linkedinLearning: PlatformLinks = {
  platform: 'linkedin-learning',
  find: ['ertif'],
  shapes: {
    badge: ['www.linkedin.com,??.linkedin.com/learning/certificates/(@64)'],
  },
};
