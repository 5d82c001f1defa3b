import '../../components/wallet/wallet.css';
import '../../components/wallet/share.css';
import type { ReactNode } from 'react';
import { later } from '../../components/later.tsx';
import { WalletFrame } from '../../components/wallet/wallet-frame.tsx';
import { startWalletPage } from '../../utils/pages/wallet/start.ts';
import { useWallet } from '../../utils/pages/wallet/store.ts';
import type { WalletView } from '../../utils/pages/wallet/view.ts';
import { ListContainer } from './list-container.tsx';

const { setState } = useWallet;

/** Who opens the wallet sees the list; the rest is loaded when it is looked at. */
const Add = later(() => import('./add-container.tsx').then((module) => module.AddContainer));
const Badge = later(() => import('./badge-container.tsx').then((module) => module.BadgeContainer));
const Bin = later(() => import('./bin-container.tsx').then((module) => module.BinContainer));
const Draft = later(() => import('./draft-container.tsx').then((module) => module.DraftContainer));
const Embed = later(() => import('./embed-container.tsx').then((module) => module.EmbedContainer));
const Profile = later(() => import('./profile-container.tsx').then((module) => module.ProfileContainer));
const Settings = later(() => import('./settings-container.tsx').then((module) => module.SettingsContainer));
const Share = later(() => import('./share-container.tsx').then((module) => module.ShareContainer));

// Whoever loads this looks at the wallet: reading begins before anything is drawn.
startWalletPage();

/** The wallet, on its own page and in the popup alike. */
export function WalletApp() {
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
      return <Badge.View key={view.id} id={view.id} />;
    case 'add':
      return <Add.View key={view.address ?? ''} address={view.address} />;
    case 'draft':
      return <Draft.View key={view.id} id={view.id} />;
    case 'share':
      return <Share.View key={view.id} id={view.id} />;
    case 'embed':
      return <Embed.View key={view.ids.join()} ids={view.ids} />;
    case 'profile':
      return <Profile.View />;
    case 'settings':
      return <Settings.View />;
    case 'bin':
      return <Bin.View />;
  }
}
