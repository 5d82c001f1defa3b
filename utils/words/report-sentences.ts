import type { CheckCode } from '../badge/check.ts';
import type { Check, Report } from '../badge/report.ts';
import { plain, quoted, snake } from './plain.ts';
import { platformName } from './platform-name.ts';
import type { Translate, WordsContext } from './types.ts';

/** The first check with one of the codes. */
export function checkOf(report: Report, ...codes: CheckCode[]): Check | undefined {
  return report.checks.find((check) => codes.includes(check.code));
}

/** Who was asked, by the name that means most: the platform's, else the host's, else “the platform”. */
function source(report: Report, t: Translate, context: WordsContext): string {
  if (context.platform) return platformName(context.platform, t);
  return quoted(report.asked[0]) || t('common.the_platform');
}

/** Is it real? One sentence (with a date or a reason where the checks give one). */
export function realSentence(report: Report, t: Translate, context: WordsContext = {}): string {
  const { verdict, proof } = report;
  if (verdict === 'verified') return t(`proof.text.${proof}`, [source(report, t, context)]);
  if (verdict === 'expired' || verdict === 'not-yet-valid') {
    const when = context.formatDate?.(checkOf(report, `dates-${verdict}`)?.detail ?? '');
    if (when) return t(`verdict.dated.${snake(verdict)}`, [when]);
  }
  if (verdict === 'revoked' || verdict === 'suspended') {
    const reason = quoted(checkOf(report, `status-${verdict}`)?.detail);
    if (reason) return t(`verdict.reasoned.${verdict}`, [reason]);
  }
  return t(`verdict.text.${snake(verdict)}`, [source(report, t, context)]);
}

/** The place an issuer speaks from: the host of its address, or its DID. */
function placeOf(report: Report): { place: string; did: boolean } {
  const id = report.issuer.id ?? '';
  const host = URL.canParse(id) ? new URL(id).hostname : '';
  if (host) return { place: quoted(host), did: false };
  return id.startsWith('did:') ? { place: quoted(id), did: true } : { place: quoted(report.asked[0]), did: false };
}

/** Who says so? One sentence; says plainly when nothing was read that names an issuer. */
export function whoSentence(report: Report, t: Translate, context: WordsContext = {}): string {
  const { standing } = report.issuer;
  const name = quoted(report.issuer.name ?? report.badge?.issuer.name);
  if (!name) return t(report.badge ? 'standing.text.unnamed' : 'standing.text.unread');
  if (standing === 'trusted') return t('standing.text.trusted', [name]);
  if (standing === 'vetted' || standing === 'unvetted') {
    const detail = plain(checkOf(report, `issuer-${standing}`)?.detail);
    return t(`standing.text.${standing}`, [name, detail ? platformName(detail, t) : source(report, t, context)]);
  }
  const { place, did } = placeOf(report);
  const where = place || t('common.the_platform');
  if (standing === 'unlisted') return t(did ? 'standing.text.unlisted_did' : 'standing.text.unlisted', [name, where]);
  const known = quoted(checkOf(report, 'issuer-impostor')?.detail) || name;
  return t(did ? 'standing.text.impostor_did' : 'standing.text.impostor', [name, where, known]);
}

/** Is it theirs? One sentence, worded as the comparison of names that it is. */
export function holderSentence(report: Report, t: Translate, context: WordsContext = {}): string {
  const { match } = report.holder;
  if (match === 'yours') return t('holder.text.yours');
  const name = quoted(report.holder.name);
  if (match !== 'unknown' && name)
    return t(context.nameEntered ? `holder.entered.${match}` : `holder.text.${match}`, [name]);
  if (name) return t('holder.text.named', [name]);
  return t(report.badge ? 'holder.text.unnamed' : 'holder.text.unknown');
}
