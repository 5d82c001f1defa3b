import { act, type ReactNode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { type Locale, readMessages, translator } from '../words/translate.ts';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

/** Lets `i18n.t` answer from the real message files. */
export async function installMessages(locale: Locale = 'en'): Promise<void> {
  const messages = await readMessages(locale);
  const t = translator(messages) as (key: string, substitutions?: string[]) => string;
  const getMessage = (key: string, substitutions?: string | string[]) => {
    if (key === '@@ui_locale') return locale;
    if (key === '@@bidi_dir') return 'ltr';
    if (!messages.has(key)) return '';
    return t(key, Array.isArray(substitutions) ? substitutions : []);
  };
  Object.assign(fakeBrowser.i18n, { getMessage });
}

const roots: Root[] = [];

/** Draws a component into the document; `clearStage` takes all of them down again. */
export async function show(node: ReactNode): Promise<HTMLElement> {
  const place = document.createElement('div');
  document.body.append(place);
  const root = createRoot(place);
  roots.push(root);
  await act(async () => root.render(node));
  return place;
}

export async function clearStage(): Promise<void> {
  await act(async () => {
    for (const root of roots.splice(0)) root.unmount();
  });
  document.body.replaceChildren();
}

/** Presses the first element that has exactly this accessible name or text. */
export async function press(place: HTMLElement, name: string): Promise<void> {
  const target = [...place.querySelectorAll<HTMLElement>('button, a, input')].find(
    (element) => (element.getAttribute('aria-label') ?? element.textContent?.trim()) === name,
  );
  if (!target) throw new Error(`Nothing called “${name}” in: ${place.textContent}`);
  await act(async () => target.click());
}
