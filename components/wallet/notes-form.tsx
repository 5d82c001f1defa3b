import { useId, useState } from 'react';
import type { BadgeRow } from '../../utils/wallet/types.ts';
import { Button } from '../controls/button.tsx';
import { t } from '../text.ts';

export interface NotesActions {
  /** The new revision; null: it could not be written, or another window was quicker. */
  onSave: (revision: number, change: { note: string; tags: string[] }) => Promise<number | null>;
}

/** Note and tags. What was typed stays in the fields until it is written, whatever happens to the badge meanwhile. */
export function NotesForm({ row, actions }: { row: BadgeRow; actions: NotesActions }) {
  const id = useId();
  const [note, setNote] = useState(row.note);
  const [tags, setTags] = useState(row.tags.join(', '));
  const [base, setBase] = useState(row.revision);
  const [said, setSaid] = useState<'saved' | 'refused' | null>(null);
  const changed = note !== row.note || tags !== row.tags.join(', ');
  const overtaken = row.revision !== base;

  async function save(revision: number): Promise<void> {
    const next = await actions.onSave(revision, { note, tags: tags.split(/[,，、]/) });
    if (next !== null) setBase(next);
    setSaid(next === null ? 'refused' : 'saved');
  }

  return (
    <form
      className="notes"
      onSubmit={(event) => {
        event.preventDefault();
        void save(base);
      }}
    >
      <label htmlFor={`${id}-note`}>{t('wallet.note')}</label>
      <textarea
        id={`${id}-note`}
        className="field"
        rows={3}
        maxLength={10_000}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      <label htmlFor={`${id}-tags`}>{t('wallet.tags')}</label>
      <input
        id={`${id}-tags`}
        className="field"
        value={tags}
        aria-describedby={`${id}-hint`}
        onChange={(event) => setTags(event.target.value)}
      />
      <p id={`${id}-hint`} className="quiet small">
        {t('wallet.tags_hint')}
      </p>
      {overtaken && changed && (
        <div role="alert">
          <p className="field-error">{t('wallet.overtaken')}</p>
          <p className="quiet small stranger">{row.note}</p>
          <Button onClick={() => void save(row.revision)}>{t('wallet.overwrite')}</Button>
        </div>
      )}
      <div className="report-actions">
        <button type="submit" className="button" aria-disabled={!changed || overtaken || undefined}>
          {t('wallet.save')}
        </button>
        <span role="status" className="quiet small">
          {said && !changed ? t('wallet.saved') : said === 'refused' ? t('wallet.not_saved') : ''}
        </span>
      </div>
    </form>
  );
}
