/** Opening our own pages, each in a tab. Rejects where the browser opens none. */
import { browser } from '../browser.ts';
import { hashOf, type WalletView } from './wallet/view.ts';

/** `path`: from the extension's root, with its hash. */
export async function openPage(path: string): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL(path as '/wallet.html') });
}

export const openWalletPage = (view: WalletView): Promise<void> => openPage(`/wallet.html${hashOf(view)}`);

/** The desk checks what is at `address` at once, and has the document behind the answer. */
export const openDesk = (address?: string): Promise<void> =>
  openPage(`/desk.html${address === undefined ? '' : `#check=${encodeURIComponent(address)}`}`);
