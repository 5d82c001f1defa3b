import type { HolderMatch, Standing, Tone, Verdict } from './report.ts';

const TONE_OF_VERDICT: Record<Exclude<Verdict, 'verified'>, Tone> = {
  expired: 'caution',
  'not-yet-valid': 'caution',
  suspended: 'bad',
  revoked: 'bad',
  invalid: 'bad',
  'not-found': 'unknown',
  undecided: 'unknown',
  unsupported: 'unknown',
};

/**
 * The one place that decides a colour. `ok` needs all three answers: a proof that holds, an issuer that somebody vouches for,
 * and no contradiction between the person named in the badge and the person of the page.
 */
export function toneOf(verdict: Verdict, standing: Standing, holder: HolderMatch): Tone {
  if (standing === 'impostor') return 'bad';
  if (verdict !== 'verified') return TONE_OF_VERDICT[verdict];
  const vouchedFor = standing === 'trusted' || standing === 'vetted';
  return vouchedFor && holder !== 'differs' ? 'ok' : 'caution';
}

/** Worst first: what a count over several badges is coloured by. */
export const TONES_BY_SEVERITY: readonly Tone[] = ['bad', 'caution', 'unknown', 'ok'];

/** The tone that stands for a group of badges, or null for an empty group. */
export function worstTone(tones: Iterable<Tone>): Tone | null {
  const present = new Set(tones);
  return TONES_BY_SEVERITY.find((tone) => present.has(tone)) ?? null;
}
