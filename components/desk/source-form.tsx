import { useId, useState } from 'react';
import { DropForm } from '../controls/drop-form.tsx';
import { FileButton } from '../controls/file-button.tsx';
import { t } from '../text.ts';

interface Props {
  onText: (text: string, holderName: string) => void;
  onFiles: (files: File[], holderName: string) => void;
}

const KINDS = '.json,.jsonld,.txt,.csv,application/json,application/ld+json,text/plain';

/** Where links, badge data and files come in: pasted, chosen or dropped. */
export function SourceForm({ onText, onFiles }: Props) {
  const id = useId();
  const [text, setText] = useState('');
  const [name, setName] = useState('');
  const take = (files: File[]) => onFiles(files, name);
  return (
    <DropForm className="source-form" onFiles={take} onSubmit={() => onText(text, name)}>
      <label htmlFor={`${id}-text`}>{t('desk.paste')}</label>
      <textarea
        id={`${id}-text`}
        className="field"
        rows={4}
        spellCheck={false}
        placeholder="https://www.credly.com/badges/…"
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <label htmlFor={`${id}-name`}>{t('desk.name')}</label>
      <input
        id={`${id}-name`}
        className="field"
        maxLength={200}
        autoComplete="off"
        value={name}
        onChange={(event) => setName(event.target.value)}
        aria-describedby={`${id}-hint`}
      />
      <p id={`${id}-hint`} className="quiet small">
        {t('desk.name_hint')}
      </p>
      <div className="report-actions">
        <button type="submit" className="button" data-kind="primary">
          {t('desk.check')}
        </button>
        <FileButton label={t('desk.choose')} accept={KINDS} multiple onFiles={take} />
        <span className="quiet small">{t('desk.drop')}</span>
      </div>
    </DropForm>
  );
}
