import { Switch } from '@base-ui/react/switch';
import { useId } from 'react';

interface Props {
  label: string;
  /** What it means, in one sentence. */
  hint?: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
}

/** A labelled switch with an optional explanation that assistive technology reads with it. */
export function SwitchRow({ label, hint, checked, onChange }: Props) {
  const id = useId();
  return (
    <div className="switch-row">
      <div>
        <span id={`${id}-label`}>{label}</span>
        {hint && (
          <p id={`${id}-hint`} className="quiet small">
            {hint}
          </p>
        )}
      </div>
      <Switch.Root
        className="switch"
        checked={checked}
        onCheckedChange={onChange}
        aria-labelledby={`${id}-label`}
        aria-describedby={hint ? `${id}-hint` : undefined}
      >
        <Switch.Thumb className="switch-thumb" />
      </Switch.Root>
    </div>
  );
}
