import type { Report } from '../badge/report.ts';
import { quoted } from './plain.ts';
import type { FormatDate, Translate } from './types.ts';

/** Who was asked, and when the evidence was read. */
export function askedSentence(report: Report, t: Translate, formatDate: FormatDate): string {
  const when = formatDate(report.checkedAt);
  if (report.asked.length === 0) return t('common.asked_nobody', [when]);
  return t('common.asked', [report.asked.map(quoted).join(t('common.comma')), when]);
}
