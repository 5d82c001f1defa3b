import { Menu } from '@base-ui/react/menu';
import { memo, useEffect } from 'react';
import type { Entry } from '../../utils/wallet/search.ts';
import { DotsIcon, ShareIcon } from '../controls/icons.tsx';
import { ToneShape } from '../controls/tone-shape.tsx';
import { BadgePicture } from '../report/badge-picture.tsx';
import { t } from '../text.ts';
import { answerLine, badgeLine, badgeName } from './answer-words.ts';
import type { BadgeMenuHandle } from './badge-menu.tsx';

export interface ItemActions {
  onOpen: (id: string) => void;
  onNeedPicture: (id: string) => void;
  onSelect: (id: string, isSelected: boolean) => void;
  /** One click to the favourite target. */
  onShareQuickly: (id: string) => void;
  onShare: (id: string) => void;
  onEmbed: (id: string) => void;
  onCheck: (id: string) => void;
  onSetPrivate: (id: string, isPrivate: boolean) => void;
  onDelete: (id: string) => void;
  /** By one step in the user's own order; null where the order shown is another. */
  onStep: ((id: string, by: -1 | 1) => void) | null;
}

interface Props {
  entry: Entry;
  menu: BadgeMenuHandle;
  picture: string | null | undefined;
  checking: boolean;
  /** null: nothing is being selected. */
  selected: boolean | null;
  /** Name of the favourite target. */
  favourite: string;
  actions: ItemActions;
}

/** One badge of the wallet. */
export const BadgeItem = memo(function BadgeItem({
  entry,
  menu,
  picture,
  checking,
  selected,
  favourite,
  actions,
}: Props) {
  const { row } = entry;
  const { id } = row;
  const name = badgeName(row.facts);
  const { onNeedPicture } = actions;
  useEffect(() => {
    if (picture === undefined) onNeedPicture(id);
  }, [id, picture, onNeedPicture]);
  return (
    <div className="row-head badge-item">
      {selected !== null && (
        <input
          type="checkbox"
          className="badge-select"
          checked={selected}
          aria-label={t('wallet.select_one', [name])}
          onChange={(event) => actions.onSelect(id, event.target.checked)}
        />
      )}
      <button type="button" className="row-main" onClick={() => actions.onOpen(id)}>
        <span className="badge-thumb">
          <BadgePicture picture={picture ?? undefined} size={40} />
        </span>
        <span className="row-words">
          <span className="row-name stranger">{name}</span>
          <span className="quiet small stranger">{badgeLine(row.facts)}</span>
          <span className="badge-answer small">
            <ToneShape shape={checking ? 'pending' : entry.answer.tone} size={16} />
            <span className="stranger">{checking ? t('common.checking') : answerLine(entry)}</span>
          </span>
        </span>
      </button>
      <button
        type="button"
        className="icon-button"
        title={t('wallet.share_quickly', [favourite])}
        aria-label={t('wallet.share_quickly_of', [name, favourite])}
        onClick={() => actions.onShareQuickly(id)}
      >
        <ShareIcon />
      </button>
      <Menu.Trigger
        handle={menu}
        payload={entry}
        className="icon-button"
        aria-label={t('wallet.more_of', [name])}
        title={t('wallet.more')}
      >
        <DotsIcon />
      </Menu.Trigger>
    </div>
  );
});
