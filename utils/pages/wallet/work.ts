import { WALLET_TROUBLES } from '../../wallet/types.ts';
import { ask } from '../ask.ts';
import { attempt } from './attempt.ts';
import { tellTrouble } from './store.ts';

/** Has the background work on imports, which it goes on with when this page closes. It is asked again as long as there is work. */
export async function haveWorkedOn(): Promise<void> {
  await done(ask('wallet-work', {}));
}

/** Does something with the wallet after which whose badges are whose, or what vouches for them, may be another matter. False where the wallet said no. */
export async function judgedAnew(write: () => Promise<unknown>): Promise<boolean> {
  const isWritten = await attempt(write);
  if (isWritten) judgeAnew();
  return isWritten;
}

/** Has the background judge the badges by the settings as they are now. */
export function judgeAnew(): void {
  void ask('wallet-rejudge', {}).catch(() => {});
}

/**
 * What came of something that the background was asked for. What keeps it from writing (a full disk, say) becomes words on the page; `undone` where nobody
 * answered: the background died over it.
 */
export async function done(asked: Promise<{ trouble: string | null }>): Promise<string | null> {
  const { trouble } = await asked.catch(() => ({ trouble: 'undone' }));
  const known = WALLET_TROUBLES.find((each) => each === trouble);
  if (known) tellTrouble(known);
  return trouble;
}
