import { useCallback } from 'react';
import { showDocument } from '../../utils/pages/show-document.ts';
import { DrawnFrame } from './drawn-frame.tsx';

interface Props {
  title: string;
  /** A whole document of utils/share/profile. */
  html: string;
}

/** A finished page as it will look. */
export function PageFrame({ title, html }: Props) {
  const draw = useCallback(
    (_: HTMLIFrameElement, inside: Document) => {
      showDocument(inside, html, 'dead');
      return undefined;
    },
    [html],
  );
  return <DrawnFrame className="page-frame" title={title} draw={draw} />;
}
