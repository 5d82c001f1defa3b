/** One content script's line to the background: what it may ask, and nothing else. */
import type { Examined } from '../badge/report.ts';
import { browser } from '../browser.ts';
import { badgeKey, recogniseLink } from '../links/index.ts';
import { parsePageMessage } from '../messages/page-message.ts';
import type { AskedBadge, BackgroundMessage, PageMessage } from '../messages/protocol.ts';
import type { Caller } from '../messages/sender.ts';
import { updateSettings } from '../settings/store.ts';
import { termsFor, withSite } from '../settings/terms.ts';
import type { SiteTerms } from '../settings/types.ts';
import { fetchPicture } from './pictures.ts';
import { pageReport } from './report-for.ts';
import type { Toolbar } from './toolbar.ts';
import type { Household } from './types.ts';
import { openWallet } from './wallet/open-wallet.ts';

/** What a page wants to know about at the same time. A page with more is no page for people. */
const MAX_WANTED = 5000;
const CARD_SCRIPT = 'card.js';

export type PageCaller = Extract<Caller, { kind: 'content-script' }>;

export interface PagePortDeps extends Household {
  toolbar: Toolbar;
  /** The content script has said hello: it is there and listens. */
  onHello(line: PageLine): void;
  /** Something was said that nobody here understands. */
  onDropped(): void;
  /** The reader has withdrawn this host during this session. */
  isWithdrawn(host: string): Promise<boolean>;
}

export interface PageLine {
  readonly caller: PageCaller;
  post(message: BackgroundMessage): void;
  /** What applies on its site now. */
  sendTerms(): Promise<void>;
  /** A message as it came, not yet looked at. */
  receive(message: unknown): Promise<void>;
  /** A new answer to what it wanted, which came later (after a rest of the host). */
  answered(key: string, examined: Examined): void;
  close(): void;
}

const OFF: Pick<SiteTerms, 'off'> = { off: true };

/** `send` may throw once the other end is gone. `asker` names this line in the ledger. */
export function createPageLine(
  caller: PageCaller,
  asker: string,
  send: (message: BackgroundMessage) => void,
  deps: PagePortDeps,
): PageLine {
  const { ledger, verification, readSettings, readLists } = deps;
  /** Key → the person of the page it was asked with. */
  const wanted = new Map<string, string | undefined>();
  const pending = new Set<string>();
  let open = true;
  /** One message after the other: what is taken back must have been asked before. */
  let chain: Promise<void> = Promise.resolve();

  function post(message: BackgroundMessage): void {
    if (!open) return;
    try {
      send(message);
    } catch {
      close();
    }
  }

  function close(): void {
    open = false;
    wanted.clear();
    ledger.forget(asker);
  }

  async function terms(): Promise<SiteTerms> {
    const ours = termsFor(caller.host, await readSettings());
    return (await deps.isWithdrawn(caller.host)) ? { ...ours, ...OFF } : ours;
  }

  async function report(key: string, examined: Examined): Promise<void> {
    const lists = await readLists();
    if (!wanted.has(key)) return;
    post({ type: 'report', key, report: pageReport(verification.reportOn, examined, lists, wanted.get(key)) });
  }

  async function check(message: Extract<PageMessage, { type: 'check' }>): Promise<void> {
    const { again, person } = message;
    // Only the reader asks for a fresh check.
    const byHand = message.byHand || again;
    if ((await terms()).off && !byHand) return;
    if (!open) return;
    for (const badge of message.badges) {
      const url = cleanAddress(badge);
      if (url === null || (wanted.size >= MAX_WANTED && !wanted.has(badge.key))) continue;
      const { key } = badge;
      wanted.set(key, person);
      pending.add(key);
      ledger
        .check({ key, url, again, byHand, asker })
        .then((examined) => report(key, examined))
        // Only the reader's own change of mind ends here.
        .catch(() => {})
        .finally(() => pending.delete(key));
    }
  }

  /** Only of a badge that this page has, and only where the extension is on. The reader has opened its card. */
  async function picture({ key, url }: Extract<PageMessage, { type: 'picture' }>): Promise<void> {
    const asked = wanted.has(key) || (url !== undefined && cleanAddress({ key, url }) !== null);
    const image = asked && !(await terms()).off ? (await ledger.peek(key))?.badge?.image : undefined;
    const found = image === undefined || !open ? null : await fetchPicture(image, deps.fetch).catch(() => null);
    post({ type: 'picture', key, data: found?.data ?? null, mime: found?.mime ?? null });
  }

  async function card(): Promise<void> {
    const { tabId, frameId } = caller;
    await browser.scripting.executeScript({ target: { tabId, frameIds: [frameId] }, files: [CARD_SCRIPT] });
    post({ type: 'card-ready' });
  }

  async function mode(message: Extract<PageMessage, { type: 'mode' }>): Promise<void> {
    if (caller.host === '') return;
    const { type: _, ...change } = message;
    await updateSettings((before) => withSite(before, caller.host, change));
  }

  async function sendTerms(): Promise<void> {
    post({ type: 'terms', terms: await terms() });
  }

  async function act(message: PageMessage): Promise<void> {
    switch (message.type) {
      case 'hello':
        await sendTerms();
        if (!open) return;
        deps.onHello(line);
        if (caller.frameId === 0) await deps.toolbar.setDark(message.dark);
        return;
      case 'check':
        return open ? check(message) : undefined;
      case 'forget':
        for (const key of message.keys) wanted.delete(key);
        return ledger.forget(asker, message.keys);
      case 'summary':
        // The top frame speaks for its page; frames within are counted there.
        return open && caller.frameId === 0 ? deps.toolbar.show(caller.tabId, message.count, message.tone) : undefined;
      case 'card':
        // Whatever else the page says does not wait for a busy page or a slow host.
        if (open) void card().catch(() => {});
        return;
      case 'picture':
        void picture(message).catch(() => {});
        return;
      case 'claim': {
        const url = cleanAddress(message);
        if (url !== null) await openWallet(url);
        return;
      }
      case 'mode':
        return mode(message);
    }
  }

  const line: PageLine = {
    caller,
    post,
    sendTerms,
    async receive(raw) {
      const message = parsePageMessage(raw);
      if (!message) return deps.onDropped();
      // A tab that is gone, a page without access: nothing is left to be told.
      chain = chain.then(() => act(message)).catch(() => {});
      await chain;
    },
    answered(key, examined) {
      if (!pending.has(key) && wanted.has(key)) void report(key, examined).catch(() => {});
    },
    close,
  };
  return line;
}

/** The address as we recognise it ourselves, or null when it is not the badge that the key names. */
function cleanAddress({ key, url }: AskedBadge): string | null {
  const link = recogniseLink(url);
  return link && badgeKey(link) === key ? link.url : null;
}
