import { useState } from 'react';
import { entryFacts, refusalOf } from '../../utils/wallet/claim-rules.ts';
import { namesAnAddress } from '../../utils/wallet/ownership.ts';
import type { BadgeRow, DraftItemRow, DraftRow, Outcome, Ownership } from '../../utils/wallet/types.ts';
import { plain, snake } from '../../utils/words/plain.ts';
import { Button } from '../controls/button.tsx';
import { ToneShape } from '../controls/tone-shape.tsx';
import { OutsideLink } from '../report/outside-link.tsx';
import { t } from '../text.ts';
import { toggled } from '../toggled.ts';
import { badgeLine, badgeName } from './answer-words.ts';
import { OutcomeList } from './outcome-list.tsx';
import { Reading } from './reading.tsx';
import { SayName, type SayNameActions } from './say-name.tsx';
import { ViewHead } from './view-head.tsx';

/** What the preview says of a badge that is there. */
export type KnownBadge = Pick<BadgeRow, 'statement' | 'deletedAt'>;

export interface DraftViewProps extends SayNameActions {
  /** undefined: still being read; null: there is no such import any more. */
  draft: DraftRow | null | undefined;
  items: readonly DraftItemRow[];
  /** The badge in the wallet that an entry is, or will be once an entry before it is added, by number. */
  same: ReadonlyMap<number, KnownBadge>;
  /** What would become of an entry if the user says that it is theirs. */
  ownership: (item: DraftItemRow) => Ownership;
  /** Names of which it is not known whether they are the user's, with the number of entries that bear each. */
  names: readonly { name: string; count: number }[];
  /** Once it was added: what became of each entry. */
  outcomes: readonly Outcome[] | null;
  /** Hosts that the browser keeps us from asking. */
  blocked: readonly string[];
  onStop: () => void;
  onRetry: (numbers: number[]) => void;
  onAllow: (hosts: string[]) => void;
  onCommit: (decisions: { n: number; take: boolean; statement?: BadgeRow['statement'] }[]) => void;
  onDiscard: () => void;
  onAddEmail: () => void;
  onList: () => void;
}

/** An import before it is one: what was found, what it is worth, and what is to be added. */
export function DraftView(props: DraftViewProps) {
  const { draft, items, same, outcomes } = props;
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set());
  const [said, setSaid] = useState<ReadonlyMap<number, BadgeRow['statement']>>(new Map());
  if (draft === undefined) return <Reading />;
  if (outcomes)
    return <OutcomeList items={items} outcomes={outcomes} unread={draft?.unread ?? []} onList={props.onList} />;
  if (draft === null) return <Gone onList={props.onList} />;
  const working = draft.state === 'reading' || draft.state === 'checking';
  const done = items.filter(({ state }) => state === 'checked').length;
  const can = items.filter((item) => item.state === 'checked' && refusalOf(item) === null);
  const taken = can.filter(({ n }) => !left.has(n));
  const retry = working ? [] : items.filter((item) => isWorthRetrying(item)).map(({ n }) => n);
  const statementOf = (n: number) => said.get(n) ?? same.get(n)?.statement ?? 'mine';
  const needsEmail = can.some(
    (item) =>
      item.result !== undefined &&
      namesAnAddress(item.result.examined) &&
      props.ownership(item) === 'reference' &&
      statementOf(item.n) === 'mine',
  );
  return (
    <section className="wallet-view">
      <ViewHead title={t('claim.preview')} onBack={props.onList} />
      <p className="quiet stranger">{plain(draft.title)}</p>
      <p role="status">
        {draft.state === 'reading'
          ? t('claim.reading', [items.length])
          : working
            ? t('claim.checking', [done, items.length])
            : t('claim.found', [items.length, can.length])}
      </p>
      {working && (
        <>
          <progress max={Math.max(items.length, 1)} value={done} aria-label={t('claim.preview')} />
          <div>
            <Button onClick={props.onStop}>{t('claim.stop')}</Button>
          </div>
        </>
      )}
      {draft.trouble && <p className="field-error">{t(`claim.trouble.${snake(draft.trouble)}`)}</p>}
      {draft.unread && draft.unread.length > 0 && <Unread unread={draft.unread} />}
      {needsEmail && (
        <div className="draft-note">
          <span>{t('claim.needs_email')}</span>
          <Button onClick={props.onAddEmail}>{t('wallet.add_email')}</Button>
        </div>
      )}
      <Names names={props.names} onThisIsMe={props.onThisIsMe} onNotMe={props.onNotMe} />
      {props.blocked.length > 0 && (
        <div className="draft-note">
          <span className="stranger">{t('claim.blocked', [props.blocked.join(', ')])}</span>
          <Button onClick={() => props.onAllow([...props.blocked])}>{t('claim.allow')}</Button>
        </div>
      )}
      {items.length > 0 && (
        <ul className="draft-items">
          {items.map((item) => (
            <Item
              key={item.n}
              item={item}
              same={same.get(item.n)}
              ownership={props.ownership(item)}
              take={!left.has(item.n)}
              mine={statementOf(item.n) === 'mine'}
              onTake={(take) => setLeft(toggled(left, item.n, !take))}
              onMine={(mine) => setSaid(new Map(said).set(item.n, mine ? 'mine' : 'reference'))}
            />
          ))}
        </ul>
      )}
      <div className="report-actions draft-end">
        <Button
          kind="primary"
          busy={taken.length === 0 || working}
          onClick={() =>
            props.onCommit(
              items.map(({ n }) => {
                const statement = said.get(n);
                return { n, take: !left.has(n), ...(statement && { statement }) };
              }),
            )
          }
        >
          {t('claim.commit', taken.length)}
        </Button>
        {retry.length > 0 && <Button onClick={() => props.onRetry(retry)}>{t('claim.retry', retry.length)}</Button>}
        <Button kind="plain" onClick={props.onDiscard}>
          {t('claim.discard')}
        </Button>
      </div>
    </section>
  );
}

/** More would be no short question any more. */
const NAMES_SHOWN = 5;

/** Asked once for all of them: most lists are of one person, and most people have one name. */
function Names({ names, ...actions }: Pick<DraftViewProps, 'names' | keyof SayNameActions>) {
  return (
    <SayName className="draft-names" isOpen={names.length > 0} {...actions}>
      {(say) =>
        names.length > 0 && (
          <>
            <p>{t('claim.names')}</p>
            <ul>
              {names.slice(0, NAMES_SHOWN).map(({ name, count }) => (
                <li key={name} className="draft-note">
                  <span className="stranger">{t('claim.names_one', [plain(name), count])}</span>
                  <Button label={t('claim.this_is_me_named', [plain(name)])} onClick={() => say(name)}>
                    {t('claim.this_is_me')}
                  </Button>
                </li>
              ))}
            </ul>
          </>
        )
      }
    </SayName>
  );
}

function Gone({ onList }: { onList: () => void }) {
  return (
    <section className="wallet-view">
      <p>{t('claim.gone')}</p>
      <div>
        <Button kind="primary" onClick={onList}>
          {t('claim.to_list')}
        </Button>
      </div>
    </section>
  );
}

/** Left by a stop, given up, or not decided. */
function isWorthRetrying({ candidate, state, result }: DraftItemRow): boolean {
  if (candidate.source === null) return false;
  return state === 'queued' || !result || result.examined.verdict === 'undecided';
}

interface ItemProps {
  item: DraftItemRow;
  same: KnownBadge | undefined;
  ownership: Ownership;
  take: boolean;
  mine: boolean;
  onTake: (take: boolean) => void;
  onMine: (mine: boolean) => void;
}

function Item({ item, same, ownership, take, mine, onTake, onMine }: ItemProps) {
  const facts = entryFacts(item);
  const name = facts ? badgeName(facts) : plain(item.candidate.label) || t('common.unnamed_badge');
  const refusal = item.state === 'queued' ? null : refusalOf(item);
  const can = item.state === 'checked' && refusal === null;
  const verdict = item.result?.answer.verdict;
  const holder = can ? item.result?.examined.holderName : undefined;
  const waits = item.candidate.acceptance === 'unclaimed';
  const words = [
    item.state === 'queued' ? t('claim.waiting') : refusal ? t(`claim.refusal.${snake(refusal)}`) : '',
    waits ? t('wallet.unclaimed') : !refusal && verdict ? t(`verdict.word.${snake(verdict)}`) : '',
    can && same && same.deletedAt === 0 ? t('claim.there') : '',
    can && same && same.deletedAt > 0 ? t('claim.deleted_before') : '',
    can && !waits ? t(`claim.ownership.${mine ? ownership : 'reference'}`) : '',
  ].filter(Boolean);
  return (
    <li className="row draft-item">
      <label className="draft-take">
        <input
          type="checkbox"
          checked={can && take}
          disabled={!can}
          aria-label={t('claim.take', [name])}
          onChange={(event) => onTake(event.target.checked)}
        />
      </label>
      <ToneShape shape={item.state === 'queued' ? 'pending' : (item.result?.answer.tone ?? 'unknown')} />
      <span className="row-words">
        <span className="row-name stranger">{name}</span>
        {facts && <span className="quiet small stranger">{badgeLine(facts)}</span>}
        {holder !== undefined && <span className="quiet small stranger">{t('claim.names_row', [plain(holder)])}</span>}
        <span className="small stranger">{words.join(' · ')}</span>
        {waits && item.candidate.acceptAt && (
          <OutsideLink address={item.candidate.acceptAt} className="small">
            {t('claim.accept_at')}
          </OutsideLink>
        )}
        {can && take && !waits && (ownership === 'stated' || !mine) && (
          <label className="check-row small">
            <input type="checkbox" checked={!mine} onChange={(event) => onMine(!event.target.checked)} />
            <span>{t('claim.as_reference')}</span>
          </label>
        )}
      </span>
    </li>
  );
}

export function Unread({ unread }: { unread: NonNullable<DraftRow['unread']> }) {
  return (
    <div>
      <h2>{t('claim.unread')}</h2>
      <ul className="bullets">
        {unread.map(({ label, why }, i) => (
          // Names of files may repeat.
          // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes
          <li key={i} className="stranger">
            {t('claim.unread_one', [plain(label), t(`claim.trouble.${snake(why)}`)])}
          </li>
        ))}
      </ul>
    </div>
  );
}
