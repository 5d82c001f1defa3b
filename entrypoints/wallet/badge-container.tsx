import { useEffect, useState } from 'react';
import { t } from '../../components/text.ts';
import { badgeName } from '../../components/wallet/answer-words.ts';
import { BadgeView } from '../../components/wallet/badge-view.tsx';
import { Reading } from '../../components/wallet/reading.tsx';
import type { Report } from '../../utils/badge/report.ts';
import { browser } from '../../utils/browser.ts';
import { ask } from '../../utils/pages/ask.ts';
import { openDesk } from '../../utils/pages/open-page.ts';
import { copyText } from '../../utils/pages/wallet/clipboard.ts';
import { saveCredential, savePicture } from '../../utils/pages/wallet/export-actions.ts';
import * as act from '../../utils/pages/wallet/list-actions.ts';
import { goTo } from '../../utils/pages/wallet/navigate.ts';
import { wallet } from '../../utils/pages/wallet/open.ts';
import { needPicture } from '../../utils/pages/wallet/pictures.ts';
import { addName, removeName } from '../../utils/pages/wallet/settings-actions.ts';
import { useWallet } from '../../utils/pages/wallet/store.ts';
import { jobSearchAddress } from '../../utils/share/jobs.ts';
import { historyOf } from '../../utils/wallet/answers.ts';
import { namedHolder } from '../../utils/wallet/ownership.ts';
import { entriesOf } from '../../utils/wallet/search.ts';
import type { BadgeRow } from '../../utils/wallet/types.ts';
import { useBadge } from './use-badge.ts';
import { useLive } from './use-live.ts';

export function BadgeContainer({ id }: { id: string }) {
  const { pictures, checking, collections, preferences } = useWallet();
  const row = useBadge(id);
  if (row === undefined || !preferences) return <Reading />;
  if (row === null) return null;
  return (
    <Badge
      row={row}
      picture={pictures[id]}
      checking={checking.has(id)}
      collections={collections}
      ownName={preferences.name}
    />
  );
}

function Badge({
  row,
  picture,
  checking,
  collections,
  ownName,
}: {
  row: BadgeRow;
  picture: string | null | undefined;
  checking: boolean;
  collections: ReturnType<typeof useWallet.getState>['collections'];
  ownName: string;
}) {
  const { id } = row;
  const [report, setReport] = useState<Report | null>();
  const history = useLive(() => historyOf(wallet, id), id) ?? [];
  const { holder, ...files } = useLive(() => readKept(id), id) ?? NOTHING;
  const [entry] = entriesOf([row], Date.now());
  const state = JSON.stringify([row.answer, row.ownership]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: read again whenever the answer changes
  useEffect(() => {
    let mine = true;
    void ask('wallet-report', { id })
      .then((answer) => mine && setReport(answer.report))
      .catch(() => mine && setReport(null));
    return () => {
      mine = false;
    };
  }, [id, state]);
  useEffect(() => {
    if (picture === undefined) needPicture(id);
  }, [id, picture]);
  if (!entry) return null;
  const back = (goal: string | null) => {
    useWallet.setState({ goal });
    goTo({ at: 'list' });
  };
  return (
    <BadgeView
      entry={entry}
      report={report}
      picture={picture}
      checking={checking}
      history={history}
      collections={collections}
      files={files}
      holder={holder}
      ownName={ownName}
      jobs={jobSearchAddress(row.facts.skills)}
      notes={{ onSave: (revision, change) => act.editBadge(id, revision, change) }}
      actions={{
        onBack: () => back(id),
        onShare: () => goTo({ at: 'share', id }),
        onEmbed: () => goTo({ at: 'embed', ids: [id] }),
        onCheck: () => void act.checkBadges([id]),
        onAllow: (host) =>
          void browser.permissions
            .request({ origins: [`https://${host}/*`] })
            .then((granted) => (granted ? act.checkBadges([id]) : undefined)),
        onReadDocument: () => void openDesk(row.source),
        onSetPrivate: (isPrivate) => void act.setVisibility([id], isPrivate ? 'private' : 'public'),
        onSetTypeRetired: (retired) => void act.setTypeRetired(id, retired),
        onSetMine: (isMine) => void act.setStatement(id, isMine ? 'mine' : 'reference'),
        onCollect: (collection, isIn) => void act.setInCollection([id], collection, isIn),
        onSavePicture: () => void savePicture(id).then(tellSaved),
        onSaveCredential: () => void saveCredential(id).then(tellSaved),
        onCopyPictureAddress: () => void copyAddress(row),
        onAddEmail: () => goTo({ at: 'settings' }),
        onThisIsMe: (name) => void addName(name),
        onNotMe: (name) => void removeName(name),
        onDelete: () => {
          void act.deleteBadges([id], t('wallet.deleted', [badgeName(row.facts)]));
          back(neighbourOf(id));
        },
      }}
    />
  );
}

interface KeptFacts {
  picture: boolean;
  credential: boolean;
  holder: string | null | undefined;
}

const NOTHING: KeptFacts = { picture: false, credential: false, holder: undefined };

async function readKept(id: string): Promise<KeptFacts> {
  const kept = await wallet.kept.get(id);
  if (!kept) return { ...NOTHING, holder: null };
  const { picture, original, documents, examined } = kept;
  return {
    picture: picture !== undefined,
    credential: original !== undefined || documents.length > 0,
    holder: namedHolder(examined) ?? null,
  };
}

/** The badge that takes its place in the user's own order. */
function neighbourOf(id: string): string | null {
  const rows = useWallet.getState().rows ?? [];
  const at = rows.findIndex((row) => row.id === id);
  return (rows[at + 1] ?? rows[at - 1])?.id ?? null;
}

/** What was saved is the browser's to say. */
function tellSaved(isSaved: boolean | null): void {
  if (isSaved === false) useWallet.setState({ toast: { text: t('wallet.nothing_own') } });
}

async function copyAddress({ facts }: BadgeRow): Promise<void> {
  if (!(await copyText(facts.image ?? ''))) return;
  useWallet.setState({ toast: { text: t('wallet.picture_address_copied') } });
}
