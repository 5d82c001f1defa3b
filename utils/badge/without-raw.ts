import type { Examined } from './report.ts';

/** The answer as it is kept: the document itself is not. */
export function withoutRaw(examined: Examined): Examined {
  return examined.badge ? { ...examined, badge: { ...examined.badge, raw: null } } : examined;
}
