import type { WorldBadge } from './badge.ts';
import { badgrId, codeId, hexId, uuid } from './ids.ts';
import { RURIK, TAMSIN } from './people.ts';

/**
 * Every badge of the world that stands on Tamsin's pages, with the answer it must get. The demo, the end-to-end tests and the sites all read this
 * one list: a badge that is added here appears everywhere.
 */
function credly(role: string, more: Omit<WorldBadge, 'role' | 'platform' | 'id' | 'address'>, tail = ''): WorldBadge {
  const id = uuid(role);
  return { role, platform: 'credly', id, address: `https://www.credly.com/badges/${id}${tail}`, ...more };
}

function badgr(
  role: string,
  host: string,
  more: Omit<WorldBadge, 'role' | 'platform' | 'id' | 'address'>,
  query = '',
): WorldBadge {
  const id = badgrId(role);
  return { role, platform: 'badgr', id, address: `https://${host}/public/assertions/${id}${query}`, ...more };
}

export const GENUINE = credly(
  'genuine',
  {
    title: 'Northlight Cloud Practitioner',
    issuer: 'Northlight Cloud Institute',
    holder: TAMSIN,
    said: 'Issued last year',
    expect: { verdict: 'verified', tone: 'ok', proof: 'hosted', holder: 'same', standing: 'vetted' },
  },
  '/public_url',
);

export const EXPIRED = credly(
  'expired',
  {
    title: 'Harbour Security Analyst',
    issuer: 'Harbour Mark Council',
    holder: TAMSIN,
    said: 'No expiration',
    expect: { verdict: 'expired', tone: 'caution', proof: 'hosted', holder: 'same', standing: 'vetted' },
  },
  '/linked_in_profile',
);

export const REVOKED = credly(
  'revoked',
  {
    title: 'Fernhill Release Captain',
    issuer: 'Fernhill Guild',
    holder: TAMSIN,
    said: 'Issued two years ago',
    expect: { verdict: 'revoked', tone: 'bad', standing: 'vetted' },
  },
  '/public_url',
);

export const SOMEONE_ELSES = credly('someone-elses', {
  title: 'Quarry Data Steward',
  issuer: 'Quarry Data Society',
  holder: RURIK,
  said: 'Issued this year',
  expect: { verdict: 'verified', tone: 'caution', proof: 'hosted', holder: 'differs', standing: 'vetted' },
});

export const UNVETTED = badgr(
  'unvetted',
  'api.badgr.io',
  {
    title: 'Community Gardener, Level 2',
    issuer: 'Lindow Allotment Friends',
    holder: TAMSIN,
    said: 'Issued this spring',
    expect: { verdict: 'verified', tone: 'caution', proof: 'hosted', holder: 'unknown', standing: 'unvetted' },
  },
  `?identity__email=${encodeURIComponent(TAMSIN.email)}`,
);

export const IMPOSTOR = badgr('impostor', 'badges.parchment.com', {
  title: 'Certified Cloud Solutions Expert',
  issuer: 'Microsoft',
  holder: TAMSIN,
  said: 'Issued this month',
  expect: { verdict: 'verified', tone: 'bad', proof: 'hosted', standing: 'impostor' },
});

export const REVOKED_BADGR = badgr('revoked-badgr', 'api.badgr.io', {
  title: 'Allotment Treasurer',
  issuer: 'Lindow Allotment Friends',
  holder: TAMSIN,
  said: 'Issued in 2024',
  expect: { verdict: 'revoked', tone: 'bad', standing: 'unvetted' },
});

export const NOT_FOUND = credly(
  'not-found',
  {
    title: 'Peat & Moor Surveyor',
    issuer: 'Moorland Trust Academy',
    holder: TAMSIN,
    said: 'Issued long ago',
    expect: { verdict: 'not-found', tone: 'unknown' },
  },
  '/public_url',
);

/** Its platform answers 503. */
export const UNDECIDED = badgr('undecided', 'api.eu.badgr.io', {
  title: 'Open Source Quality Award',
  issuer: 'Verdant Code Alliance',
  holder: TAMSIN,
  said: 'Issued last winter',
  expect: { verdict: 'undecided', tone: 'unknown' },
});

/** Its platform answers 429 with Retry-After. */
export const RATE_LIMITED = badgr('rate-limited', 'api.ca.badgr.io', {
  title: 'Trail Maintenance Volunteer',
  issuer: 'Maple Ridge Walkers',
  holder: TAMSIN,
  said: 'Issued last autumn',
  expect: { verdict: 'undecided', tone: 'unknown' },
});

const courseraCode = codeId('unsupported', 12);
export const UNSUPPORTED: WorldBadge = {
  role: 'unsupported',
  platform: 'coursera',
  id: courseraCode,
  address: `https://www.coursera.org/account/accomplishments/verify/${courseraCode}`,
  title: 'Calm Databases in Practice',
  issuer: 'Coursera',
  holder: TAMSIN,
  said: 'Issued last month',
  expect: { verdict: 'unsupported', tone: 'unknown' },
};

const accredibleId = uuid('accredible');
export const ACCREDIBLE: WorldBadge = {
  role: 'accredible',
  platform: 'accredible',
  id: accredibleId,
  address: `https://www.credential.net/${accredibleId}#acc.q8Lmz2Ta`,
  title: 'Signal Processing Foundations',
  issuer: 'Brightwater Polytechnic',
  holder: TAMSIN,
  said: 'Issued last summer',
  expect: { verdict: 'verified', tone: 'caution', proof: 'record', holder: 'same', standing: 'unvetted' },
};

const microsoftId = hexId('microsoft', 16).toUpperCase();
export const MICROSOFT: WorldBadge = {
  role: 'microsoft',
  platform: 'microsoft',
  id: microsoftId,
  address: `https://learn.microsoft.com/api/credentials/share/en-us/TamsinOkaforLund-4417/${microsoftId}?sharingId=`,
  title: 'Certified: Quiet Systems Administrator Associate',
  issuer: 'Microsoft',
  holder: TAMSIN,
  said: 'Issued this year',
  expect: { verdict: 'verified', tone: 'ok', proof: 'record', holder: 'unknown', standing: 'vetted' },
};

const factoryId = hexId('openbadgefactory', 40);
export const FACTORY: WorldBadge = {
  role: 'openbadgefactory',
  platform: 'openbadgefactory',
  id: factoryId,
  address: `https://openbadgefactory.com/v1/assertion/${factoryId}.html`,
  title: 'Facilitator of Small Workshops',
  issuer: 'Aspen Lane Adult School',
  holder: TAMSIN,
  said: 'Issued last June',
  expect: { verdict: 'verified', tone: 'caution', proof: 'hosted', standing: 'unvetted' },
};

/** A whole profile: recognised, but no single badge that could be checked. */
export const PROFILE: WorldBadge = {
  role: 'profile',
  platform: 'credly',
  id: TAMSIN.slug,
  address: `https://www.credly.com/users/${TAMSIN.slug}/badges`,
  title: 'All my badges',
  issuer: 'Credly',
  holder: TAMSIN,
  said: '',
  expect: { verdict: 'unsupported', tone: 'unknown' },
};

/** The cast of every profile layout and of the résumé, in page order. */
export const CATALOGUE: readonly WorldBadge[] = [
  GENUINE,
  EXPIRED,
  REVOKED,
  SOMEONE_ELSES,
  UNVETTED,
  IMPOSTOR,
  REVOKED_BADGR,
  NOT_FOUND,
  UNDECIDED,
  RATE_LIMITED,
  UNSUPPORTED,
  ACCREDIBLE,
  MICROSOFT,
  FACTORY,
];

/** Badge number `n` of the endless Credly supply for long pages; all genuine and Tamsin's. */
export function bulkBadge(n: number): WorldBadge {
  return credly(`bulk-${n}`, {
    title: `Field Course ${n}`,
    issuer: 'Northlight Cloud Institute',
    holder: TAMSIN,
    said: `Course ${n}`,
    expect: { verdict: 'verified', tone: 'ok', proof: 'hosted', holder: 'same', standing: 'vetted' },
  });
}

/** How many of them Credly knows. */
export const BULK_SUPPLY = 5_000;
