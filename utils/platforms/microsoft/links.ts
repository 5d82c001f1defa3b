import type { PlatformLinks } from '../../links/types.ts';

export const microsoft: PlatformLinks = {
  platform: 'microsoft',
  find: ['cred', 'achieve', 'transcript'],
  hexDigits: 16,
  shapes: {
    badge: [
      // The share link, the page it lands on, the record. sharingId says who shared the link, not what: it is dropped.
      'learn.microsoft.com/(?:api/credentials(?:/share/@w/@w)?|(?:@w/)?users/@w/credentials)/([\\da-fA-F]{15,16})',
    ],
    profile: [
      // Names a certification, but no credential.
      'learn.microsoft.com/(?:@w/)?users/(@w/credentials/certification/@w)',
    ],
    transcript: ['learn.microsoft.com/(?:api/profiles|(?:@w/)?users/@w)/transcript(?:/share)?/([a-z\\d]{15})'],
    achievement: ['learn.microsoft.com/api/achievements/share/@w/@w/([a-zA-Z\\d]{8})'],
  },
};
