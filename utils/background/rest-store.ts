import { browser } from '../browser.ts';
import type { Rest, RestStore } from '../net/rests.ts';

const KEY = 'rests';

/** Rest periods of hosts in `storage.session`: they outlive the worker and end with the browser. */
export const sessionRests: RestStore = {
  async load() {
    const stored = await browser.storage.session.get(KEY);
    return (stored[KEY] ?? {}) as Record<string, Rest>;
  },
  save: (rests) => browser.storage.session.set({ [KEY]: rests }),
};
