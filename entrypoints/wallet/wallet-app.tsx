import '../../components/wallet/wallet.css';
import '../../components/wallet/share.css';
import { type ReactNode, useEffect } from 'react';
import { WalletFrame } from '../../components/wallet/wallet-frame.tsx';
import { startWalletPage } from '../../utils/pages/wallet/start.ts';
import { useWallet } from '../../utils/pages/wallet/store.ts';
import type { WalletView } from '../../utils/pages/wallet/view.ts';
import { AddContainer } from './add-container.tsx';
import { BadgeContainer } from './badge-container.tsx';
import { BinContainer } from './bin-container.tsx';
import { DraftContainer } from './draft-container.tsx';
import { EmbedContainer } from './embed-container.tsx';
import { ListContainer } from './list-container.tsx';
import { ProfileContainer } from './profile-container.tsx';
import { SettingsContainer } from './settings-container.tsx';
import { ShareContainer } from './share-container.tsx';

const { setState } = useWallet;

/** The wallet, on its own page and in the popup alike. */
export function WalletApp() {
  useEffect(startWalletPage, []);
  const { view, trouble, toast, offline } = useWallet();
  return (
    <WalletFrame
      trouble={trouble}
      toast={toast}
      offline={offline}
      onForgetTrouble={() => setState({ trouble: null })}
      onForgetToast={() => setState({ toast: null })}
    >
      {draw(view)}
    </WalletFrame>
  );
}

function draw(view: WalletView): ReactNode {
  switch (view.at) {
    case 'list':
      return <ListContainer />;
    case 'badge':
      return <BadgeContainer key={view.id} id={view.id} />;
    case 'add':
      return <AddContainer key={view.address ?? ''} address={view.address} />;
    case 'draft':
      return <DraftContainer key={view.id} id={view.id} />;
    case 'share':
      return <ShareContainer key={view.id} id={view.id} />;
    case 'embed':
      return <EmbedContainer key={view.ids.join()} ids={view.ids} />;
    case 'profile':
      return <ProfileContainer />;
    case 'settings':
      return <SettingsContainer />;
    case 'bin':
      return <BinContainer />;
  }
}
