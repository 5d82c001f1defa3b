import type { Registry } from '../../utils/settings/trust-entries.ts';
import type { Settings } from '../../utils/settings/types.ts';
import { Button } from '../controls/button.tsx';
import { t } from '../text.ts';
import { Entry } from './entry.tsx';
import { AddForm, RemovableList } from './list-editor.tsx';

interface RegistriesProps {
  registries: Settings['registries'];
  /** Registries of the field that are not switched on. */
  offered: readonly Registry[];
  loaded: { read: number; of: number } | null;
  onAdd: (registry: Registry) => boolean;
  onRemove: (address: string) => void;
  onLoad: () => void;
}

/** Registries of known issuers: which are used, which could be, and whether they could be read. */
export function Registries({ registries, offered, loaded, onAdd, onRemove, onLoad }: RegistriesProps) {
  return (
    <>
      <RemovableList
        label={t('options.registries')}
        empty={t('options.registries_none')}
        items={registries.map(({ name, address }) => ({
          key: address,
          name,
          words: <Entry main={name} more={address} />,
        }))}
        onRemove={onRemove}
      />
      {offered.length > 0 && (
        <div className="report-actions">
          {offered.map((registry) => (
            <Button key={registry.address} onClick={() => onAdd(registry)}>
              {t('options.use_registry', [registry.name])}
            </Button>
          ))}
        </div>
      )}
      <AddForm
        fields={[
          { label: t('options.registry_address'), placeholder: 'https://registry.example.org/list.json' },
          { label: t('options.registry_name'), optional: true },
        ]}
        error={t('options.address_error')}
        onAdd={([address = '', name = '']) => onAdd({ address, name })}
      />
      {registries.length > 0 && <Button onClick={onLoad}>{t('options.load_registries')}</Button>}
      <p role="status" className="small">
        {loaded && registries.length > 0 ? t('options.registries_read', [loaded.read, loaded.of]) : ''}
      </p>
    </>
  );
}

interface ContextsProps {
  contexts: Settings['contexts'];
  pinning: { state: 'none' | 'reading' | 'unreadable' } | { state: 'found'; address: string; sha256: string };
  onLook: (address: string) => boolean;
  onSettle: (keep: boolean) => void;
  onRemove: (address: string) => void;
}

/** Vocabularies (JSON-LD contexts) that the reader vouches for, by address and hash. */
export function Contexts({ contexts, pinning, onLook, onSettle, onRemove }: ContextsProps) {
  return (
    <>
      <RemovableList
        label={t('options.contexts')}
        empty={t('options.contexts_none')}
        items={contexts.map(({ address, sha256 }) => ({
          key: address,
          name: address,
          words: <Entry main={address} more={`SHA-256 ${sha256}`} />,
        }))}
        onRemove={onRemove}
      />
      <AddForm
        fields={[{ label: t('options.context_address'), placeholder: 'https://example.org/context/v1' }]}
        error={t('options.address_error')}
        onAdd={([address = '']) => onLook(address)}
      />
      <div role="status">
        {pinning.state === 'reading' && <p className="small">{t('options.context_reading')}</p>}
        {pinning.state === 'unreadable' && <p className="small">{t('options.context_unreadable')}</p>}
        {pinning.state === 'found' && (
          <>
            <p className="small stranger">{t('options.context_found', [pinning.address])}</p>
            <code className="small entry-more">{pinning.sha256}</code>
            <div className="report-actions">
              <Button onClick={() => onSettle(true)}>{t('options.context_pin')}</Button>
              <Button kind="plain" onClick={() => onSettle(false)}>
                {t('options.context_leave')}
              </Button>
            </div>
          </>
        )}
      </div>
    </>
  );
}
