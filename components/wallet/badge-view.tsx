import { useState } from 'react';
import type { Report } from '../../utils/badge/report.ts';
import type { Entry } from '../../utils/wallet/search.ts';
import type { CollectionRow, HistoryRow } from '../../utils/wallet/types.ts';
import { plain, snake } from '../../utils/words/plain.ts';
import { Button } from '../controls/button.tsx';
import { SwitchRow } from '../controls/switch-row.tsx';
import { ToneShape } from '../controls/tone-shape.tsx';
import { OutsideLink } from '../report/outside-link.tsx';
import { ReportView } from '../report/report-view.tsx';
import { formatTime, t } from '../text.ts';
import { answerLine, badgeName } from './answer-words.ts';
import { type NotesActions, NotesForm } from './notes-form.tsx';
import { SayName, type SayNameActions } from './say-name.tsx';
import { ViewHead } from './view-head.tsx';

export interface BadgeViewProps {
  entry: Entry;
  /** null: nothing that could be shown was found out yet; undefined: still being put together. */
  report: Report | null | undefined;
  picture: string | null | undefined;
  checking: boolean;
  history: readonly HistoryRow[];
  collections: readonly CollectionRow[];
  /** What can be saved as a file. */
  files: { picture: boolean; credential: boolean };
  /** The person by whose name alone it can be known whose it is; null where there is none; undefined: still being read. */
  holder: string | null | undefined;
  /** The user's own name, '' where none was entered. */
  ownName: string;
  /** Where jobs that ask for its skills are looked for; null where it names none. */
  jobs: string | null;
  actions: BadgeActions;
  notes: NotesActions;
}

export interface BadgeActions extends SayNameActions {
  onBack: () => void;
  onShare: () => void;
  onEmbed: () => void;
  onCheck: () => void;
  onAllow: (host: string) => void;
  onReadDocument: () => void;
  onSetPrivate: (isPrivate: boolean) => void;
  onSetTypeRetired: (retired: boolean) => void;
  onSetMine: (isMine: boolean) => void;
  onCollect: (collection: string, isIn: boolean) => void;
  onSavePicture: () => void;
  onSaveCredential: () => void;
  onCopyPictureAddress: () => void;
  onAddEmail: () => void;
  onDelete: () => void;
}

/** One badge of the wallet: what is known about it, and what its owner says about it. */
export function BadgeView(props: BadgeViewProps) {
  const { entry, report, picture, checking, actions, history, files } = props;
  const { row } = entry;
  return (
    <article className="wallet-view">
      <ViewHead title={badgeName(row.facts)} strange onBack={actions.onBack} />
      <p className="badge-answer">
        <ToneShape shape={checking ? 'pending' : entry.answer.tone} />
        <strong className="stranger">{checking ? t('common.checking') : answerLine(entry)}</strong>
      </p>
      <Whose {...props} />
      <div className="report-actions">
        <Button kind="primary" onClick={actions.onShare}>
          {t('wallet.share')}
        </Button>
        <Button onClick={actions.onEmbed}>{t('wallet.embed')}</Button>
        {files.picture && <Button onClick={actions.onSavePicture}>{t('wallet.save_picture')}</Button>}
        {files.credential && <Button onClick={actions.onSaveCredential}>{t('wallet.save_credential')}</Button>}
        {row.facts.image && <Button onClick={actions.onCopyPictureAddress}>{t('wallet.copy_picture_address')}</Button>}
        {props.jobs && (
          <OutsideLink address={props.jobs} className="button">
            {t('wallet.jobs')}
          </OutsideLink>
        )}
      </div>
      {report && (
        <ReportView
          report={report}
          nameless
          nameEntered
          platform={row.facts.platform?.id}
          url={row.facts.url}
          picture={picture}
          busy={checking}
          onNeedPicture={nothing}
          onCheckAgain={actions.onCheck}
          onReadDocument={actions.onReadDocument}
          onAllow={actions.onAllow}
        />
      )}
      {report === null && (
        <div className="report-actions">
          <Button onClick={actions.onCheck} busy={checking}>
            {t('common.check_again')}
          </Button>
        </div>
      )}
      <section className="wallet-own" aria-labelledby="own-title">
        <h2 id="own-title">{t('wallet.own')}</h2>
        <SwitchRow
          label={t('wallet.mine')}
          hint={t('wallet.mine_hint')}
          checked={row.statement === 'mine'}
          onChange={actions.onSetMine}
        />
        <SwitchRow
          label={t('wallet.public')}
          hint={t('wallet.public_hint')}
          checked={row.visibility === 'public'}
          onChange={(isPublic) => actions.onSetPrivate(!isPublic)}
        />
        <SwitchRow
          label={t('wallet.type_retired')}
          hint={t('wallet.type_retired_hint')}
          checked={row.typeRetired ?? false}
          onChange={actions.onSetTypeRetired}
        />
        <NotesForm key={row.id} row={row} actions={props.notes} />
        <Collections {...props} />
      </section>
      <History history={history} />
      <div className="report-actions">
        <Button kind="danger" onClick={actions.onDelete}>
          {t('wallet.delete')}
        </Button>
      </div>
    </article>
  );
}

function nothing(): void {}

/** Whose it is, and what would settle it. */
function Whose({ entry: { row }, holder, ownName, actions }: BadgeViewProps) {
  const isOpen = row.ownership === 'reference' && row.statement === 'mine';
  return (
    <SayName className="whose" isOpen onThisIsMe={actions.onThisIsMe} onNotMe={actions.onNotMe}>
      {(say) => (
        <>
          {!isOpen && (
            <p>{t(row.statement === 'reference' ? 'wallet.ownership.said' : `wallet.ownership.${row.ownership}`)}</p>
          )}
          {isOpen && holder === null && (
            <>
              <p>{t('wallet.ownership.reference')}</p>
              <Button onClick={actions.onAddEmail}>{t('wallet.add_email')}</Button>
            </>
          )}
          {isOpen && holder && (
            <>
              <p className="stranger">
                {ownName === ''
                  ? t('wallet.ownership.named', [plain(holder)])
                  : t('wallet.ownership.other_name', [plain(holder), plain(ownName)])}
              </p>
              <Button onClick={() => say(holder)}>{t('claim.this_is_me')}</Button>
            </>
          )}
          {row.acceptance === 'unclaimed' && <p>{t('wallet.unclaimed_text')}</p>}
        </>
      )}
    </SayName>
  );
}

function Collections({ entry, collections, actions }: BadgeViewProps) {
  if (collections.length === 0) return null;
  return (
    <fieldset>
      <legend className="segments-label">{t('wallet.collections')}</legend>
      {collections.map(({ id, name }) => (
        <label key={id} className="check-row">
          <input
            type="checkbox"
            checked={entry.row.collections.includes(id)}
            onChange={(event) => actions.onCollect(id, event.target.checked)}
          />
          <span className="stranger">{name}</span>
        </label>
      ))}
    </fieldset>
  );
}

const SHOWN = 5;

function History({ history }: { history: readonly HistoryRow[] }) {
  const [all, setAll] = useState(false);
  if (history.length === 0) return null;
  const shown = all ? history : history.slice(0, SHOWN);
  return (
    <section aria-labelledby="history-title">
      <h2 id="history-title">{t('wallet.history')}</h2>
      <ol className="history">
        {shown.map((row) => (
          <li key={row.n}>
            <HistoryVerdict row={row} /> <span className="quiet">{period(row)}</span>
          </li>
        ))}
      </ol>
      {history.length > shown.length && (
        <Button kind="plain" onClick={() => setAll(true)}>
          {t('wallet.history_all', [history.length])}
        </Button>
      )}
    </section>
  );
}

/** What a backup says was found is told as its word, not as ours. */
function HistoryVerdict({ row: { verdict, restored } }: { row: HistoryRow }) {
  const word = t(`verdict.word.${snake(verdict)}`);
  return restored ? <span className="quiet">{t('keep.history_restored', [word])}</span> : <strong>{word}</strong>;
}

function period({ at, until }: HistoryRow): string {
  const from = formatTime(at);
  const to = formatTime(until);
  return from === to ? from : t('wallet.from_to', [from, to]);
}
