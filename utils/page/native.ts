import type { Browser, Runtime } from 'webextension-polyfill';
import type { Translate } from '../words/types.ts';

export type Port = Runtime.Port;
type Native = Pick<Browser, 'runtime' | 'i18n'>;

/**
 * The extension API as the browser itself offers it. Read anew each time: it goes away when the extension is reloaded or removed.
 * No polyfill here: it would double what is injected into every page.
 */
export function native(): Native {
  const { browser, chrome } = globalThis as { browser?: Native; chrome?: Native };
  return (browser?.runtime?.id ? browser : chrome) as Native;
}

/** False once the extension was reloaded, updated or removed under this script ("Extension context invalidated"). */
export function alive(): boolean {
  try {
    return Boolean(native().runtime.id);
  } catch {
    return false;
  }
}

/** `i18n.t` without plurals and named parts, which no mark or card needs: the library's would cost a tenth of the whole script. */
export const translate = ((key: string, substitutions?: string[]): string => {
  try {
    return native().i18n.getMessage(key.replaceAll('.', '_'), substitutions);
  } catch {
    return '';
  }
}) as Translate;

/** The language the words are really in (not the browser's, which may have fallen back) and its direction: for `lang` and `dir`. */
export function wordsLanguage(): { lang: string; dir: 'ltr' | 'rtl' } {
  const lang = translate('common.lang');
  return { lang, dir: /^(?:ar|fa|he|ur)\b/.test(lang) ? 'rtl' : 'ltr' };
}
