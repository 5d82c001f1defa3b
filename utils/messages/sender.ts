/**
 * Who is speaking? Decided once, here, by what the browser stamped on the message. Nobody else reads a sender.
 *
 * Measured in Chromium 156 and Firefox 153: a content script's `origin` is its page's, and one of our own pages opened in a tab carries `tab`
 * too. So `id` and `origin` decide; the absence of a tab proves nothing, and `url` is the page's word.
 */

export interface SenderLike {
  id?: string;
  origin?: string;
  url?: string;
  frameId?: number;
  tab?: { id?: number; incognito?: boolean };
}

export interface Self {
  id: string;
  /** `chrome-extension://…` or `moz-extension://…`, without a slash at the end. */
  origin: string;
}

/** `isPrivate`: in a private window, as far as the browser says so. Nothing about what it asks may be written down. */
export type Caller =
  | { kind: 'own-page'; isPrivate: boolean }
  | {
      kind: 'content-script';
      tabId: number;
      frameId: number;
      /** Host of the frame it runs in, '' where the frame has none (sandboxed, data). */
      host: string;
      isPrivate: boolean;
    }
  | { kind: 'stranger' };

const STRANGER: Caller = { kind: 'stranger' };

/** Classifies a sender. Whatever is not certain is a stranger. */
export function classifySender(sender: SenderLike | undefined, self: Self): Caller {
  if (!sender || sender.id !== self.id || typeof sender.origin !== 'string' || sender.origin === '') return STRANGER;
  const isPrivate = sender.tab?.incognito === true;
  if (sender.origin === self.origin) return { kind: 'own-page', isPrivate };
  const tabId = sender.tab?.id;
  if (typeof tabId !== 'number') return STRANGER;
  return { kind: 'content-script', tabId, frameId: sender.frameId ?? 0, host: hostOf(sender.origin), isPrivate };
}

function hostOf(origin: string): string {
  try {
    return new URL(origin).hostname;
  } catch {
    return '';
  }
}
