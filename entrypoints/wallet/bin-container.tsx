import { BinView } from '../../components/wallet/bin-view.tsx';
import { purgeBadges, restoreBadges } from '../../utils/pages/wallet/list-actions.ts';
import { goTo } from '../../utils/pages/wallet/navigate.ts';
import { wallet } from '../../utils/pages/wallet/open.ts';
import { listDeleted } from '../../utils/wallet/badges.ts';
import { useLive } from './use-live.ts';

export function BinContainer() {
  const rows = useLive(() => listDeleted(wallet), '') ?? null;
  return (
    <BinView
      rows={rows}
      onBack={() => goTo({ at: 'list' })}
      onRestore={(id) => void restoreBadges([id])}
      onPurge={(ids) => void purgeBadges(ids)}
    />
  );
}
