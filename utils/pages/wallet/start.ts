import { onGivingWay } from '../../wallet/database.ts';
import { watchOffline } from '../watch-offline.ts';
import { startFeed } from './feed.ts';
import { wallet } from './open.ts';
import { useWallet } from './store.ts';
import { haveWorkedOn } from './work.ts';

let started = false;

/** Once for each page: reads the wallet, and has the background take up what an earlier worker left of an import. */
export function startWalletPage(): void {
  if (started) return;
  started = true;
  watchOffline((offline) => useWallet.setState({ offline }));
  // A newer version of the extension wants the database: this window gives way, and says so.
  onGivingWay(wallet, () => useWallet.setState({ trouble: 'newer' }));
  startFeed(wallet);
  void haveWorkedOn();
}
