import type { RestoreChoices } from '../../utils/wallet/backup/restore.ts';
import type { RestorePlan } from '../../utils/wallet/backup/restore-plan.ts';
import type { ImportTrouble, Outcome } from '../../utils/wallet/types.ts';
import { plain, snake } from '../../utils/words/plain.ts';
import { Button } from '../controls/button.tsx';
import { FileButton } from '../controls/file-button.tsx';
import { t } from '../text.ts';
import { BackupPreview } from './backup-preview.tsx';
import { LineForm } from './line-form.tsx';

/** How far the restoring of a backup has come. `name`: of the file. */
export type RestoreState =
  | { at: 'none' }
  | { at: 'reading' | 'writing'; name: string }
  | { at: 'locked'; name: string; wrong: boolean }
  | { at: 'refused'; name: string; why: Exclude<ImportTrouble, 'locked'> }
  | { at: 'preview'; name: string; createdAt: string; unread: number; plan: RestorePlan }
  | { at: 'done'; outcomes: readonly Outcome[]; references: number };

export interface BackupRestoreProps {
  state: RestoreState;
  /** A popup closes when the browser's own file chooser opens. */
  inPopup: boolean;
  onChoose: (file: File) => void;
  onOpenPage: () => void;
  onPassphrase: (passphrase: string) => void;
  onApply: (choices: RestoreChoices) => void;
  onCancel: () => void;
}

/** From a file to badges in the wallet, with a look at it in between. */
export function BackupRestore(props: BackupRestoreProps) {
  const { state, inPopup } = props;
  return (
    <div className="backup-restore">
      {state.at !== 'preview' && (
        <div className="report-actions">
          {inPopup ? (
            <Button onClick={props.onOpenPage}>{t('keep.on_page')}</Button>
          ) : (
            <FileButton
              label={t('keep.restore_choose')}
              accept=".json,application/json"
              busy={state.at === 'writing'}
              onFiles={([file]) => file && props.onChoose(file)}
            />
          )}
        </div>
      )}
      <div role="status" className="small stranger">
        {statusOf(state)}
      </div>
      {state.at === 'locked' && (
        <>
          <LineForm
            label={t('keep.restore_passphrase')}
            type="password"
            submit={t('keep.restore_open')}
            onSubmit={async (passphrase) => {
              props.onPassphrase(passphrase);
              return null;
            }}
          />
          {state.wrong && (
            <p className="field-error" role="alert">
              {t('keep.restore_wrong')}
            </p>
          )}
        </>
      )}
      {state.at === 'refused' && (
        <p className="field-error stranger" role="alert">
          {plain(state.name)}: {whyOf(state.why)}
        </p>
      )}
      {state.at === 'preview' && <BackupPreview {...state} onApply={props.onApply} onCancel={props.onCancel} />}
      {state.at === 'done' && state.references > 0 && <p>{t('keep.restore_references', [state.references])}</p>}
    </div>
  );
}

function statusOf(state: RestoreState): string {
  switch (state.at) {
    case 'reading':
      return t('keep.restore_reading');
    case 'writing':
      return t('keep.restore_writing');
    case 'locked':
      return t('keep.restore_locked', [plain(state.name)]);
    case 'done':
      return t('keep.restore_done', [
        countOf(state.outcomes, 'added'),
        countOf(state.outcomes, 'updated'),
        countOf(state.outcomes, 'already-there'),
        countOf(state.outcomes, 'left-out'),
      ]);
    default:
      return '';
  }
}

function countOf(outcomes: readonly Outcome[], kind: Outcome['kind']): number {
  return outcomes.filter((outcome) => outcome.kind === kind).length;
}

/** What can be wrong with a list cannot be wrong with a file. */
function whyOf(why: Exclude<ImportTrouble, 'locked'>): string {
  switch (why) {
    case 'empty':
    case 'too-large':
    case 'damaged':
    case 'newer-version':
      return t(`keep.restore_trouble.${snake(why)}`);
    default:
      return t('keep.restore_trouble.not_understood');
  }
}
