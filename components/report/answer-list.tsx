import type { Report } from '../../utils/badge/report.ts';
import { answers } from '../../utils/words/answers.ts';
import { formatDay, t } from '../text.ts';

interface Props {
  report: Report;
  platform?: string;
  nameEntered?: boolean;
}

/** The three questions with their answers, in the order in which they matter. */
export function AnswerList({ report, platform, nameEntered }: Props) {
  const { real, theirs, who } = answers(report, t, { platform, nameEntered, formatDate: formatDay });
  const rows = [
    { question: t('common.real'), answer: real },
    { question: t('common.theirs'), answer: theirs },
    { question: t('common.who'), answer: who },
  ];
  return (
    <dl className="answers">
      {rows.map(({ question, answer }) => (
        <div key={question}>
          <dt>{question}</dt>
          <dd>
            <strong>{answer.heading}</strong>
            <p className="stranger">{answer.text}</p>
          </dd>
        </div>
      ))}
    </dl>
  );
}
