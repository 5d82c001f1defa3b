/** The browser's own notifications, for who switched them on. */
import { browser } from '../../browser.ts';
import type { NewsKind } from '../../wallet/types.ts';
import { plain, snake } from '../../words/plain.ts';
import type { Translate } from '../../words/types.ts';

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

/** A click on one opens the wallet. Registered in the worker's first turn, as all listeners. */
export function onNoticeClicked(open: () => void): void {
  browser.notifications?.onClicked.addListener((id) => {
    if (!id.startsWith(PREFIX)) return;
    void browser.notifications.clear(id).catch(() => {});
    open();
  });
}
