import { openWalletPage } from '../../pages/open-page.ts';

/** Opens the wallet in a tab; with an address, at the preview of the badge there. Nothing is added without a click in the wallet itself. Never rejects. */
export async function openWallet(address?: string): Promise<void> {
  await openWalletPage(address === undefined ? { at: 'list' } : { at: 'add', address }).catch(() => {});
}
