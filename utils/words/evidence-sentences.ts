import type { CheckOutcome } from '../badge/check.ts';
import type { Report, SignatureFact, StatusFact } from '../badge/report.ts';
import { quoted, snake } from './plain.ts';
import type { FormatDate, Translate } from './types.ts';

/** Which key of whom signed, where the key came from, which list said what, until when: one sentence each. */
export interface EvidenceWords {
  outcome: CheckOutcome;
  text: string;
}

/** The story of a signed badge; empty for all others. */
export function evidenceSentences(report: Report, t: Translate, formatDate: FormatDate): EvidenceWords[] {
  const { signatures = [], statuses = [] } = report.evidence ?? {};
  return [
    ...signatures.map((fact) => ({ outcome: fact.outcome, text: signatureSentence(fact, t, formatDate) })),
    ...statuses.map((fact) => ({ outcome: fact.outcome, text: statusSentence(fact, t, formatDate) })),
  ];
}

function signatureSentence(fact: SignatureFact, t: Translate, formatDate: FormatDate): string {
  const { outcome, method, keyFrom, created, expires } = fact;
  const suite = quoted(fact.suite);
  const state = outcome === 'pass' || outcome === 'warn' ? 'holds' : outcome === 'fail' ? 'fails' : 'open';
  const sentences = [
    t(`evidence.signature.${state}`, [suite || t('evidence.unnamed_suite')]),
    method ? t('evidence.key', [quoted(method)]) : '',
    keyFrom ? t('evidence.key_from', [quoted(keyFrom)]) : '',
    created ? dated(t, 'evidence.signed_on', formatDate(created)) : '',
    expires ? dated(t, 'evidence.signature_until', formatDate(expires)) : '',
  ];
  return sentences.filter(Boolean).join(' ');
}

function statusSentence(fact: StatusFact, t: Translate, formatDate: FormatDate): string {
  const { outcome, purpose, index, signedBy, until } = fact;
  const place = quoted(hostOf(fact.list)) || quoted(fact.type) || t('evidence.unnamed_list');
  const about = purpose === 'suspension' ? 'suspension' : purpose === 'revocation' ? 'revocation' : 'other';
  const state = outcome === 'pass' || outcome === 'warn' ? 'clear' : outcome === 'fail' ? 'set' : 'open';
  const sentences = [
    t(`evidence.list.${snake(about)}.${state}`, [place]),
    index ? t('evidence.entry', [quoted(index)]) : '',
    signedBy ? t('evidence.list_signed_by', [quoted(signedBy)]) : '',
    until ? dated(t, 'evidence.list_until', formatDate(until)) : '',
  ];
  return sentences.filter(Boolean).join(' ');
}

type DatedKey = 'evidence.signed_on' | 'evidence.signature_until' | 'evidence.list_until';

function dated(t: Translate, key: DatedKey, date: string): string {
  return date && t(key, [date]);
}

function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).hostname : '';
}
