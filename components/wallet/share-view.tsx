import type { Obstacle } from '../../utils/share/types.ts';
import { BadgePicture } from '../report/badge-picture.tsx';
import { t } from '../text.ts';
import { ShareForm, type ShareFormProps } from './share-form.tsx';
import { type ObstacleActions, ShareObstacles } from './share-obstacles.tsx';
import { ViewHead } from './view-head.tsx';

export interface ShareViewProps {
  name: string;
  /** Issuer and dates. */
  line: string;
  picture: string | null | undefined;
  /** What keeps it from being shared, most important first. */
  obstacles: readonly Obstacle[];
  help: ObstacleActions;
  /** null: there is nothing to share, or it is still being put together. */
  form: ShareFormProps | null;
  onBack: () => void;
}

/** Sharing one badge: first whether it may be, then how. */
export function ShareView({ name, line, picture, obstacles, help, form, onBack }: ShareViewProps) {
  return (
    <section className="wallet-view">
      <ViewHead title={t('share.title')} onBack={onBack} />
      <div className="shared-badge">
        <BadgePicture picture={picture ?? undefined} size={40} />
        <span className="row-words">
          <span className="row-name stranger">{name}</span>
          <span className="quiet small stranger">{line}</span>
        </span>
      </div>
      {obstacles.length > 0 ? <ShareObstacles obstacles={obstacles} actions={help} /> : form && <ShareForm {...form} />}
    </section>
  );
}
