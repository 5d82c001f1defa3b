/** Lists of badges that people share: Credly profiles and a Badgr collection. All of it invented. */
import type { WorldBadge } from './badge.ts';
import { day } from './dates.ts';
import { badgrId, hexId, uuid } from './ids.ts';
import type { Person } from './people.ts';

/** Sixty badges over two pages, as the real service answers 48 at a time. */
export const MARISOL: Person = {
  name: 'Marisol Etxeberri',
  slug: 'marisol-etxeberri',
  email: 'marisol@etxeberri.example',
  headline: 'Harbour engineer who likes certificates',
  place: 'Bilbao, Spain',
};

/** Whose profile grows, and goes away, when a test says so (`Control.setList`). */
export const BERTIL: Person = {
  name: 'Bertil Ashgrove',
  slug: 'bertil.ashgrove',
  email: 'bertil@ashgrove.example',
  headline: 'Beginner in most things',
  place: 'Malmö, Sweden',
};

export interface ProfileBadge {
  badge: WorldBadge;
  /** Credly's own words. A pending one is not public: its assertion answers 404, as a private one's does. */
  state: 'accepted' | 'pending';
  isPrivate: boolean;
  /** Its type is no longer awarded: the type's page is gone, the badge is as good as ever. */
  retired: boolean;
  issuedOn: string;
  expires?: string;
}

export interface CredlyProfile {
  person: Person;
  /** Credly's number of the account. */
  account: string;
  /** What it holds, and what a test may add to it. */
  badges: readonly ProfileBadge[];
  /** How many of these it shows until a test adds some. */
  shown: number;
}

const CRAFTS = [
  'Rope',
  'Tide',
  'Lantern',
  'Signal',
  'Anchor',
  'Chart',
  'Keel',
  'Sail',
  'Harbour',
  'Ferry',
  'Buoy',
  'Pilot',
];
const LEVELS = ['Apprentice', 'Hand', 'Mate', 'Master', 'Warden'];
const ISSUERS = ['Northlight Cloud Institute', 'Harbour Mark Council', 'Fernhill Guild', 'Quarry Data Society'];
const pick = (from: readonly string[], n: number) => from[n % from.length] ?? '';

const EXPIRED_AT = 4;
const REVOKED_AT = 9;
const PRIVATE_AT = 20;
const RETIRED_AT = 33;
const PENDING_AT = [2, 30, 59];

function profileBadge(person: Person, n: number): ProfileBadge {
  const special = person === MARISOL;
  const pending = special && PENDING_AT.includes(n);
  const isPrivate = special && n === PRIVATE_AT;
  const id = uuid(`${person.slug} ${n}`);
  const verdict =
    pending || isPrivate
      ? 'not-found'
      : special && n === EXPIRED_AT
        ? 'expired'
        : special && n === REVOKED_AT
          ? 'revoked'
          : 'verified';
  const tone = { 'not-found': 'unknown', expired: 'caution', revoked: 'bad', verified: 'ok' } as const;
  return {
    badge: {
      role: `${person.slug}-${n}`,
      platform: 'credly',
      id,
      address: `https://www.credly.com/badges/${id}`,
      title: `${pick(CRAFTS, n)} ${pick(LEVELS, Math.floor(n / CRAFTS.length))}${special && n === RETIRED_AT ? ' (Legacy)' : ''}`,
      issuer: pick(ISSUERS, n),
      holder: person,
      said: '',
      expect: { verdict, tone: tone[verdict] },
    },
    state: pending ? 'pending' : 'accepted',
    isPrivate,
    retired: special && n === RETIRED_AT,
    issuedOn: day(verdict === 'expired' ? -930 : -330),
    ...(verdict === 'expired' && { expires: day(-200) }),
  };
}

function profile(person: Person, supply: number, shown: number): CredlyProfile {
  return {
    person,
    account: uuid(`account of ${person.slug}`),
    badges: Array.from({ length: supply }, (_, n) => profileBadge(person, n)),
    shown,
  };
}

export const MARISOLS = profile(MARISOL, 60, 60);
export const BERTILS = profile(BERTIL, 12, 2);
export const CREDLY_PROFILES: readonly CredlyProfile[] = [MARISOLS, BERTILS];
export const profileAddress = ({ person }: CredlyProfile) => `https://www.credly.com/users/${person.slug}/badges`;

function collected(role: string, title: string, verdict: 'verified' | 'revoked'): WorldBadge {
  const id = badgrId(role);
  return {
    role,
    platform: 'badgr',
    id,
    address: `https://api.badgr.io/public/assertions/${id}`,
    title,
    issuer: 'Ría Rowing Club',
    holder: MARISOL,
    said: '',
    expect: { verdict, tone: verdict === 'verified' ? 'caution' : 'bad', proof: 'hosted', standing: 'unvetted' },
  };
}

export const COLLECTED: readonly WorldBadge[] = [
  collected('rowing-1', 'Rowing, First Oar', 'verified'),
  collected('rowing-2', 'Rowing, Coxswain', 'verified'),
  collected('rowing-3', 'Rowing, Boat House Keys', 'revoked'),
];
export const COLLECTION_HASH = hexId('collection', 32);
export const COLLECTION_ADDRESS = `https://api.badgr.io/public/collections/${COLLECTION_HASH}`;
