import type { PlatformLinks } from '../../links/types.ts';

const HOSTS = ['www.skills.google', 'skills.google', 'www.cloudskillsboost.google', 'cloudskillsboost.google'];

export const googleSkills: PlatformLinks = {
  platform: 'google-skills',
  find: ['.google'],
  shapes: [
    {
      hosts: HOSTS,
      path: /^\/public_profiles\/([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})\/badges\/(\d{1,12})\/?$/,
      kind: 'badge',
      id: '$2',
      url: 'https://$h/public_profiles/$1/badges/$2',
      lowerCase: true,
    },
    {
      hosts: HOSTS,
      path: /^\/public_profiles\/([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})\/?$/,
      kind: 'profile',
      url: 'https://$h/public_profiles/$id',
      lowerCase: true,
    },
  ],
};
