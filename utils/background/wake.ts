import { browser } from '../browser.ts';

const NAME = 'touchstone-ledger';
const DAILY = 'touchstone-daily';
const DAY_IN_MINUTES = 1_440;
/** The shortest that browsers grant. */
const SOONEST = 30_000;

export interface Wake {
  /** See to it that somebody wakes up at `at` (milliseconds since the epoch) or soon after. */
  by(at: number): void;
  /** And once a day in any case. Never rejects. */
  daily(): Promise<void>;
}

/** Sets the alarm, never later than one that is set already. Alarms outlive the worker. `onWake` is registered at once. */
export function createWake(onWake: () => void): Wake {
  let next = Number.POSITIVE_INFINITY;
  let chain: Promise<void> = Promise.resolve();
  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name !== NAME && alarm.name !== DAILY) return;
    if (alarm.name === NAME) next = Number.POSITIVE_INFINITY;
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
    daily() {
      chain = chain.then(async () => {
        if (!(await browser.alarms.get(DAILY)))
          await browser.alarms.create(DAILY, { delayInMinutes: DAY_IN_MINUTES, periodInMinutes: DAY_IN_MINUTES });
      });
      chain = chain.catch(() => {});
      return chain;
    },
  };
}
