import { useId, useState } from 'react';

interface Props {
  label: string;
  /** Not shown where the words around it say it already. */
  hideLabel?: boolean;
  type?: 'text' | 'url' | 'password' | 'email';
  /** What stands in the field at first. */
  initial?: string;
  placeholder?: string;
  submit: string;
  /** Empties the field once it was taken. */
  clears?: boolean;
  /** The sentence that says what is wrong with it, or null when it was taken. */
  onSubmit: (text: string) => Promise<string | null>;
}

/** One line and a button, with what is wrong below it. */
export function LineForm(props: Props) {
  const { label, hideLabel, type = 'text', initial = '', placeholder, submit, clears, onSubmit } = props;
  const id = useId();
  const [text, setText] = useState(initial);
  const [problem, setProblem] = useState<string | null>(null);
  return (
    <form
      className="line-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void onSubmit(text).then((wrong) => {
          setProblem(wrong);
          if (wrong === null && clears) setText('');
        });
      }}
    >
      <label htmlFor={`${id}-field`} className={hideLabel ? 'visually-hidden' : undefined}>
        {label}
      </label>
      <div className="inline-form">
        <input
          id={`${id}-field`}
          type={type}
          className="field"
          autoComplete={type === 'email' ? 'email' : 'off'}
          spellCheck={false}
          placeholder={placeholder}
          value={text}
          aria-invalid={problem !== null}
          aria-describedby={`${id}-problem`}
          onChange={(event) => setText(event.target.value)}
        />
        <button type="submit" className="button">
          {submit}
        </button>
      </div>
      <p id={`${id}-problem`} className="field-error" role="alert">
        {problem}
      </p>
    </form>
  );
}
