import { useCallback, useEffect, useRef } from 'react';

interface Props {
  title: string;
  className: string;
  /** Draws into the frame's empty document. The same function as long as what is drawn is the same. Answers what ends it, where something goes on. */
  draw: (frame: HTMLIFrameElement, inside: Document) => (() => void) | undefined;
}

/** A frame without an address that our page fills: nothing in it can run, load or leave (utils/pages/show-document.ts says why it is none of the usual). */
export function DrawnFrame({ title, className, draw }: Props) {
  const frame = useRef<HTMLIFrameElement>(null);
  const drawNow = useCallback(() => {
    const { current } = frame;
    return current?.contentDocument ? draw(current, current.contentDocument) : undefined;
  }, [draw]);
  useEffect(drawNow, [drawNow]);
  // Firefox puts a new empty document into the frame once it has been inserted, and says so.
  return <iframe ref={frame} className={className} title={title} sandbox="allow-same-origin" onLoad={drawNow} />;
}
