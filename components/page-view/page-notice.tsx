import { Button } from '../controls/button.tsx';
import { t } from '../text.ts';

export type Notice =
  | 'looking'
  | 'nothing'
  | 'off'
  /** No content script here, and none was expected. */
  | 'absent'
  /** No content script although this site is allowed: the extension was updated or loaded after the page. */
  | 'reload'
  /** The page went away under the popup. */
  | 'gone'
  | 'unreadable'
  | 'pdf'
  | 'refused';

interface Props {
  notice: Notice;
  busy: boolean;
  onCheckPage: () => void;
  onReload: () => void;
  onOpenDesk: () => void;
}

/** A page without a list: what is the matter, and the one thing to do about it. */
export function PageNotice({ notice, busy, onCheckPage, onReload, onOpenDesk }: Props) {
  return (
    <div className="notice" role="status">
      <h1>{t(`popup.notice.${notice}.title`)}</h1>
      <p>{t(`popup.notice.${notice}.text`)}</p>
      {notice === 'absent' && (
        <Button kind="primary" main busy={busy} onClick={onCheckPage}>
          {busy ? t('common.checking') : t('popup.check_page')}
        </Button>
      )}
      {(notice === 'reload' || notice === 'gone') && (
        <Button kind="primary" main onClick={onReload}>
          {t('popup.reload_page')}
        </Button>
      )}
      {(notice === 'unreadable' || notice === 'pdf' || notice === 'refused') && (
        <Button kind="primary" main onClick={onOpenDesk}>
          {t('popup.open_desk')}
        </Button>
      )}
    </div>
  );
}
