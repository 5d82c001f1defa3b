import { days } from '../cast/dates.ts';
import { sha256 } from '../cast/ids.ts';
import type { Person } from '../cast/people.ts';

export interface BadgeToSign {
  id: string;
  issuer: { id: string; name: string; url: string };
  holder: Person;
  title: string;
  status?: object;
  /** ISO 8601 instant. */
  until?: string;
}

/** An Open Badge 3.0 in the shape that Credly gives its own: hashed e-mail without salt, the holder's name in clear, non-ASCII words. */
export function openBadge3({ id, issuer, holder, title, status, until }: BadgeToSign) {
  return {
    '@context': [
      'https://www.w3.org/ns/credentials/v2',
      'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
      'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json',
    ],
    id,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: title,
    issuer: { id: issuer.id, type: ['Profile'], name: issuer.name, url: issuer.url },
    validFrom: days(-120),
    ...(until && { validUntil: until }),
    credentialSubject: {
      type: ['AchievementSubject'],
      identifier: [
        {
          type: 'IdentityObject',
          identityType: 'emailAddress',
          identityHash: sha256(holder.email),
          hashed: true,
        },
        { type: 'IdentityObject', identityType: 'name', identityHash: holder.name, hashed: false },
      ],
      achievement: {
        id: `${issuer.url}achievements/1`,
        type: ['Achievement'],
        name: title,
        description: 'Erworben durch sorgfältige Arbeit — précis, 丁寧.',
        criteria: { narrative: 'Shown to two people who know the trade.' },
        tag: ['Careful Work', 'Plain Speech'],
      },
    },
    ...(status && { credentialStatus: status }),
  };
}
