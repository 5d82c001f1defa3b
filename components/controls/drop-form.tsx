import { type ReactNode, useState } from 'react';

interface Props {
  className: string;
  /** Never called with nothing. */
  onFiles: (files: File[]) => void;
  onSubmit: () => void;
  children: ReactNode;
}

/** A form that takes files which are dropped on it, and shows that it would. */
export function DropForm({ className, onFiles, onSubmit, children }: Props) {
  const [over, setOver] = useState(false);
  return (
    <form
      className={`drop-form ${className}`}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        const files = [...event.dataTransfer.files];
        if (files.length > 0) onFiles(files);
      }}
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      {children}
    </form>
  );
}
