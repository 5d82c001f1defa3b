import { useId, useState } from 'react';
import { areTooMuch, MAX_TAG, MAX_TAGS, readTags } from '../../utils/wallet/tags.ts';
import type { BadgeRow } from '../../utils/wallet/types.ts';
import { Button } from '../controls/button.tsx';
import { t } from '../text.ts';

export interface NotesActions {
  /** The new revision; null: it could not be written, or another window was quicker. */
  onSave: (revision: number, change: { note: string; tags: string[] }) => Promise<number | null>;
}

interface Written {
  revision: number;
  note: string;
  tags: string;
}

/** Note and tags. What was typed stays in the fields until it is written, whatever happens to the badge meanwhile. */
export function NotesForm({ row, actions }: { row: BadgeRow; actions: NotesActions }) {
  const id = useId();
  const there: Written = { revision: row.revision, note: row.note, tags: row.tags.join(', ') };
  /** What the fields began with, or what was last saved from them. */
  const [base, setBase] = useState(there);
  const [note, setNote] = useState(there.note);
  const [tags, setTags] = useState(there.tags);
  const [said, setSaid] = useState<'saved' | 'refused' | null>(null);
  const excess = areTooMuch(readTags(tags));
  const changed = note !== base.note || tags !== base.tags;
  const overtaken = there.revision > base.revision;
  const isOther = note !== there.note || tags !== there.tags;

  // Nothing is unsaved: the fields follow what is written, here (tags are cleaned) or in another window.
  if (!changed && isOther && there.revision >= base.revision) {
    setBase(there);
    setNote(there.note);
    setTags(there.tags);
  } else if (!isOther && overtaken) setBase(there);

  async function save(revision: number): Promise<void> {
    const next = await actions.onSave(revision, { note, tags: readTags(tags) });
    if (next !== null) setBase({ revision: next, note, tags });
    setSaid(next === null ? 'refused' : 'saved');
  }

  return (
    <form
      className="notes"
      onSubmit={(event) => {
        event.preventDefault();
        if (changed && !overtaken && !excess) void save(base.revision);
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
        aria-invalid={excess}
        onChange={(event) => setTags(event.target.value)}
      />
      <p id={`${id}-hint`} className="quiet small">
        {t('wallet.tags_hint')}
      </p>
      <p role="status" className="field-error">
        {excess && t('wallet.tags_excess', [MAX_TAGS, MAX_TAG])}
      </p>
      {overtaken && changed && (
        <div role="alert">
          <p className="field-error">{t('wallet.overtaken')}</p>
          {there.note && <p className="quiet small stranger overtaken">{there.note}</p>}
          {there.tags && <p className="quiet small stranger">{there.tags}</p>}
          <Button busy={excess} onClick={() => void save(there.revision)}>
            {t('wallet.overwrite')}
          </Button>
        </div>
      )}
      <div className="report-actions">
        <button type="submit" className="button" aria-disabled={!changed || overtaken || excess || undefined}>
          {t('wallet.save')}
        </button>
        <span role="status" className="quiet small">
          {said && !changed ? t('wallet.saved') : said === 'refused' ? t('wallet.not_saved') : ''}
        </span>
      </div>
    </form>
  );
}
