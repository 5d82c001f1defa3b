import { useId } from 'react';

interface Props {
  label: string;
  value: string;
  options: readonly { value: string; label: string }[];
  onChange: (value: string) => void;
  /** Not shown where the words around it say it already. */
  hideLabel?: boolean;
}

/** One choice out of many: the system's own list, which every browser, reader and keyboard knows. */
export function Choice({ label, value, options, onChange, hideLabel }: Props) {
  const id = useId();
  return (
    <span className="choice">
      <label htmlFor={id} className={hideLabel ? 'visually-hidden' : 'quiet small'}>
        {label}
      </label>
      <select id={id} className="field" value={value} onChange={(event) => onChange(event.target.value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </span>
  );
}
