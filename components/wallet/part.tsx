import type { ReactNode } from 'react';

/** One matter of the settings. */
export function Part({ title, text, children }: { title: string; text?: string; children: ReactNode }) {
  return (
    <section className="part">
      <h2>{title}</h2>
      {text && <p className="quiet">{text}</p>}
      {children}
    </section>
  );
}
