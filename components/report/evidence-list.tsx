import type { Report } from '../../utils/badge/report.ts';
import { evidenceSentences } from '../../utils/words/evidence-sentences.ts';
import { plain, snake } from '../../utils/words/plain.ts';
import { OutcomeIcon } from '../controls/icons.tsx';
import { formatDay, t } from '../text.ts';

/** How a signed badge was proved: each signature, each status list, and what stands inside. Nothing for all others. */
export function EvidenceList({ report }: { report: Report }) {
  const said = evidenceSentences(report, t, formatDay);
  const { contained = [] } = report;
  if (said.length === 0 && contained.length === 0) return null;
  return (
    <section className="evidence" aria-label={t('evidence.title')}>
      <h4>{t('evidence.title')}</h4>
      <ul className="checks">
        {said.map(({ outcome, text }) => (
          <li key={text}>
            <OutcomeIcon outcome={outcome} />
            <p className="stranger">{text}</p>
          </li>
        ))}
      </ul>
      {contained.length > 0 && (
        <>
          <h4>{t('evidence.inside')}</h4>
          <ul className="checks">
            {contained.map(({ name, verdict, issuer }) => (
              <li key={`${name} ${verdict} ${issuer ?? ''}`}>
                <OutcomeIcon outcome={verdict === 'verified' ? 'pass' : 'warn'} />
                <p className="stranger">
                  <strong>{plain(name) || t('common.unnamed_badge')}</strong> · {t(`verdict.word.${snake(verdict)}`)}
                  {issuer && <span className="quiet"> · {plain(issuer)}</span>}
                </p>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
