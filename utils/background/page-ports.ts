/** All content scripts that are connected, and how to reach one that is not. */
import { browser } from '../browser.ts';
import { type BackgroundMessage, NUDGE_PORT, PAGE_PORT } from '../messages/protocol.ts';
import { ownIdentity } from '../messages/self.ts';
import { classifySender, type SenderLike } from '../messages/sender.ts';
import { createPageLine, type PageLine, type PagePortDeps } from './page-port.ts';

type Show = Extract<BackgroundMessage, { type: 'show' }>;

export interface PagePorts {
  /** Sends each page what applies to it now; `stillOpen` limits it to some hosts. */
  broadcastTerms(isMeant?: (host: string) => boolean): void;
  /** Shows a badge's card in a frame whose content script is running. */
  show(tabId: number, frameId: number, message: Show): void;
  /** Content scripts without a line say hello again, and so hear what applies now. */
  nudge(tabId: number, frameId?: number): void;
}

export interface PagePortsDeps extends Omit<PagePortDeps, 'onHello'> {
  /** A page of this tab has badges and is being marked. */
  onGreeted(tabId: number): void;
}

/** How long a nudge waits for a content script that is just starting, in milliseconds. */
const NUDGE_LIFE = 2000;

/** Registers the listener at once: a woken worker must be able to hear the port that woke it. */
export function createPagePorts(deps: PagePortsDeps): PagePorts {
  const lines = new Set<PageLine>();
  /** Lines whose content script has said hello: whoever has not may not listen yet. */
  const greeted = new WeakSet<PageLine>();
  const shows = new Map<string, Show>();
  let counter = 0;
  const name = (tabId: number, frameId: number) => `${tabId}:${frameId}`;

  const onHello = (line: PageLine) => {
    greeted.add(line);
    deps.onGreeted(line.caller.tabId);
    const place = name(line.caller.tabId, line.caller.frameId);
    const show = shows.get(place);
    if (!show) return;
    shows.delete(place);
    line.post(show);
  };

  browser.runtime.onConnect.addListener((port) => {
    if (port.name !== PAGE_PORT) return;
    const caller = classifySender(port.sender as SenderLike | undefined, ownIdentity());
    if (caller.kind !== 'content-script') {
      deps.onDropped();
      port.disconnect();
      return;
    }
    const line = createPageLine(caller, `line:${++counter}`, (message) => port.postMessage(message), {
      ...deps,
      ...(caller.isPrivate && deps.unkept),
      onHello,
    });
    lines.add(line);
    port.onMessage.addListener((message) => void line.receive(message));
    port.onDisconnect.addListener(() => {
      lines.delete(line);
      line.close();
    });
  });

  for (const [isPrivate, { ledger }] of [[false, deps] as const, [true, deps.unkept] as const]) {
    ledger.subscribe((key, examined) => {
      for (const line of lines) if (line.caller.isPrivate === isPrivate) line.answered(key, examined);
    });
  }

  /**
   * An idle content script keeps no line open, so that it keeps no worker alive. It always listens for this port, which makes it say hello;
   * it hangs up itself.
   */
  function nudge(tabId: number, frameId = 0): void {
    try {
      const port = browser.tabs.connect(tabId, { name: NUDGE_PORT, frameId });
      const timer = setTimeout(() => port.disconnect(), NUDGE_LIFE);
      port.onDisconnect.addListener(() => {
        clearTimeout(timer);
        // Read, so that the browser does not log it: nobody there is a normal answer.
        void browser.runtime.lastError;
      });
    } catch {
      // No such tab.
    }
  }

  return {
    nudge,
    broadcastTerms(isMeant = () => true) {
      for (const line of lines) if (isMeant(line.caller.host)) void line.sendTerms().catch(() => {});
    },
    show(tabId, frameId, message) {
      for (const line of lines) {
        const { caller } = line;
        if (greeted.has(line) && caller.tabId === tabId && caller.frameId === frameId) return line.post(message);
      }
      shows.set(name(tabId, frameId), message);
      nudge(tabId, frameId);
    },
  };
}
