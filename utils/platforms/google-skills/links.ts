import type { PlatformLinks } from '../../links/types.ts';

const HOSTS = 'www.skills.google,www.cloudskillsboost.google';

export const googleSkills: PlatformLinks = {
  platform: 'google-skills',
  find: ['public_profiles'],
  shapes: {
    badge: [`${HOSTS}/public_profiles/@u/badges/(\\d{1,12})`],
    profile: [`${HOSTS}/public_profiles/(@u)`],
  },
};
