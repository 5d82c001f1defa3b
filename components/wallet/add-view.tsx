import { useId, useState } from 'react';
import { Button } from '../controls/button.tsx';
import { DropForm } from '../controls/drop-form.tsx';
import { FileButton } from '../controls/file-button.tsx';
import { t } from '../text.ts';
import { LineForm } from './line-form.tsx';
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
  const [text, setText] = useState(props.address ?? '');
  return (
    <section className="wallet-view">
      <ViewHead title={t('claim.title')} onBack={props.onBack} />
      <DropForm className="add-form" onFiles={onFiles} onSubmit={() => onText(text)}>
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
              <FileButton label={t('claim.choose')} accept={KINDS} multiple onFiles={onFiles} />
              <span className="quiet small">{t('claim.drop')}</span>
            </>
          )}
        </div>
      </DropForm>
      <Addresses emails={props.emails} onAddEmail={props.onAddEmail} />
      <WaysIn />
    </section>
  );
}

/** Without the user's addresses nothing can be recognised as theirs. */
export function Addresses({ emails, onAddEmail }: Pick<AddViewProps, 'emails' | 'onAddEmail'>) {
  return (
    <section className="add-emails">
      <h2>{t('claim.emails')}</h2>
      <p className="quiet small">{t('claim.emails_text')}</p>
      {emails.length > 0 && <p className="stranger">{emails.join(', ')}</p>}
      <LineForm label={t('claim.email')} hideLabel type="email" submit={t('common.add')} clears onSubmit={onAddEmail} />
    </section>
  );
}
