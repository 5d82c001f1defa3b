import { Collapsible } from '@base-ui/react/collapsible';
import type { SiteSettings, SiteTerms } from '../../utils/settings/types.ts';
import { Chevron } from '../controls/icons.tsx';
import { Segments } from '../controls/segments.tsx';
import { SwitchRow } from '../controls/switch-row.tsx';
import { t } from '../text.ts';

type Mode = 'auto' | 'click' | 'off';

/** Where the browser lets us look without being asked each time. */
export interface Grants {
  /** This site is among the chosen ones. */
  site: boolean;
  everywhere: boolean;
  /** The site comes with the installation (LinkedIn), or cannot be granted (http): nothing to ask for here. */
  fixed: boolean;
}

interface Props {
  site: string;
  terms: SiteTerms;
  grants: Grants;
  onSite: (change: SiteSettings) => void;
  /** Both are called in the click itself, so that the browser accepts the question. */
  onGrantSite: (wanted: boolean) => void;
  onGrantEverywhere: (wanted: boolean) => void;
}

/** What Touchstone does on this site, each in one click. */
export function SiteControls({ site, terms, grants, onSite, onGrantSite, onGrantEverywhere }: Props) {
  const mode: Mode = terms.off ? 'off' : terms.checking;
  const choose = (next: Mode) => onSite(next === 'off' ? { off: true } : { off: undefined, checking: next });
  return (
    <section className="site" aria-label={t('popup.on_site', [site])}>
      <Segments<Mode>
        label={t('popup.on_site', [site])}
        value={mode}
        options={[
          { value: 'auto', label: t('common.auto') },
          { value: 'click', label: t('common.click') },
          { value: 'off', label: t('common.off') },
        ]}
        onChange={choose}
      />
      {mode !== 'off' && (
        <SwitchRow label={t('popup.marks')} checked={terms.marks} onChange={(marks) => onSite({ marks })} />
      )}
      <Collapsible.Root>
        <Collapsible.Trigger className="fold">
          {t('popup.where')}
          <Chevron />
        </Collapsible.Trigger>
        <Collapsible.Panel>
          {!grants.fixed && !grants.everywhere && (
            <SwitchRow
              label={t('popup.always_site', [site])}
              hint={t('popup.always_site_hint', [site])}
              checked={grants.site}
              onChange={onGrantSite}
            />
          )}
          <SwitchRow
            label={t('popup.everywhere')}
            hint={t('popup.everywhere_hint')}
            checked={grants.everywhere}
            onChange={onGrantEverywhere}
          />
        </Collapsible.Panel>
      </Collapsible.Root>
    </section>
  );
}
