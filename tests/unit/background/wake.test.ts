import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createWake } from '../../../utils/background/wake.ts';

beforeEach(() => fakeBrowser.reset());

it('wakes once a day whatever happens, by an alarm that is set once', async () => {
  const woken = vi.fn();
  const wake = createWake(woken);
  await wake.daily();
  const [first] = await fakeBrowser.alarms.getAll();
  expect(first).toMatchObject({ name: 'touchstone-daily', periodInMinutes: 1_440 });
  await createWake(() => {}).daily();
  expect(await fakeBrowser.alarms.getAll()).toEqual([first]);
  await fakeBrowser.alarms.onAlarm.trigger({ name: 'touchstone-daily', scheduledTime: 0, persistAcrossSessions: true });
  await fakeBrowser.alarms.onAlarm.trigger({ name: 'another', scheduledTime: 0, persistAcrossSessions: true });
  expect(woken).toHaveBeenCalledTimes(1);
});
