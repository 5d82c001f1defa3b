import { type DragEvent, useId, useRef, useState } from 'react';
import { Button } from '../controls/button.tsx';
import { t } from '../text.ts';

interface Props {
  onText: (text: string, holderName: string) => void;
  onFiles: (files: File[], holderName: string) => void;
}

const KINDS = '.json,.jsonld,.txt,.csv,application/json,application/ld+json,text/plain';

/** Where links, badge data and files come in: pasted, chosen or dropped. */
export function SourceForm({ onText, onFiles }: Props) {
  const id = useId();
  const chooser = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [name, setName] = useState('');
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    if (event.dataTransfer.files.length > 0) onFiles([...event.dataTransfer.files], name);
  };
  return (
    <form
      className="source-form"
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      onSubmit={(event) => {
        event.preventDefault();
        onText(text, name);
      }}
    >
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
        <Button onClick={() => chooser.current?.click()}>{t('desk.choose')}</Button>
        <input
          ref={chooser}
          type="file"
          hidden
          multiple
          accept={KINDS}
          aria-label={t('desk.choose')}
          onChange={(event) => {
            onFiles([...(event.target.files ?? [])], name);
            event.target.value = '';
          }}
        />
        <span className="quiet small">{t('desk.drop')}</span>
      </div>
    </form>
  );
}
