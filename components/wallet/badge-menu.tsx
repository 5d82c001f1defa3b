import { Menu } from '@base-ui/react/menu';
import type { Entry } from '../../utils/wallet/search.ts';
import { t } from '../text.ts';
import type { ItemActions } from './badge-item.tsx';

/** What opens the menu for one of the list's badges. */
export type BadgeMenuHandle = Menu.Handle<Entry>;

/** What can be done with one badge of the list. One menu for all rows: thousands of their own would be drawn with every key. */
export function BadgeMenu({ menu, actions }: { menu: BadgeMenuHandle; actions: ItemActions }) {
  return (
    <Menu.Root handle={menu}>
      {({ payload }) => (
        <Menu.Portal>
          <Menu.Positioner className="menu-place" sideOffset={4} align="end">
            <Menu.Popup className="menu">{payload && <Items entry={payload} actions={actions} />}</Menu.Popup>
          </Menu.Positioner>
        </Menu.Portal>
      )}
    </Menu.Root>
  );
}

function Items({ entry, actions }: { entry: Entry; actions: ItemActions }) {
  const { id, visibility } = entry.row;
  const isPrivate = visibility === 'private';
  const { onStep } = actions;
  return (
    <>
      <Item onClick={() => actions.onShare(id)}>{t('wallet.share')}</Item>
      <Item onClick={() => actions.onEmbed(id)}>{t('wallet.embed')}</Item>
      <Item onClick={() => actions.onCheck(id)}>{t('common.check_again')}</Item>
      <Menu.Separator className="menu-line" />
      <Item onClick={() => actions.onSetPrivate(id, !isPrivate)}>
        {isPrivate ? t('wallet.make_public') : t('wallet.make_private')}
      </Item>
      {onStep && (
        <>
          <Item onClick={() => onStep(id, -1)}>{t('wallet.move_up')}</Item>
          <Item onClick={() => onStep(id, 1)}>{t('wallet.move_down')}</Item>
        </>
      )}
      <Menu.Separator className="menu-line" />
      <Item onClick={() => actions.onDelete(id)}>{t('wallet.delete')}</Item>
    </>
  );
}

function Item({ onClick, children }: { onClick: () => void; children: string }) {
  return (
    <Menu.Item className="menu-item" onClick={onClick}>
      {children}
    </Menu.Item>
  );
}
