import { useCallback, useEffect, useRef, useState } from 'react';
import type { BackupRestoreProps, RestoreState } from '../../components/wallet/backup-restore.tsx';
import { applyBackup, openBackup } from '../../utils/pages/wallet/backup-actions.ts';
import { useWallet } from '../../utils/pages/wallet/store.ts';
import type { BackupRows } from '../../utils/wallet/backup/format.ts';
import type { Handed } from '../../utils/wallet/imports/types.ts';

/** Restoring a backup, step by step: a file of this view's own chooser, or one that was handed in where badges are added. */
export function useRestore(): Omit<BackupRestoreProps, 'inPopup' | 'onOpenPage'> {
  const { backup } = useWallet();
  const [state, setState] = useState<RestoreState>({ at: 'none' });
  const file = useRef<Handed | null>(null);
  const rows = useRef<BackupRows | null>(null);

  const open = useCallback(async (handed: Handed, passphrase: string | null): Promise<void> => {
    const { name, bytes } = handed;
    file.current = handed;
    setState({ at: 'reading', name });
    const opened = await openBackup(bytes, passphrase);
    // Another file was chosen meanwhile.
    if (file.current !== handed) return;
    if (!opened) setState({ at: 'none' });
    else if (opened.ok) {
      rows.current = opened.rows;
      setState({ at: 'preview', name, ...opened.preview });
    } else if (opened.why === 'locked') setState({ at: 'locked', name, wrong: opened.passphrase === 'wrong' });
    else setState({ at: 'refused', name, why: opened.why });
  }, []);

  useEffect(() => {
    if (!backup) return;
    useWallet.setState({ backup: null });
    void open(backup, null);
  }, [backup, open]);

  function forget(): void {
    file.current = null;
    rows.current = null;
  }

  return {
    state,
    onChoose: (chosen) =>
      void chosen.arrayBuffer().then(
        (bytes) => open({ name: chosen.name, bytes: new Uint8Array(bytes) }, null),
        () => setState({ at: 'refused', name: chosen.name, why: 'damaged' }),
      ),
    onPassphrase: (passphrase) => void (file.current && open(file.current, passphrase)),
    onApply: async (choices) => {
      if (!rows.current || state.at !== 'preview') return;
      const preview = state;
      setState({ at: 'writing', name: preview.name });
      const restored = await applyBackup(rows.current, choices);
      // Where the wallet said no, nothing was written: it can be tried again.
      if (!restored) return setState(preview);
      forget();
      setState({ at: 'done', ...restored });
    },
    onCancel: () => {
      forget();
      setState({ at: 'none' });
    },
  };
}
