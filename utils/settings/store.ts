/**
 * The reader's settings in `storage.local`. Loaded anew each time: no context may hold a truth that another has changed.
 */
import { browser } from '../browser.ts';
import { migrateSettings } from './migrate.ts';
import type { Settings } from './types.ts';

/** Where they lie in `storage.local`. */
export const SETTINGS_KEY = 'settings';

/** Today's settings; the defaults where storage is empty or cannot be read. */
export async function readSettings(): Promise<Settings> {
  try {
    const stored = await browser.storage.local.get(SETTINGS_KEY);
    return migrateSettings(stored[SETTINGS_KEY]);
  } catch {
    return migrateSettings(undefined);
  }
}

let chain: Promise<unknown> = Promise.resolve();

/**
 * Changes the settings and answers the new ones. Changes of one context happen one after the other, and a Web Lock keeps
 * two contexts (popup and background, say) from overwriting each other. Rejects when storage cannot be written.
 */
export function updateSettings(change: (before: Settings) => Settings): Promise<Settings> {
  const step = chain.then(() =>
    locked(async () => {
      const after = migrateSettings(change(await readSettings()));
      await browser.storage.local.set({ [SETTINGS_KEY]: after });
      return after;
    }),
  );
  chain = step.catch(() => {});
  return step;
}

/** Calls `listener` after every change, whichever context made it. Answers a function that ends it. */
export function watchSettings(listener: (settings: Settings) => void): () => void {
  const onChanged = (changes: Record<string, { newValue?: unknown }>, area: string) => {
    const change = area === 'local' ? changes[SETTINGS_KEY] : undefined;
    if (change) listener(migrateSettings(change.newValue));
  };
  browser.storage.onChanged.addListener(onChanged);
  return () => browser.storage.onChanged.removeListener(onChanged);
}

/**
 * Closes `storage.local` to content scripts where the browser can (Chromium); Firefox cannot, there our content script simply does not read it.
 */
export async function closeStorageToPages(): Promise<void> {
  const area = browser.storage.local as unknown as AccessLevels;
  try {
    await area.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
  } catch {
    // An older browser: nothing that depends on it.
  }
}

/** Chromium's addition, unknown to the types of the polyfill. */
interface AccessLevels {
  setAccessLevel?(options: { accessLevel: 'TRUSTED_CONTEXTS' }): Promise<void>;
}

function locked<T>(work: () => Promise<T>): Promise<T> {
  const locks = globalThis.navigator?.locks;
  return locks ? (locks.request('touchstone-settings', work) as Promise<T>) : work();
}
