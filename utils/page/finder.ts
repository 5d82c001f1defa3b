import { NUDGE_PORT, PAGE_PORT, PANEL_PORT } from '../messages/protocol.ts';
import { removeNode } from './dom.ts';
import type { Links } from './links.ts';
import { alive, native, type Port } from './native.ts';
import { type Observer, type Watch, watchPage } from './observe.ts';
import { isOurs } from './scan.ts';

/** Short links of no platform's own: every link in a LinkedIn post is one. They alone are no reason to wake the background. */
export const SHORTENER = 'shortener';
const FIRST_RETRY = 250;

/** The part that only a page with badges needs: it arrives in a second script. */
export interface Crew extends Watch {
  /** A popup wants to know about this page. */
  panel(port: Port): void;
  /** The background wants to be able to talk to this page. */
  hello(): void;
  stop(): void;
}

/** What the script on every page leaves for the second one, on the isolated world's global object. */
export interface Finder {
  links: Links;
  observer: Observer;
  /** Hands over to the second script: the port, if it lives, and the popups that wait. */
  attend(crew: Crew): { port: Port | null; panels: Port[] };
  /** The second script is there. */
  isAttended(): boolean;
  hello(): void;
  stop(): void;
}

declare global {
  /** Isolated world only: no page can see it. */
  var touchstonePage: Finder | undefined;
}

/**
 * What runs on every page: looks for badge links and, once there is one, has the background bring the second script. A page without badges never
 * wakes the background.
 */
export function runFinder(links: Links): Finder {
  let crew: Crew | undefined;
  let port: Port | null = null;
  let wanted = false;
  let retry = FIRST_RETRY;
  let panels: Port[] = [];

  const load = (): void => {
    wanted = true;
    if (crew || port || !alive()) return;
    const mine = native().runtime.connect({ name: PAGE_PORT });
    port = mine;
    mine.onDisconnect.addListener(() => {
      if (port !== mine) return;
      port = null;
      setTimeout(load, retry);
      retry *= 2;
    });
    mine.postMessage({ type: 'card' });
  };

  const connected = (panel: Port): void => {
    // The browser stamps who opened it: an own page of this extension and nobody else.
    const { id, getURL } = native().runtime;
    if (panel.sender?.id !== id || !panel.sender.url?.startsWith(getURL(''))) return;
    if (panel.name === NUDGE_PORT) {
      panel.disconnect();
      finder.hello();
    } else if (panel.name !== PANEL_PORT) return;
    else if (crew) crew.panel(panel);
    else {
      panels.push(panel);
      load();
    }
  };

  const observer = watchPage(document, links, {
    found(el) {
      if (crew) crew.found(el);
      // None of ours is here yet: whoever drew it wants to be taken for us.
      else if (isOurs(el)) removeNode(el);
      else if (!wanted) {
        const link = links.linkOf(el);
        if (link && link.platform !== SHORTENER) load();
      }
    },
    looked() {
      if (alive()) return crew?.looked();
      finder.stop();
      return undefined;
    },
  });

  const finder: Finder = {
    links,
    observer,
    attend(arrived) {
      const handed = { port, panels };
      crew = arrived;
      port = null;
      panels = [];
      return handed;
    },
    isAttended: () => crew !== undefined,
    hello() {
      if (crew) crew.hello();
      else load();
    },
    stop() {
      observer.stop();
      crew?.stop();
      globalThis.touchstonePage = undefined;
      try {
        native().runtime.onConnect.removeListener(connected);
        port?.disconnect();
      } catch {
        // The extension is gone, and the ports with it.
      }
    },
  };
  native().runtime.onConnect.addListener(connected);
  globalThis.touchstonePage = finder;
  observer.start();
  return finder;
}
