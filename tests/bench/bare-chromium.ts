import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { resolverRules } from '../world/start-world.ts';

type Params = Record<string, unknown>;
type Listener = (params: Params) => void;

/** One line of the DevTools protocol, to one target. */
export interface Session {
  send(method: string, params?: Params): Promise<Params>;
  on(method: string, listener: Listener): void;
}

export interface BareChromium {
  /** A new tab that has loaded this address. */
  open(address: string): Promise<Session>;
  /** The running worker of an extension; undefined when it sleeps. */
  worker(id: string): Promise<Session | undefined>;
  /** Closes pages that extensions have opened by themselves (a welcome): they keep a process alive that would have gone. */
  closeOwnPages(): Promise<void>;
  close(): Promise<void>;
}

/**
 * A Chromium that nobody looks into but for the sessions that are opened here. Playwright attaches itself to every worker and halts it at its start,
 * which would be measured too.
 */
export async function bareChromium(
  binary: string,
  world: number,
  extensions: readonly string[],
): Promise<BareChromium> {
  const profile = await mkdtemp(join(tmpdir(), 'bare-chromium-'));
  const list = extensions.join(',');
  const child = spawn(
    binary,
    [
      '--headless=new',
      '--remote-debugging-port=0',
      `--user-data-dir=${profile}`,
      '--no-sandbox',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-features=DisableLoadExtensionCommandLineSwitch',
      `--disable-extensions-except=${list}`,
      `--load-extension=${list}`,
      '--ignore-certificate-errors',
      `--host-resolver-rules=${resolverRules(world)}, EXCLUDE 127.0.0.1`,
      'about:blank',
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const address = await new Promise<string>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`${binary} ended with ${code}`)));
    createInterface({ input: child.stderr }).on('line', (text) => {
      const found = /^DevTools listening on (ws:.+)$/.exec(text)?.[1];
      if (found) resolve(found);
    });
  });
  const connect = await connection(address);
  const browser = connect();
  return {
    async open(page) {
      const { targetId } = await browser.send('Target.createTarget', { url: 'about:blank' });
      const { sessionId } = await browser.send('Target.attachToTarget', { targetId, flatten: true });
      const session = connect(String(sessionId));
      await session.send('Page.enable');
      const loaded = new Promise<void>((resolve) => session.on('Page.loadEventFired', () => resolve()));
      await session.send('Page.navigate', { url: page });
      await loaded;
      return session;
    },
    async worker(id) {
      const { targetInfos } = await browser.send('Target.getTargets');
      const found = (targetInfos as { targetId: string; type: string; url: string }[]).find(
        ({ type, url }) => type === 'service_worker' && url.startsWith(`chrome-extension://${id}/`),
      );
      if (!found) return undefined;
      const { sessionId } = await browser.send('Target.attachToTarget', { targetId: found.targetId, flatten: true });
      return connect(String(sessionId));
    },
    async closeOwnPages() {
      const { targetInfos } = await browser.send('Target.getTargets');
      for (const { targetId, type, url } of targetInfos as { targetId: string; type: string; url: string }[])
        if (type === 'page' && url.startsWith('chrome-extension:'))
          await browser.send('Target.closeTarget', { targetId });
    },
    async close() {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      await browser.send('Browser.close');
      await ended;
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

async function connection(address: string): Promise<(sessionId?: string) => Session> {
  const socket = new WebSocket(address);
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve, { once: true });
    socket.addEventListener('error', reject, { once: true });
  });
  const waiting = new Map<number, { resolve(result: Params): void; reject(error: Error): void }>();
  const listeners: { sessionId: string | undefined; method: string; listener: Listener }[] = [];
  let counter = 0;
  socket.addEventListener('message', ({ data }) => {
    const message = JSON.parse(String(data));
    if (message.id === undefined) {
      for (const { sessionId, method, listener } of listeners)
        if (message.method === method && message.sessionId === sessionId) listener(message.params);
      return;
    }
    const call = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.error) call?.reject(new Error(message.error.message));
    else call?.resolve(message.result);
  });
  return (sessionId) => ({
    on: (method, listener) => void listeners.push({ sessionId, method, listener }),
    send: (method, params = {}) =>
      new Promise((resolve, reject) => {
        const id = ++counter;
        waiting.set(id, { resolve, reject });
        socket.send(JSON.stringify({ id, method, params, ...(sessionId && { sessionId }) }));
      }),
  });
}
