/**
 * Who vouches for issuers, as the background knows it: the reader's list, the organisation's and the registries. Put together once and kept until one
 * of them changes; nothing of it is truth, all of it lies in storage.
 */
import { browser } from '../browser.ts';
import { SETTINGS_KEY, watchSettings } from '../settings/store.ts';
import type { Settings } from '../settings/types.ts';
import { gatherLists } from '../trust/lists.ts';
import { readOrganisation } from '../trust/organisation.ts';
import { loadRegistries, REGISTRIES_KEY, readLoaded } from '../trust/registries.ts';
import type { Organisation, TrustLists } from '../trust/types.ts';

/** What the lists are put together from, besides the policy. */
const SOURCES = [SETTINGS_KEY, REGISTRIES_KEY];

const ALARM = 'touchstone-registries';
const DAY_IN_MINUTES = 1_440;
/** For a policy that may never come, in milliseconds. */
const LONGEST_WAIT = 5_000;
/** Not everybody at the same minute: the registries' hosts will be thankful. */
const FIRST_IN_MINUTES = { least: 5, most: 120 };

export interface Trust {
  lists(): Promise<TrustLists>;
  /** The same with the organisation's policy, which may keep who asks for them waiting for seconds. */
  allLists(): Promise<TrustLists>;
  /** Reads the registries anew. Answers how many of them could be read. */
  refresh(): Promise<{ read: number; of: number }>;
  /** Sees to it that they are read once a day, if there are any. Never rejects. */
  daily(): Promise<void>;
}

/**
 * A browser that has just started may keep who asks for its policy waiting for long: answers do not wait for it, they are put together anew once it is
 * there. Listeners are registered at once. `fetch` is the polite one: it asks nobody without permission. `onChanged`: the organisation or a registry says
 * something else than before (the reader's own list is part of the settings, whose changes others hear of anyway).
 */
export function createTrust(
  readSettings: () => Promise<Settings>,
  fetch: typeof globalThis.fetch,
  onChanged: () => void,
): Trust {
  let known: Promise<TrustLists> | undefined;
  let registries = '';

  /** What the policy said last; nothing until it has said anything. */
  let policy: Organisation = { trusted: [], registries: [], contexts: [] };
  let asked: Promise<void> | undefined;
  const askPolicy = (): Promise<void> => {
    asked ??= readOrganisation().then((said) => {
      const isSame = JSON.stringify(said) === JSON.stringify(policy);
      policy = said;
      known = undefined;
      if (!isSame) onChanged();
    });
    return asked;
  };

  const gather = async (): Promise<TrustLists> => {
    void askPolicy();
    const [settings, loaded] = await Promise.all([readSettings(), readLoaded()]);
    const organisation = policy;
    return gatherLists(settings, organisation, loaded, Date.now());
  };
  const wanted = async () => {
    const [settings, organisation] = await Promise.all([readSettings(), readOrganisation()]);
    return [...settings.registries, ...organisation.registries];
  };

  // Storage changes with every page that is looked at: only what the lists are made of makes them out of date.
  browser.storage.onChanged.addListener((changes, area) => {
    const isPolicy = area === 'managed';
    if (isPolicy) asked = undefined;
    if (isPolicy || (area === 'local' && SOURCES.some((key) => key in changes))) known = undefined;
    if (isPolicy) void askPolicy();
    if (area === 'local' && REGISTRIES_KEY in changes) onChanged();
  });
  watchSettings((settings) => {
    const now = JSON.stringify(settings.registries);
    if (now === registries) return;
    registries = now;
    void trust.daily();
  });
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) void trust.refresh().catch(() => {});
  });

  const trust: Trust = {
    lists() {
      known ??= gather().catch(() => {
        known = undefined;
        return { trusted: [], unread: [], contexts: {} };
      });
      return known;
    },
    async allLists() {
      await Promise.race([askPolicy(), new Promise((resolve) => setTimeout(resolve, LONGEST_WAIT))]);
      return trust.lists();
    },
    async refresh() {
      const all = await wanted();
      const read = await loadRegistries(all, fetch);
      known = undefined;
      return { read, of: all.length };
    },
    async daily() {
      try {
        if ((await wanted()).length === 0) {
          await browser.alarms.clear(ALARM);
        } else if (!(await browser.alarms.get(ALARM))) {
          const { least, most } = FIRST_IN_MINUTES;
          const delayInMinutes = least + Math.random() * (most - least);
          await browser.alarms.create(ALARM, { delayInMinutes, periodInMinutes: DAY_IN_MINUTES });
        }
      } catch {
        // No alarms to be had: the lists stay as they are, and say how old they are.
      }
    },
  };
  return trust;
}
