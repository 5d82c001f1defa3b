import type { Picture } from '../../utils/pages/picture.ts';
import { Button } from '../controls/button.tsx';
import { t } from '../text.ts';
import { type DeskActions, type DeskItem, DeskRow } from './desk-row.tsx';
import { SourceForm } from './source-form.tsx';

interface Props {
  items: readonly DeskItem[];
  pictures: Readonly<Record<string, Picture>>;
  actions: DeskActions & {
    onText: (text: string, holderName: string) => void;
    onFiles: (files: File[], holderName: string) => void;
    onStop: () => void;
    onClear: () => void;
  };
}

/** The desk: badges that are on no page in front of the reader. */
export function DeskView({ items, pictures, actions }: Props) {
  const open = items.filter(({ state }) => state !== 'done').length;
  return (
    <main className="sheet">
      <h1>{t('desk.title')}</h1>
      <p className="quiet">{t('desk.intro')}</p>
      <SourceForm onText={actions.onText} onFiles={actions.onFiles} />
      {items.length > 0 && (
        <section aria-labelledby="desk-results">
          <div className="group-head">
            <h2 id="desk-results">{t('desk.results')}</h2>
            <span className="quiet" role="status">
              {t('desk.progress', [items.length - open, items.length])}
            </span>
            {open > 0 ? (
              <Button onClick={actions.onStop}>{t('desk.stop')}</Button>
            ) : (
              <Button kind="plain" onClick={actions.onClear}>
                {t('desk.clear')}
              </Button>
            )}
          </div>
          {open > 0 && items.length > 1 && (
            <progress max={items.length} value={items.length - open} aria-label={t('desk.results')} />
          )}
          <ul className="desk-list">
            {items.map((item) => {
              const image = item.report?.badge?.image;
              return (
                <DeskRow
                  key={item.id}
                  item={item}
                  open={items.length === 1}
                  picture={image ? pictures[image] : null}
                  actions={actions}
                />
              );
            })}
          </ul>
        </section>
      )}
    </main>
  );
}
