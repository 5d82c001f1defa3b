import { browser } from '../browser.ts';

const NAME = 'touchstone-ledger';
/** The shortest that browsers grant. */
const SOONEST = 30_000;

export interface Wake {
  /** See to it that somebody wakes up at `at` (milliseconds since the epoch) or soon after. */
  by(at: number): void;
}

/** Sets the alarm, never later than one that is set already. Alarms outlive the worker. `onWake` is registered at once. */
export function createWake(onWake: () => void): Wake {
  let next = Number.POSITIVE_INFINITY;
  let chain: Promise<void> = Promise.resolve();
  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name !== NAME) return;
    next = Number.POSITIVE_INFINITY;
    onWake();
  });
  return {
    by(at) {
      const when = Math.max(at, Date.now() + SOONEST);
      if (when >= next) return;
      next = when;
      chain = chain.then(async () => {
        const before = await browser.alarms.get(NAME);
        const set = before?.scheduledTime ?? Number.POSITIVE_INFINITY;
        if (set > when || set < Date.now()) await browser.alarms.create(NAME, { when });
      });
      chain = chain.catch(() => {});
    },
  };
}
