import { create } from './dom.ts';
import css from './mark.css?inline';
import { wordsLanguage } from './native.ts';
import { MARK_TAG } from './scan.ts';
import shapes from './shape.css?inline';
import { drawShape, type Shape } from './shapes.ts';

/** What a mark shows. All of it is words and codes of ours, save that `label` may quote strangers. */
export interface Look {
  key: string;
  verdict: string;
  tone: string;
  holder: string;
  shape: Shape;
  /** The whole answer as one sentence: the button's accessible name. */
  label: string;
}

export interface Mark {
  host: HTMLElement;
  button: HTMLElement;
  inside: ShadowRoot;
  /** What is drawn, in a closed root inside the button, where no page can get at it. */
  drawing: ShadowRoot;
  show(look: Look): void;
  /** How the host takes part in the page's layout, as CSS declarations. */
  lay(rules: string): void;
  /** Side of the drawing (CSS px). */
  size(px: number): void;
}

/**
 * In a shadow tree's own rules `!important` outranks whatever the page writes, `!important` and inline style included. Only what must follow the
 * text around the mark is inherited.
 */
const HOST =
  'all:initial;font-size:inherit;visibility:inherit;position:relative;width:0;height:0;user-select:none;-webkit-user-select:none;vertical-align:baseline;';

const important = (rules: string): string => rules.replaceAll(';', '!important;');

/** The style sheet of a mark, or of anything else of ours that stands in the page: its own rules and those of its host. Never on paper. */
export function sheetFor(rules: string, host: string): string {
  return `${rules}:host{${important(HOST + host)}}:host::before,:host::after{content:none!important}@media print{:host{display:none!important}}`;
}

/** The drawing's frame fills the button, so that a pointer on the button is one on the frame. Custom properties are not reset by `all`, so none is used. */
const FRAME = `:host{${important('all:initial;display:grid;place-items:center;width:24px;height:24px;cursor:pointer;')}}:host(:hover) svg{scale:1.12}`;

const ACTIVATING = [
  'click',
  'pointerdown',
  'pointerup',
  'mousedown',
  'mouseup',
  'touchstart',
  'touchend',
  'keydown',
  'keyup',
];

/**
 * One mark, not yet in the page. `press` runs only for what the reader does by hand: the shadow root is open, and a page may click in it.
 * Throws where the page's own definition of the element forbids a shadow root.
 */
export function createMark(doc: Document, press: (host: HTMLElement) => void): Mark {
  const host = create(doc, MARK_TAG);
  const inside = host.attachShadow({ mode: 'open' });
  const style = create(doc, 'style');
  const button = create(doc, 'button');
  // No custom element: whoever defines one can reach its closed root.
  const frame = create(doc, 'span');
  const drawing = frame.attachShadow({ mode: 'closed' });
  const drawn = create(doc, 'style');
  button.setAttribute('type', 'button');
  button.append(frame);
  drawing.append(drawn);
  inside.append(style, button);
  // A press on the mark is not a press on the card or link around it.
  for (const type of ACTIVATING) host.addEventListener(type, (event) => event.stopPropagation());
  host.addEventListener('click', (event) => {
    event.preventDefault();
    if (event.isTrusted) press(host);
  });
  const lay = (rules: string): void => {
    const sheet = sheetFor(css, rules);
    if (style.textContent !== sheet) style.textContent = sheet;
  };
  const size = (px: number): void => {
    const sheet = `${FRAME}${shapes}svg{width:${px}px;height:${px}px;overflow:visible}`;
    if (drawn.textContent !== sheet) drawn.textContent = sheet;
  };
  lay('display:inline-block;');
  size(18);
  let shape: Shape | undefined;
  const show = (look: Look): void => {
    host.dataset.badge = look.key.replace(/@.*/, '');
    host.dataset.verdict = look.verdict;
    host.dataset.tone = look.tone;
    host.dataset.holder = look.holder;
    const { lang, dir } = wordsLanguage();
    button.lang = lang;
    button.dir = dir;
    button.setAttribute('aria-label', look.label);
    button.title = look.label;
    if (shape === look.shape) return;
    shape = look.shape;
    drawing.replaceChildren(drawn, drawShape(doc, shape));
  };
  return { host, button, inside, drawing, show, lay, size };
}

/** Brings the mark into view, gives it the focus and draws a ring around it for a moment. */
export function pointOut({ host, button }: Mark): void {
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const ring = '3px solid #0b57d0';
  host.scrollIntoView({ block: 'center', behavior: still ? 'instant' : 'smooth' });
  button.focus({ preventScroll: true });
  // An animation changes no attribute, so the guard has nothing to excuse.
  button.animate?.(
    [
      { outline: ring, outlineOffset: still ? '3px' : '24px' },
      { outline: ring, outlineOffset: '3px', offset: 0.3 },
      { outline: ring, outlineOffset: '3px' },
    ],
    2000,
  );
}
