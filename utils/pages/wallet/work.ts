import { WALLET_TROUBLES } from '../../wallet/types.ts';
import { ask } from '../ask.ts';
import { tellTrouble } from './store.ts';

/** Has the background work on imports, which it goes on with when this page closes. What keeps it from writing (a full disk, say) becomes words on the page. */
export async function haveWorkedOn(): Promise<void> {
  // No answer: the background died over it. It is asked again as long as there is work.
  const { trouble } = await ask('wallet-work', {}).catch(() => ({ trouble: null }));
  const known = WALLET_TROUBLES.find((each) => each === trouble);
  if (known) tellTrouble(known);
}
