import { useEffect, useId, useRef, useState } from 'react';
import { Button } from '../controls/button.tsx';
import { ArrowIcon } from '../controls/icons.tsx';
import { t } from '../text.ts';

/** A badge as the list of the profile has it. */
export interface ListedBadge {
  id: string;
  name: string;
  /** Issuer and dates. */
  line: string;
}

export interface BadgesProps {
  /** Those that can stand on the page, in its order. */
  badges: readonly (ListedBadge & { shown: boolean })[];
  /** The others, with the reason and what would help, in words. */
  leftOut: readonly (ListedBadge & { why: string; help: string })[];
  /** Names of those that stand on it without their picture. */
  withoutPicture: readonly string[];
  /** Why the last wish was not granted, in words. */
  problem: string | null;
  onShow: (ids: readonly string[], shown: boolean) => void;
  onMove: (id: string, by: -1 | 1) => void;
}

/** Rows that are drawn before somebody asks for all. */
const FIRST = 100;

/** Which badges stand on the page, and in which order. */
export function ProfileBadges(props: BadgesProps) {
  const { badges, leftOut, withoutPicture, problem, onShow } = props;
  const id = useId();
  const shown = badges.filter((badge) => badge.shown).length;
  return (
    <section className="profile-part" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{t('profile.badges')}</h2>
      {badges.length === 0 ? (
        <p>{t('profile.nothing')}</p>
      ) : (
        <>
          <div className="report-actions">
            <span role="status">{t('profile.shown', [shown, badges.length])}</span>
            <Button
              kind="plain"
              onClick={() =>
                onShow(
                  badges.map((badge) => badge.id),
                  true,
                )
              }
            >
              {t('profile.all')}
            </Button>
            <Button
              kind="plain"
              onClick={() =>
                onShow(
                  badges.map((badge) => badge.id),
                  false,
                )
              }
            >
              {t('profile.none')}
            </Button>
          </div>
          <p className="field-error" role="alert">
            {problem}
          </p>
          <Order {...props} />
        </>
      )}
      {withoutPicture.length > 0 && (
        <p className="quiet small stranger">{t('profile.without_picture', [withoutPicture.join(', ')])}</p>
      )}
      {leftOut.length > 0 && <LeftOut badges={leftOut} />}
    </section>
  );
}

function Order({ badges, onShow, onMove }: BadgesProps) {
  const list = useRef<HTMLOListElement>(null);
  const [all, setAll] = useState(false);
  const [moved, setMoved] = useState<{ id: string; by: -1 | 1 } | null>(null);
  const listed = all ? badges : badges.slice(0, FIRST);
  // Drawing the list in its new order may take the pressed button out and put it in again, which loses the focus.
  useEffect(() => {
    if (moved) list.current?.querySelector<HTMLElement>(`[data-move="${moved.by} ${moved.id}"]`)?.focus();
  });
  const place = badges.findIndex(({ id }) => id === moved?.id);
  return (
    <>
      <ol ref={list} className="profile-order" onBlur={() => setMoved(null)}>
        {listed.map(({ id, name, line, shown }, at) => (
          <li key={id}>
            <label className="check-row">
              <input type="checkbox" checked={shown} onChange={(event) => onShow([id], event.target.checked)} />
              <span className="row-words">
                <span className="stranger">{name}</span>
                <span className="quiet small stranger">{line}</span>
              </span>
            </label>
            {([-1, 1] as const).map((by) => (
              <button
                key={by}
                type="button"
                className="icon-button"
                data-move={`${by} ${id}`}
                aria-label={t(by < 0 ? 'profile.up_of' : 'profile.down_of', [name])}
                aria-disabled={(by < 0 ? at === 0 : at === badges.length - 1) || undefined}
                onClick={() => {
                  setMoved({ id, by });
                  onMove(id, by);
                }}
              >
                <ArrowIcon down={by > 0} />
              </button>
            ))}
          </li>
        ))}
      </ol>
      <p className="visually-hidden" role="status">
        {moved && place >= 0 && t('profile.moved', [badges[place]?.name ?? '', place + 1])}
      </p>
      {listed.length < badges.length && (
        <div className="report-actions">
          <Button onClick={() => setAll(true)}>{t('profile.show_all', [badges.length])}</Button>
        </div>
      )}
    </>
  );
}

function LeftOut({ badges }: { badges: BadgesProps['leftOut'] }) {
  const [all, setAll] = useState(false);
  const listed = all ? badges : badges.slice(0, FIRST);
  return (
    <details className="profile-left-out">
      <summary>
        {t('profile.left_out')} ({badges.length})
      </summary>
      <p className="quiet small">{t('profile.left_out_text')}</p>
      <ul className="history">
        {listed.map(({ id, name, why, help }) => (
          <li key={id}>
            <span className="stranger">{name}</span>
            <p className="quiet small">{why}</p>
            <p className="quiet small">{help}</p>
          </li>
        ))}
      </ul>
      {listed.length < badges.length && (
        <Button onClick={() => setAll(true)}>{t('profile.show_all', [badges.length])}</Button>
      )}
    </details>
  );
}
