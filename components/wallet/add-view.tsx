import { type DragEvent, useId, useRef, useState } from 'react';
import { Button } from '../controls/button.tsx';
import { t } from '../text.ts';
import { ViewHead } from './view-head.tsx';
import { WaysIn } from './ways-in.tsx';

export interface AddViewProps {
  /** What to look up at once: shown in the field. */
  address?: string;
  emails: readonly string[];
  /** Why what was handed in could not be read, in words. */
  problem: string | null;
  /** A popup closes when the browser's own file chooser opens: files are chosen on the full page. */
  inPopup: boolean;
  onText: (text: string) => void;
  onFiles: (files: File[]) => void;
  onOpenPage: () => void;
  /** The sentence that says what is wrong with it, or null when it was added. */
  onAddEmail: (email: string) => Promise<string | null>;
  onBack: () => void;
}

const KINDS =
  '.json,.jsonld,.jwt,.jws,.txt,.csv,.zip,.png,.svg,application/json,image/png,image/svg+xml,application/zip';

/** Every way into the wallet: pasted, dropped, chosen. Nothing is added here: what was found is shown first. */
export function AddView(props: AddViewProps) {
  const { onText, onFiles, inPopup } = props;
  const id = useId();
  const chooser = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(props.address ?? '');
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    if (event.dataTransfer.files.length > 0) onFiles([...event.dataTransfer.files]);
  };
  return (
    <section className="wallet-view">
      <ViewHead title={t('claim.title')} onBack={props.onBack} />
      <form
        className="add-form"
        data-over={over || undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
        onSubmit={(event) => {
          event.preventDefault();
          onText(text);
        }}
      >
        <label htmlFor={`${id}-text`}>{t('claim.paste')}</label>
        <textarea
          id={`${id}-text`}
          className="field"
          rows={3}
          spellCheck={false}
          placeholder="https://www.credly.com/users/…"
          aria-invalid={props.problem !== null}
          aria-describedby={`${id}-problem`}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <p id={`${id}-problem`} className="field-error" role="alert">
          {props.problem}
        </p>
        <div className="report-actions">
          <button type="submit" className="button" data-kind="primary">
            {t('claim.look')}
          </button>
          {inPopup ? (
            <Button onClick={props.onOpenPage}>{t('claim.choose_on_page')}</Button>
          ) : (
            <>
              <Button onClick={() => chooser.current?.click()}>{t('claim.choose')}</Button>
              <span className="quiet small">{t('claim.drop')}</span>
            </>
          )}
          <input
            ref={chooser}
            type="file"
            hidden
            multiple
            accept={KINDS}
            aria-label={t('claim.choose')}
            onChange={(event) => {
              onFiles([...(event.target.files ?? [])]);
              event.target.value = '';
            }}
          />
        </div>
      </form>
      <Addresses emails={props.emails} onAddEmail={props.onAddEmail} />
      <WaysIn />
    </section>
  );
}

/** Without the user's addresses nothing can be recognised as theirs. */
export function Addresses({ emails, onAddEmail }: Pick<AddViewProps, 'emails' | 'onAddEmail'>) {
  const id = useId();
  const [email, setEmail] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  return (
    <form
      className="add-emails"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void onAddEmail(email).then((wrong) => {
          setProblem(wrong);
          if (wrong === null) setEmail('');
        });
      }}
    >
      <h2>{t('claim.emails')}</h2>
      <p className="quiet small">{t('claim.emails_text')}</p>
      {emails.length > 0 && <p className="stranger">{emails.join(', ')}</p>}
      <div className="inline-form">
        <input
          type="email"
          className="field"
          autoComplete="email"
          value={email}
          aria-label={t('claim.email')}
          aria-invalid={problem !== null}
          aria-describedby={`${id}-problem`}
          onChange={(event) => setEmail(event.target.value)}
        />
        <button type="submit" className="button">
          {t('common.add')}
        </button>
      </div>
      <p id={`${id}-problem`} className="field-error" role="alert">
        {problem}
      </p>
    </form>
  );
}
