import type { Tone } from '../badge/report.ts';

export type Shape = Tone | 'pending' | 'unchecked';

const SVG = 'http://www.w3.org/2000/svg';
const RING = 'M12 3a9 9 0 1 1 0 18a9 9 0 1 1 0-18z';

/** Outline and sign of each shape on a 24 × 24 field. No two differ by colour alone. */
const PATHS: Record<Shape, [outline: string, sign: string]> = {
  ok: [
    'M12 3A3.8 3.8 0 0 1 17.8 5.1A3.8 3.8 0 0 1 20.9 10.4A3.8 3.8 0 0 1 19.8 16.5A3.8 3.8 0 0 1 15.1 20.5A3.8 3.8 0 0 1 8.9 20.5A3.8 3.8 0 0 1 4.2 16.5A3.8 3.8 0 0 1 3.1 10.4A3.8 3.8 0 0 1 6.2 5.1A3.8 3.8 0 0 1 12 3z',
    'M7.6 12.4l3 3l5.8-6.4',
  ],
  caution: ['M12 3.4L21.6 20H2.4z', 'M12 9.4v4.6M12 16.9v.1'],
  bad: ['M8.3 3h7.4L21 8.3v7.4L15.7 21H8.3L3 15.7V8.3z', 'M8.7 8.7l6.6 6.6M15.3 8.7l-6.6 6.6'],
  unknown: [RING, 'M9.5 9.6a2.6 2.6 0 1 1 3.8 2.3c-.9.5-1.3 1-1.3 1.9M12 16.6v.1'],
  unchecked: [RING, 'M11 8a3 3 0 1 1 0 6a3 3 0 1 1 0-6zM13.3 13.3l3 3'],
  pending: [RING, 'M12 3a9 9 0 0 1 9 9'],
};

/** The drawing of a shape, decorative: the words stand on its button. */
export function drawShape(doc: Document, shape: Shape): SVGElement {
  const make = (tag: string, attributes: Record<string, string>): SVGElement => {
    const el = Document.prototype.createElementNS.call(doc, SVG, tag) as SVGElement;
    for (const name in attributes) el.setAttribute(name, attributes[name] ?? '');
    return el;
  };
  const svg = make('svg', { viewBox: '0 0 24 24', class: shape, 'aria-hidden': 'true', focusable: 'false' });
  const [outline, sign] = PATHS[shape];
  svg.append(
    make('path', { class: 'edge', d: outline }),
    make('path', { class: 'body', d: outline }),
    make('path', { class: 'sign', d: sign }),
  );
  return svg;
}
