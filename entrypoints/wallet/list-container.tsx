import { useMemo, useState } from 'react';
import { t } from '../../components/text.ts';
import { badgeName } from '../../components/wallet/answer-words.ts';
import { ListView } from '../../components/wallet/list-view.tsx';
import * as act from '../../utils/pages/wallet/list-actions.ts';
import { goTo } from '../../utils/pages/wallet/navigate.ts';
import { needPicture } from '../../utils/pages/wallet/pictures.ts';
import { favouriteName, shareQuickly } from '../../utils/pages/wallet/share-actions.ts';
import { useWallet } from '../../utils/pages/wallet/store.ts';
import { entriesOf, find } from '../../utils/wallet/search.ts';

const { setState } = useWallet;

/** Deleting says what it did, with a way back. */
function remove(ids: string[], name?: string): void {
  const text = ids.length === 1 && name ? t('wallet.deleted', [name]) : t('wallet.deleted_many', [ids.length]);
  void act.deleteBadges(ids, text);
}

export function ListContainer() {
  const state = useWallet();
  const { rows, search, filter, sort, selected } = state;
  const [selecting, setSelecting] = useState(false);
  // "Now" moves with every change of the wallet and every visit: soon enough for dates.
  const now = useMemo(() => (rows ? Date.now() : 0), [rows]);
  const all = useMemo(() => entriesOf(rows ?? [], now), [rows, now]);
  const entries = useMemo(() => find(all, { search, filter, sort, now }), [all, search, filter, sort, now]);
  const tags = useMemo(() => [...new Set((rows ?? []).flatMap((row) => row.tags))].sort(), [rows]);
  const names = useMemo(() => new Map((rows ?? []).map((row) => [row.id, badgeName(row.facts)])), [rows]);
  if (!rows)
    return (
      <p className="notice quiet" role="status">
        {t('wallet.reading')}
      </p>
    );
  const own = sort === 'own' && filter.by === 'all' && search.trim() === '';
  return (
    <ListView
      total={rows.length}
      partial={state.partial}
      entries={entries}
      pictures={state.pictures}
      checking={state.checking}
      selected={selected}
      selecting={selecting}
      favourite={favouriteName(state.preferences?.favourite)}
      search={search}
      filter={filter}
      sort={sort}
      tags={tags}
      collections={state.collections}
      news={state.news}
      drafts={state.drafts}
      nameOf={(id) => names.get(id) ?? ''}
      onMove={own ? (id, before, after) => void act.moveBadge(id, before, after) : null}
      actions={{
        onOpen: (id) => goTo({ at: 'badge', id }),
        onNeedPicture: needPicture,
        onSelect: (id, isSelected) =>
          setState(({ selected: before }) => {
            const after = new Set(before);
            if (isSelected) after.add(id);
            else after.delete(id);
            return { selected: after };
          }),
        onShareQuickly: (id) => void shareQuickly(id),
        onShare: (id) => goTo({ at: 'share', id }),
        onEmbed: (id) => goTo({ at: 'embed', ids: [id] }),
        onCheck: (id) => void act.checkBadges([id]),
        onSetPrivate: (id, isPrivate) => void act.setVisibility([id], isPrivate ? 'private' : 'public'),
        onDelete: (id) => remove([id], names.get(id)),
        onStep: own
          ? (id, by) => {
              const ids = entries.map(({ row }) => row.id);
              const at = ids.indexOf(id);
              const others = ids.toSpliced(at, 1);
              const to = at + by;
              if (to >= 0 && to <= others.length) void act.moveBadge(id, others[to - 1] ?? null, others[to] ?? null);
            }
          : null,
      }}
      list={{
        onSearch: (text) => setState({ search: text }),
        onFilter: (next) => setState({ filter: next }),
        onSort: (next) => setState({ sort: next }),
        onAdd: () => goTo({ at: 'add' }),
        onDraft: (id) => goTo({ at: 'draft', id }),
        onProfile: () => goTo({ at: 'profile' }),
        onSettings: () => goTo({ at: 'settings' }),
        onBin: () => goTo({ at: 'bin' }),
        onSelecting: (isOn) => {
          setSelecting(isOn);
          setState({ selected: new Set() });
        },
        onDropCollection: (id) => void act.dropCollection(id),
        onNewsSeen: () => void act.newsSeen(),
      }}
      selection={{
        onAll: (ids) => setState({ selected: new Set(ids) }),
        onEmbed: (ids) => goTo({ at: 'embed', ids }),
        onCheck: (ids) => void act.checkBadges(ids),
        onSetPrivate: (ids, isPrivate) => void act.setVisibility(ids, isPrivate ? 'private' : 'public'),
        onCollect: (ids, collection) => void act.setInCollection(ids, collection, true),
        onNewCollection: (ids, name) => void act.putIntoNewCollection(ids, name),
        onDelete: (ids) => remove(ids),
      }}
    />
  );
}
