import type { CheckOutcome } from '../badge/check.ts';
import type { Check, Report } from '../badge/report.ts';
import { checkSentence } from './check-sentence.ts';
import { snake } from './plain.ts';
import { checkOf, holderSentence, realSentence, whoSentence } from './report-sentences.ts';
import type { Translate, WordsContext } from './types.ts';

export interface AnswerWords {
  /** Two or three words: the answer. */
  heading: string;
  /** One or two sentences: what it rests on. */
  text: string;
}

export interface Answers {
  real: AnswerWords;
  theirs: AnswerWords;
  who: AnswerWords;
}

const OUTCOME_THAT_DECIDED: Partial<Record<Report['verdict'], CheckOutcome>> = {
  invalid: 'fail',
  undecided: 'unknown',
};

/** The check a bare verdict rests on, so that “could not be decided” never stands without its reason. */
function reasonOf(report: Report): Check | undefined {
  const outcome = OUTCOME_THAT_DECIDED[report.verdict];
  if (outcome) return report.checks.find((check) => check.outcome === outcome && check.id !== 'recipient');
  if (report.verdict !== 'unsupported') return undefined;
  return report.checks.find((check) => check.outcome !== 'pass' && (check.id === 'origin' || check.id === 'format'));
}

/** The three answers in words: is it real, is it theirs, who says so. All text is plain and may hold strangers' names. */
export function answers(report: Report, t: Translate, context: WordsContext = {}): Answers {
  const reason = reasonOf(report);
  const real = [
    realSentence(report, t, context),
    reason ? checkSentence(reason, t, context.formatDate) : '',
    report.verdict !== 'verified' && report.proof === 'page' ? t('proof.text.page', [report.asked[0] ?? '']) : '',
  ];
  const fromPage = report.holder.name !== undefined && checkOf(report, 'recipient-from-page');
  const theirs = [holderSentence(report, t, context), fromPage ? t('holder.text.from_page') : ''];
  const unread = !report.badge && !report.issuer.name;
  return {
    real: { heading: t(`verdict.word.${snake(report.verdict)}`), text: real.filter(Boolean).join(' ') },
    theirs: { heading: t(`holder.word.${report.holder.match}`), text: theirs.filter(Boolean).join(' ') },
    who: {
      heading: t(unread ? 'standing.word.unread' : `standing.word.${report.issuer.standing}`),
      text: whoSentence(report, t, context),
    },
  };
}
