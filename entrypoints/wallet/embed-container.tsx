import { useMemo } from 'react';
import { badgeName } from '../../components/wallet/answer-words.ts';
import type { EmbedItem } from '../../components/wallet/embed-badges.tsx';
import { EmbedView } from '../../components/wallet/embed-view.tsx';
import { Reading } from '../../components/wallet/reading.tsx';
import { copyRich } from '../../utils/pages/wallet/clipboard.ts';
import { goTo } from '../../utils/pages/wallet/navigate.ts';
import { wallet } from '../../utils/pages/wallet/open.ts';
import { saveFile } from '../../utils/pages/wallet/save-file.ts';
import { copied, sayCopied } from '../../utils/pages/wallet/share-actions.ts';
import { useWallet } from '../../utils/pages/wallet/store.ts';
import { dataPicture } from '../../utils/share/profile/data-picture.ts';
import { fileName } from '../../utils/wallet/exports/file-name.ts';
import { shareableOf } from '../../utils/wallet/shareable.ts';
import type { BadgeRow, KeptRow } from '../../utils/wallet/types.ts';
import { useLive } from './use-live.ts';

/** More at once no page, résumé or mail shows; and all of their pictures are in memory here. */
const MOST = 100;
const MIME: Readonly<Record<string, string>> = {
  html: 'text/html',
  json: 'application/json',
  svg: 'image/svg+xml',
  png: 'image/png',
};

export function EmbedContainer({ ids }: { ids: readonly string[] }) {
  const preferences = useWallet((state) => state.preferences);
  const found = useLive(() => read(ids.slice(0, MOST)), ids.join());
  // Judged with each change of the wallet, not with everything that is drawn.
  const shown = useMemo(() => found && shownOf(found, Date.now()), [found]);
  if (!shown || !preferences) return <Reading />;
  const [only] = ids;
  return (
    <EmbedView
      items={shown.items}
      tooMany={Math.max(0, ids.length - MOST)}
      name={preferences.name}
      pictures={shown.pictures}
      onBack={() => goTo(ids.length === 1 && only !== undefined ? { at: 'badge', id: only } : { at: 'list' })}
      onCopyText={(text) => void copied(text)}
      onCopyRich={(html, plain) => void copyRich(html, plain).then(sayCopied)}
      onSave={(name, extension, content) =>
        saveFile(fileName(name, extension), MIME[extension] ?? 'text/plain', content)
      }
    />
  );
}

interface Found {
  row: BadgeRow;
  kept: KeptRow | undefined;
}

/** In the order asked for, without those that are gone. */
async function read(ids: string[]): Promise<Found[]> {
  const [rows, kept] = await Promise.all([wallet.badges.bulkGet(ids), wallet.kept.bulkGet(ids)]);
  return rows.flatMap((row, at) => (row && row.deletedAt === 0 ? [{ row, kept: kept[at] }] : []));
}

/** The badges as they would be embedded, and what is kept of their pictures, by address; nothing is asked for over the network. */
function shownOf(found: readonly Found[], now: number): { items: EmbedItem[]; pictures: Map<string, string> } {
  const pictures = new Map<string, string>();
  const items = found.map(({ row, kept }): EmbedItem => {
    const shareable = shareableOf(row, now, kept?.examined.badge?.description);
    // Out of a preview, too, pictures can be copied: none has more in it than is seen.
    const picture = dataPicture(kept?.picture?.bytes);
    const address = shareable.badge?.image;
    if (picture && address) pictures.set(address, picture.address);
    return { id: row.id, name: badgeName(row.facts), ...shareable };
  });
  return { items, pictures };
}
