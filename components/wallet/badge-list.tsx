import { Menu } from '@base-ui/react/menu';
import {
  closestCenter,
  DndContext,
  type DragEndEvent,
  type DragOverEvent,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import {
  SortableContext,
  sortableKeyboardCoordinates,
  useSortable,
  verticalListSortingStrategy,
} from '@dnd-kit/sortable';
import { defaultRangeExtractor, useWindowVirtualizer } from '@tanstack/react-virtual';
import { memo, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Entry } from '../../utils/wallet/search.ts';
import { GripIcon } from '../controls/icons.tsx';
import { t } from '../text.ts';
import { badgeName } from './answer-words.ts';
import { BadgeItem, type ItemActions } from './badge-item.tsx';
import { BadgeMenu } from './badge-menu.tsx';

export interface BadgeListProps {
  entries: readonly Entry[];
  pictures: Readonly<Record<string, string | null>>;
  checking: ReadonlySet<string>;
  /** null: nothing is being selected. */
  selected: ReadonlySet<string> | null;
  favourite: string;
  /** The badge that is brought into view and focused; null: none. */
  goal: string | null;
  onReached: () => void;
  actions: ItemActions;
  /** Puts a badge between two others of the list; null where the order shown is not the user's own. */
  onMove: MoveBadge | null;
}

export type MoveBadge = (id: string, before: string | null, after: string | null) => void;

/** Rows differ with their words; this is only where measuring begins, in pixels. */
const ROW = 84;
/** Rows drawn beyond what is in sight, so that Tab and a drag find their neighbours. */
const BEYOND = 4;

/** The list. Only the rows in sight are drawn, however many there are, and one that is being dragged. */
export const BadgeList = memo(function BadgeList(props: BadgeListProps) {
  const { entries, onMove, goal, onReached } = props;
  const list = useRef<HTMLUListElement>(null);
  const [top, setTop] = useState(0);
  const [dragged, setDragged] = useState<string | null>(null);
  const [menu] = useState(() => Menu.createHandle<Entry>());
  const ids = useMemo(() => entries.map(({ row }) => row.id), [entries]);
  const held = dragged === null ? -1 : ids.indexOf(dragged);
  // What stands above may come and go with each render: news, a selection.
  useLayoutEffect(() => setTop(list.current?.offsetTop ?? 0));
  const rows = useWindowVirtualizer({
    count: entries.length,
    estimateSize: () => ROW,
    overscan: BEYOND,
    scrollMargin: top,
    getItemKey: (index) => ids[index] ?? index,
    rangeExtractor: (range) => {
      const drawn = defaultRangeExtractor(range);
      return held < 0 || drawn.includes(held) ? drawn : [...drawn, held].sort((a, b) => a - b);
    },
  });
  const at = goal === null ? -1 : ids.indexOf(goal);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the virtualizer is another object each time
  useEffect(() => {
    if (at >= 0) rows.scrollToIndex(at, { align: 'auto' });
  }, [at]);
  // With every render: far rows are drawn only once the window has scrolled there.
  useEffect(() => {
    if (at < 0) return;
    // After a menu that closes has given the focus back to what opened it.
    const frame = requestAnimationFrame(() => {
      const row = list.current?.querySelector<HTMLElement>(`[data-index="${at}"] .row-main`);
      row?.focus();
      if (row) onReached();
    });
    return () => cancelAnimationFrame(frame);
  });
  const item = (entry: Entry) => (
    <BadgeItem
      entry={entry}
      menu={menu}
      picture={props.pictures[entry.row.id]}
      checking={props.checking.has(entry.row.id)}
      selected={props.selected?.has(entry.row.id) ?? null}
      favourite={props.favourite}
      actions={props.actions}
    />
  );
  return (
    <Sortable ids={ids} onMove={onMove} onDragged={setDragged}>
      <ul ref={list} className="badge-list" style={{ blockSize: rows.getTotalSize() }} aria-label={t('wallet.title')}>
        {rows.getVirtualItems().map(({ index, start, key }) => {
          const entry = entries[index];
          const { id } = entry?.row ?? {};
          return (
            entry &&
            id !== undefined && (
              <li
                key={key}
                ref={rows.measureElement}
                data-index={index}
                className="row badge-row"
                style={{ insetBlockStart: start - top }}
                aria-setsize={entries.length}
                aria-posinset={index + 1}
              >
                {onMove ? (
                  <Movable id={id} name={badgeName(entry.row.facts)}>
                    {item(entry)}
                  </Movable>
                ) : (
                  <div className="badge-movable">{item(entry)}</div>
                )}
              </li>
            )
          );
        })}
      </ul>
      <BadgeMenu menu={menu} actions={props.actions} />
    </Sortable>
  );
});

/** Ids that can be moved; the same for every render, so that nothing is drawn anew for it. */
const NONE: string[] = [];

interface SortableProps {
  ids: string[];
  onMove: MoveBadge | null;
  onDragged: (id: string | null) => void;
  children: React.ReactNode;
}

function Sortable({ ids, onMove, onDragged, children }: SortableProps) {
  const sensors = useSensors(
    // A press that does not move is a click.
    useSensor(PointerSensor, { activationConstraint: { distance: 6 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const onDragEnd = ({ active, over }: DragEndEvent) => {
    onDragged(null);
    const from = ids.indexOf(String(active.id));
    const to = over ? ids.indexOf(String(over.id)) : -1;
    if (from < 0 || to < 0 || from === to) return;
    const others = ids.toSpliced(from, 1);
    onMove?.(String(active.id), others[to - 1] ?? null, others[to] ?? null);
  };
  const isUnmoved = useRef(true);
  // What a screen reader hears while something is moved.
  const accessibility = {
    screenReaderInstructions: { draggable: t('wallet.drag_help') },
    announcements: {
      onDragStart: () => {
        isUnmoved.current = true;
        return t('wallet.drag_taken');
      },
      // It lies over its own place at once, which is no news.
      onDragOver: ({ active, over }: DragOverEvent) => {
        if (!over || (isUnmoved.current && over.id === active.id)) return undefined;
        isUnmoved.current = false;
        return t('wallet.drag_at', [ids.indexOf(String(over.id)) + 1, ids.length]);
      },
      onDragEnd: () => t('wallet.drag_dropped'),
      onDragCancel: () => t('wallet.drag_cancelled'),
    },
  };
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={closestCenter}
      onDragStart={({ active }) => onDragged(String(active.id))}
      onDragEnd={onDragEnd}
      onDragCancel={() => onDragged(null)}
      accessibility={accessibility}
    >
      <SortableContext items={onMove ? ids : NONE} strategy={verticalListSortingStrategy}>
        {children}
      </SortableContext>
    </DndContext>
  );
}

interface MovableProps {
  id: string;
  name: string;
  children: React.ReactNode;
}

/** Only where rows can be moved: each that is drawn costs the whole list a render, which a search has no time for. */
function Movable({ id, name, children }: MovableProps) {
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, transform, transition, isDragging } = useSortable({
    id,
  });
  const shift = transform ? `translate3d(0, ${Math.round(transform.y)}px, 0)` : undefined;
  return (
    <div
      ref={setNodeRef}
      className="badge-movable"
      data-dragging={isDragging || undefined}
      style={{ transform: shift, transition }}
    >
      <button
        type="button"
        ref={setActivatorNodeRef}
        className="badge-grip"
        {...attributes}
        {...listeners}
        aria-label={t('wallet.move', [name])}
      >
        <GripIcon />
      </button>
      {children}
    </div>
  );
}
