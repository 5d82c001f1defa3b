import type { WorldBadge } from '../../cast/badge.ts';
import { CATALOGUE, GENUINE, SOMEONE_ELSES } from '../../cast/catalogue.ts';
import { PEOPLE, type Person, RURIK } from '../../cast/people.ts';

export const LAYOUTS = ['a', 'b', 'c'] as const;
export type Layout = (typeof LAYOUTS)[number];

export interface Profile {
  person: Person;
  badges: readonly WorldBadge[];
}

/** Tamsin shows the whole cast; Rurik shows the badge that is really his, and one of Tamsin's. */
export function profileOf(person: Person): Profile {
  return { person, badges: person === RURIK ? [SOMEONE_ELSES, GENUINE] : CATALOGUE };
}

/** Address of a profile in one of the layouts: A and B as members see it, C as the public does, on a country's host. */
export function profileAddress(layout: Layout, person: Person): string {
  return `https://${layout === 'c' ? 'ie' : 'www'}.linkedin.com/in/${person.slug}-${layout}/`;
}

/** The profile and layout behind a path, or null. */
export function readProfilePath(path: string): { profile: Profile; layout: Layout } | null {
  const [, slug, letter] = /^\/in\/([\w-]+)-([abc])\/?$/.exec(path) ?? [];
  const person = PEOPLE.find((one) => one.slug === slug);
  const layout = LAYOUTS.find((one) => one === letter);
  return person && layout ? { profile: profileOf(person), layout } : null;
}
