import '../../components/styles/base.css';
import '../../components/styles/controls.css';
import '../../components/report/report.css';
import '../../components/page-view/page-view.css';
import '../../components/styles/sheet.css';
import './popup.css';
import { mountPage } from '../../components/mount-page.tsx';
import { t } from '../../components/text.ts';
import { openWhereLeft, start } from './actions.ts';
import { Popup, Wallet } from './popup.tsx';

if (openWhereLeft() === 'wallet') Wallet.begin();
mountPage(t('common.app'), <Popup />);
void start();
