import type { ReactNode } from 'react';
import type { Registry } from '../../utils/settings/trust-entries.ts';
import type { CheckingMode, Settings, SiteSettings } from '../../utils/settings/types.ts';
import { Button } from '../controls/button.tsx';
import { Segments } from '../controls/segments.tsx';
import { SwitchRow } from '../controls/switch-row.tsx';
import { t } from '../text.ts';
import { DeleteDialog } from './delete-dialog.tsx';
import { Entry } from './entry.tsx';
import { AddForm, RemovableList } from './list-editor.tsx';
import { Contexts, Registries } from './trust-lists.tsx';

interface Props {
  settings: Settings;
  /** Origin patterns that the reader granted after the installation. */
  granted: readonly string[];
  /** How many answers are kept; null while not known. */
  answers: number | null;
  version: string;
  /** What was just done, for the status line. */
  done: 'forgotten' | 'deleted' | 'failed' | null;
  offered: readonly Registry[];
  loaded: { read: number; of: number } | null;
  pinning: Parameters<typeof Contexts>[0]['pinning'];
  actions: {
    onDefaults: (change: Partial<Settings['defaults']>) => void;
    onForgetSite: (host: string) => void;
    onAddEmail: (email: string) => boolean;
    onRemoveEmail: (email: string) => void;
    onAddTrusted: (id: string, name: string) => boolean;
    onRemoveTrusted: (id: string) => void;
    onAddRegistry: (registry: Registry) => boolean;
    onRemoveRegistry: (address: string) => void;
    onLoadRegistries: () => void;
    onLookAtContext: (address: string) => boolean;
    onSettlePin: (keep: boolean) => void;
    onRemoveContext: (address: string) => void;
    onWithdraw: (pattern: string) => void;
    onForgetAnswers: () => void;
    onDelete: () => void;
  };
}

/** Everything that can be chosen, on one page. Each choice is kept at once. */
export function OptionsView({ settings, granted, answers, version, done, offered, loaded, pinning, actions }: Props) {
  return (
    <main className="sheet">
      <div className="sheet-brand">
        <img src="/icon/48.png" alt="" width="36" height="36" />
        <h1>{t('options.title')}</h1>
      </div>
      <Part title={t('options.checking')} text={t('options.checking_text')}>
        <Segments<CheckingMode>
          label={t('options.checking')}
          hideLabel
          value={settings.defaults.checking}
          options={[
            { value: 'auto', label: t('common.auto') },
            { value: 'click', label: t('common.click') },
          ]}
          onChange={(checking) => actions.onDefaults({ checking })}
        />
        <SwitchRow
          label={t('popup.marks')}
          hint={t('options.marks_hint')}
          checked={settings.defaults.marks}
          onChange={(marks) => actions.onDefaults({ marks })}
        />
      </Part>
      <Part title={t('options.sites')} text={t('options.sites_text')}>
        <RemovableList
          label={t('options.sites')}
          empty={t('options.sites_none')}
          items={Object.entries(settings.sites).map(([host, site]) => ({
            key: host,
            name: host,
            words: <Entry main={host} more={siteWords(site)} />,
          }))}
          onRemove={actions.onForgetSite}
        />
      </Part>
      <Part title={t('options.granted')} text={t('options.granted_text')}>
        <RemovableList
          label={t('options.granted')}
          empty={t('options.granted_none')}
          items={granted.map((pattern) => ({ key: pattern, name: siteName(pattern), words: siteName(pattern) }))}
          onRemove={actions.onWithdraw}
        />
      </Part>
      <Part title={t('options.emails')} text={t('options.emails_text')}>
        <RemovableList
          label={t('options.emails')}
          empty={t('options.emails_none')}
          items={settings.emails.map((email) => ({ key: email, name: email, words: email }))}
          onRemove={actions.onRemoveEmail}
        />
        <AddForm
          fields={[{ label: t('options.email'), type: 'email' }]}
          error={t('options.email_error')}
          onAdd={([email = '']) => actions.onAddEmail(email)}
        />
      </Part>
      <Part title={t('options.trusted')} text={t('options.trusted_text')}>
        <RemovableList
          label={t('options.trusted')}
          empty={t('options.trusted_none')}
          items={settings.trusted.map(({ id, name }) => ({
            key: id,
            name: name ?? id,
            words: <Entry main={name ?? id} more={name ? id : ''} />,
          }))}
          onRemove={actions.onRemoveTrusted}
        />
        <AddForm
          fields={[
            { label: t('options.issuer_id'), placeholder: 'badges.example.org' },
            { label: t('options.issuer_name'), optional: true },
          ]}
          error={t('options.issuer_error')}
          onAdd={([id = '', name = '']) => actions.onAddTrusted(id, name)}
        />
      </Part>
      <Part title={t('options.registries')} text={t('options.registries_text')}>
        <Registries
          registries={settings.registries}
          offered={offered}
          loaded={loaded}
          onAdd={actions.onAddRegistry}
          onRemove={actions.onRemoveRegistry}
          onLoad={actions.onLoadRegistries}
        />
      </Part>
      <Part title={t('options.contexts')} text={t('options.contexts_text')}>
        <Contexts
          contexts={settings.contexts}
          pinning={pinning}
          onLook={actions.onLookAtContext}
          onSettle={actions.onSettlePin}
          onRemove={actions.onRemoveContext}
        />
      </Part>
      <Part title={t('options.data')} text={t('options.data_text')}>
        <div className="report-actions">
          <Button onClick={actions.onForgetAnswers}>
            {answers === null ? t('options.forget') : t('options.forget_count', answers)}
          </Button>
          <DeleteDialog onDelete={actions.onDelete} />
        </div>
        <p role="status" className="small">
          {done ? t(`options.done.${done}`) : ''}
        </p>
      </Part>
      <Part title={t('options.about')} text={t('options.about_text')}>
        <p className="quiet small">{t('options.version', [version])}</p>
      </Part>
    </main>
  );
}

function Part({ title, text, children }: { title: string; text: string; children: ReactNode }) {
  return (
    <section className="part">
      <h2>{title}</h2>
      <p className="quiet">{text}</p>
      {children}
    </section>
  );
}

function siteWords(site: SiteSettings): string {
  if (site.off) return t('common.off');
  const words = [site.checking && t(`common.${site.checking}`), site.marks !== undefined && marksWords(site.marks)];
  return words.filter(Boolean).join(' · ');
}

const marksWords = (marks: boolean) => (marks ? t('options.marks_on') : t('options.marks_off'));

/** `https://asha.example/*` → asha.example; the pattern for everything in words. */
function siteName(pattern: string): string {
  const host = /^[a-z*]+:\/\/([^/]+)\//.exec(pattern)?.[1] ?? pattern;
  return host === '*' ? t('options.all_sites') : host;
}
