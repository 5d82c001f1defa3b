import type { BadgeRow } from '../../utils/wallet/types.ts';
import { Button } from '../controls/button.tsx';
import { TwoStep } from '../controls/two-step.tsx';
import { formatTime, t } from '../text.ts';
import { badgeLine, badgeName } from './answer-words.ts';
import { ViewHead } from './view-head.tsx';

interface Props {
  /** null: still being read. */
  rows: readonly BadgeRow[] | null;
  onBack: () => void;
  onRestore: (id: string) => void;
  onPurge: (ids: string[]) => void;
}

/** What was deleted in the last 30 days. */
export function BinView({ rows, onBack, onRestore, onPurge }: Props) {
  return (
    <section className="wallet-view">
      <ViewHead title={t('wallet.bin')} onBack={onBack} />
      <p className="quiet">{t('wallet.bin_text')}</p>
      {rows?.length === 0 && <p>{t('wallet.bin_empty')}</p>}
      {rows && rows.length > 0 && (
        <>
          <ul className="plain-list">
            {rows.map((row) => (
              <li key={row.id} className="row bin-row">
                <span className="row-words">
                  <span className="row-name stranger">{badgeName(row.facts)}</span>
                  <span className="quiet small stranger">{badgeLine(row.facts)}</span>
                  <span className="quiet small">{t('wallet.deleted_on', [formatTime(row.deletedAt)])}</span>
                </span>
                <Button onClick={() => onRestore(row.id)}>{t('wallet.restore')}</Button>
              </li>
            ))}
          </ul>
          <TwoStep
            label={t('wallet.purge')}
            question={t('wallet.purge_question', rows.length)}
            answer={t('wallet.purge_answer', rows.length)}
            onDo={() => onPurge(rows.map(({ id }) => id))}
          />
        </>
      )}
    </section>
  );
}
