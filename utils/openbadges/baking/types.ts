import type { Check } from '../../badge/report.ts';

/** What says, in a picture, that a badge is inside: Open Badges up to 2.0, 3.0, CLR 2.0. */
export type BakedKeyword = 'openbadges' | 'openbadgecredential' | 'clrcredential';

/** The newest standard first: where a picture holds several, that one counts (DESIGN section 6, policy 9). */
export const KEYWORDS: readonly BakedKeyword[] = ['openbadgecredential', 'clrcredential', 'openbadges'];

export interface Found {
  /** An address, JSON, or a compact JWS, as it was written. */
  payload: string;
  keyword: BakedKeyword;
  where: 'iTXt' | 'tEXt' | 'zTXt' | 'svg';
  /** There are others, which do not count. */
  more: boolean;
}

export type Unbaked = { ok: true; found: Found } | { ok: false; check: Check };

/** Characters of a badge (bytes, in a PNG), its embedded picture included. */
export const MAX_PAYLOAD = 1_400_000;
/** Bytes of a picture that is looked into. */
export const MAX_PICTURE = 20 * 1_048_576;

export const NOTHING: Unbaked = { ok: false, check: { id: 'format', outcome: 'fail', code: 'format-no-badge-data' } };

export function broken(detail: string): { ok: false; check: Check } {
  return { ok: false, check: { id: 'format', outcome: 'fail', code: 'format-broken-image', detail } };
}

/** Of everything a picture holds, what counts: the newest standard, and of it the first. */
export function choose<T extends { keyword: BakedKeyword }>(found: readonly T[]): T | undefined {
  for (const keyword of KEYWORDS) {
    const first = found.find((one) => one.keyword === keyword);
    if (first) return first;
  }
  return undefined;
}
