import type { Runtime } from 'webextension-polyfill';
import { browser } from '../../utils/browser.ts';
import { PANEL_PORT, type PanelMessage, type PanelState } from '../../utils/messages/protocol.ts';

/** A page that is just loading has no content script yet; then one is there, or never. */
const RETRY_AFTER_MS = [150, 500, 1200];

export interface PanelEvents {
  onState: (state: PanelState) => void;
  /** Nobody answers in that tab. `before`: somebody did until now. */
  onSilence: (before: boolean) => void;
}

/**
 * The line to one tab's content script. It does not pass through the background, so it works while the worker sleeps.
 * A page that navigates drops the line; it is taken up again by itself a few times.
 */
export class PanelLink {
  #port: Runtime.Port | null = null;
  #answered = false;
  #tries = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    readonly tabId: number,
    readonly events: PanelEvents,
  ) {}

  /** Starts, or starts again after a silence. */
  connect(): void {
    this.#tries = 0;
    this.#open();
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#port?.disconnect();
    this.#port = null;
  }

  /** Answers false when nobody is there to hear it. */
  send(message: PanelMessage): boolean {
    try {
      this.#port?.postMessage(message);
      return this.#port !== null;
    } catch {
      return false;
    }
  }

  #open(): void {
    this.close();
    try {
      const port = browser.tabs.connect(this.tabId, { name: PANEL_PORT, frameId: 0 });
      this.#port = port;
      port.onMessage.addListener((message) => this.#hear(message));
      port.onDisconnect.addListener(() => {
        if (this.#port === port) this.#lost();
      });
    } catch {
      this.#lost();
    }
  }

  #hear(message: unknown): void {
    if (!isPanelState(message)) return;
    this.#answered = true;
    this.#tries = 0;
    this.events.onState(message);
  }

  #lost(): void {
    // Read, so that the browser does not log it: nobody there is a normal answer.
    void browser.runtime.lastError;
    this.#port = null;
    const wait = RETRY_AFTER_MS[this.#tries];
    this.#tries += 1;
    // Where nobody ever answered, one more try suffices: most pages have no content script and never will.
    if (wait !== undefined && (this.#answered || this.#tries === 1)) {
      this.#timer = setTimeout(() => this.#open(), wait);
      return;
    }
    this.events.onSilence(this.#answered);
    this.#answered = false;
  }
}

function isPanelState(message: unknown): message is PanelState {
  return typeof message === 'object' && message !== null && 'type' in message && message.type === 'findings';
}
