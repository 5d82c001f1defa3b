import type { Report } from '../badge/report.ts';
import { browser } from '../browser.ts';
import { badgeKey, recogniseLink } from '../links/index.ts';
import type { RequestHandlers } from '../messages/router.ts';
import type { BadgeSource } from '../verify/types.ts';
import { fetchPicture } from './pictures.ts';
import { ownReport } from './report-for.ts';
import { runPageScript, type SiteAccess } from './site-access.ts';
import type { Household, Means } from './types.ts';
import type { Withdrawn } from './withdrawn.ts';

export interface RequestDeps extends Household {
  sites: SiteAccess;
  withdrawn: Withdrawn;
  broadcastTerms(isMeant?: (host: string) => boolean): void;
}

/** What our own pages may ask. Every one may be done twice: a page whose worker died asks again. */
export function createRequestHandlers(deps: RequestDeps): RequestHandlers {
  const { ledger, verification, unkept } = deps;
  const meansFor = (isPrivate: boolean): Means => (isPrivate ? unkept : deps);
  const clearAll = () => Promise.all([ledger.clear(), unkept.ledger.clear()]);

  async function checkSource(
    ask: { url?: string; text?: string; again?: boolean; holderName?: string },
    { ledger, fetch }: Means,
  ): Promise<Report> {
    const source = sourceOf(ask);
    const link = 'url' in source ? recogniseLink(source.url) : null;
    const examined = link
      ? await ledger.check({ key: badgeKey(link), url: link.url, again: ask.again, byHand: true })
      : await verification.examine(source, { fetch, followShortLinks: true });
    return ownReport(verification.reportOn, examined, await deps.readSettings(), ask.holderName);
  }

  async function yours(keys: readonly string[]): Promise<string[]> {
    const settings = await deps.readSettings();
    if (settings.emails.length === 0) return [];
    const isYours = await Promise.all(
      keys.map(async (key) => {
        // The popup of a private window says nothing of where it stands: both are looked into, and nothing is written down.
        const answers = await Promise.all([ledger.peek(key), unkept.ledger.peek(key)]);
        return answers.some(
          (each) => each && ownReport(verification.reportOn, each, settings).holder.match === 'yours',
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
    yours: async ({ keys }) => ({ keys: await yours(keys) }),
    'clear-cache': async () => ({ done: await succeeds(clearAll()) }),
    'cache-info': () => ledger.count(),
    'delete-everything': async () => {
      const cleared = await Promise.all(
        [clearAll(), browser.storage.local.clear(), browser.storage.session.clear()].map(succeeds),
      );
      await deps.sites.sync();
      deps.broadcastTerms();
      return { done: cleared.every(Boolean) };
    },
  };
}

/** Pasted text that is nothing but an address means the address. */
function sourceOf({ url, text }: { url?: string; text?: string }): BadgeSource {
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
