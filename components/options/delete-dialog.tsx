import { AlertDialog } from '@base-ui/react/alert-dialog';
import { t } from '../text.ts';

interface Props {
  onDelete: () => void;
}

/** "Delete everything", asked once more: it cannot be taken back. */
export function DeleteDialog({ onDelete }: Props) {
  return (
    <AlertDialog.Root>
      <AlertDialog.Trigger className="button" data-kind="danger">
        {t('options.delete')}
      </AlertDialog.Trigger>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className="backdrop" />
        <AlertDialog.Popup className="dialog">
          <AlertDialog.Title className="dialog-title">{t('options.delete_title')}</AlertDialog.Title>
          <AlertDialog.Description>{t('options.delete_text')}</AlertDialog.Description>
          <div className="report-actions">
            <AlertDialog.Close className="button">{t('common.cancel')}</AlertDialog.Close>
            <AlertDialog.Close className="button" data-kind="danger" onClick={onDelete}>
              {t('options.delete')}
            </AlertDialog.Close>
          </div>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
