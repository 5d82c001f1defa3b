import { useEffect, useState } from 'react';
import { DraftView, type KnownBadge } from '../../components/wallet/draft-view.tsx';
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
import { setName } from '../../utils/pages/wallet/settings-actions.ts';
import { useWallet } from '../../utils/pages/wallet/store.ts';
import { haveWorkedOn } from '../../utils/pages/wallet/work.ts';
import { blockedHosts } from '../../utils/wallet/blocked.ts';
import { findAllSame } from '../../utils/wallet/claim.ts';
import { entryIdentities, refusalOf, repeatedEntries } from '../../utils/wallet/claim-rules.ts';
import { itemsOfDraft } from '../../utils/wallet/drafts.ts';
import { ownershipOf, selfOf, unconfirmedNames } from '../../utils/wallet/ownership.ts';
import type { DraftItemRow, Outcome, Ownership } from '../../utils/wallet/types.ts';
import { useLive } from './use-live.ts';

/** A worker that died takes its work up again when it is asked, in milliseconds. */
const NUDGE = 8_000;

export function DraftContainer({ id }: { id: string }) {
  const { settings, preferences } = useWallet();
  const [done, setDone] = useState<{ items: DraftItemRow[]; outcomes: Outcome[] } | null>(null);
  const draft = useLive(async () => (await wallet.drafts.get(id)) ?? null, id);
  const { items, same } = useLive(() => read(id), id) ?? NOTHING;
  const working = draft?.state === 'reading' || draft?.state === 'checking';
  useEffect(() => {
    if (!working) return;
    const timer = setInterval(() => void haveWorkedOn(), NUDGE);
    return () => clearInterval(timer);
  }, [working]);

  const self = selfOf(settings?.emails ?? [], preferences?.name ?? '');
  const ownership = ({ result }: DraftItemRow): Ownership =>
    result ? ownershipOf(result.examined, 'mine', self) : 'stated';

  const addable = items.filter((item) => item.state === 'checked' && refusalOf(item) === null);
  const looked = addable.flatMap(({ result }) => result?.examined ?? []);
  // As long as it is not known whether a name was entered, none is asked for.
  const names = preferences ? unconfirmedNames(looked, self) : [];

  async function allow(hosts: readonly string[]): Promise<void> {
    const granted = await browser.permissions.request({ origins: hosts.map((host) => `https://${host}/*`) });
    if (granted) await retryBlockedImport(id);
  }

  return (
    <DraftView
      draft={draft}
      items={done?.items ?? items}
      same={same}
      ownership={ownership}
      names={names}
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
      onThisIsMe={(name) => void setName(name)}
      onList={() => goTo({ at: 'list' })}
    />
  );
}

interface Entries {
  items: DraftItemRow[];
  /** The badge in the wallet that an entry is, or will be once an entry before it is added, by number. */
  same: ReadonlyMap<number, KnownBadge>;
}

const NOTHING: Entries = { items: [], same: new Map() };

async function read(id: string): Promise<Entries> {
  const items = await itemsOfDraft(wallet, id);
  const found = await findAllSame(wallet, items.map(entryIdentities));
  const repeated = repeatedEntries(items);
  const same = items.flatMap(({ n }, at): [number, KnownBadge][] => {
    const known = found[at] ?? (repeated.has(n) ? { statement: 'mine', deletedAt: 0 } : undefined);
    return known ? [[n, known]] : [];
  });
  return { items, same: new Map(same) };
}
