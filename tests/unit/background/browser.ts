import 'fake-indexeddb/auto';
import { fakeBrowser } from 'wxt/testing/fake-browser';

type Listener = (...args: never[]) => unknown;

/** An event that a test can set off. */
export function fakeEvent() {
  const listeners = new Set<Listener>();
  return {
    addListener: (listener: Listener) => void listeners.add(listener),
    removeListener: (listener: Listener) => void listeners.delete(listener),
    hasListener: (listener: Listener) => listeners.has(listener),
    count: () => listeners.size,
    fire(...args: unknown[]): unknown[] {
      return [...listeners].map((listener) => listener(...(args as never[])));
    },
  };
}

export interface RegisteredScript {
  id: string;
  js?: string[];
  matches?: string[];
  excludeMatches?: string[];
  persistAcrossSessions?: boolean;
}

/** The parts of the extension API that WXT's fake lacks, with their state laid open. */
export function installBrowser() {
  fakeBrowser.reset();
  const state = {
    granted: ['https://*.linkedin.com/*', 'https://www.credly.com/*'],
    scripts: [] as RegisteredScript[],
    executed: [] as { target: { tabId: number; frameIds?: number[] }; files?: string[] }[],
    refuseScripts: false,
    menus: [] as { id?: string; title?: string; contexts?: string[] }[],
    opened: [] as string[],
    nudged: [] as number[],
    accessLevels: [] as string[],
  };
  const events = {
    onConnect: fakeEvent(),
    onClicked: fakeEvent(),
    onAdded: fakeEvent(),
    onRemoved: fakeEvent(),
  };
  const matches = (pattern: string, origin: string) => {
    const host = new URL(origin.replace('*.', 'x.').replace('//*/', '//any.invalid/')).hostname;
    const name = pattern.slice('https://'.length, -2);
    return name === '*' || name === host || (name.startsWith('*.') && host.endsWith(name.slice(1)));
  };
  Object.assign(fakeBrowser.runtime, {
    onConnect: events.onConnect,
    getManifest: () => ({ host_permissions: ['https://*.linkedin.com/*', 'https://www.credly.com/*'] }),
    getPlatformInfo: async () => ({ os: 'linux' }),
    lastError: undefined,
  });
  Object.assign(fakeBrowser.permissions, {
    onAdded: events.onAdded,
    onRemoved: events.onRemoved,
    contains: async ({ origins = [] }: { origins?: string[] }) =>
      origins.every((origin) => state.granted.some((pattern) => matches(pattern, origin))),
    getAll: async () => ({ origins: [...state.granted], permissions: [] }),
  });
  Object.assign(fakeBrowser.scripting, {
    getRegisteredContentScripts: async ({ ids }: { ids: string[] }) =>
      state.scripts.filter(({ id }) => ids.includes(id)),
    registerContentScripts: async (scripts: RegisteredScript[]) => void state.scripts.push(...scripts),
    updateContentScripts: async (scripts: RegisteredScript[]) => {
      state.scripts = scripts;
    },
    unregisterContentScripts: async () => {
      state.scripts = [];
    },
    executeScript: async (injection: (typeof state.executed)[number]) => {
      if (state.refuseScripts) throw new Error('Cannot access contents of the page');
      state.executed.push(injection);
      return [];
    },
  });
  Object.assign(fakeBrowser.contextMenus, {
    onClicked: events.onClicked,
    removeAll: async () => {
      state.menus = [];
    },
    create: (menu: (typeof state.menus)[number]) => void state.menus.push(menu),
  });
  Object.assign(fakeBrowser.tabs, {
    create: async ({ url }: { url: string }) => void state.opened.push(url),
    connect: (tabId: number) => {
      state.nudged.push(tabId);
      return { onMessage: fakeEvent(), onDisconnect: fakeEvent(), disconnect: () => {} };
    },
  });
  Object.assign(fakeBrowser.storage.local, {
    setAccessLevel: async ({ accessLevel }: { accessLevel: string }) => void state.accessLevels.push(accessLevel),
  });
  return { state, events };
}

export const OWN = { id: 'test-extension-id', origin: 'chrome-extension://test-extension-id' };

/** A port as the background sees it. */
export function fakePort(sender: object, name = 'page') {
  const said: Record<string, unknown>[] = [];
  const onMessage = fakeEvent();
  const onDisconnect = fakeEvent();
  const port = {
    name,
    sender,
    onMessage,
    onDisconnect,
    said,
    closed: false,
    postMessage: (message: Record<string, unknown>) => {
      if (port.closed) throw new Error('Attempting to use a disconnected port object');
      said.push(structuredClone(message));
    },
    disconnect: () => {
      port.closed = true;
    },
    say: (message: unknown) => void onMessage.fire(message, port),
    hangUp: () => {
      port.closed = true;
      onDisconnect.fire(port);
    },
    of: (type: string) => said.filter((message) => message.type === type),
  };
  return port;
}

export const scriptSender = (tabId = 1, host = 'www.linkedin.com', frameId = 0, incognito = false) => ({
  id: OWN.id,
  origin: `https://${host}`,
  url: `https://${host}/in/someone`,
  tab: { id: tabId, incognito },
  frameId,
});

/** Waits until something has become true, without any clock. */
export async function until(is: () => boolean, rounds = 5000): Promise<void> {
  for (let i = 0; i < rounds && !is(); i++) await new Promise((resolve) => setImmediate(resolve));
  if (!is()) throw new Error('it never became true');
}

export async function settle(rounds = 300): Promise<void> {
  for (let i = 0; i < rounds; i++) await new Promise((resolve) => setImmediate(resolve));
}
