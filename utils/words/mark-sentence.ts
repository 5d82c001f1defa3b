import type { Report } from '../badge/report.ts';
import { quoted, snake } from './plain.ts';
import { platformName } from './platform-name.ts';
import { toneWords } from './tone-words.ts';
import type { Translate } from './types.ts';

export interface MarkWords {
  state: 'idle' | 'pending' | 'done';
  /** Text of the link: a stranger's words. The badge's own name takes its place once it is known. */
  label: string;
  /** Folder name under utils/platforms. */
  platform: string;
  report: Report | null;
}

/** The whole answer as one accessible name: what it comes to first, then real, who, theirs. Plain text in logical order. */
export function markSentence({ state, label, platform, report }: MarkWords, t: Translate): string {
  const badge = report?.badge;
  const name = quoted(badge?.name) || quoted(label) || t('common.unnamed_badge');
  const where = platformName(platform, t);
  if (state === 'idle') return t('common.mark_idle', [name, where]);
  if (state === 'pending' || !report) return t('common.mark_pending', [name, where]);
  const { verdict, holder, issuer } = report;
  const sentences = [
    t('common.mark_done', [name, toneWords(report, t)]),
    verdict === 'verified' ? t(`proof.text.${report.proof}`, [where]) : t(`verdict.text.${snake(verdict)}`, [where]),
  ];
  // Without a badge there is nobody to name: two more sentences of "not known" would only bury the answer.
  if (badge) {
    const issuerName = quoted(issuer.name ?? badge.issuer.name);
    const holderName = quoted(holder.name);
    sentences.push(
      issuerName
        ? t('common.mark_issuer', [issuerName, t(`standing.word.${issuer.standing}`)])
        : t('standing.text.unnamed'),
      holderName ? t('common.mark_holder', [holderName, t(`holder.word.${holder.match}`)]) : t('holder.text.unnamed'),
    );
  }
  return sentences.join(' ');
}
