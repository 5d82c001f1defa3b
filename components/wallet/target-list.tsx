import { useId } from 'react';
import type { ShareTarget } from '../../utils/share/targets/types.ts';
import { targetName } from '../../utils/words/target-name.ts';
import { StarIcon } from '../controls/icons.tsx';
import { t } from '../text.ts';

interface Props {
  targets: readonly ShareTarget[];
  /** Ids. */
  chosen: string;
  favourite: string;
  onChoose: (id: string) => void;
  onFavourite: (id: string) => void;
}

/** Where to: one of many, all in sight. The star marks the one that a single click in the list goes to. */
export function TargetList({ targets, chosen, favourite, onChoose, onFavourite }: Props) {
  const name = useId();
  const isFavourite = chosen === favourite;
  return (
    <div className="targets">
      <fieldset>
        <legend className="segments-label">{t('share.to')}</legend>
        <div className="target-list">
          {targets.map((target) => (
            <label key={target.id} className="target">
              <input
                type="radio"
                name={name}
                value={target.id}
                checked={target.id === chosen}
                onChange={() => onChoose(target.id)}
              />
              <span>{targetName(target, t)}</span>
              {target.id === favourite && (
                <>
                  <StarIcon filled />
                  <span className="visually-hidden">{t('share.favourite')}</span>
                </>
              )}
            </label>
          ))}
        </div>
      </fieldset>
      <button
        type="button"
        className="button"
        data-kind="plain"
        aria-pressed={isFavourite}
        onClick={() => onFavourite(chosen)}
      >
        <StarIcon filled={isFavourite} />
        {isFavourite ? t('share.favourite_is') : t('share.favourite_make')}
      </button>
    </div>
  );
}
