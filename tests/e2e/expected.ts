import { keyOf, type WorldBadge } from '../world/cast/badge.ts';
import type { SeenMark } from './marks.ts';

/** One line per badge whose marks are not as the catalogue says: missing, doubled, or with another answer. Empty: all is well. */
export function misses(badges: readonly WorldBadge[], marks: readonly SeenMark[]): string[] {
  const lines: string[] = [];
  for (const badge of badges) {
    const own = marks.filter((mark) => mark.badge === keyOf(badge));
    const [mark] = own;
    if (!mark || own.length !== 1) {
      lines.push(`${badge.role}: ${own.length} marks instead of one`);
      continue;
    }
    const wrong = (['verdict', 'tone', 'holder'] as const).filter(
      (name) => badge.expect[name] !== undefined && badge.expect[name] !== mark[name],
    );
    for (const name of wrong) lines.push(`${badge.role}: ${name} is "${mark[name]}", expected "${badge.expect[name]}"`);
  }
  const known = new Set(badges.map(keyOf));
  for (const mark of marks) if (!known.has(mark.badge)) lines.push(`unexpected mark for "${mark.badge}"`);
  return lines;
}
