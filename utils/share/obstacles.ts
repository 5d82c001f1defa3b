import type { Standing, Verdict } from '../badge/report.ts';
import type { Obstacle } from './types.ts';

/** What of a kept badge decides whether it may be shared as such. The wallet's rows have these members. */
export interface ShareFacts {
  visibility: 'public' | 'private';
  ownership: 'proved' | 'stated' | 'reference';
  acceptance: 'claimed' | 'unclaimed';
  verdict: Verdict;
  standing: Standing;
  /** The answer is of no use today, and says nothing against the badge: it came with a backup, or is too old. */
  unchecked?: boolean;
  /** The address that would be shared (`publicAddress`). */
  url?: string | undefined;
}

/** `suspended` is a withdrawal for the time being, and is worded as either. */
const OF_VERDICT: Readonly<Record<Exclude<Verdict, 'verified'>, Obstacle>> = {
  expired: 'expired',
  suspended: 'revoked',
  revoked: 'revoked',
  'not-yet-valid': 'not-verified',
  invalid: 'not-verified',
  'not-found': 'not-verified',
  undecided: 'not-verified',
  unsupported: 'not-verified',
};

/** Most important first: whose it is and who says so come before what the user can change with a click. */
const ORDER: readonly Obstacle[] = [
  'reference',
  'impostor',
  'revoked',
  'unclaimed',
  'expired',
  'not-verified',
  'not-checked',
  'private',
  'no-address',
];

/**
 * Everything that keeps a badge from being shared as one's own and genuine, most important first; empty when nothing does. Each must be shown to be
 * good: a value that is not known (an older or damaged row) is an obstacle, not a permission.
 */
export function obstaclesOf(facts: ShareFacts): Obstacle[] {
  const found = new Set<Obstacle>();
  if (facts.ownership !== 'proved' && facts.ownership !== 'stated') found.add('reference');
  if (facts.standing === 'impostor') found.add('impostor');
  if (facts.verdict !== 'verified') found.add(ofVerdict(facts.verdict, facts.unchecked));
  if (facts.acceptance !== 'claimed') found.add('unclaimed');
  if (facts.visibility !== 'public') found.add('private');
  if (!facts.url) found.add('no-address');
  return ORDER.filter((obstacle) => found.has(obstacle));
}

function ofVerdict(verdict: Exclude<Verdict, 'verified'>, unchecked = false): Obstacle {
  if (verdict === 'undecided' && unchecked) return 'not-checked';
  return Object.hasOwn(OF_VERDICT, verdict) ? OF_VERDICT[verdict] : 'not-verified';
}

/** Message keys: why it is not shared, and what would help. */
export const OBSTACLE_WORDS = {
  private: { why: 'share.why.private', help: 'share.help.private' },
  reference: { why: 'share.why.reference', help: 'share.help.reference' },
  unclaimed: { why: 'share.why.unclaimed', help: 'share.help.unclaimed' },
  expired: { why: 'share.why.expired', help: 'share.help.expired' },
  revoked: { why: 'share.why.revoked', help: 'share.help.revoked' },
  impostor: { why: 'share.why.impostor', help: 'share.help.impostor' },
  'not-verified': { why: 'share.why.not_verified', help: 'share.help.not_verified' },
  'not-checked': { why: 'share.why.not_checked', help: 'share.help.not_checked' },
  'no-address': { why: 'share.why.no_address', help: 'share.help.no_address' },
} as const satisfies Record<Obstacle, { why: string; help: string }>;
