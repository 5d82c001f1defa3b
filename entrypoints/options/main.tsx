import '../../components/styles/base.css';
import '../../components/styles/controls.css';
import '../../components/styles/sheet.css';
import '../../components/report/report.css';
import '../../components/options/options.css';
import { mountPage } from '../../components/mount-page.tsx';
import { OptionsView } from '../../components/options/options-view.tsx';
import { t } from '../../components/text.ts';
import { browser } from '../../utils/browser.ts';
import { KNOWN_REGISTRIES } from '../../utils/trust/known-registries.ts';
import * as options from './store.ts';

const actions = {
  onDefaults: options.setDefaults,
  onForgetSite: (host: string) => void options.forgetSite(host),
  onAddEmail: options.addEmail,
  onRemoveEmail: options.removeEmail,
  onAddTrusted: options.addTrusted,
  onRemoveTrusted: options.removeTrusted,
  onAddRegistry: options.addRegistry,
  onRemoveRegistry: (address: string) => void options.removeRegistry(address),
  onLoadRegistries: () => void options.loadRegistries(),
  onLookAtContext: options.lookAtContext,
  onSettlePin: (keep: boolean) => void options.settlePin(keep),
  onRemoveContext: options.removeContext,
  onWithdraw: options.withdraw,
  onForgetAnswers: () => void options.forgetAnswers(),
  onDelete: () => void options.deleteEverything(),
};

function Options() {
  const { settings, granted, answers, done, loaded, pinning } = options.useOptions();
  if (!settings) return null;
  const { version } = browser.runtime.getManifest();
  return (
    <OptionsView
      settings={settings}
      granted={granted}
      answers={answers}
      version={version}
      done={done}
      offered={KNOWN_REGISTRIES.filter(({ address }) => !settings.registries.some((used) => used.address === address))}
      loaded={loaded}
      pinning={pinning}
      actions={actions}
    />
  );
}

mountPage(t('options.title'), <Options />);
void options.start();
