import type { ReactNode } from 'react';
import { OBSTACLE_WORDS } from '../../utils/share/obstacles.ts';
import type { Obstacle } from '../../utils/share/types.ts';
import { Button } from '../controls/button.tsx';
import { t } from '../text.ts';

export interface ObstacleActions {
  checking: boolean;
  onMakePublic: () => void;
  onCheck: () => void;
  onAddEmail: () => void;
  /** null: no address is known where it could be accepted. */
  onAccept: (() => void) | null;
  onTrust: () => void;
  onAddLink: () => void;
  onShow: () => void;
}

/** Why a badge is not shared, and what would help. */
export function ShareObstacles({ obstacles, actions }: { obstacles: readonly Obstacle[]; actions: ObstacleActions }) {
  return (
    <section className="obstacles" aria-labelledby="obstacles-title">
      <h2 id="obstacles-title">{t('share.not_shared')}</h2>
      <ul className="obstacle-list">
        {obstacles.map((obstacle) => (
          <li key={obstacle} className="obstacle">
            <p>
              <strong>{t(OBSTACLE_WORDS[obstacle].why)}</strong>
            </p>
            <p>{t(OBSTACLE_WORDS[obstacle].help)}</p>
            <div className="report-actions">{helpFor(obstacle, actions)}</div>
          </li>
        ))}
      </ul>
      <Button kind="plain" onClick={actions.onShow}>
        {t('share.show_badge')}
      </Button>
    </section>
  );
}

function helpFor(obstacle: Obstacle, actions: ObstacleActions): ReactNode {
  const check = (
    <Button onClick={actions.onCheck} busy={actions.checking}>
      {actions.checking ? t('common.checking') : t('common.check_again')}
    </Button>
  );
  switch (obstacle) {
    case 'private':
      return <Button onClick={actions.onMakePublic}>{t('wallet.make_public')}</Button>;
    case 'reference':
      return <Button onClick={actions.onAddEmail}>{t('share.add_email')}</Button>;
    case 'unclaimed':
      return (
        <>
          {actions.onAccept && (
            <Button onClick={actions.onAccept}>
              {t('share.accept')} <span className="visually-hidden">{t('common.new_tab')}</span>
            </Button>
          )}
          {check}
        </>
      );
    case 'impostor':
      return (
        <>
          <Button onClick={actions.onTrust}>{t('share.trust')}</Button>
          {check}
        </>
      );
    case 'no-address':
      return <Button onClick={actions.onAddLink}>{t('wallet.add')}</Button>;
    case 'expired':
    case 'revoked':
    case 'not-verified':
    case 'not-checked':
      return check;
  }
}
