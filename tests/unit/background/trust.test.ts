import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createTrust } from '../../../utils/background/trust.ts';
import { browser } from '../../../utils/browser.ts';
import { DEFAULT_SETTINGS } from '../../../utils/settings/defaults.ts';
import { REGISTRIES_KEY } from '../../../utils/trust/registries.ts';

const READER = { ...DEFAULT_SETTINGS, trusted: [{ id: 'did:web:tidewater.example' }] };
const nobody: typeof fetch = () => Promise.reject(new Error('nobody is asked'));

beforeEach(() => {
  fakeBrowser.reset();
  vi.restoreAllMocks();
});

describe('the lists', () => {
  it('do not wait for a policy that does not come', async () => {
    vi.spyOn(browser.storage.managed, 'get').mockReturnValue(new Promise(() => {}));
    const trust = createTrust(
      async () => READER,
      nobody,
      () => {},
    );
    expect((await trust.lists()).trusted).toEqual(READER.trusted);
  });

  it('have the policy once it has come', async () => {
    let come: (policy: Record<string, unknown>) => void = () => {};
    vi.spyOn(browser.storage.managed, 'get').mockReturnValue(
      new Promise((resolve) => {
        come = resolve;
      }),
    );
    const trust = createTrust(
      async () => READER,
      nobody,
      () => {},
    );
    await trust.lists();
    come({ organisation: 'Fernhill Works', trustedIssuers: [{ id: 'did:web:fernhill.example' }] });
    await vi.waitFor(async () => expect((await trust.lists()).trusted).toHaveLength(2));
  });

  it('that are to be whole wait for the policy, but not for ever', async () => {
    const policy = { trustedIssuers: [{ id: 'did:web:fernhill.example' }] };
    vi.spyOn(browser.storage.managed, 'get').mockReturnValue(Promise.resolve(policy));
    expect(
      (
        await createTrust(
          async () => READER,
          nobody,
          () => {},
        ).allLists()
      ).trusted,
    ).toHaveLength(2);
    vi.spyOn(browser.storage.managed, 'get').mockReturnValue(new Promise(() => {}));
    vi.useFakeTimers();
    const lists = createTrust(
      async () => READER,
      nobody,
      () => {},
    ).allLists();
    await vi.runAllTimersAsync();
    vi.useRealTimers();
    expect((await lists).trusted).toEqual(READER.trusted);
  });

  it('tell when the organisation or a registry says something else, and only then', async () => {
    const policy = vi.spyOn(browser.storage.managed, 'get');
    policy.mockImplementation(async () => ({}));
    let changes = 0;
    const trust = createTrust(
      async () => READER,
      nobody,
      () => changes++,
    );
    await trust.allLists();
    expect(changes).toBe(0);
    policy.mockImplementation(async () => ({ trustedIssuers: [{ id: 'did:web:fernhill.example' }] }));
    await fakeBrowser.storage.onChanged.trigger({ trustedIssuers: {} }, 'managed');
    await vi.waitFor(() => expect(changes).toBe(1));
    expect((await trust.lists()).trusted).toHaveLength(2);
    await fakeBrowser.storage.local.set({ [REGISTRIES_KEY]: {} });
    expect(changes).toBe(2);
    await fakeBrowser.storage.local.set({ anything: 1 });
    expect(changes).toBe(2);
  });
});
