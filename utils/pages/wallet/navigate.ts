import { useWallet } from './store.ts';
import { hashOf, viewOf, type WalletView } from './view.ts';

let inAddress = false;

/** On the full page: the address follows the view, and the view the address (back, reload, links). */
export function followAddress(): void {
  inAddress = true;
  const take = () => show(viewOf(location.hash));
  addEventListener('hashchange', take);
  take();
}

/** Goes to another view. The popup keeps it to itself: it has no address to speak of. */
export function goTo(view: WalletView): void {
  if (!inAddress) show(view);
  else if (view.at === 'list') location.hash = '';
  else location.hash = hashOf(view);
}

/** Each view begins at its top. */
function show(view: WalletView): void {
  useWallet.setState({ view });
  globalThis.scrollTo?.(0, 0);
}
