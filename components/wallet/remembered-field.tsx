import { useId, useState } from 'react';

interface Props {
  label: string;
  hint: string;
  /** What is said of what cannot be taken. */
  error: string;
  /** What is remembered; '' for nothing. */
  value: string;
  /** What was meant by what was typed, or null. */
  read: (typed: string) => string | null;
  onValue: (value: string) => void;
}

/** A line that is remembered as it is typed. What cannot be meant is not remembered, and nothing is sent with it. */
export function RememberedField({ label, hint, error, value, read, onValue }: Props) {
  const id = useId();
  const [typed, setTyped] = useState(value);
  const wrong = typed.trim() !== '' && read(typed) === null;
  return (
    <div className="remembered-field">
      <label htmlFor={`${id}-field`}>{label}</label>
      <input
        id={`${id}-field`}
        className="field"
        autoComplete="off"
        spellCheck={false}
        value={typed}
        aria-invalid={wrong}
        aria-describedby={`${id}-hint ${id}-wrong`}
        onChange={(event) => {
          setTyped(event.target.value);
          onValue(read(event.target.value) ?? '');
        }}
      />
      <p id={`${id}-hint`} className="quiet small">
        {hint}
      </p>
      <p id={`${id}-wrong`} className="field-error" role="alert">
        {wrong && error}
      </p>
    </div>
  );
}
