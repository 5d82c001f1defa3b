import { useEffect } from 'react';
import { goTo } from '../../utils/pages/wallet/navigate.ts';
import { wallet } from '../../utils/pages/wallet/open.ts';
import type { BadgeRow } from '../../utils/wallet/types.ts';
import { useLive } from './use-live.ts';

/** One badge as it stands now; null where there is none of this id, or it was deleted: then the list is shown. Undefined while it is read. */
export function useBadge(id: string): BadgeRow | null | undefined {
  const row = useLive(async () => (await wallet.badges.get(id)) ?? null, id);
  const found = row && row.deletedAt > 0 ? null : row;
  useEffect(() => {
    if (found === null) goTo({ at: 'list' });
  }, [found]);
  return found;
}
