import { useId, useState } from 'react';
import { PAGE_LANGUAGES } from '../../utils/share/profile/page-words.ts';
import type { PageLanguage, Profile } from '../../utils/share/profile/types.ts';
import { Button } from '../controls/button.tsx';
import { Choice } from '../controls/choice.tsx';
import { FileButton } from '../controls/file-button.tsx';
import { t } from '../text.ts';

const KINDS = 'image/png,image/jpeg,image/webp,image/gif';
const MAX_LINE = 200;

export interface PersonProps {
  profile: Profile;
  /** `blob:` address of the picture; null: there is none. */
  picture: string | null;
  pictureProblem: 'kind' | 'large' | null;
  /** A popup closes when the browser's own file chooser opens: the picture is chosen on the full page. */
  inPopup: boolean;
  onChange: (change: Partial<Profile>) => void;
  onPicture: (file: File) => void;
  onOpenPage: () => void;
}

/** Who one is: what stands at the top of the page. */
export function ProfilePerson(props: PersonProps) {
  const { profile, onChange } = props;
  const id = useId();
  return (
    <section className="profile-part" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{t('profile.person')}</h2>
      <label htmlFor={`${id}-name`}>{t('profile.name')}</label>
      <input
        id={`${id}-name`}
        className="field"
        autoComplete="name"
        maxLength={MAX_LINE}
        value={profile.name}
        onChange={(event) => onChange({ name: event.target.value })}
      />
      <label htmlFor={`${id}-headline`}>{t('profile.headline')}</label>
      <input
        id={`${id}-headline`}
        className="field"
        maxLength={MAX_LINE}
        aria-describedby={`${id}-headline-hint`}
        value={profile.headline}
        onChange={(event) => onChange({ headline: event.target.value })}
      />
      <p id={`${id}-headline-hint`} className="quiet small">
        {t('profile.headline_hint')}
      </p>
      <Languages profile={profile} onChange={onChange} />
      <Picture {...props} />
      <Choice
        label={t('profile.language')}
        value={profile.language}
        options={PAGE_LANGUAGES.map((value) => ({ value, label: nameOf(value) }))}
        onChange={(value) => onChange({ language: PAGE_LANGUAGES.find((each) => each === value) ?? 'en' })}
      />
    </section>
  );
}

/** A language in its own words. */
function nameOf(language: PageLanguage): string {
  return new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
}

/** The text is kept as it is typed: a comma at its end is no language yet. */
function Languages({ profile, onChange }: Pick<PersonProps, 'profile' | 'onChange'>) {
  const id = useId();
  const [text, setText] = useState(profile.languages.join(', '));
  const said = readLanguages(text).join() === profile.languages.join() ? text : profile.languages.join(', ');
  return (
    <>
      <label htmlFor={id}>{t('profile.languages')}</label>
      <input
        id={id}
        className="field"
        aria-describedby={`${id}-hint`}
        value={said}
        onChange={(event) => {
          setText(event.target.value);
          onChange({ languages: readLanguages(event.target.value) });
        }}
      />
      <p id={`${id}-hint`} className="quiet small">
        {t('profile.languages_hint')}
      </p>
    </>
  );
}

function readLanguages(text: string): string[] {
  return text
    .split(/[,，、،]/)
    .map((each) => each.trim().slice(0, MAX_LINE))
    .filter((each) => each !== '')
    .slice(0, 20);
}

function Picture({ picture, pictureProblem, inPopup, onPicture, onChange, onOpenPage }: PersonProps) {
  const id = useId();
  return (
    <fieldset className="profile-picture" aria-describedby={`${id}-hint`}>
      <legend>{t('profile.picture')}</legend>
      {picture && <img src={picture} alt={t('profile.picture')} width={64} height={64} />}
      <div className="report-actions">
        {inPopup ? (
          <Button onClick={onOpenPage}>{t('profile.picture_on_page')}</Button>
        ) : (
          <FileButton
            label={t('profile.picture_choose')}
            accept={KINDS}
            onFiles={([file]) => file && onPicture(file)}
          />
        )}
        {picture && (
          <Button kind="plain" onClick={() => onChange({ picture: null })}>
            {t('profile.picture_remove')}
          </Button>
        )}
      </div>
      <p id={`${id}-hint`} className="quiet small">
        {t('profile.picture_hint')}
      </p>
      <p className="field-error" role="alert">
        {pictureProblem && t(`profile.picture_${pictureProblem}`)}
      </p>
    </fieldset>
  );
}
