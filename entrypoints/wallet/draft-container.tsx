import { useEffect, useRef, useState } from 'react';
import { DraftView, type KnownBadge } from '../../components/wallet/draft-view.tsx';
import { browser } from '../../utils/browser.ts';
import {
  commitImport,
  discardImport,
  dropImport,
  retryBlockedImport,
  retryImport,
  stopImport,
} from '../../utils/pages/wallet/import-actions.ts';
import { goTo } from '../../utils/pages/wallet/navigate.ts';
import { wallet } from '../../utils/pages/wallet/open.ts';
import { addName, removeName } from '../../utils/pages/wallet/settings-actions.ts';
import { useWallet } from '../../utils/pages/wallet/store.ts';
import { haveWorkedOn } from '../../utils/pages/wallet/work.ts';
import { blockedHosts } from '../../utils/wallet/blocked.ts';
import { type Decision, findAllSame } from '../../utils/wallet/claim.ts';
import { entryIdentities, refusalOf, repeatedEntries } from '../../utils/wallet/claim-rules.ts';
import { itemsOfDraft } from '../../utils/wallet/drafts.ts';
import { ownershipOf, selfOf, unconfirmedNames } from '../../utils/wallet/ownership.ts';
import { DEFAULT_PREFERENCES } from '../../utils/wallet/preferences.ts';
import type { DraftItemRow, Outcome, Ownership } from '../../utils/wallet/types.ts';
import { useLive } from './use-live.ts';

/** A worker that died takes its work up again when it is asked, in milliseconds. */
const NUDGE = 8_000;

export function DraftContainer({ id }: { id: string }) {
  const { settings, preferences } = useWallet();
  const [done, setDone] = useState<{ items: DraftItemRow[]; outcomes: Outcome[] } | null>(null);
  const committing = useRef(false);
  const draft = useLive(async () => (await wallet.drafts.get(id)) ?? null, id);
  const { items, same } = useLive(() => read(id), id) ?? NOTHING;
  const working = draft?.state === 'reading' || draft?.state === 'checking';
  useEffect(() => {
    if (!working) return;
    const timer = setInterval(() => void haveWorkedOn(), NUDGE);
    return () => clearInterval(timer);
  }, [working]);

  const self = selfOf(settings?.emails ?? [], preferences ?? DEFAULT_PREFERENCES);
  const ownership = ({ result }: DraftItemRow): Ownership =>
    result ? ownershipOf(result.examined, 'mine', self) : 'stated';

  const addable = items.filter((item) => item.state === 'checked' && refusalOf(item) === null);
  const looked = addable.flatMap(({ result }) => result?.examined ?? []);
  // As long as it is not known which names are the user's, none is asked for.
  const names = preferences ? unconfirmedNames(looked, self) : [];

  async function allow(hosts: readonly string[]): Promise<void> {
    const granted = await browser.permissions.request({ origins: hosts.map((host) => `https://${host}/*`) });
    if (granted) await retryBlockedImport(id);
  }

  /** Pressed twice, it is done once: the second time everything would be told to be there already. */
  async function commit(decisions: Decision[]): Promise<void> {
    if (committing.current) return;
    committing.current = true;
    const outcomes = await commitImport(id, decisions);
    committing.current = false;
    if (!outcomes) return;
    setDone({ items, outcomes });
    await dropImport(id);
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
      onCommit={(decisions) => void commit(decisions)}
      onDiscard={() => void discardImport(id)}
      onAddEmail={() => goTo({ at: 'settings' })}
      onThisIsMe={(name) => void addName(name)}
      onNotMe={(name) => void removeName(name)}
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
