import type { Preferences } from '../../utils/wallet/preferences.ts';
import type { Visibility } from '../../utils/wallet/types.ts';
import { Button } from '../controls/button.tsx';
import { Segments } from '../controls/segments.tsx';
import { SwitchRow } from '../controls/switch-row.tsx';
import { RemovableList } from '../options/list-editor.tsx';
import { t } from '../text.ts';
import { Addresses, type AddViewProps } from './add-view.tsx';
import { BackupForm, type BackupFormProps } from './backup-form.tsx';
import { BackupRestore, type BackupRestoreProps } from './backup-restore.tsx';
import { ExportList, type ExportListProps } from './export-list.tsx';
import { LineForm } from './line-form.tsx';
import { OwnNames } from './own-names.tsx';
import { Part } from './part.tsx';
import { StorageFacts, type StorageFactsProps } from './storage-facts.tsx';
import { ViewHead } from './view-head.tsx';
import { WatchList, type WatchListProps } from './watch-list.tsx';

export interface SettingsViewProps {
  emails: readonly string[];
  preferences: Pick<Preferences, 'visibility' | 'name' | 'names' | 'notify'>;
  /** The browser did not allow notifications when it was asked. */
  noticesRefused: boolean;
  nameSaved: boolean;
  /** A backup was handed in elsewhere: it is what this view was opened for. */
  restoreFirst: boolean;
  watch: WatchListProps;
  backup: BackupFormProps;
  restore: BackupRestoreProps;
  exports: ExportListProps;
  storage: StorageFactsProps;
  onAddEmail: AddViewProps['onAddEmail'];
  onRemoveEmail: (email: string) => void;
  onName: (name: string) => void;
  onRemoveName: (name: string) => void;
  onVisibility: (visibility: Visibility) => void;
  onNotify: (notify: boolean) => void;
  onBack: () => void;
}

/** What the wallet knows of its owner, what it does by itself, and how it is kept safe. */
export function SettingsView(props: SettingsViewProps) {
  const { emails, preferences, watch, backup, restore, exports, storage } = props;
  const restorePart = (
    <Part title={t('keep.restore')} text={t('keep.restore_text')}>
      <BackupRestore {...restore} />
    </Part>
  );
  // A popup closes when the browser asks where to save a file, and the file with it.
  const onPage = (
    <div>
      <Button onClick={restore.onOpenPage}>{t('keep.on_page')}</Button>
    </div>
  );
  return (
    <section className="wallet-view">
      <ViewHead title={t('wallet.settings')} onBack={props.onBack} />
      {props.restoreFirst && restorePart}
      <section className="part">
        <Addresses emails={[]} onAddEmail={props.onAddEmail} />
        <RemovableList
          label={t('claim.emails')}
          empty={t('keep.emails_none')}
          items={emails.map((email) => ({ key: email, name: email, words: email }))}
          onRemove={props.onRemoveEmail}
        />
        <LineForm
          label={t('keep.name')}
          initial={preferences.name}
          submit={t('wallet.save')}
          onSubmit={async (name) => {
            props.onName(name);
            return null;
          }}
        />
        <p className="quiet small">{t('keep.name_text')}</p>
        <OwnNames names={preferences.names} onRemove={props.onRemoveName} />
        <p role="status" className="small">
          {props.nameSaved ? t('keep.name_saved') : ''}
        </p>
      </section>
      <Part title={t('keep.new_badges')} text={t('keep.new_badges_text')}>
        <Segments<Visibility>
          label={t('keep.new_badges')}
          hideLabel
          value={preferences.visibility}
          options={[
            { value: 'public', label: t('wallet.public') },
            { value: 'private', label: t('wallet.private') },
          ]}
          onChange={props.onVisibility}
        />
        <p className="quiet small">{t('wallet.public_hint')}</p>
      </Part>
      <Part title={t('keep.notices')}>
        <SwitchRow
          label={t('keep.notices_on')}
          hint={t('keep.notices_text')}
          checked={preferences.notify}
          onChange={props.onNotify}
        />
        <p role="status" className="small">
          {props.noticesRefused ? t('keep.notices_refused') : ''}
        </p>
      </Part>
      <Part title={t('keep.watch')} text={t('keep.watch_text')}>
        <WatchList {...watch} />
      </Part>
      <Part title={t('keep.backup')} text={t('keep.backup_text')}>
        {restore.inPopup ? onPage : <BackupForm {...backup} />}
      </Part>
      {!props.restoreFirst && restorePart}
      <Part title={t('keep.exports')} text={t('keep.exports_text')}>
        {restore.inPopup ? onPage : <ExportList {...exports} />}
      </Part>
      <Part title={t('keep.storage')} text={t('keep.storage_text')}>
        <StorageFacts {...storage} />
      </Part>
    </section>
  );
}
