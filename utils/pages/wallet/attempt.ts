import { troubleOf } from '../../wallet/trouble.ts';
import { tellTrouble } from './store.ts';

/** Does something with the wallet and answers what came of it; null where it failed, which becomes words on the page. */
export async function attempted<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    tellTrouble(troubleOf(error));
    return null;
  }
}

/** The same where nothing is to be answered but whether it was done. */
export async function attempt(work: () => Promise<unknown>): Promise<boolean> {
  return (await attempted(() => work().then(() => true))) ?? false;
}
