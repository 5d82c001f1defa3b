/** Badges that are signed, all of them on one page of Tamsin's. But for Credly's, nobody's platform has them: the reader has to ask. */
import type { WorldBadge } from './badge.ts';
import { uuid } from './ids.ts';
import { RURIK, TAMSIN } from './people.ts';

type Rest = Omit<WorldBadge, 'platform' | 'id' | 'address'>;

function anybodys(host: string, path: string, rest: Rest): WorldBadge {
  return { platform: 'openbadges', id: path, address: `https://${host}/${path}`, ...rest };
}

const record = uuid('signed record');
export const SIGNED_CREDLY: WorldBadge = {
  role: 'signed-credly',
  platform: 'credly',
  id: `v3/open_badge_credentials/${record}`,
  address: `https://www.credly.com/api/v1/obi/v3/open_badge_credentials/${record}`,
  title: 'Northlight Networks — Professionnel confirmé',
  issuer: 'Northlight Cloud Institute',
  holder: TAMSIN,
  said: 'Issued this winter',
  expect: { verdict: 'verified', tone: 'ok', proof: 'signed', holder: 'same', standing: 'vetted' },
};

export const SIGNED_JWT = anybodys('kestrel.example', 'earned/falconry.jwt', {
  role: 'signed-jwt',
  title: 'Falconry, First Flight',
  issuer: 'Kestrel School',
  holder: TAMSIN,
  said: 'Issued last week',
  expect: { verdict: 'verified', tone: 'caution', proof: 'signed', holder: 'same', standing: 'unlisted' },
});

export const SIGNED_REVOKED = anybodys('kestrel.example', 'earned/night-flight.jwt', {
  role: 'signed-revoked',
  title: 'Falconry, Night Flight',
  issuer: 'Kestrel School',
  holder: TAMSIN,
  said: 'Issued last week',
  expect: { verdict: 'revoked', tone: 'bad', proof: 'signed', standing: 'unlisted' },
});

/** Issued to Rurik; Tamsin's name was written over his. */
export const SIGNED_FORGED = anybodys('kestrel.example', 'earned/openbadge-owl.json', {
  role: 'signed-forged',
  title: 'Owl Keeper',
  issuer: 'Kestrel School',
  holder: RURIK,
  said: 'Issued last year',
  expect: { verdict: 'invalid', tone: 'bad', proof: 'signed', standing: 'unlisted' },
});

export const SIGNED_V2 = anybodys('oxbow-guild.example', 'earned/boat.jws', {
  role: 'signed-v2',
  title: 'Boat Builder',
  issuer: 'Oxbow Guild',
  holder: TAMSIN,
  said: 'Issued two months ago',
  expect: { verdict: 'verified', tone: 'caution', proof: 'signed', holder: 'same', standing: 'unlisted' },
});

export const BAKED = anybodys('kestrel.example', 'medals/openbadge-harbour.png', {
  role: 'baked',
  title: 'Harbour Watch',
  issuer: 'Kestrel School',
  holder: TAMSIN,
  said: 'A picture with the badge in it',
  expect: { verdict: 'verified', tone: 'caution', proof: 'signed', holder: 'same', standing: 'unlisted' },
});

/** In the order of the page. */
export const SIGNED: readonly WorldBadge[] = [
  SIGNED_CREDLY,
  SIGNED_JWT,
  SIGNED_V2,
  BAKED,
  SIGNED_REVOKED,
  SIGNED_FORGED,
];

/** Where those lie that are on nobody's platform. */
export const SIGNING_HOSTS: readonly string[] = ['kestrel.example', 'oxbow-guild.example'];
