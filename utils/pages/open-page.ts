/** Opening our own pages, each in a tab. Rejects where the browser opens none. What stands in their addresses stays in the browser's history. */
import { linkAddress } from '../badge/address.ts';
import { browser } from '../browser.ts';
import { hashOf, type WalletView } from './wallet/view.ts';

/** `path`: from the extension's root, with its hash. */
export async function openPage(path: string): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL(path as '/wallet.html') });
}

export const openWalletPage = (view: WalletView): Promise<void> => openPage(`/wallet.html${hashOf(clean(view))}`);

/** The desk checks what is at `address` at once, and has the document behind the answer. */
export function openDesk(address?: string): Promise<void> {
  const link = linkAddress(address);
  return openPage(`/desk.html${link === undefined ? '' : `#check=${encodeURIComponent(link)}`}`);
}

/** An address to look up comes from a page or a click: without an e-mail address that hangs on it, and none where it cannot do without. */
function clean(view: WalletView): WalletView {
  if (view.at !== 'add') return view;
  const address = linkAddress(view.address);
  return { at: 'add', ...(address !== undefined && { address }) };
}
