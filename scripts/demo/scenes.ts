import { keyOf, type WorldBadge } from '../../tests/world/cast/badge.ts';
import { bulkBadge, CATALOGUE, GENUINE } from '../../tests/world/cast/catalogue.ts';
import { TAMSIN } from '../../tests/world/cast/people.ts';
import { SIGNED, SIGNING_HOSTS } from '../../tests/world/cast/signed.ts';
import { HOSTILE_LINKS } from '../../tests/world/sites/linkedin/hostile-links.ts';
import { HOSTILE_LINKS_ADDRESS } from '../../tests/world/sites/linkedin/hostile-pages.ts';
import { LAYOUTS, profileAddress } from '../../tests/world/sites/linkedin/profile.ts';
import { RESUME, RESUME_BADGES, SIGNED_PAGE } from '../../tests/world/sites/resume.ts';

/** One page of the demo. */
export interface Scene {
  /** Also the name of its screenshots. */
  name: string;
  address: string;
  /** What must be marked there, and nothing else. */
  badges: readonly WorldBadge[];
  /** The extension has no standing permission there: the demo clicks "Check this page". */
  byHand: boolean;
  /** Badges without a person on the page have no holder to compare. */
  nobody?: boolean;
  /** Hosts that the reader has allowed to be asked. The marks of badges on them are pressed, as nobody asks strangers' hosts by itself. */
  hosts?: readonly string[];
}

const hostileKeys = new Set(HOSTILE_LINKS.map((link) => link.key));
const honest = [GENUINE, ...[4001, 4002, 4003].map(bulkBadge)].filter((badge) => hostileKeys.has(keyOf(badge)));

/** The pages of `npm start`: a profile in three layouts, a résumé, and a page of hostile links. */
export const SCENES: readonly Scene[] = [
  ...LAYOUTS.map((layout) => ({
    name: `linkedin-${layout}`,
    address: profileAddress(layout, TAMSIN),
    badges: CATALOGUE,
    byHand: false,
  })),
  { name: 'signed', address: SIGNED_PAGE, badges: SIGNED, byHand: true, hosts: SIGNING_HOSTS },
  { name: 'resume', address: RESUME, badges: RESUME_BADGES, byHand: true },
  { name: 'hostile', address: HOSTILE_LINKS_ADDRESS, badges: honest, byHand: false, nobody: true },
];
