import { Menu } from '@base-ui/react/menu';
import { useEffect, useRef } from 'react';
import { type Filter, SORTS, type Sort } from '../../utils/wallet/search.ts';
import type { CollectionRow, DraftRow, NewsRow } from '../../utils/wallet/types.ts';
import { plain } from '../../utils/words/plain.ts';
import { Button } from '../controls/button.tsx';
import { Choice } from '../controls/choice.tsx';
import { DotsIcon, PlusIcon } from '../controls/icons.tsx';
import { t } from '../text.ts';
import { BadgeList, type BadgeListProps } from './badge-list.tsx';
import { NewsBanner } from './news-banner.tsx';
import { type SelectionActions, SelectionBar } from './selection-bar.tsx';

export interface ListViewProps extends Omit<BadgeListProps, 'selected'> {
  /** How many there are, whatever is shown. */
  total: number;
  /** The rest is still being read. */
  partial: boolean;
  search: string;
  filter: Filter;
  sort: Sort;
  tags: readonly string[];
  collections: readonly CollectionRow[];
  news: readonly NewsRow[];
  drafts: readonly DraftRow[];
  selected: ReadonlySet<string>;
  selecting: boolean;
  /** Names of badges that the news are about. */
  nameOf: (id: string) => string;
  list: ListActions;
  selection: SelectionActions;
}

export interface ListActions {
  onSearch: (text: string) => void;
  onFilter: (filter: Filter) => void;
  onSort: (sort: Sort) => void;
  onAdd: () => void;
  onDraft: (id: string) => void;
  onProfile: () => void;
  onSettings: () => void;
  onBin: () => void;
  onSelecting: (isOn: boolean) => void;
  onDropCollection: (id: string) => void;
  onNewsSeen: () => void;
}

/** The wallet: what there is, and the ways to everything else. */
export function ListView(props: ListViewProps) {
  const { total, entries, search, filter, sort, list, selecting, selected } = props;
  const view = useRef<HTMLElement>(null);
  const hasGoal = props.goal !== null;
  // Who comes here can type at once, or goes on where they were. A focus that is somewhere already is left there.
  useEffect(() => {
    const isNowhere = document.activeElement === null || document.activeElement === document.body;
    if (isNowhere && !hasGoal) view.current?.querySelector<HTMLElement>('[data-main-action]')?.focus();
  }, [hasGoal]);
  return (
    <section ref={view} className="wallet-list" aria-labelledby="wallet-title">
      <div className="wallet-head">
        <h1 id="wallet-title">{t('wallet.title')}</h1>
        <Button kind="primary" onClick={list.onAdd}>
          <PlusIcon />
          {t('wallet.add')}
        </Button>
        <MoreMenu list={list} selecting={selecting} />
      </div>
      <OpenDrafts drafts={props.drafts} onDraft={list.onDraft} />
      <NewsBanner news={props.news} nameOf={props.nameOf} onOpen={props.actions.onOpen} onSeen={list.onNewsSeen} />
      {total === 0 ? (
        <Empty onAdd={list.onAdd} />
      ) : (
        <>
          <div className="wallet-tools">
            <input
              type="search"
              className="field wallet-search"
              value={search}
              placeholder={t('wallet.search_hint')}
              aria-label={t('wallet.search')}
              data-main-action
              onChange={(event) => list.onSearch(event.target.value)}
            />
            <Choice
              label={t('wallet.show')}
              value={keyOf(filter)}
              options={filterOptions(props)}
              onChange={(key) => list.onFilter(filterOf(key))}
            />
            <Choice
              label={t('wallet.sort')}
              value={sort}
              options={SORTS.map((value) => ({ value, label: t(`wallet.sort_by.${value}`) }))}
              onChange={(value) => list.onSort(value as Sort)}
            />
          </div>
          {selecting && (
            <SelectionBar
              selected={selected}
              shown={entries}
              collections={props.collections}
              actions={props.selection}
              onDone={() => list.onSelecting(false)}
            />
          )}
          <p className="quiet small wallet-count" role="status">
            {props.partial ? t('wallet.reading') : countWords(entries.length, total)}
            {filter.by === 'collection' && (
              <Button kind="plain" onClick={() => list.onDropCollection(filter.value)}>
                {t('wallet.drop_collection')}
              </Button>
            )}
          </p>
          {entries.length === 0 ? (
            <p className="notice">{t('wallet.nothing_found')}</p>
          ) : (
            <BadgeList
              entries={entries}
              pictures={props.pictures}
              checking={props.checking}
              selected={selecting ? selected : null}
              favourite={props.favourite}
              goal={props.goal}
              onReached={props.onReached}
              actions={props.actions}
              onMove={props.onMove}
            />
          )}
        </>
      )}
    </section>
  );
}

function countWords(shown: number, total: number): string {
  return shown === total ? t('wallet.count', total) : t('wallet.count_of', [shown, total]);
}

function Empty({ onAdd }: { onAdd: () => void }) {
  return (
    <div className="notice">
      <h2>{t('wallet.empty_title')}</h2>
      <p className="quiet">{t('wallet.empty_text')}</p>
      <Button kind="primary" main onClick={onAdd}>
        {t('wallet.empty_action')}
      </Button>
    </div>
  );
}

/** Imports that were begun and not ended: nothing of them is lost when a popup closes. */
function OpenDrafts({ drafts, onDraft }: { drafts: readonly DraftRow[]; onDraft: (id: string) => void }) {
  const open = drafts.filter(({ way }) => way !== 'watch');
  if (open.length === 0) return null;
  return (
    <ul className="draft-list">
      {open.map(({ id, title, total, state }) => (
        <li key={id} className="draft-note">
          <span className="stranger">
            {state === 'reading' || state === 'checking'
              ? t('wallet.draft_checking', [plain(title)])
              : t('wallet.draft_ready', [plain(title), total])}
          </span>
          <Button onClick={() => onDraft(id)}>{t('wallet.draft_open')}</Button>
        </li>
      ))}
    </ul>
  );
}

function MoreMenu({ list, selecting }: { list: ListActions; selecting: boolean }) {
  const items = [
    { label: selecting ? t('wallet.select_end') : t('wallet.select'), go: () => list.onSelecting(!selecting) },
    { label: t('wallet.profile'), go: list.onProfile },
    { label: t('wallet.bin'), go: list.onBin },
    { label: t('wallet.settings'), go: list.onSettings },
  ];
  return (
    <Menu.Root>
      <Menu.Trigger className="icon-button" aria-label={t('wallet.more')} title={t('wallet.more')}>
        <DotsIcon />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner className="menu-place" sideOffset={4} align="end">
          <Menu.Popup className="menu">
            {items.map(({ label, go }) => (
              <Menu.Item key={label} className="menu-item" onClick={go}>
                {label}
              </Menu.Item>
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}

const PLAIN_FILTERS = ['all', 'attention', 'verified', 'ending', 'private', 'references', 'unclaimed'] as const;

function filterOptions({ collections, tags }: ListViewProps): { value: string; label: string }[] {
  return [
    ...PLAIN_FILTERS.map((by) => ({ value: by, label: t(`wallet.filter.${by}`) })),
    ...collections.map(({ id, name }) => ({ value: `collection:${id}`, label: t('wallet.filter_collection', [name]) })),
    ...tags.map((tag) => ({ value: `tag:${tag}`, label: t('wallet.filter_tag', [tag]) })),
  ];
}

function keyOf(filter: Filter): string {
  return 'value' in filter ? `${filter.by}:${filter.value}` : filter.by;
}

function filterOf(key: string): Filter {
  const at = key.indexOf(':');
  const by = at < 0 ? key : key.slice(0, at);
  if (by === 'collection' || by === 'tag') return { by, value: key.slice(at + 1) };
  return { by: PLAIN_FILTERS.find((each) => each === by) ?? 'all' };
}
