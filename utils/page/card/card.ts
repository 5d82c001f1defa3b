import { closest, create, query, removeNode } from '../dom.ts';
import { isHarmless } from '../guard.ts';
import { sheetFor } from '../mark.ts';
import { wordsLanguage } from '../native.ts';
import { CARD_TAG } from '../scan.ts';
import shapes from '../shape.css?inline';
import type { CardControl, PageForCard } from '../types.ts';
import css from './card.css?inline';
import { h } from './element.ts';
import { drawPicture } from './picture.ts';
import { boxOf, cornerFor } from './position.ts';
import { dialogLabel, viewOf } from './view.ts';

const FOCUSABLE = 'button,a[href],input,summary';

const controls = (panel: HTMLElement, kind: string): HTMLElement[] => [...panel.querySelectorAll<HTMLElement>(kind)];

/** Which control has the focus, in words that hold when the card is filled anew and other controls come and go. */
function controlOf(panel: HTMLElement): { kind: string; nth: number } | null {
  const el = (panel.getRootNode() as ShadowRoot).activeElement;
  if (!el || el === panel) return null;
  const kind = `${el.localName}${el.className && `.${el.className}`}`;
  return { kind, nth: controls(panel, kind).indexOf(el as HTMLElement) };
}

interface Open {
  key: string;
  host: HTMLElement;
  panel: HTMLElement;
  by: HTMLElement | null;
  canvas: HTMLCanvasElement;
  watch: MutationObserver;
  own: WeakSet<Node>;
  /** The reader has unfolded the checks. */
  expanded: boolean;
  end: AbortController;
}

/** The card: the whole answer about one badge, in the browser's own top layer. One at a time. */
export function makeCard(page: PageForCard): CardControl {
  let open: Open | null = null;
  const pictures = new Map<string, { data: string; mime: string } | null>();

  const place = ({ panel, by, key }: Open): void => {
    const mark = by?.isConnected ? by : page.markOf(key);
    const target = mark && (mark.shadowRoot?.querySelector('button') ?? mark);
    const view = { width: document.documentElement.clientWidth || innerWidth, height: innerHeight };
    const size = { width: panel.offsetWidth, height: panel.offsetHeight };
    const { left, top } = cornerFor(target && boxOf(target), size, view, panel.matches(':dir(rtl)'));
    panel.style.left = `${left}px`;
    panel.style.top = `${top}px`;
  };

  /** Our own writes; whatever else changes in the card is the page's doing, and closes it. */
  const quietly = (card: Open, write: () => void): void => {
    if (!card.watch.takeRecords().every((record) => isHarmless(record, card.own))) {
      close();
      return;
    }
    write();
    card.watch.takeRecords();
  };

  const showPicture = (card: Open): void => {
    const picture = pictures.get(card.key);
    if (picture === undefined) {
      if (page.entry(card.key)?.report?.badge?.image) page.send({ type: 'picture', key: card.key });
      return;
    }
    if (!picture) return;
    const { canvas } = card;
    // Drawn out of sight first: the canvas changes its attributes when its size is set.
    const drawn = create(document, 'canvas') as HTMLCanvasElement;
    void drawPicture(drawn, picture.data, picture.mime).then((done) => {
      if (!done || open !== card || card.canvas !== canvas) return;
      quietly(card, () => {
        canvas.width = drawn.width;
        canvas.height = drawn.height;
        canvas.getContext('2d')?.drawImage(drawn, 0, 0);
        canvas.hidden = false;
        place(card);
      });
    });
  };

  const fill = (card: Open): void => {
    const entry = page.entry(card.key);
    if (!entry) {
      close();
      return;
    }
    const focused = controlOf(card.panel);
    card.expanded = query(card.panel, 'details')?.hasAttribute('open') ?? card.expanded;
    quietly(card, () => {
      const { content, canvas } = viewOf(entry, page, close);
      card.canvas = canvas;
      card.panel.setAttribute('aria-label', dialogLabel(entry));
      card.panel.replaceChildren(...content);
      if (card.expanded) query(card.panel, 'details')?.setAttribute('open', '');
      if (focused) (controls(card.panel, focused.kind)[focused.nth] ?? card.panel).focus();
      if (open === card && card.panel.isConnected) place(card);
    });
    showPicture(card);
  };

  const keepTabInside = (card: Open, event: KeyboardEvent): void => {
    event.stopPropagation();
    if (event.key !== 'Tab') return;
    const stops = [...card.panel.querySelectorAll<HTMLElement>(FOCUSABLE)].filter((el) => el.checkVisibility());
    const now = (card.panel.getRootNode() as ShadowRoot).activeElement;
    const leaving = event.shiftKey ? now === stops[0] || now === card.panel : now === stops.at(-1);
    if (!leaving) return;
    event.preventDefault();
    stops.at(event.shiftKey ? -1 : 0)?.focus();
  };

  const close = (): void => {
    const card = open;
    if (!card) return;
    open = null;
    card.end.abort();
    card.watch.disconnect();
    const held = document.activeElement;
    const back = !held || held === document.body || card.host.contains(held);
    removeNode(card.host);
    const mark = card.by?.isConnected ? card.by : page.markOf(card.key);
    if (back) mark?.shadowRoot?.querySelector('button')?.focus({ preventScroll: true });
  };

  const show = (key: string, by: HTMLElement | null): void => {
    close();
    const host = create(document, CARD_TAG);
    page.own(host);
    // Closed, so that no page reads or rewrites the answer; and in no custom element, whose closed root goes to whoever defined it.
    const frame = h('div');
    host.append(frame);
    host.style.cssText = 'all:initial!important;position:fixed!important';
    const inside = frame.attachShadow({ mode: 'closed' });
    const style = h('style');
    style.textContent = sheetFor(shapes + css, 'position:fixed;display:block;');
    const panel = h('div', { popover: 'auto', role: 'dialog', tabindex: '-1', ...wordsLanguage() });
    inside.append(style, panel);
    const own = new WeakSet<Node>([style, panel]);
    const watch = new MutationObserver((records) => {
      if (!records.every((record) => isHarmless(record, own))) close();
    });
    const card: Open = {
      key,
      host,
      panel,
      by,
      canvas: create(document, 'canvas') as HTMLCanvasElement,
      watch,
      own,
      expanded: false,
      end: new AbortController(),
    };
    open = card;
    // A modal dialog makes everything outside it inert, the top layer included.
    const around = (by && closest(by, 'dialog[open]')) ?? document.documentElement;
    around.append(host);
    fill(card);
    if (open !== card) return;
    const { signal } = card.end;
    panel.addEventListener('toggle', (event) => (event as ToggleEvent).newState === 'closed' && close(), { signal });
    host.addEventListener('keydown', (event) => keepTabInside(card, event), { signal });
    for (const type of ['keyup', 'keypress', 'click', 'pointerdown', 'mousedown']) {
      host.addEventListener(type, (event) => event.stopPropagation(), { signal });
    }
    panel.addEventListener('toggle', () => open === card && quietly(card, () => place(card)), {
      signal,
      capture: true,
    });
    const move = (): void => void requestAnimationFrame(() => open === card && quietly(card, () => place(card)));
    addEventListener('scroll', move, { capture: true, passive: true, signal });
    addEventListener('resize', move, { signal });
    panel.showPopover();
    place(card);
    panel.focus({ preventScroll: true });
    watch.observe(inside, { subtree: true, childList: true, characterData: true, attributes: true });
    watch.observe(host, { attributes: true, childList: true, subtree: true });
  };

  return {
    open(key, by) {
      if (open?.key === key && open.by === by) close();
      else show(key, by);
    },
    update(key) {
      if (open?.key === key) fill(open);
    },
    picture(key, data, mime) {
      pictures.set(key, data && mime ? { data, mime } : null);
      if (open?.key === key) showPicture(open);
    },
    close,
  };
}
