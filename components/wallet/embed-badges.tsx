import { OBSTACLE_WORDS } from '../../utils/share/obstacles.ts';
import type { Obstacle, SharedBadge } from '../../utils/share/types.ts';
import { t } from '../text.ts';

/** A badge that is embedded, or that is left out. */
export interface EmbedItem {
  id: string;
  /** As it may be shown. */
  name: string;
  badge: SharedBadge | null;
  /** Empty: it is embedded. */
  obstacles: readonly Obstacle[];
}

interface Props {
  /** Those that are embedded, in their order. */
  shown: readonly EmbedItem[];
  leftOut: readonly EmbedItem[];
  /** Private ones that are embedded because the user said so here. */
  included: ReadonlySet<string>;
  onMove: (id: string, by: -1 | 1) => void;
  onInclude: (id: string, isIncluded: boolean) => void;
}

/** Private is the user's own word, and theirs to take back for this once; nothing else is. */
export const mayInclude = ({ badge, obstacles }: EmbedItem): boolean =>
  badge !== null && obstacles.length === 1 && obstacles[0] === 'private';

/** Which badges, in which order, and which not. */
export function EmbedBadges({ shown, leftOut, included, onMove, onInclude }: Props) {
  const asked = [...shown.filter(({ id }) => included.has(id)), ...leftOut.filter(mayInclude)];
  const never = leftOut.filter((item) => !mayInclude(item));
  return (
    <>
      {shown.length > 1 && (
        <ol className="embed-order" aria-label={t('embed.order')}>
          {shown.map(({ id, name }, at) => (
            <li key={id}>
              <span className="stranger">{name}</span>
              <Step label={t('embed.up', [name])} sign="↑" ended={at === 0} onClick={() => onMove(id, -1)} />
              <Step
                label={t('embed.down', [name])}
                sign="↓"
                ended={at === shown.length - 1}
                onClick={() => onMove(id, 1)}
              />
            </li>
          ))}
        </ol>
      )}
      {asked.length > 0 && (
        <fieldset className="left-out">
          <legend className="segments-label">{t('embed.private')}</legend>
          {asked.map(({ id, name }) => (
            <label key={id} className="check-row">
              <input
                type="checkbox"
                checked={included.has(id)}
                onChange={(event) => onInclude(id, event.target.checked)}
              />
              <span className="stranger">{t('embed.include_private', [name])}</span>
            </label>
          ))}
        </fieldset>
      )}
      {never.length > 0 && (
        <section className="left-out" aria-labelledby="left-out-title">
          <h2 id="left-out-title">{t('embed.left_out')}</h2>
          <ul className="bullets">
            {never.map(({ id, name, obstacles }) => (
              <li key={id} className="stranger">
                {t('embed.left_out_why', [name, obstacles.map((one) => t(OBSTACLE_WORDS[one].why)).join(' ')])}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

/** At its end it stays where the focus is, and does nothing. */
function Step({ label, sign, ended, onClick }: { label: string; sign: string; ended: boolean; onClick: () => void }) {
  return (
    <button
      type="button"
      className="icon-button"
      aria-label={label}
      aria-disabled={ended || undefined}
      onClick={ended ? undefined : onClick}
    >
      <span aria-hidden="true">{sign}</span>
    </button>
  );
}
