import '../../components/styles/base.css';
import '../../components/styles/controls.css';
import '../../components/styles/sheet.css';
import '../../components/report/report.css';
import '../../components/page-view/page-view.css';
import { mountPage } from '../../components/mount-page.tsx';
import { t } from '../../components/text.ts';
import { followAddress } from '../../utils/pages/wallet/navigate.ts';
import { WalletApp } from './wallet-app.tsx';

followAddress();
mountPage(t('wallet.title'), <WalletApp />);
