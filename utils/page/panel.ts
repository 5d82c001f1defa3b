import type { PanelMessage, PanelState } from '../messages/protocol.ts';
import type { Port } from './native.ts';

export interface Panel {
  /** A popup has come. Who opened the port has been checked. */
  open(port: Port): void;
  /** Something that the popup shows has changed. */
  changed(): void;
  isOpen(): boolean;
  close(): void;
}

/** The page's end of the `panel` port: answers the popup without waking the worker. */
export function servePanel(state: () => PanelState, received: (message: PanelMessage) => void): Panel {
  const ports = new Set<Port>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const tell = (): void => {
    timer = undefined;
    const now = state();
    for (const port of ports) {
      try {
        port.postMessage(now);
      } catch {
        ports.delete(port);
      }
    }
  };

  return {
    open(port) {
      ports.add(port);
      port.onDisconnect.addListener(() => ports.delete(port));
      port.onMessage.addListener((message) => received(message as PanelMessage));
      tell();
    },
    changed() {
      if (ports.size && !timer) timer = setTimeout(tell, 60);
    },
    isOpen: () => ports.size > 0,
    close() {
      clearTimeout(timer);
      for (const port of ports) {
        try {
          port.disconnect();
        } catch {
          // The extension is gone, and the port with it.
        }
      }
      ports.clear();
    },
  };
}
