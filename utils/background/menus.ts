import type { Menus, Tabs } from 'webextension-polyfill';
import { browser } from '../browser.ts';
import { badgeKey, recogniseLink } from '../links/index.ts';
import type { RecognisedLink } from '../links/types.ts';
import { MAX_URL_LENGTH } from '../messages/protocol.ts';
import { openDesk } from '../pages/open-page.ts';
import type { Translate } from '../words/types.ts';
import type { PagePorts } from './page-ports.ts';
import { runPageScript } from './site-access.ts';
import { openWallet } from './wallet/open-wallet.ts';

const CHECK = 'check-badge';
const CLAIM = 'claim-badge';

/** Menus outlive the worker, so they are made once per installation, update and start of the browser (language). */
export async function installMenus(t: Translate): Promise<void> {
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({
    id: CHECK,
    title: t('menu.check'),
    contexts: ['link', 'image'],
    documentUrlPatterns: PAGES,
  });
  browser.contextMenus.create({
    id: CLAIM,
    title: t('common.claim'),
    contexts: ['link', 'image', 'page'],
    documentUrlPatterns: PAGES,
  });
}

const PAGES = ['https://*/*', 'http://*/*'];

type Click = Pick<Menus.OnClickData, 'menuItemId' | 'linkUrl' | 'srcUrl' | 'frameId' | 'pageUrl'>;

/** "Add to my badges": the wallet shows what there is before anything is added. The badge that was clicked, else the page's own. */
async function claim(click: Click): Promise<void> {
  const link = recognised(click.linkUrl) ?? recognised(click.srcUrl);
  const asked = click.linkUrl ?? click.srcUrl;
  const address = link?.url ?? asked ?? recognised(click.pageUrl)?.url ?? click.pageUrl;
  await openWallet(
    address !== undefined && /^https:/.test(address) && address.length <= MAX_URL_LENGTH ? address : undefined,
  );
}

/**
 * "Check this badge". A badge that we recognise is shown on the page itself, by the access that the click just gave (`activeTab`);
 * where that is not possible, or where it is no badge of a known platform, the desk opens with it.
 */
export async function onMenuClicked(
  click: Click,
  tab: Pick<Tabs.Tab, 'id'> | undefined,
  ports: PagePorts,
): Promise<void> {
  if (click.menuItemId === CLAIM) return claim(click);
  if (click.menuItemId !== CHECK) return;
  const link = recognised(click.linkUrl) ?? recognised(click.srcUrl);
  const frameId = click.frameId ?? 0;
  if (link && tab?.id !== undefined && tab.id >= 0 && (await runPageScript(tab.id, frameId))) {
    ports.show(tab.id, frameId, { type: 'show', key: badgeKey(link), url: link.url });
    return;
  }
  const address = link?.url ?? [click.linkUrl, click.srcUrl].find((url) => url?.startsWith('https:'));
  await openDesk(address !== undefined && address.length <= MAX_URL_LENGTH ? address : undefined);
}

function recognised(address: string | undefined): RecognisedLink | null {
  return address !== undefined && address.length <= MAX_URL_LENGTH ? recogniseLink(address) : null;
}
