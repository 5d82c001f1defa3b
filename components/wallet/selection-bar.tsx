import { useState } from 'react';
import type { Entry } from '../../utils/wallet/search.ts';
import type { CollectionRow } from '../../utils/wallet/types.ts';
import { Button } from '../controls/button.tsx';
import { Choice } from '../controls/choice.tsx';
import { t } from '../text.ts';

export interface SelectionActions {
  onAll: (ids: string[]) => void;
  onEmbed: (ids: string[]) => void;
  onCheck: (ids: string[]) => void;
  onSetPrivate: (ids: string[], isPrivate: boolean) => void;
  onCollect: (ids: string[], collection: string) => void;
  onNewCollection: (ids: string[], name: string) => void;
  onDelete: (ids: string[]) => void;
}

interface Props {
  selected: ReadonlySet<string>;
  shown: readonly Entry[];
  collections: readonly CollectionRow[];
  actions: SelectionActions;
  onDone: () => void;
}

const NEW = 'new';

/** What can be done with several badges at once. */
export function SelectionBar({ selected, shown, collections, actions, onDone }: Props) {
  const [name, setName] = useState<string | null>(null);
  const ids = shown.map(({ row }) => row.id).filter((id) => selected.has(id));
  const none = ids.length === 0;
  return (
    <section className="selection" aria-label={t('wallet.selection')}>
      <p role="status">{t('wallet.selected', [ids.length])}</p>
      <Button kind="plain" onClick={() => actions.onAll(none ? shown.map(({ row }) => row.id) : [])}>
        {none ? t('wallet.select_all') : t('wallet.select_none')}
      </Button>
      <Button busy={none} onClick={() => actions.onEmbed(ids)}>
        {t('wallet.embed')}
      </Button>
      <Button busy={none} onClick={() => actions.onCheck(ids)}>
        {t('common.check_again')}
      </Button>
      <Button busy={none} onClick={() => actions.onSetPrivate(ids, true)}>
        {t('wallet.make_private')}
      </Button>
      <Button busy={none} onClick={() => actions.onSetPrivate(ids, false)}>
        {t('wallet.make_public')}
      </Button>
      <Button busy={none} kind="danger" onClick={() => actions.onDelete(ids)}>
        {t('wallet.delete')}
      </Button>
      {!none && (
        <Choice
          label={t('wallet.collect')}
          value=""
          options={[
            { value: '', label: '…' },
            ...collections.map(({ id, name }) => ({ value: id, label: name })),
            { value: NEW, label: t('wallet.new_collection') },
          ]}
          onChange={(value) => (value === NEW ? setName('') : value !== '' && actions.onCollect(ids, value))}
        />
      )}
      {name !== null && (
        <form
          className="inline-form"
          onSubmit={(event) => {
            event.preventDefault();
            actions.onNewCollection(ids, name);
            setName(null);
          }}
        >
          <input
            className="field"
            value={name}
            aria-label={t('wallet.collection_name')}
            onChange={(event) => setName(event.target.value)}
          />
          <button type="submit" className="button">
            {t('common.add')}
          </button>
        </form>
      )}
      <Button kind="plain" onClick={onDone}>
        {t('wallet.select_end')}
      </Button>
    </section>
  );
}
