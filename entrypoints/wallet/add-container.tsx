import { useEffect, useRef, useState } from 'react';
import { t } from '../../components/text.ts';
import { AddView } from '../../components/wallet/add-view.tsx';
import { openWalletPage } from '../../utils/pages/open-page.ts';
import { addEmail } from '../../utils/pages/wallet/emails.ts';
import { type Handing, handInFiles, handInText } from '../../utils/pages/wallet/import-actions.ts';
import { goTo } from '../../utils/pages/wallet/navigate.ts';
import { useWallet } from '../../utils/pages/wallet/store.ts';
import { snake } from '../../utils/words/plain.ts';
import { inPopup } from './in-popup.ts';

export function AddContainer({ address }: { address: string | undefined }) {
  const { settings } = useWallet();
  const [problem, setProblem] = useState<string | null>(null);
  const begun = useRef(false);

  function settle(handing: Handing): void {
    if (handing.ok) return;
    if ('backup' in handing) {
      useWallet.setState({ backup: handing.backup });
      goTo({ at: 'settings' });
      return;
    }
    setProblem(t(`claim.trouble.${snake(handing.why)}`));
  }

  // "Add to my badges" was clicked elsewhere: looking is what was asked for. Once, however often this is drawn.
  useEffect(() => {
    if (address === undefined || begun.current) return;
    begun.current = true;
    void handInText(address).then(settle);
  });
  return (
    <AddView
      address={address}
      emails={settings?.emails ?? []}
      problem={problem}
      inPopup={inPopup()}
      onText={(text) => void handInText(text).then(settle)}
      onFiles={(files) => void handInFiles(files).then(settle)}
      onOpenPage={() => void openWalletPage({ at: 'add' })}
      onAddEmail={async (email) => ((await addEmail(email)) ? null : t('claim.email_wrong'))}
      onBack={() => goTo({ at: 'list' })}
    />
  );
}
