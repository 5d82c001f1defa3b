import type { ReactNode } from 'react';
import { type ProfileField, profileFields } from '../../utils/share/targets/linkedin-profile.ts';
import type { SharedBadge } from '../../utils/share/types.ts';
import { Button } from '../controls/button.tsx';
import { formatMonth, t } from '../text.ts';

interface Props {
  badge: SharedBadge;
  onCopy: (value: string) => void;
  onOpen: () => void;
  /** What the form can be sent with besides. */
  children: ReactNode;
}

/** LinkedIn's form, field by field in its own order: what it does not fill in by itself is copied from here. */
export function ProfileFields({ badge, onCopy, onOpen, children }: Props) {
  return (
    <section className="profile-form" aria-labelledby="profile-title">
      <h2 id="profile-title">{t('share.target.linkedin_profile')}</h2>
      <p className="quiet">{t('share.profile_hint')}</p>
      <dl className="profile-fields">
        {profileFields(badge).map(({ field, ...value }) => {
          const label = t(`share.field.${field}`);
          return (
            <div key={field}>
              <dt>{label}</dt>
              <dd className="stranger">{shown(value)}</dd>
              <dd>
                <button
                  type="button"
                  className="button"
                  aria-label={t('share.copy_field', [label])}
                  onClick={() => onCopy(shown(value))}
                >
                  {t('share.copy')}
                </button>
              </dd>
            </div>
          );
        })}
      </dl>
      {children}
      <div className="report-actions">
        <Button kind="primary" onClick={onOpen}>
          {t('share.open_form')} <span className="visually-hidden">{t('common.new_tab')}</span>
        </Button>
      </div>
    </section>
  );
}

/** LinkedIn asks for month and year in two menus: they are shown as these call them. */
function shown({ value, month }: Omit<ProfileField, 'field'>): string {
  return month ? formatMonth(month) : value;
}
