/** What of a kept badge may leave the wallet, and what keeps it there. Pure. */
import { recogniseLink } from '../links/index.ts';
import { obstaclesOf, type ShareFacts } from '../share/obstacles.ts';
import { sharedBadge } from '../share/shared-badge.ts';
import type { Obstacle, SharedBadge } from '../share/types.ts';
import { currentAnswer, isUnchecked } from './changes.ts';
import type { BadgeRow } from './types.ts';

export interface Shareable {
  /** As others would see it; null where there is no name or no public address. */
  badge: SharedBadge | null;
  /** Most important first; only where there are none is the badge shared as the user's own. Never empty where `badge` is null. */
  obstacles: Obstacle[];
}

type Kept = Pick<BadgeRow, 'facts' | 'answer' | 'visibility' | 'ownership' | 'acceptance' | 'restored'>;

/** Judged by what the last answer means at `now` (milliseconds since the epoch). `description`: from the heavy part of the badge, where it is wanted. */
export function shareableOf(row: Kept, now: number, description?: string): Shareable {
  const badge = sharedBadge({ ...row.facts, ...(description !== undefined && { description }) });
  return { badge, obstacles: obstaclesOf({ ...shareFactsOf(row, now), url: badge?.url }) };
}

/** What decides whether it may be shared, but for its address. */
export function shareFactsOf(row: Kept, now: number): Omit<ShareFacts, 'url'> {
  const { verdict, standing } = currentAnswer(row, now);
  const { visibility, ownership, acceptance } = row;
  return { visibility, ownership, acceptance, verdict, standing, unchecked: isUnchecked(row, now) };
}

/** Where its owner, signed in there, accepts a badge that waits for them; undefined where no address is known. */
export function acceptAddress({ source, facts }: Pick<BadgeRow, 'source' | 'facts'>): string | undefined {
  for (const address of [source, facts.url]) {
    const link = address === undefined ? null : recogniseLink(address);
    if (link?.platform === 'credly' && link.kind === 'badge')
      return `https://www.credly.com/earner/earned/badge/${link.id}`;
    if (link) return link.url;
  }
  return undefined;
}
