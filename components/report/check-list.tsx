import { Collapsible } from '@base-ui/react/collapsible';
import type { Check } from '../../utils/badge/report.ts';
import { checkSentence } from '../../utils/words/check-sentence.ts';
import { Chevron, OutcomeIcon } from '../controls/icons.tsx';
import { formatDay, formatMoment, t } from '../text.ts';

interface Props {
  checks: readonly Check[];
}

/** Every check with its outcome and one sentence, folded away until somebody wants to know. */
export function CheckList({ checks }: Props) {
  if (checks.length === 0) return null;
  return (
    <Collapsible.Root>
      <Collapsible.Trigger className="fold">
        {t('check.heading', checks.length)}
        <Chevron />
      </Collapsible.Trigger>
      <Collapsible.Panel>
        <ul className="checks">
          {checks.map((check) => (
            <li key={`${check.id} ${check.code} ${check.detail ?? ''}`}>
              <OutcomeIcon outcome={check.outcome} />
              <div>
                <span className="quiet">
                  {t(`check.id.${check.id}`)} · {t(`check.outcome.${check.outcome}`)}
                </span>
                <p className="stranger">
                  {checkSentence(check, t, check.code === 'origin-rate-limited' ? formatMoment : formatDay)}
                </p>
              </div>
            </li>
          ))}
        </ul>
      </Collapsible.Panel>
    </Collapsible.Root>
  );
}
