import { useId } from 'react';

interface Props<V extends string> {
  label: string;
  /** Not shown where the words around it say it already. */
  hideLabel?: boolean;
  value: V;
  options: readonly { value: V; label: string }[];
  onChange: (value: V) => void;
}

/** One choice out of a few, all in sight: native radio buttons side by side. */
export function Segments<V extends string>({ label, hideLabel, value, options, onChange }: Props<V>) {
  const name = useId();
  return (
    <fieldset>
      <legend className={hideLabel ? 'visually-hidden' : 'segments-label'}>{label}</legend>
      <div className="segments">
        {options.map((option) => (
          <label key={option.value} className="segment">
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
