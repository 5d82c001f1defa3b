import type { Report } from '../badge/report.ts';
import type { Translate } from './types.ts';

/** The headline: what the three answers come to. A good tone never hides that the second question was left open. */
export function toneWords({ tone, holder }: Report, t: Translate): string {
  return t(tone === 'ok' && holder.match === 'unknown' ? 'tone.ok_uncompared' : `tone.${tone}`);
}
