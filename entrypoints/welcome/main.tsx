import '../../components/styles/base.css';
import '../../components/styles/controls.css';
import '../../components/styles/sheet.css';
import '../../components/welcome/welcome.css';
import { mountPage } from '../../components/mount-page.tsx';
import { t } from '../../components/text.ts';
import { WelcomeView } from '../../components/welcome/welcome-view.tsx';
import { termsFor } from '../../utils/settings/terms.ts';
import { askedHosts, chooseForLinkedIn, LINKEDIN, start, useWelcome } from './store.ts';

function Welcome() {
  const { settings } = useWelcome();
  if (!settings) return null;
  return (
    <WelcomeView
      linkedin={termsFor(LINKEDIN, settings)}
      hosts={askedHosts()}
      optionsAddress="/options.html"
      onLinkedIn={(change) => void chooseForLinkedIn(change)}
    />
  );
}

mountPage(t('welcome.title'), <Welcome />);
void start();
