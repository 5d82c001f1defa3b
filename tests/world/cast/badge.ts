import type { HolderMatch, Proof, Standing, Tone, Verdict } from '../../../utils/badge/report.ts';
import type { Person } from './people.ts';

/** The answer the extension has to give. Members that are left out are not judged. */
export interface ExpectedAnswer {
  verdict: Verdict;
  tone: Tone;
  proof?: Proof;
  /** On a page of Tamsin's. */
  holder?: HolderMatch;
  standing?: Standing;
}

/** One badge of the world. */
export interface WorldBadge {
  /** Short unique name, also the seed of its id. */
  role: string;
  /** Folder name under utils/platforms. */
  platform: string;
  id: string;
  /** The address as people paste it. */
  address: string;
  title: string;
  issuer: string;
  holder: Person;
  /** What the member wrote about it on the profile: not evidence. */
  said: string;
  expect: ExpectedAnswer;
}

/** The value of `data-badge`. */
export function keyOf(badge: WorldBadge): string {
  return `${badge.platform}:${badge.id}`;
}
