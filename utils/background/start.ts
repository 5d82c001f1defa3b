/**
 * The background as a whole. Every listener is registered before anything is awaited: a worker that is woken by an event hears only
 * listeners that were there in its first turn.
 */
import { browser } from '../browser.ts';
import { LedgerDatabase } from '../ledger/database.ts';
import { createLedger } from '../ledger/ledger.ts';
import { createMemoryStore } from '../ledger/memory-store.ts';
import { createLedgerStore } from '../ledger/store.ts';
import type { LedgerDeps } from '../ledger/types.ts';
import { createRouter } from '../messages/router.ts';
import { ownIdentity } from '../messages/self.ts';
import type { SenderLike } from '../messages/sender.ts';
import { closeStorageToPages, readSettings, watchSettings } from '../settings/store.ts';
import type { Translate } from '../words/types.ts';
import { createFetches, type Fetches } from './fetches.ts';
import { installMenus, onMenuClicked } from './menus.ts';
import { createPagePorts } from './page-ports.ts';
import { perTurn } from './per-turn.ts';
import { createRequestHandlers } from './requests.ts';
import { createSessionList } from './session-list.ts';
import { createSiteAccess, hostMatches } from './site-access.ts';
import { createToolbar } from './toolbar.ts';
import { createTrust } from './trust.ts';
import type { Verification } from './types.ts';
import { createWake } from './wake.ts';
import { startWallet } from './wallet/start-wallet.ts';
import { createWithdrawn } from './withdrawn.ts';
import { beginWorkerLife } from './worker-life.ts';

export interface BackgroundOptions {
  verification: Verification;
  t: Translate;
  /** The browser chooses the icon for dark toolbars by itself (Firefox). */
  themedIcons: boolean;
  fetch?: typeof fetch;
  /** Something was dropped because its sender may not say it or nobody understands it. The sender never learns. */
  onDropped?(): void;
}

/** Tabs that are told of a change of settings although they keep no line open, at most. */
const MAX_NUDGED = 100;
/** What an earlier worker left can wait until the page that woke this one has its first answers. */
const RESUME_AFTER = 1500;

/** Starts the background. Synchronous: what takes time happens afterwards. */
export function startBackground(options: BackgroundOptions): void {
  const { verification, t, themedIcons, fetch = globalThis.fetch, onDropped = () => {} } = options;
  const fetches = createFetches(fetch);
  const trust = createTrust(readSettings, fetches.kept.byHand, () => wallet.judgeSoon());
  const examineWith =
    ({ byHand: polite, byItself }: Fetches): LedgerDeps['examine'] =>
    async (url, { byHand, again }) => {
      const { contexts } = await trust.lists();
      const fetch = byHand ? polite : byItself;
      return verification.examine({ url }, { fetch, contexts, fresh: again, followShortLinks: byHand });
    };
  // Any call of the extension API starts the browser's idle timer anew.
  const keepAlive = () => void browser.runtime.getPlatformInfo().catch(() => {});
  const wake = createWake(() => void ledger.resume());
  const ledger = createLedger({
    store: createLedgerStore(new LedgerDatabase()),
    examine: examineWith(fetches.kept),
    ...beginWorkerLife(),
    onWaiting: (at) => wake.by(at),
    keepAlive,
  });
  const unkept = {
    ledger: createLedger({ store: createMemoryStore(), examine: examineWith(fetches.unkept), keepAlive }),
    fetch: fetches.unkept.byHand,
  };
  const toolbar = createToolbar(t, themedIcons);
  const sites = createSiteAccess(readSettings);
  const withdrawn = createWithdrawn();
  const household = {
    ledger,
    verification,
    fetch: fetches.kept.byHand,
    unkept,
    readSettings: perTurn(readSettings),
    readLists: trust.lists,
  };
  const wallet = startWallet({ ...household, t, keepAlive, readAllLists: trust.allLists });
  const markedTabs = createSessionList(
    'marked-tabs',
    Number.isInteger as (value: unknown) => value is number,
    MAX_NUDGED,
  );
  const onGreeted = (tabId: number) =>
    void markedTabs.change((before) => [...before.filter((other) => other !== tabId), tabId]);
  const ports = createPagePorts({
    ...household,
    toolbar,
    onDropped,
    onGreeted,
    isWithdrawn: (host) => withdrawn.includes(host),
  });
  const { broadcastTerms } = ports;
  const handlers = createRequestHandlers({ ...household, sites, withdrawn, trust, wallet, broadcastTerms });
  const route = createRouter(ownIdentity, handlers, onDropped);

  /** Pages that we mark, but that keep no line open while there is nothing to ask. */
  async function nudgeAll(): Promise<void> {
    for (const tabId of await markedTabs.read()) ports.nudge(tabId);
  }

  browser.runtime.onMessage.addListener(((message: unknown, sender: SenderLike, reply: (answer: unknown) => void) =>
    route(message, sender, reply)) as Parameters<typeof browser.runtime.onMessage.addListener>[0]);
  browser.runtime.onInstalled.addListener(({ reason }) => {
    void installMenus(t).catch(() => {});
    void sites.sync();
    if (reason === 'install')
      void browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') }).catch(() => {});
  });
  browser.runtime.onStartup.addListener(() => {
    void installMenus(t).catch(() => {});
    void sites.sync();
  });
  browser.contextMenus.onClicked.addListener((click, tab) => void onMenuClicked(click, tab, ports).catch(() => {}));
  browser.permissions.onAdded.addListener(({ origins = [] }) => {
    void withdrawn.remove(...origins).then(() => broadcastTerms());
    void sites.sync();
    for (const each of [ledger, unkept.ledger]) void each.dropUndecided().catch(() => {});
    if (origins.length > 0) void wallet.permitted().catch(() => {});
  });
  browser.permissions.onRemoved.addListener(({ origins = [] }) => {
    void withdrawn.add(origins).then(() => {
      broadcastTerms((host) => hostMatches(host, origins));
      return nudgeAll();
    });
    void sites.sync();
  });
  browser.tabs.onRemoved.addListener((tabId) => {
    void markedTabs.change((before) => before.filter((other) => other !== tabId));
  });
  watchSettings(() => {
    wallet.judgeSoon();
    broadcastTerms();
    void nudgeAll();
    void sites.sync();
  });

  void closeStorageToPages();
  setTimeout(() => {
    void ledger.resume();
    void wake.daily();
    void trust.daily();
    void wallet.resume().catch(() => {});
  }, RESUME_AFTER);
}
