import { useId } from 'react';
import { httpsAddress } from '../../utils/share/escape/url.ts';
import type { ProfileLink } from '../../utils/share/profile/types.ts';
import { Button } from '../controls/button.tsx';
import { t } from '../text.ts';

interface Props {
  links: readonly ProfileLink[];
  onChange: (links: readonly ProfileLink[]) => void;
}

const MOST = 12;

/** Where else one is on the web. */
export function ProfileLinks({ links, onChange }: Props) {
  const id = useId();
  const set = (at: number, change: Partial<ProfileLink>) =>
    onChange(links.map((link, n) => (n === at ? { ...link, ...change } : link)));
  return (
    <section className="profile-part" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{t('profile.links')}</h2>
      {links.map((link, at) => {
        const wrong = link.address.trim() !== '' && httpsAddress(link.address) === null;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a link is its place; two may be the same while they are typed
          <div key={at} className="profile-link">
            <input
              className="field"
              maxLength={200}
              aria-label={t('profile.link_label', [at + 1])}
              placeholder="Portfolio"
              value={link.label}
              onChange={(event) => set(at, { label: event.target.value })}
            />
            <input
              className="field"
              type="url"
              spellCheck={false}
              maxLength={2_048}
              aria-label={t('profile.link_address', [at + 1])}
              aria-invalid={wrong}
              aria-describedby={`${id}-${at}`}
              placeholder="https://"
              value={link.address}
              onChange={(event) => set(at, { address: event.target.value })}
              onBlur={() => set(at, { address: withScheme(link.address) })}
            />
            <Button kind="plain" onClick={() => onChange(links.toSpliced(at, 1))}>
              {t('profile.link_remove', [at + 1])}
            </Button>
            <p id={`${id}-${at}`} className="field-error" role="alert">
              {wrong && t('profile.link_wrong')}
            </p>
          </div>
        );
      })}
      {links.length < MOST && (
        <div className="report-actions">
          <Button onClick={() => onChange([...links, { label: '', address: '' }])}>{t('profile.link_add')}</Button>
        </div>
      )}
    </section>
  );
}

/** People write addresses without their scheme. One that has another stays as it is, and is called wrong. */
function withScheme(typed: string): string {
  const address = typed.trim();
  return /^[a-z\d-]+(?:\.[a-z\d-]+)+(?:[/?#]|$)/i.test(address) ? `https://${address}` : address;
}
