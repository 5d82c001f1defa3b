import { useEffect, useMemo, useRef, useState } from 'react';
import { t } from '../../components/text.ts';
import { toggled } from '../../components/toggled.ts';
import { badgeName } from '../../components/wallet/answer-words.ts';
import type { ItemActions } from '../../components/wallet/badge-item.tsx';
import { type ListActions, ListView } from '../../components/wallet/list-view.tsx';
import type { SelectionActions } from '../../components/wallet/selection-bar.tsx';
import * as act from '../../utils/pages/wallet/list-actions.ts';
import { goTo } from '../../utils/pages/wallet/navigate.ts';
import { needPicture } from '../../utils/pages/wallet/pictures.ts';
import { favouriteName, shareQuickly } from '../../utils/pages/wallet/share-actions.ts';
import { useWallet, type WalletState } from '../../utils/pages/wallet/store.ts';
import { type Entry, entriesOf, find, inOrder } from '../../utils/wallet/search.ts';

const { getState, setState } = useWallet;

export function ListContainer() {
  const state = useWallet();
  const { rows, search, filter, sort } = state;
  const [selecting, setSelecting] = useState(false);
  // "Now" moves with every change of the wallet and every visit: soon enough for dates.
  const now = useMemo(() => (rows ? Date.now() : 0), [rows]);
  // Put in order once, not for each key.
  const all = useMemo(() => inOrder(entriesOf(rows ?? [], now), sort), [rows, now, sort]);
  const entries = useMemo(() => find(all, { search, filter, sort: 'own', now }), [all, search, filter, now]);
  const tags = useMemo(() => [...new Set((rows ?? []).flatMap((row) => row.tags))].sort(), [rows]);
  const isOwnOrder = sort === 'own' && filter.by === 'all' && search.trim() === '';
  // The same for every key, so that rows that stay are not drawn anew.
  const shown = useRef(entries);
  shown.current = entries;
  const actions = useMemo(() => itemActions(() => shown.current, isOwnOrder), [isOwnOrder]);
  const isAstray = state.goal !== null && !state.partial && !entries.some(({ row }) => row.id === state.goal);
  useEffect(() => {
    if (isAstray) reached();
  }, [isAstray]);
  if (!rows || (state.partial && rows.length === 0))
    return (
      <p className="notice quiet" role="status">
        {t('wallet.reading')}
      </p>
    );
  return (
    <ListView
      total={rows.length}
      partial={state.partial}
      entries={entries}
      pictures={state.pictures}
      checking={state.checking}
      selected={state.selected}
      selecting={selecting}
      favourite={favouriteName(state.preferences?.favourite)}
      goal={state.goal}
      onReached={reached}
      search={search}
      filter={filter}
      sort={sort}
      tags={tags}
      collections={state.collections}
      news={state.news}
      drafts={state.drafts}
      nameOf={nameOf}
      onMove={isOwnOrder ? move : null}
      actions={actions}
      list={{
        ...LIST,
        onSelecting: (isOn) => {
          setSelecting(isOn);
          setState({ selected: new Set() });
        },
      }}
      selection={SELECTION}
    />
  );
}

/** Another list begins at its top, however far down one was in the last. */
function ask(change: Partial<Pick<WalletState, 'search' | 'filter' | 'sort'>>): void {
  setState(change);
  scrollTo(0, 0);
}

function reached(): void {
  setState({ goal: null });
}

function move(id: string, before: string | null, after: string | null): void {
  void act.moveBadge(id, before, after);
}

/** '' for one that is not there any more. */
function nameOf(id: string): string {
  const row = getState().rows?.find((each) => each.id === id);
  return row ? badgeName(row.facts) : '';
}

/** Deleting says what it did, with a way back. */
function remove(ids: string[]): void {
  const [only] = ids;
  const text =
    only !== undefined && ids.length === 1
      ? t('wallet.deleted', [nameOf(only)])
      : t('wallet.deleted_many', [ids.length]);
  void act.deleteBadges(ids, text);
}

/** `shown`: the list as it is shown now. */
function itemActions(shown: () => readonly Entry[], isOwnOrder: boolean): ItemActions {
  const indexOf = (id: string) => shown().findIndex(({ row }) => row.id === id);
  const idAt = (index: number) => shown()[index]?.row.id ?? null;
  return {
    ...ITEM,
    onDelete: (id) => {
      const at = indexOf(id);
      setState({ goal: idAt(at + 1) ?? idAt(at - 1) });
      remove([id]);
    },
    onStep: isOwnOrder
      ? (id, by) => {
          const at = indexOf(id);
          const [before, after] = by < 0 ? [idAt(at - 2), idAt(at - 1)] : [idAt(at + 1), idAt(at + 2)];
          if (idAt(at + by) !== null) move(id, before, after);
        }
      : null,
  };
}

const ITEM: Omit<ItemActions, 'onDelete' | 'onStep'> = {
  onOpen: (id) => goTo({ at: 'badge', id }),
  onNeedPicture: needPicture,
  onSelect: (id, isSelected) => setState(({ selected }) => ({ selected: toggled(selected, id, isSelected) })),
  onShareQuickly: (id) => void shareQuickly(id),
  onShare: (id) => goTo({ at: 'share', id }),
  onEmbed: (id) => goTo({ at: 'embed', ids: [id] }),
  onCheck: (id) => void act.checkBadges([id]),
  onSetPrivate: (id, isPrivate) => void act.setVisibility([id], isPrivate ? 'private' : 'public'),
};

const LIST: Omit<ListActions, 'onSelecting'> = {
  onSearch: (search) => ask({ search }),
  onFilter: (filter) => ask({ filter }),
  onSort: (sort) => ask({ sort }),
  onAdd: () => goTo({ at: 'add' }),
  onDraft: (id) => goTo({ at: 'draft', id }),
  onProfile: () => goTo({ at: 'profile' }),
  onSettings: () => goTo({ at: 'settings' }),
  onBin: () => goTo({ at: 'bin' }),
  onDropCollection: (id) => void act.dropCollection(id),
  onNewsSeen: () => void act.newsSeen(),
};

const SELECTION: SelectionActions = {
  onAll: (ids) => setState({ selected: new Set(ids) }),
  onEmbed: (ids) => goTo({ at: 'embed', ids }),
  onCheck: (ids) => void act.checkBadges(ids),
  onSetPrivate: (ids, isPrivate) => void act.setVisibility(ids, isPrivate ? 'private' : 'public'),
  onCollect: (ids, collection) => void act.setInCollection(ids, collection, true),
  onNewCollection: (ids, name) => void act.putIntoNewCollection(ids, name),
  onDelete: remove,
};
