import { useId, useState } from 'react';
import { t } from '../text.ts';

export interface BackupFormProps {
  /** Badges put into the file so far; null: nothing is being written. */
  progress: { done: number; of: number } | null;
  /** What became of it, in words. */
  outcome: string;
  onSave: (passphrase: string) => void;
}

/** Fewer are guessed in no time, however the key is made of them. */
const SHORTEST = 8;

/** The wallet as a file, locked if its owner wants it so. */
export function BackupForm({ progress, outcome, onSave }: BackupFormProps) {
  const id = useId();
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [problem, setProblem] = useState('');
  const save = () => {
    const isShort = passphrase !== '' && [...passphrase].length < SHORTEST;
    const differs = passphrase !== '' && passphrase !== again;
    setProblem(isShort ? t('keep.passphrase_short') : differs ? t('keep.passphrase_differs') : '');
    if (isShort || differs) return;
    setPassphrase('');
    setAgain('');
    onSave(passphrase);
  };
  const busy = progress !== null;
  return (
    <form
      className="backup-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) save();
      }}
    >
      <label htmlFor={`${id}-passphrase`}>{t('keep.passphrase')}</label>
      <input
        id={`${id}-passphrase`}
        className="field"
        type="password"
        autoComplete="new-password"
        value={passphrase}
        aria-invalid={problem !== ''}
        aria-describedby={`${id}-hint ${id}-problem`}
        onChange={(event) => setPassphrase(event.target.value)}
      />
      <p id={`${id}-hint`} className="quiet small">
        {t('keep.passphrase_hint')}
      </p>
      {passphrase !== '' && (
        <>
          <label htmlFor={`${id}-again`}>{t('keep.passphrase_again')}</label>
          <input
            id={`${id}-again`}
            className="field"
            type="password"
            autoComplete="new-password"
            value={again}
            aria-invalid={problem !== ''}
            aria-describedby={`${id}-problem`}
            onChange={(event) => setAgain(event.target.value)}
          />
        </>
      )}
      <p id={`${id}-problem`} className="field-error" role="alert">
        {problem}
      </p>
      <div>
        <button type="submit" className="button" data-kind="primary" aria-disabled={busy || undefined}>
          {t('keep.backup_save')}
        </button>
      </div>
      {progress && <progress max={Math.max(progress.of, 1)} value={progress.done} aria-label={t('keep.backup_save')} />}
      <p role="status" className="small stranger">
        {progress ? t('keep.backup_working', [progress.done, progress.of]) : outcome}
      </p>
    </form>
  );
}
