import { useCallback, useMemo } from 'react';
import { fillDocument } from '../../utils/pages/show-document.ts';
import { previewDocument, previewSheet } from '../../utils/share/embed/preview.ts';
import { DrawnFrame } from './drawn-frame.tsx';

interface Props {
  title: string;
  /** A snippet of utils/share/embed. */
  html: string;
  /** From a picture's address to the `data:` address it is shown from. */
  pictures: ReadonlyMap<string, string>;
  theme: 'light' | 'dark';
}

/** Taller than this, it scrolls in itself. CSS pixels. */
const MOST = 420;

/** A snippet as it will look, in a frame that can neither run nor load anything (see preview.ts). */
export function PreviewFrame({ title, html, pictures, theme }: Props) {
  const shown = useMemo(() => previewDocument(html, pictures), [html, pictures]);
  const draw = useCallback(
    (frame: HTMLIFrameElement, inside: Document) => fill(frame, inside, shown, theme),
    [shown, theme],
  );
  return <DrawnFrame className="preview-frame" title={title} draw={draw} />;
}

/** Answers what ends the watching of its height. */
function fill(frame: HTMLIFrameElement, inside: Document, source: string, theme: Props['theme']): () => void {
  fillDocument(inside, new DOMParser().parseFromString(source, 'text/html'), previewSheet(theme));
  for (const element of inside.querySelectorAll<HTMLElement>('[data-style]'))
    element.style.cssText = element.dataset.style ?? '';
  const fit = () => {
    frame.style.blockSize = `${Math.min(MOST, inside.documentElement.getBoundingClientRect().height)}px`;
  };
  const watch = new ResizeObserver(fit);
  watch.observe(inside.documentElement);
  return () => watch.disconnect();
}
