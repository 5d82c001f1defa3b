import { type ReactNode, useId, useState } from 'react';
import { Button } from '../controls/button.tsx';
import { t } from '../text.ts';

export interface ListItem {
  key: string;
  words: ReactNode;
  /** Read with the remove button: “Remove asha@example.org”. */
  name: string;
}

interface ListProps {
  label: string;
  items: readonly ListItem[];
  empty: string;
  onRemove: (key: string) => void;
}

/** A list whose entries can be taken away one by one. */
export function RemovableList({ label, items, empty, onRemove }: ListProps) {
  if (items.length === 0) return <p className="quiet">{empty}</p>;
  return (
    <ul className="entries" aria-label={label}>
      {items.map(({ key, words, name }) => (
        <li key={key}>
          <span className="stranger">{words}</span>
          <button
            type="button"
            className="button"
            data-kind="plain"
            aria-label={t('options.remove_named', [name])}
            onClick={() => onRemove(key)}
          >
            {t('common.remove')}
          </button>
        </li>
      ))}
    </ul>
  );
}

interface FormProps {
  fields: readonly { label: string; type?: 'email' | 'text'; placeholder?: string; optional?: boolean }[];
  /** What to say when `onAdd` refuses. */
  error: string;
  /** Answers false when the entry is not valid; the form then keeps what was typed. */
  onAdd: (values: string[]) => boolean;
}

/** One line to add an entry, with the reason next to the field when it cannot be. */
export function AddForm({ fields, error, onAdd }: FormProps) {
  const id = useId();
  const blank = fields.map(() => '');
  const [values, setValues] = useState(blank);
  const [refused, setRefused] = useState(false);
  const add = () => {
    const done = onAdd(values);
    setRefused(!done);
    if (done) setValues(blank);
  };
  return (
    <form
      className="add-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      {fields.map(({ label, type = 'text', placeholder, optional }, at) => (
        <label key={label}>
          <span className="small">{label}</span>
          <input
            className="field"
            type={type}
            placeholder={placeholder}
            autoComplete="off"
            spellCheck={false}
            value={values[at]}
            aria-invalid={(refused && !optional) || undefined}
            aria-describedby={refused && !optional ? `${id}-error` : undefined}
            onChange={(event) => setValues(values.map((value, other) => (other === at ? event.target.value : value)))}
          />
        </label>
      ))}
      <Button onClick={add}>{t('common.add')}</Button>
      <p id={`${id}-error`} className="field-error small" role="alert">
        {refused ? error : ''}
      </p>
    </form>
  );
}
