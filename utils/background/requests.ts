import type { Report } from '../badge/report.ts';
import { browser } from '../browser.ts';
import { fromBase64 } from '../bytes/base64.ts';
import { badgeKey, recogniseLink } from '../links/index.ts';
import type { Requests } from '../messages/protocol.ts';
import type { RequestHandlers } from '../messages/router.ts';
import { readContext } from '../trust/read-context.ts';
import type { BadgeSource } from '../verify/types.ts';
import { fetchPicture } from './pictures.ts';
import { ownReport } from './report-for.ts';
import { runPageScript, type SiteAccess } from './site-access.ts';
import type { Trust } from './trust.ts';
import type { Household, Means } from './types.ts';
import type { WalletKeeper } from './wallet/start-wallet.ts';
import type { Withdrawn } from './withdrawn.ts';

export interface RequestDeps extends Household {
  sites: SiteAccess;
  withdrawn: Withdrawn;
  trust: Trust;
  wallet: WalletKeeper;
  broadcastTerms(isMeant?: (host: string) => boolean): void;
}

/** What our own pages may ask. Every one may be done twice: a page whose worker died asks again. */
export function createRequestHandlers(deps: RequestDeps): RequestHandlers {
  const { ledger, verification, unkept } = deps;
  const meansFor = (isPrivate: boolean): Means => (isPrivate ? unkept : deps);
  const clearAll = () => Promise.all([ledger.clear(), unkept.ledger.clear()]);

  async function checkSource(ask: Requests['check-source']['ask'], { ledger, fetch }: Means): Promise<Report> {
    const source = sourceOf(ask);
    const link = 'url' in source ? recogniseLink(source.url) : null;
    const examined = link
      ? await ledger.check({ key: badgeKey(link), url: link.url, again: ask.again, byHand: true })
      : await examineByHand(source, fetch, ask.again);
    return ownReport(
      verification.reportOn,
      examined,
      await deps.readSettings(),
      await deps.readLists(),
      ask.holderName,
    );
  }

  async function examineByHand(source: BadgeSource, fetch: typeof globalThis.fetch, fresh?: boolean) {
    const { contexts } = await deps.readLists();
    return verification.examine(source, { fetch, contexts, fresh, followShortLinks: true });
  }

  async function yours(keys: readonly string[]): Promise<string[]> {
    const settings = await deps.readSettings();
    if (settings.emails.length === 0) return [];
    const lists = await deps.readLists();
    const isYours = await Promise.all(
      keys.map(async (key) => {
        // The popup of a private window says nothing of where it stands: both are looked into, and nothing is written down.
        const answers = await Promise.all([ledger.peek(key), unkept.ledger.peek(key)]);
        return answers.some(
          (each) => each && ownReport(verification.reportOn, each, settings, lists).holder.match === 'yours',
        );
      }),
    );
    return keys.filter((_, i) => isYours[i]);
  }

  return {
    'check-page': async ({ tabId }) => {
      const tab = await browser.tabs.get(tabId).catch(() => undefined);
      if (tab?.url !== undefined && URL.canParse(tab.url)) await deps.withdrawn.remove(new URL(tab.url).hostname);
      return (await runPageScript(tabId)) ? { done: true } : { done: false, reason: 'no-access' };
    },
    'check-source': async (ask, { isPrivate }) => ({ report: await checkSource(ask, meansFor(isPrivate)) }),
    picture: async ({ address }, { isPrivate }) =>
      (await fetchPicture(address, meansFor(isPrivate).fetch)) ?? { data: null, mime: null },
    'site-changed': async () => {
      await deps.sites.sync();
      deps.broadcastTerms();
      return { done: true };
    },
    'load-registries': () => deps.trust.refresh(),
    'read-context': async ({ address }, { isPrivate }) => readContext(address, meansFor(isPrivate).fetch),
    // Answered when the work is done: as long as somebody waits for an answer the worker is not idle.
    'wallet-work': async () => ({ trouble: await deps.wallet.work() }),
    'wallet-report': async ({ id }) => ({ report: await deps.wallet.report(id) }),
    'wallet-check': async ({ ids }) => ({ trouble: await deps.wallet.check(ids) }),
    'wallet-look': async () => ({ trouble: await deps.wallet.lookNow() }),
    'wallet-rejudge': async () => ({ done: await succeeds(deps.wallet.rejudge()) }),
    yours: async ({ keys }) => ({ keys: await yours(keys) }),
    'clear-cache': async () => ({ done: await succeeds(clearAll()) }),
    'cache-info': () => ledger.count(),
    'delete-everything': async () => {
      const cleared = await Promise.all(
        [clearAll(), deps.wallet.deleteAll(), browser.storage.local.clear(), browser.storage.session.clear()].map(
          succeeds,
        ),
      );
      await deps.sites.sync();
      deps.broadcastTerms();
      return { done: cleared.every(Boolean) };
    },
  };
}

/** Pasted text that is nothing but an address means the address; data that is no base64 becomes nothing, which is no badge. */
function sourceOf({ url, text, data }: Requests['check-source']['ask']): BadgeSource {
  if (data !== undefined) return { bytes: fromBase64(data) ?? new Uint8Array() };
  if (url !== undefined) return { url };
  const trimmed = (text ?? '').trim();
  return /^https?:\/\/\S+$/i.test(trimmed) ? { url: trimmed } : { text: text ?? '' };
}

function succeeds(work: Promise<unknown>): Promise<boolean> {
  return work.then(
    () => true,
    () => false,
  );
}
