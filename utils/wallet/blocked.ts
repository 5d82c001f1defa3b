/** Entries of an import that the browser did not let us ask about, because their hosts are nobody's platform and the user had not allowed them yet. */
import { hostsNotPermitted } from '../badge/not-permitted.ts';
import type { WalletDatabase } from './database.ts';
import { draftTables, itemsOfDraft, retryItems } from './drafts.ts';
import type { DraftItemRow } from './types.ts';

/** The hosts that stand in an entry's way. */
export function blockedHosts({ result }: Pick<DraftItemRow, 'result'>): string[] {
  return hostsNotPermitted(result?.examined.checks ?? []);
}

/**
 * Has every such entry of a draft checked again, once, whoever asks for it and how often: the page that asked the browser, and the background, which hears of
 * it even where the popup closed over the browser's question. What still is not allowed comes back as it was, without a request.
 */
export function retryBlocked(db: WalletDatabase, draft: string): Promise<void> {
  return db.transaction('rw', draftTables(db), async () => {
    const items = await itemsOfDraft(db, draft);
    const blocked = items.filter((item) => item.state === 'checked' && blockedHosts(item).length > 0);
    await retryItems(
      db,
      draft,
      blocked.map(({ n }) => n),
    );
  });
}
