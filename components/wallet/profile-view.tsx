import type { Profile } from '../../utils/share/profile/types.ts';
import { Button } from '../controls/button.tsx';
import { t } from '../text.ts';
import { PageFrame } from './page-frame.tsx';
import { type BadgesProps, ProfileBadges } from './profile-badges.tsx';
import { ProfileLinks } from './profile-links.tsx';
import { type PersonProps, ProfilePerson } from './profile-person.tsx';
import { ViewHead } from './view-head.tsx';

export interface ProfileViewProps {
  person: PersonProps;
  badges: BadgesProps;
  /** The page as it stands. */
  html: string;
  /** All pictures are in it. */
  complete: boolean;
  /** Something was typed that is not saved. */
  changed: boolean;
  /** Another window saved another profile meanwhile. */
  overtaken: boolean;
  saved: boolean;
  onChange: (change: Partial<Profile>) => void;
  onSave: () => void;
  onTakeOther: () => void;
  onSaveAllTheSame: () => void;
  onSaveFile: () => void;
  onPrint: () => void;
  onOpen: () => void;
  onBack: () => void;
}

/** A page of one's own: what stands on it, how it looks, and its ways out. */
export function ProfileView(props: ProfileViewProps) {
  const { person, badges, changed, overtaken, onChange } = props;
  const waits = overtaken || !props.complete;
  return (
    <section className="wallet-view profile">
      <ViewHead title={t('wallet.profile')} onBack={props.onBack} />
      <p className="quiet">{t('profile.intro')}</p>
      <ProfilePerson {...person} />
      <ProfileLinks links={person.profile.links} onChange={(links) => onChange({ links })} />
      <ProfileBadges {...badges} />
      {overtaken && (
        <div role="alert" className="banner trouble">
          <p>{t('profile.overtaken')}</p>
          <div className="report-actions">
            <Button onClick={props.onTakeOther}>{t('profile.take_other')}</Button>
            <Button onClick={props.onSaveAllTheSame}>{t('wallet.overwrite')}</Button>
          </div>
        </div>
      )}
      <div className="report-actions profile-end">
        <Button kind="primary" busy={waits} onClick={props.onSaveFile}>
          {t('profile.save_file')}
        </Button>
        <Button busy={waits} onClick={props.onPrint}>
          {t('profile.print')}
        </Button>
        <Button busy={waits} onClick={props.onOpen}>
          {t('profile.open')}
        </Button>
        <Button busy={!changed || overtaken} onClick={props.onSave}>
          {t('wallet.save')}
        </Button>
        <span role="status" className="quiet small">
          {props.saved && !changed ? t('wallet.saved') : ''}
        </span>
      </div>
      <section className="profile-part" aria-labelledby="profile-preview">
        <h2 id="profile-preview">{t('profile.preview')}</h2>
        <p className="quiet small">{t('profile.preview_text')}</p>
        <PageFrame title={t('profile.preview_of')} html={props.html} />
      </section>
    </section>
  );
}
