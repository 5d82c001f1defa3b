import type { ReactNode } from 'react';
import type { WalletTrouble } from '../../utils/wallet/types.ts';
import { Button } from '../controls/button.tsx';
import { t } from '../text.ts';

interface Props {
  trouble: WalletTrouble | null;
  toast: { text: string; undo?: () => void } | null;
  offline: boolean;
  onForgetTrouble: () => void;
  onForgetToast: () => void;
  children: ReactNode;
}

/** What stands around every view: what went wrong, and what was just done. */
export function WalletFrame({ trouble, toast, offline, onForgetTrouble, onForgetToast, children }: Props) {
  return (
    <div className="wallet">
      {offline && (
        <p className="banner" role="status">
          {t('wallet.offline')}
        </p>
      )}
      {trouble && (
        <div className="banner trouble" role="alert">
          <p>{t(`wallet.trouble.${trouble}`)}</p>
          <Button onClick={onForgetTrouble}>{t('wallet.understood')}</Button>
        </div>
      )}
      {children}
      <div className="toast-place" role="status">
        {toast && (
          <div className="toast">
            <span className="stranger">{toast.text}</span>
            {toast.undo && <Button onClick={toast.undo}>{t('wallet.undo')}</Button>}
            <Button kind="plain" onClick={onForgetToast}>
              {t('wallet.close')}
            </Button>
          </div>
        )}
      </div>
    </div>
  );
}
