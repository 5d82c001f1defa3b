import { useCallback, useEffect, useRef } from 'react';
import { showDocument } from '../../utils/pages/show-document.ts';

interface Props {
  title: string;
  /** A whole document of utils/share/profile. */
  html: string;
}

/** A finished page as it will look, in a frame that can neither run, load nor leave. */
export function PageFrame({ title, html }: Props) {
  const frame = useRef<HTMLIFrameElement>(null);
  const draw = useCallback(() => {
    const inside = frame.current?.contentDocument;
    if (inside) showDocument(inside, html, 'dead');
  }, [html]);
  useEffect(draw, [draw]);
  // Firefox puts a new empty document into the frame once it has been inserted, and says so.
  return <iframe ref={frame} className="page-frame" title={title} sandbox="allow-same-origin" onLoad={draw} />;
}
