import { useState } from 'react';
import type { ExportForm, ExportOptions } from '../../utils/wallet/exports/choose.ts';
import { Button } from '../controls/button.tsx';
import { SwitchRow } from '../controls/switch-row.tsx';
import { t } from '../text.ts';

export interface ExportListProps {
  /** Badges put together so far; null: nothing is being written. */
  progress: { done: number; of: number } | null;
  /** What became of the last one, in words. */
  outcome: string;
  onSave: (form: ExportForm, options: ExportOptions) => void;
}

/** Badges as files for other programs. Private ones and references only if that is said here, each time anew. */
export function ExportList({ progress, outcome, onSave }: ExportListProps) {
  const [privates, setPrivates] = useState(false);
  const [references, setReferences] = useState(false);
  const save = (form: ExportForm) => onSave(form, { privates, references });
  const busy = progress !== null;
  return (
    <>
      <SwitchRow label={t('keep.export_privates')} checked={privates} onChange={setPrivates} />
      <SwitchRow label={t('keep.export_references')} checked={references} onChange={setReferences} />
      <div className="report-actions">
        <Button busy={busy} onClick={() => save('zip')}>
          {t('keep.export_zip')}
        </Button>
        <Button busy={busy} onClick={() => save('csv')}>
          {t('keep.export_csv')}
        </Button>
        <Button busy={busy} onClick={() => save('resume')}>
          {t('keep.export_resume')}
        </Button>
      </div>
      {progress && <progress max={Math.max(progress.of, 1)} value={progress.done} aria-label={t('keep.exports')} />}
      <p role="status" className="small">
        {progress ? t('keep.export_working', [progress.done, progress.of]) : outcome}
      </p>
    </>
  );
}
