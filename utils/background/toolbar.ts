import type { Tone } from '../badge/report.ts';
import { browser } from '../browser.ts';
import type { Translate } from '../words/types.ts';

/** Backgrounds under white text, each with a contrast of at least 4.5 (WCAG 1.4.3). Null: nothing has been answered yet. */
export const TOOLBAR_COLOURS: Record<Tone | 'none', string> = {
  ok: '#1b6e3c',
  caution: '#8a5200',
  bad: '#b3261e',
  unknown: '#545b66',
  none: '#545b66',
};
export const TOOLBAR_TEXT_COLOUR = '#ffffff';
/** In `storage.session`, which ends when the icon does: with the browser, or with the extension. */
const DARK = 'toolbar-dark';

export interface Toolbar {
  /** What one tab's page holds: a count, and the worst tone in it. 0 takes everything away. */
  show(tabId: number, count: number, tone: Tone | null): Promise<void>;
  /** The browser's frame is dark (Chromium only; Firefox chooses by `theme_icons`). */
  setDark(dark: boolean): Promise<void>;
}

/**
 * The toolbar button: a number, coloured by the worst answer, and the same in words for those who see neither.
 * Everything is set per tab; both browsers drop it by themselves when the tab loads another page.
 */
export function createToolbar(t: Translate, themed: boolean): Toolbar {
  let isDark: boolean | null = null;
  return {
    async show(tabId, count, tone) {
      const text = count === 0 ? '' : count > 999 ? '999+' : String(count);
      const title = count === 0 ? '' : `${t('toolbar.count', count)} ${sentence(t, tone)}`;
      try {
        await Promise.all([
          browser.action.setBadgeText({ tabId, text }),
          browser.action.setBadgeBackgroundColor({ tabId, color: TOOLBAR_COLOURS[tone ?? 'none'] }),
          browser.action.setBadgeTextColor({ tabId, color: TOOLBAR_TEXT_COLOUR }),
          // An empty title goes back to the one of the manifest.
          browser.action.setTitle({ tabId, title }),
        ]);
      } catch {
        // The tab is gone.
      }
    },
    async setDark(dark) {
      if (themed) return;
      // Every woken worker comes by here, and drawing an icon costs it more than all it has to say: only where something changes.
      isDark ??= await shownDark();
      if (dark === isDark) return;
      isDark = dark;
      const name = dark ? 'icon/dark-' : 'icon/';
      try {
        await browser.action.setIcon({ path: { 16: `${name}16.png`, 32: `${name}32.png` } });
        await browser.storage.session.set({ [DARK]: dark });
      } catch {
        // The old icon stays; the next worker tries again.
      }
    },
  };
}

/** The icon that an earlier worker has left. Without any it is the one of the manifest, for light toolbars. */
async function shownDark(): Promise<boolean> {
  const stored = await browser.storage.session.get(DARK).catch((): Record<string, unknown> => ({}));
  return stored[DARK] === true;
}

function sentence(t: Translate, tone: Tone | null): string {
  switch (tone) {
    case 'ok':
      return t('toolbar.ok');
    case 'caution':
      return t('toolbar.caution');
    case 'bad':
      return t('toolbar.bad');
    case 'unknown':
      return t('toolbar.unknown');
    default:
      return t('toolbar.none');
  }
}
