/** What leaves as a file for other programs: by the rules of sharing, and in its words. */
import { obstaclesOf } from '../../share/obstacles.ts';
import { type SharedFacts, sharedFacts } from '../../share/shared-badge.ts';
import type { Obstacle } from '../../share/types.ts';
import { shareFactsOf } from '../shareable.ts';
import type { BadgeRow } from '../types.ts';

export type ExportForm = 'zip' | 'csv' | 'resume';

/** What the user says may leave besides their own public badges. */
export interface ExportOptions {
  privates: boolean;
  references: boolean;
}

/** A badge of an export. */
export interface Entry {
  row: BadgeRow;
  /** As others get to see it. */
  facts: SharedFacts;
  /** What keeps it from being shown as the user's own and genuine, most important first. */
  obstacles: Obstacle[];
}

export interface Chosen {
  entries: Entry[];
  /** How many stay, by the most important reason. */
  leftOut: ReadonlyMap<Obstacle, number>;
}

/**
 * Those that an export holds, in the order given, at `now` (milliseconds since the epoch). A table and an archive say of each badge how it stands; a
 * résumé says that they are its owner's and hold, so only those are in it for which that is so. What lies in the bin never leaves.
 */
export function forExport(rows: readonly BadgeRow[], form: ExportForm, options: ExportOptions, now: number): Chosen {
  const entries: Entry[] = [];
  const leftOut = new Map<Obstacle, number>();
  for (const row of rows) {
    if (row.deletedAt !== 0) continue;
    const facts = sharedFacts(row.facts);
    const obstacles = obstaclesOf({ ...shareFactsOf(row, now), url: facts.url });
    const why = obstacles.find((obstacle) => isInTheWay(obstacle, form, options));
    if (why === undefined) entries.push({ row, facts, obstacles });
    else leftOut.set(why, (leftOut.get(why) ?? 0) + 1);
  }
  return { entries, leftOut };
}

function isInTheWay(obstacle: Obstacle, form: ExportForm, { privates, references }: ExportOptions): boolean {
  switch (obstacle) {
    case 'private':
      return !privates;
    case 'reference':
      return form === 'resume' || !references;
    // A résumé needs no link.
    case 'no-address':
      return false;
    default:
      return form === 'resume';
  }
}

/** How it stands, for programs: `good`, or all that keeps it from being shared. */
export function stateOf({ obstacles }: Entry): string {
  return obstacles.join('; ') || 'good';
}
