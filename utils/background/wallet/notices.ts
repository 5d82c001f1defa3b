/** The browser's own notifications, for who switched them on. */
import { browser } from '../../browser.ts';
import type { NewsKind } from '../../wallet/types.ts';
import { plain, snake } from '../../words/plain.ts';
import type { Translate } from '../../words/types.ts';
import { openWallet } from './open-wallet.ts';

const PREFIX = 'touchstone-wallet:';

/** Shows one; never rejects. `name`: what it is about, a stranger's words: browsers show it as text. */
export async function notify(kind: NewsKind, name: string, t: Translate): Promise<void> {
  // The permission is optional: without it there is no such API.
  if (!browser.notifications) return;
  const options = {
    type: 'basic' as const,
    iconUrl: browser.runtime.getURL('/icon/128.png'),
    title: t('common.app'),
    message: t(`news.${snake(kind)}`, [plain(name)]),
  };
  await browser.notifications.create(`${PREFIX}${kind}`, options).catch(() => {});
}

/**
 * A click on one opens the wallet. Called in the worker's first turn, as for all listeners, and again when the permission is given: until then there is
 * nothing to listen to. Once is enough, however often it is called.
 */
export function listenToNotices(): void {
  const clicks = browser.notifications?.onClicked;
  if (clicks && !clicks.hasListener(onClicked)) clicks.addListener(onClicked);
}

function onClicked(id: string): void {
  if (!id.startsWith(PREFIX)) return;
  void browser.notifications.clear(id).catch(() => {});
  void openWallet();
}
