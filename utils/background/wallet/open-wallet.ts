import { browser } from '../../browser.ts';

/** Opens the wallet in a tab; with an address, at the preview of the badge there. Nothing is added without a click in the wallet itself. Never rejects. */
export async function openWallet(address?: string): Promise<void> {
  const hash = address === undefined ? '' : `#add=${encodeURIComponent(address)}`;
  await browser.tabs.create({ url: browser.runtime.getURL(`/wallet.html${hash}`) }).catch(() => {});
}
