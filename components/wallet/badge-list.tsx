import {
  closestCenter,
  DndContext,
  type DragEndEvent,
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
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Entry } from '../../utils/wallet/search.ts';
import { GripIcon } from '../controls/icons.tsx';
import { t } from '../text.ts';
import { badgeName } from './answer-words.ts';
import { BadgeItem, type ItemActions } from './badge-item.tsx';

export interface BadgeListProps {
  entries: readonly Entry[];
  pictures: Readonly<Record<string, string | null>>;
  checking: ReadonlySet<string>;
  /** null: nothing is being selected. */
  selected: ReadonlySet<string> | null;
  favourite: string;
  actions: ItemActions;
  /** Puts a badge between two others of the list; null where the order shown is not the user's own. */
  onMove: ((id: string, before: string | null, after: string | null) => void) | null;
}

/** Rows differ with their words; this is only where measuring begins, in pixels. */
const ROW = 84;

/** The list. Only the rows in sight are drawn, however many there are. */
export function BadgeList(props: BadgeListProps) {
  const { entries, onMove } = props;
  const list = useRef<HTMLUListElement>(null);
  const [top, setTop] = useState(0);
  useLayoutEffect(() => setTop(list.current?.offsetTop ?? 0), []);
  const rows = useWindowVirtualizer({
    count: entries.length,
    estimateSize: () => ROW,
    overscan: 6,
    scrollMargin: top,
    getItemKey: (index) => entries[index]?.row.id ?? index,
  });
  const ids = useMemo(() => entries.map(({ row }) => row.id), [entries]);
  const drawn = (
    <ul ref={list} className="badge-list" style={{ blockSize: rows.getTotalSize() }} aria-label={t('wallet.title')}>
      {rows.getVirtualItems().map(({ index, start, key }) => {
        const entry = entries[index];
        return (
          entry && (
            <li
              key={key}
              ref={rows.measureElement}
              data-index={index}
              className="row badge-row"
              style={{ insetBlockStart: start - top }}
              aria-setsize={entries.length}
              aria-posinset={index + 1}
            >
              <Row entry={entry} movable={onMove !== null} {...props} />
            </li>
          )
        );
      })}
    </ul>
  );
  return onMove ? (
    <Sortable ids={ids} onMove={onMove}>
      {drawn}
    </Sortable>
  ) : (
    drawn
  );
}

function Sortable({
  ids,
  onMove,
  children,
}: {
  ids: string[];
  onMove: NonNullable<BadgeListProps['onMove']>;
  children: React.ReactNode;
}) {
  const sensors = useSensors(
    // A press that does not move is a click.
    useSensor(PointerSensor, { activationConstraint: { distance: 6 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const onDragEnd = ({ active, over }: DragEndEvent) => {
    const from = ids.indexOf(String(active.id));
    const to = over ? ids.indexOf(String(over.id)) : -1;
    if (from < 0 || to < 0 || from === to) return;
    const others = ids.toSpliced(from, 1);
    onMove(String(active.id), others[to - 1] ?? null, others[to] ?? null);
  };
  return (
    <DndContext sensors={sensors} collisionDetection={closestCenter} onDragEnd={onDragEnd} accessibility={WORDS}>
      <SortableContext items={ids} strategy={verticalListSortingStrategy}>
        {children}
      </SortableContext>
    </DndContext>
  );
}

/** What a screen reader hears while something is moved. */
const WORDS = {
  screenReaderInstructions: { draggable: t('wallet.drag_help') },
  announcements: {
    onDragStart: () => t('wallet.drag_taken'),
    onDragOver: () => undefined,
    onDragEnd: () => t('wallet.drag_dropped'),
    onDragCancel: () => t('wallet.drag_cancelled'),
  },
};

function Row(props: BadgeListProps & { entry: Entry; movable: boolean }) {
  const { entry, movable, pictures, checking, selected, favourite, actions } = props;
  const { id } = entry.row;
  const item = (
    <BadgeItem
      entry={entry}
      picture={pictures[id]}
      checking={checking.has(id)}
      selected={selected?.has(id) ?? null}
      favourite={favourite}
      actions={actions}
    />
  );
  return movable ? <Movable entry={entry}>{item}</Movable> : item;
}

function Movable({ entry, children }: { entry: Entry; children: React.ReactNode }) {
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, transform, transition, isDragging } = useSortable({
    id: entry.row.id,
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
        aria-label={t('wallet.move', [badgeName(entry.row.facts)])}
      >
        <GripIcon />
      </button>
      {children}
    </div>
  );
}
