import { TONES } from '../../utils/badge/report.ts';
import type { SiteSettings, SiteTerms } from '../../utils/settings/types.ts';
import { Segments } from '../controls/segments.tsx';
import { SwitchRow } from '../controls/switch-row.tsx';
import { ToneShape } from '../controls/tone-shape.tsx';
import { t } from '../text.ts';

interface Props {
  /** What applies on LinkedIn now. */
  linkedin: SiteTerms;
  /** Hosts that the extension may ask from the start, without LinkedIn. */
  hosts: readonly string[];
  optionsAddress: string;
  onLinkedIn: (change: SiteSettings) => void;
}

type Mode = 'auto' | 'click' | 'off';

/** Shown once, after the installation: what it does, what its signs mean, and the one choice that should be the reader's from the start. */
export function WelcomeView({ linkedin, hosts, optionsAddress, onLinkedIn }: Props) {
  const mode: Mode = linkedin.off ? 'off' : linkedin.checking;
  return (
    <main className="sheet welcome-sheet">
      <div className="sheet-brand">
        <img src="/icon/128.png" alt="" width="64" height="64" />
        <div>
          <h1>{t('welcome.title')}</h1>
          <p className="quiet">{t('welcome.tagline')}</p>
        </div>
      </div>
      <p>{t('welcome.what')}</p>
      <section>
        <h2>{t('welcome.questions')}</h2>
        <ol className="questions">
          {(['real', 'theirs', 'who'] as const).map((question) => (
            <li key={question}>
              <strong>{t(`common.${question}`)}</strong>
              <p>{t(`welcome.${question}`)}</p>
            </li>
          ))}
        </ol>
      </section>
      <section>
        <h2>{t('welcome.signs')}</h2>
        <ul className="signs">
          {TONES.map((tone) => (
            <li key={tone}>
              <ToneShape shape={tone} size={32} />
              <div>
                <strong>{t(`tone.${tone}`)}</strong>
                <p>{t(`welcome.sign.${tone}`)}</p>
              </div>
            </li>
          ))}
        </ul>
      </section>
      <section className="choice">
        <h2>{t('welcome.linkedin')}</h2>
        <p>{t('welcome.linkedin_text')}</p>
        <Segments<Mode>
          label={t('welcome.linkedin')}
          hideLabel
          value={mode}
          options={[
            { value: 'auto', label: t('common.auto') },
            { value: 'click', label: t('common.click') },
            { value: 'off', label: t('common.off') },
          ]}
          onChange={(next) => onLinkedIn(next === 'off' ? { off: true } : { off: undefined, checking: next })}
        />
        {mode !== 'off' && (
          <SwitchRow
            label={t('popup.marks')}
            hint={t('welcome.marks_hint')}
            checked={linkedin.marks}
            onChange={(marks) => onLinkedIn({ marks })}
          />
        )}
      </section>
      <section>
        <h2>{t('welcome.asked')}</h2>
        <p>{t('welcome.asked_text')}</p>
        <ul className="hosts">
          {hosts.map((host) => (
            <li key={host}>{host}</li>
          ))}
        </ul>
        <p>{t('welcome.private')}</p>
      </section>
      <p>
        <a className="button" data-kind="primary" href={optionsAddress}>
          {t('welcome.options')}
        </a>
      </p>
    </main>
  );
}
