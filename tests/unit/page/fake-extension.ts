import { vi } from 'vitest';
import type { Report, Tone, Verdict } from '../../../utils/badge/report.ts';
import type { BackgroundMessage, PageMessage } from '../../../utils/messages/protocol.ts';

type Listener = (...args: never[]) => void;

function event() {
  const listeners = new Set<Listener>();
  return {
    addListener: (listener: Listener) => void listeners.add(listener),
    removeListener: (listener: Listener) => void listeners.delete(listener),
    fire: (...args: unknown[]) => {
      for (const listener of [...listeners]) listener(...(args as never[]));
    },
    size: () => listeners.size,
  };
}

/** One end of a port, held by the test, which plays the other side. */
export class FakePort {
  readonly name: string;
  readonly sender?: object;
  readonly sent: unknown[] = [];
  readonly onMessage = event();
  readonly onDisconnect = event();
  open = true;

  constructor(name: string, sender?: object) {
    this.name = name;
    this.sender = sender;
  }

  postMessage(message: unknown): void {
    if (!this.open) throw new Error('Attempting to use a disconnected port object');
    this.sent.push(structuredClone(message));
  }

  disconnect(): void {
    this.open = false;
  }

  /** The other side goes away: the worker died, the popup closed. */
  die(): void {
    this.open = false;
    this.onDisconnect.fire(this);
  }

  say(message: BackgroundMessage | object): void {
    this.onMessage.fire(message, this);
  }

  /** What was sent, by type. */
  of<T extends PageMessage['type']>(type: T): Extract<PageMessage, { type: T }>[] {
    return (this.sent as PageMessage[]).filter((message) => message.type === type) as Extract<
      PageMessage,
      { type: T }
    >[];
  }
}

export const ID = 'touchstonetouchstonetouchstonext';

/** The native extension object, as little of it as the content script uses. Remove `id` from `runtime` to invalidate the context. */
export function fakeExtension() {
  const ports: FakePort[] = [];
  const onConnect = event();
  const runtime = {
    id: ID as string | undefined,
    getURL: (path: string) => `chrome-extension://${ID}/${path}`,
    onConnect,
    connect({ name }: { name: string }) {
      if (!runtime.id) throw new Error('Extension context invalidated.');
      const port = new FakePort(name);
      ports.push(port);
      return port;
    },
  };
  const i18n = {
    getMessage: (key: string, substitutions?: string[]) =>
      key === '@@bidi_dir' ? 'ltr' : [key, ...(substitutions ?? [])].join(' '),
    getUILanguage: () => 'en',
  };
  const extension = { runtime, i18n };
  vi.stubGlobal('chrome', extension);
  vi.stubGlobal('browser', undefined);
  return {
    runtime,
    ports,
    onConnect,
    /** The newest port to the background. */
    port: (): FakePort => {
      const port = ports.at(-1);
      if (!port) throw new Error('no port was opened');
      return port;
    },
    popup(sender: object = { id: ID, url: `chrome-extension://${ID}/popup.html` }, name = 'panel'): FakePort {
      const port = new FakePort(name, sender);
      onConnect.fire(port);
      return port;
    },
  };
}

export const report = (verdict: Verdict, tone: Tone, more: Partial<Report> = {}): Report => ({
  verdict,
  tone,
  proof: 'hosted',
  checks: [],
  badge: null,
  holder: { match: 'unknown' },
  issuer: { standing: 'vetted', name: 'Harbour Guild' },
  checkedAt: '2026-11-23T10:00:00Z',
  asked: ['www.credly.com'],
  ...more,
});

/** Addresses of invented badges. */
export const BADGES = [
  '0b1f7c52-3d94-4e07-9a61-5c2d8e4f7a10',
  '1c8e2d63-4ea5-4f18-8b72-6d3e9f508b21',
  '2d9f3e74-5fb6-4029-9c83-7e4fa0619c32',
  '3ea04f85-60c7-413a-ad94-8f50b172ad43',
] as const;
export const address = (n: 0 | 1 | 2 | 3): string => `https://www.credly.com/badges/${BADGES[n]}/public_url`;
export const key = (n: 0 | 1 | 2 | 3): string => `credly:${BADGES[n]}`;
