import { useEffect, useState } from 'react';
import { t } from '../../components/text.ts';
import { Reading } from '../../components/wallet/reading.tsx';
import { SettingsView } from '../../components/wallet/settings-view.tsx';
import { browser } from '../../utils/browser.ts';
import { openWalletPage } from '../../utils/pages/open-page.ts';
import { type Saved, saveBackup } from '../../utils/pages/wallet/backup-actions.ts';
import { addEmail, removeEmail } from '../../utils/pages/wallet/emails.ts';
import { type Exported, saveExport } from '../../utils/pages/wallet/export-actions.ts';
import { goTo } from '../../utils/pages/wallet/navigate.ts';
import * as act from '../../utils/pages/wallet/settings-actions.ts';
import { useWallet } from '../../utils/pages/wallet/store.ts';
import { snake } from '../../utils/words/plain.ts';
import { inPopup } from './in-popup.ts';
import { useRestore } from './use-restore.ts';

type Progress = { done: number; of: number } | null;

export function SettingsContainer() {
  const { settings, preferences, watches } = useWallet();
  const [nameSaved, setNameSaved] = useState(false);
  const [noticesRefused, setNoticesRefused] = useState(false);
  const [looking, setLooking] = useState(false);
  const [looked, setLooked] = useState('');
  const [saving, setSaving] = useState<Progress>(null);
  const [saved, setSaved] = useState('');
  const [exporting, setExporting] = useState<Progress>(null);
  const [exported, setExported] = useState('');
  const [restoreFirst] = useState(() => useWallet.getState().backup !== null);
  const restore = useRestore();
  const storage = useStorage();
  // The fields begin with what is stored.
  if (!preferences) return <Reading />;

  /** The browser wants to be asked in the click itself. */
  function notify(isOn: boolean): void {
    setNoticesRefused(false);
    if (!isOn) {
      void act.choose({ notify: false });
      void browser.permissions.remove({ permissions: ['notifications'] }).catch(() => {});
      return;
    }
    void browser.permissions
      .request({ permissions: ['notifications'] })
      .catch(() => false)
      .then(async (granted) => {
        if (granted) await act.choose({ notify: true });
        else setNoticesRefused(true);
      });
  }

  async function look(): Promise<void> {
    setLooking(true);
    const outcome = await act.lookNow();
    setLooking(false);
    setLooked(t(`keep.watch_${outcome}`));
  }

  async function backUp(passphrase: string): Promise<void> {
    setSaving({ done: 0, of: useWallet.getState().rows?.length ?? 0 });
    const outcome = await saveBackup(passphrase, (done, of) => setSaving({ done, of }));
    setSaving(null);
    setSaved(outcome ? backupWords(outcome) : '');
  }

  return (
    <SettingsView
      emails={settings?.emails ?? []}
      preferences={preferences}
      nameSaved={nameSaved}
      restoreFirst={restoreFirst}
      noticesRefused={noticesRefused}
      watch={{
        watches,
        looking,
        looked,
        onAdd: async (address) => {
          const problem = await act.addList(address);
          return problem && t(`keep.watch_${problem}`);
        },
        onRemove: (id) => void act.removeList(id),
        onLook: () => void look(),
      }}
      backup={{ progress: saving, outcome: saved, onSave: (passphrase) => void backUp(passphrase) }}
      restore={{ ...restore, inPopup: inPopup(), onOpenPage: () => void openWalletPage({ at: 'settings' }) }}
      exports={{
        progress: exporting,
        outcome: exported,
        onSave: async (form, options) => {
          setExporting({ done: 0, of: 0 });
          const outcome = await saveExport(form, options, (done, of) => setExporting({ done, of }));
          setExporting(null);
          setExported(outcome ? exportWords(outcome) : '');
        },
      }}
      storage={storage}
      onAddEmail={async (email) => ((await addEmail(email)) ? null : t('claim.email_wrong'))}
      onRemoveEmail={(email) => void removeEmail(email)}
      onName={(name) => void act.setName(name).then(setNameSaved)}
      onRemoveName={(name) => void act.removeName(name).then(setNameSaved)}
      onVisibility={(visibility) => void act.choose({ visibility })}
      onNotify={notify}
      onBack={() => goTo({ at: 'list' })}
    />
  );
}

function backupWords(saved: Saved): string {
  if (!saved.ok) return t('keep.backup_too_large');
  const { name, pictures } = saved;
  const words = t('keep.backup_saved', [name]);
  return pictures > 0 ? `${words} ${t('keep.backup_pictures', pictures)}` : words;
}

function exportWords({ count, left, foreign, leftOut }: Exported): string {
  const reasons = [...leftOut].map(([why, many]) => t(`keep.left_out.${snake(why)}`, [many]));
  return [
    count === 0 ? t('keep.export_empty') : t('keep.export_saved', count),
    ...(left > 0 ? [t('keep.export_left', left)] : []),
    ...(foreign > 0 ? [t('keep.export_foreign', foreign)] : []),
    ...(reasons.length > 0 ? [t('keep.export_left_out', [reasons.join(t('common.comma'))])] : []),
  ].join(' ');
}

/** What the browser grants, read when the view opens and when it was asked to keep it. */
function useStorage() {
  const [facts, setFacts] = useState<act.StorageFacts | null>(null);
  const [refused, setRefused] = useState(false);
  useEffect(() => void act.readStorage().then(setFacts), []);
  const onAsk = () =>
    void act.askToKeep().then((isKept) => {
      setRefused(!isKept);
      return act.readStorage().then(setFacts);
    });
  return { facts, refused, onAsk };
}
