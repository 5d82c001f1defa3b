import { create } from '../dom.ts';

type Child = Node | string | null | undefined | false;

/** An element with attributes and children. Strings become text nodes, so a stranger's words stay words. */
export function h(tag: string, attributes: Record<string, string> = {}, ...children: Child[]): HTMLElement {
  const el = create(document, tag);
  for (const name in attributes) el.setAttribute(name, attributes[name] ?? '');
  for (const child of children) if (child || child === '') el.append(child);
  return el;
}

/** A link that opens in a new tab and tells the other side nothing; null unless the address is https. */
export function outLink(address: string | undefined, words: string, spoken: string): HTMLElement | null {
  if (!address || !URL.canParse(address)) return null;
  const url = new URL(address);
  if (url.protocol !== 'https:' || url.username || url.password) return null;
  return h(
    'a',
    {
      href: url.href,
      target: '_blank',
      rel: 'noopener noreferrer',
      referrerpolicy: 'no-referrer',
      'aria-label': spoken,
    },
    words,
  );
}

/** A button whose action runs only for what the reader does by hand. `aria-disabled` instead of `disabled` lets it keep the focus. */
export function handButton(attributes: Record<string, string>, act: () => void, ...children: Child[]): HTMLElement {
  const el = h('button', { type: 'button', ...attributes }, ...children);
  el.addEventListener('click', (event) => event.isTrusted && !el.hasAttribute('aria-disabled') && act());
  return el;
}

/** A labelled check box; `act` gets the new state, when the reader changed it by hand. */
export function handSwitch(words: string, on: boolean, act: (on: boolean) => void, hint?: string): HTMLElement {
  const box = h('input', { type: 'checkbox', ...(on && { checked: '' }) }) as HTMLInputElement;
  box.addEventListener('change', (event) => event.isTrusted && act(box.checked));
  return h('label', {}, box, h('span', {}, words, hint && h('small', {}, hint)));
}
