import type { WatchRow } from '../../utils/wallet/types.ts';
import { Button } from '../controls/button.tsx';
import { Entry } from '../options/entry.tsx';
import { RemovableList } from '../options/list-editor.tsx';
import { formatTime, t } from '../text.ts';
import { LineForm } from './line-form.tsx';

export interface WatchListProps {
  watches: readonly WatchRow[];
  looking: boolean;
  /** What became of the last look, in words. */
  looked: string;
  /** The sentence that says what is wrong with it, or null when it was added. */
  onAdd: (address: string) => Promise<string | null>;
  onRemove: (id: string) => void;
  onLook: () => void;
}

/** The user's own public lists that are looked at by themselves. */
export function WatchList({ watches, looking, looked, onAdd, onRemove, onLook }: WatchListProps) {
  return (
    <>
      <RemovableList
        label={t('keep.watch')}
        empty={t('keep.watch_none')}
        items={watches.map((watch) => ({
          key: watch.id,
          name: watch.address,
          words: <Entry main={watch.address} more={stateOf(watch)} />,
        }))}
        onRemove={onRemove}
      />
      <LineForm
        label={t('keep.watch_address')}
        type="url"
        placeholder="https://www.credly.com/users/…"
        submit={t('common.add')}
        clears
        onSubmit={onAdd}
      />
      {watches.some(({ state }) => state === 'on') && (
        <div>
          <Button busy={looking} onClick={onLook}>
            {t('keep.watch_look')}
          </Button>
        </div>
      )}
      <p role="status" className="small">
        {looking ? t('keep.watch_looking') : looked}
      </p>
    </>
  );
}

function stateOf({ state, checkedAt, listed }: WatchRow): string {
  if (state === 'gone') return t('keep.watch_gone');
  if (checkedAt === 0) return t('keep.watch_new');
  return t('keep.watch_seen', [formatTime(checkedAt), listed]);
}
