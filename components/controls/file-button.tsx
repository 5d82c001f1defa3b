import { useRef } from 'react';
import { Button } from './button.tsx';

interface Props {
  label: string;
  /** Kinds of files, as the browser's own chooser takes them. */
  accept: string;
  multiple?: boolean;
  busy?: boolean;
  /** Never called with nothing. */
  onFiles: (files: File[]) => void;
}

/** A button that opens the browser's own file chooser. The same file can be chosen again. */
export function FileButton({ label, accept, multiple, busy, onFiles }: Props) {
  const chooser = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button busy={busy} onClick={() => chooser.current?.click()}>
        {label}
      </Button>
      <input
        ref={chooser}
        type="file"
        hidden
        multiple={multiple}
        accept={accept}
        aria-label={label}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          event.target.value = '';
          if (files.length > 0) onFiles(files);
        }}
      />
    </>
  );
}
