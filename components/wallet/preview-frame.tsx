import { useCallback, useEffect, useMemo, useRef } from 'react';
import { previewDocument, previewSheet } from '../../utils/share/embed/preview.ts';

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
  const frame = useRef<HTMLIFrameElement>(null);
  const shown = useMemo(() => previewDocument(html, pictures), [html, pictures]);
  const draw = useCallback(() => frame.current && fill(frame.current, shown, theme), [shown, theme]);
  useEffect(() => draw() ?? undefined, [draw]);
  // Firefox puts a new empty document into the frame once it has been inserted, and says so.
  return <iframe ref={frame} className="preview-frame" title={title} sandbox="allow-same-origin" onLoad={draw} />;
}

/** Answers what ends the watching of its height. */
function fill(frame: HTMLIFrameElement, source: string, theme: Props['theme']): (() => void) | undefined {
  const { contentDocument: inside, contentWindow: view } = frame;
  if (!inside || !view) return undefined;
  const parsed = new DOMParser().parseFromString(source, 'text/html');
  inside.documentElement.replaceWith(inside.adoptNode(parsed.documentElement));
  for (const element of inside.querySelectorAll<HTMLElement>('[data-style]'))
    element.style.cssText = element.dataset.style ?? '';
  // A sheet belongs to the window it was made in.
  const sheet = new (view as Window & typeof globalThis).CSSStyleSheet();
  sheet.replaceSync(previewSheet(theme));
  inside.adoptedStyleSheets = [sheet];
  const fit = () => {
    frame.style.blockSize = `${Math.min(MOST, inside.documentElement.getBoundingClientRect().height)}px`;
  };
  const watch = new ResizeObserver(fit);
  watch.observe(inside.documentElement);
  return () => watch.disconnect();
}
