import { openWalletPage } from '../../utils/pages/open-page.ts';
import '../../components/styles/base.css';
import '../../components/styles/controls.css';
import '../../components/styles/sheet.css';
import '../../components/report/report.css';
import '../../components/page-view/page-view.css';
import '../../components/desk/desk.css';
import { DeskView } from '../../components/desk/desk-view.tsx';
import { mountPage } from '../../components/mount-page.tsx';
import { t } from '../../components/text.ts';
import * as desk from './store.ts';

const actions = {
  onText: desk.addText,
  onFiles: (files: File[], holderName: string) => void desk.addFiles(files, holderName),
  onStop: desk.stop,
  onClear: desk.clear,
  onCheckAgain: desk.checkAgain,
  onAllow: desk.allowAndCheck,
  onNeedPicture: desk.needPicture,
  onClaim: (url: string) => void openWalletPage({ at: 'add', address: url }),
};

function Desk() {
  const { items, pictures } = desk.useDesk();
  return <DeskView items={items} pictures={pictures} actions={actions} />;
}

mountPage(t('desk.title'), <Desk />);
desk.checkFromAddress();
addEventListener('hashchange', desk.checkFromAddress);
