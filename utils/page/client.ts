import { type AskedBadge, type BackgroundMessage, PAGE_PORT, type PageMessage } from '../messages/protocol.ts';
import { alive, native, type Port } from './native.ts';

const CHUNK = 100;
const FIRST_RETRY = 250;
const LAST_RETRY = 30_000;
/** A page waits so long (ms) for a host that asked for a rest; badges are asked about again together. */
const LONGEST_REST = 3_600_000;
const SLOT = 5_000;

export interface Asked extends AskedBadge {
  person?: string;
  again?: boolean;
  byHand?: boolean;
}

export interface Client {
  /** Goes on with a port that is open already. */
  take(port: Port | null): void;
  /** Opens the port where there is none: the answer is the site's terms. */
  hello(): void;
  /** Asks for reports. What has not been answered is asked again when the worker comes back from the dead. */
  check(badges: readonly Asked[]): void;
  forget(keys: string[]): void;
  /** Anything else. `picture` is sent again until it is answered. */
  send(message: PageMessage): void;
  /** A new port in place of the old one: answers that are on their way are lost. */
  restart(): void;
  close(): void;
}

const id = (message: PageMessage | BackgroundMessage): string | null =>
  message.type === 'picture' ? `picture ${message.key}` : null;

/**
 * The page's end of the `page` port. The worker at the other end may die at any moment, which the port tells: then everything unanswered is sent
 * anew over a new port, with growing pauses. With nothing to wait for, no port is opened, so that an idle page never keeps a worker alive.
 */
export function connectPage(received: (message: BackgroundMessage) => void, orphaned: () => void): Client {
  const checks = new Map<string, Asked>();
  const waiting = new Map<string, PageMessage>();
  /** Answered, but the host wants to be asked again later; and who was asked about again already. */
  const later = new Map<string, Asked>();
  const dueAt = new WeakMap<Asked, number>();
  const slots = new Set<number>();
  let port: Port | null = null;
  let greeted = true;
  let retry = FIRST_RETRY;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let closed = false;

  const hangUp = (): void => {
    clearTimeout(timer);
    const old = port;
    port = null;
    try {
      old?.disconnect();
    } catch {
      // It is gone already.
    }
  };

  const close = (): void => {
    closed = true;
    later.clear();
    hangUp();
  };

  const lost = (): void => {
    port = null;
    if (closed) return;
    if (!alive()) {
      close();
      orphaned();
      return;
    }
    if (greeted && checks.size + waiting.size === 0) return;
    clearTimeout(timer);
    timer = setTimeout(open, retry);
    retry = Math.min(retry * 2, LAST_RETRY);
  };

  const post = (message: PageMessage): void => {
    try {
      port?.postMessage(message);
    } catch {
      lost();
    }
  };

  /** Badges that share all that goes with them go in one message, in order. */
  const postChecks = (badges: Iterable<Asked>): void => {
    const groups = new Map<string, AskedBadge[]>();
    for (const { key, url, ...how } of badges) {
      const name = JSON.stringify(how);
      groups.set(name, [...(groups.get(name) ?? []), { key, url }]);
    }
    for (const [how, group] of groups) {
      for (let i = 0; i < group.length; i += CHUNK)
        post({ type: 'check', badges: group.slice(i, i + CHUNK), ...JSON.parse(how) });
    }
  };

  const open = (): void => {
    if (port || closed) return;
    clearTimeout(timer);
    try {
      use(native().runtime.connect({ name: PAGE_PORT }));
    } catch {
      lost();
    }
  };

  const ask = (badges: readonly Asked[]): void => {
    for (const badge of badges) {
      checks.set(badge.key, badge);
      later.delete(badge.key);
    }
    if (isOpen()) postChecks(badges);
  };

  /** The background asks again too, but only as long as neither its worker nor this line dies. */
  const answered = (key: string, retryAt: string | undefined): void => {
    const asked = checks.get(key);
    checks.delete(key);
    later.delete(key);
    const at = Math.ceil((Date.parse(retryAt ?? '') + 1) / SLOT) * SLOT;
    const wait = at - Date.now();
    if (!asked || dueAt.has(asked) || !(wait < LONGEST_REST)) return;
    const retry = { ...asked };
    dueAt.set(retry, at);
    later.set(key, retry);
    if (slots.has(at)) return;
    slots.add(at);
    setTimeout(() => {
      slots.delete(at);
      const due = [...later.values()].filter((one) => (dueAt.get(one) ?? 0) <= at);
      if (due.length > 0) ask(due);
    }, wait);
  };

  const use = (mine: Port): void => {
    port = mine;
    mine.onDisconnect.addListener(() => mine === port && lost());
    mine.onMessage.addListener((raw) => {
      if (mine !== port) return;
      const message = raw as BackgroundMessage;
      retry = FIRST_RETRY;
      if (message.type === 'terms') {
        greeted = true;
        if (message.terms.checking === 'click') for (const [key, { byHand }] of later) if (!byHand) later.delete(key);
      }
      if (message.type === 'report') answered(message.key, message.report.retryAt);
      waiting.delete(id(message) ?? '');
      received(message);
    });
    greeted = false;
    post({ type: 'hello', dark: matchMedia('(prefers-color-scheme: dark)').matches });
    postChecks(checks.values());
    waiting.forEach(post);
  };

  const isOpen = (): boolean => {
    const was = port !== null;
    open();
    return was;
  };

  return {
    take(handed) {
      if (handed && !port) use(handed);
    },
    hello: open,
    check: ask,
    forget(keys) {
      for (const key of keys) {
        checks.delete(key);
        later.delete(key);
      }
      for (let i = 0; port && i < keys.length; i += CHUNK) post({ type: 'forget', keys: keys.slice(i, i + CHUNK) });
    },
    send(message) {
      const name = id(message);
      if (name) waiting.set(name, message);
      if (isOpen() || !name) post(message);
    },
    restart() {
      later.clear();
      hangUp();
      open();
    },
    close,
  };
}
