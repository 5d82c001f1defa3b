import type { MouseEventHandler, ReactNode } from 'react';

interface Props {
  kind?: 'primary' | 'danger' | 'plain';
  onClick: MouseEventHandler<HTMLButtonElement>;
  /** Stays focusable and readable while it has nothing to do. */
  busy?: boolean;
  /** Said in place of the words on it, with which it begins: for one of several buttons of the same words. */
  label?: string;
  /** The page puts the focus here when it opens (see `focusMainAction`). */
  main?: boolean;
  children: ReactNode;
}

/** A push button. While `busy` it keeps its focus and does nothing. */
export function Button({ kind, onClick, busy, label, main, children }: Props) {
  return (
    <button
      type="button"
      // English words in a right-to-left browser end where English words end.
      dir="auto"
      className="button"
      data-kind={kind}
      aria-label={label}
      aria-disabled={busy || undefined}
      data-main-action={main || undefined}
      onClick={busy ? undefined : onClick}
    >
      {children}
    </button>
  );
}
