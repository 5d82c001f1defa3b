import { useCallback } from 'react';
import { drawShape, type Shape } from '../../utils/page/shapes.ts';

export type { Shape };

interface Props {
  shape: Shape;
  size?: number;
}

/**
 * The sign of an answer, the very drawing that stands in the page. Told apart by outline alone; decoration for those who see it,
 * as the words beside it say the same.
 */
export function ToneShape({ shape, size = 20 }: Props) {
  const draw = useCallback(
    (place: HTMLSpanElement | null) => place?.replaceChildren(drawShape(document, shape)),
    [shape],
  );
  return <span ref={draw} className="tone" style={{ inlineSize: size, blockSize: size }} aria-hidden="true" />;
}
