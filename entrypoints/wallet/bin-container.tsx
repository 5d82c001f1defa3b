import { liveQuery } from 'dexie';
import { useEffect, useState } from 'react';
import { BinView } from '../../components/wallet/bin-view.tsx';
import { purgeBadges, restoreBadges } from '../../utils/pages/wallet/list-actions.ts';
import { goTo } from '../../utils/pages/wallet/navigate.ts';
import { wallet } from '../../utils/pages/wallet/open.ts';
import { useWallet } from '../../utils/pages/wallet/store.ts';
import { listDeleted } from '../../utils/wallet/badges.ts';
import { troubleOf } from '../../utils/wallet/trouble.ts';
import type { BadgeRow } from '../../utils/wallet/types.ts';

export function BinContainer() {
  const [rows, setRows] = useState<BadgeRow[] | null>(null);
  useEffect(() => {
    const feed = liveQuery(() => listDeleted(wallet)).subscribe({
      next: setRows,
      error: (error) => useWallet.setState({ trouble: troubleOf(error) }),
    });
    return () => feed.unsubscribe();
  }, []);
  return (
    <BinView
      rows={rows}
      onBack={() => goTo({ at: 'list' })}
      onRestore={(id) => void restoreBadges([id])}
      onPurge={(ids) => void purgeBadges(ids)}
    />
  );
}
