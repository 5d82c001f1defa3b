import { troubleOf } from '../../wallet/trouble.ts';
import { useWallet } from './store.ts';

/** Does something with the wallet; what goes wrong becomes words on the page. True when it was done. */
export async function attempt(work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    useWallet.setState({ trouble: troubleOf(error) });
    return false;
  }
}
