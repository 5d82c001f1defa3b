import { entryFacts } from '../../utils/wallet/claim-rules.ts';
import type { DraftItemRow, DraftRow, Outcome } from '../../utils/wallet/types.ts';
import { plain, snake } from '../../utils/words/plain.ts';
import { Button } from '../controls/button.tsx';
import { t } from '../text.ts';
import { badgeName } from './answer-words.ts';
import { Unread } from './draft-view.tsx';
import { ViewHead } from './view-head.tsx';

interface Props {
  items: readonly DraftItemRow[];
  outcomes: readonly Outcome[];
  unread: NonNullable<DraftRow['unread']>;
  onList: () => void;
}

const KINDS = ['added', 'updated', 'already-there', 'left-out', 'refused'] as const;

/** What became of each entry of an import. */
export function OutcomeList({ items, outcomes, unread, onList }: Props) {
  const counts = KINDS.map((kind) => [kind, outcomes.filter((outcome) => outcome.kind === kind).length] as const);
  return (
    <section className="wallet-view">
      <ViewHead title={t('claim.done')} onBack={onList} />
      <p role="status">
        {counts
          .filter(([, count]) => count > 0)
          .map(([kind, count]) => t(`claim.outcome_count.${snake(kind)}`, [count]))
          .join(t('common.comma'))}
      </p>
      <ul className="draft-items">
        {told(items, outcomes).map(([item, outcome]) => {
          const facts = entryFacts(item);
          return (
            <li key={item.n} className="row outcome-row">
              <span className="row-name stranger">{facts ? badgeName(facts) : plain(item.candidate.label)}</span>
              <span className="quiet small">{outcomeWords(outcome)}</span>
            </li>
          );
        })}
      </ul>
      {unread.length > 0 && <Unread unread={unread} />}
      <div>
        <Button kind="primary" main onClick={onList}>
          {t('claim.to_list')}
        </Button>
      </div>
    </section>
  );
}

/** What was not added comes first: it is what one has to know. */
function told(items: readonly DraftItemRow[], outcomes: readonly Outcome[]): [DraftItemRow, Outcome][] {
  const pairs = items.flatMap((item, i): [DraftItemRow, Outcome][] => {
    const outcome = outcomes[i];
    return outcome ? [[item, outcome]] : [];
  });
  const isRefused = ([, { kind }]: [DraftItemRow, Outcome]) => kind === 'refused';
  return [...pairs.filter(isRefused), ...pairs.filter((pair) => !isRefused(pair))];
}

function outcomeWords(outcome: Outcome): string {
  return outcome.kind === 'refused'
    ? t(`claim.refusal.${snake(outcome.why)}`)
    : t(`claim.outcome.${snake(outcome.kind)}`);
}
