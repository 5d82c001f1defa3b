import { useEffect, useState } from 'react';
import { DraftView } from '../../components/wallet/draft-view.tsx';
import { browser } from '../../utils/browser.ts';
import {
  commitImport,
  discardImport,
  retryBlockedImport,
  retryImport,
  stopImport,
} from '../../utils/pages/wallet/import-actions.ts';
import { goTo } from '../../utils/pages/wallet/navigate.ts';
import { wallet } from '../../utils/pages/wallet/open.ts';
import { useWallet } from '../../utils/pages/wallet/store.ts';
import { haveWorkedOn } from '../../utils/pages/wallet/work.ts';
import { blockedHosts } from '../../utils/wallet/blocked.ts';
import { findSame } from '../../utils/wallet/claim.ts';
import { itemsOfDraft } from '../../utils/wallet/drafts.ts';
import { ownershipOf } from '../../utils/wallet/ownership.ts';
import type { BadgeRow, DraftItemRow, Outcome, Ownership } from '../../utils/wallet/types.ts';
import { useLive } from './use-live.ts';

/** A worker that died takes its work up again when it is asked, in milliseconds. */
const NUDGE = 8_000;

export function DraftContainer({ id }: { id: string }) {
  const { settings, preferences } = useWallet();
  const [done, setDone] = useState<{ items: DraftItemRow[]; outcomes: Outcome[] } | null>(null);
  const draft = useLive(async () => (await wallet.drafts.get(id)) ?? null, id);
  const items = useLive(() => itemsOfDraft(wallet, id), id) ?? [];
  const same = useLive(() => findAllSame(id), id);
  const working = draft?.state === 'reading' || draft?.state === 'checking';
  useEffect(() => {
    if (!working) return;
    const timer = setInterval(() => void haveWorkedOn(), NUDGE);
    return () => clearInterval(timer);
  }, [working]);

  const self = { emails: settings?.emails ?? [], ...(preferences?.name && { name: preferences.name }) };
  const ownership = ({ result }: DraftItemRow): Ownership =>
    result ? ownershipOf(result.examined, 'mine', self) : 'stated';

  async function allow(hosts: readonly string[]): Promise<void> {
    const granted = await browser.permissions.request({ origins: hosts.map((host) => `https://${host}/*`) });
    if (granted) await retryBlockedImport(id);
  }

  return (
    <DraftView
      draft={draft}
      items={done?.items ?? items}
      same={same ?? new Map()}
      ownership={ownership}
      outcomes={done?.outcomes ?? null}
      blocked={[...new Set(items.flatMap(blockedHosts))]}
      onStop={() => void stopImport(id)}
      onRetry={(numbers) => void retryImport(id, numbers)}
      onAllow={(hosts) => void allow(hosts).catch(() => {})}
      onCommit={(decisions) =>
        void commitImport(id, decisions).then((outcomes) => {
          if (outcomes) setDone({ items, outcomes });
        })
      }
      onDiscard={() => void discardImport(id)}
      onAddEmail={() => goTo({ at: 'settings' })}
      onList={() => goTo({ at: 'list' })}
    />
  );
}

async function findAllSame(id: string): Promise<Map<number, BadgeRow>> {
  const found = new Map<number, BadgeRow>();
  for (const { n, result } of await itemsOfDraft(wallet, id)) {
    const same = result && (await findSame(wallet, result.identities));
    if (same) found.set(n, same);
  }
  return found;
}
