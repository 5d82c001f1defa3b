import type { Report } from '../../utils/badge/report.ts';
import { plain, snake } from '../../utils/words/plain.ts';
import { platformName } from '../../utils/words/platform-name.ts';
import { t } from '../text.ts';

/** What a row speaks about: a finding of a page, or something checked at the desk. */
export interface RowSubject {
  label: string;
  /** Folder name under utils/platforms; '' where the address belongs to none. */
  platform: string;
  /** Who is asked where there is no platform: a host name. */
  host?: string;
  state: 'idle' | 'pending' | 'done';
  report: Report | null;
}

/** The badge's own name, else the words of its link. */
export function rowName({ report, label }: RowSubject): string {
  return plain(report?.badge?.name) || plain(label) || t('common.unnamed_badge');
}

/** What the row's place in the list rests on, then who issued it and whom it names. */
export function rowDetail({ report, platform, host, state }: RowSubject): string {
  const where = platform ? platformName(platform, t) : plain(host);
  if (!report && state === 'pending') return where ? t('popup.asking', [where]) : t('common.checking');
  if (!report) return where;
  const parts = [reasonWords(report), plain(report.issuer.name ?? report.badge?.issuer.name) || where];
  if (report.badge) parts.push(holderWords(report.holder.match, plain(report.holder.name)));
  return parts.filter(Boolean).join(' · ');
}

function reasonWords({ verdict, issuer }: Report): string {
  const { standing } = issuer;
  const vouchedFor = standing === 'vetted' || standing === 'trusted';
  const issuerDecides = standing === 'impostor' || (verdict === 'verified' && !vouchedFor);
  return issuerDecides ? t(`standing.word.${standing}`) : t(`verdict.word.${snake(verdict)}`);
}

function holderWords(match: Report['holder']['match'], name: string): string {
  return name ? t('popup.holder', [name, t(`holder.word.${match}`)]) : t(`holder.word.${match}`);
}
