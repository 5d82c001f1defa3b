import { type ReactNode, useEffect } from 'react';
import { SheetIcon, SlidersIcon, WindowIcon } from '../../components/controls/icons.tsx';
import { Segments } from '../../components/controls/segments.tsx';
import { later } from '../../components/later.tsx';
import { PageNotice } from '../../components/page-view/page-notice.tsx';
import { type FindingActions, PageView } from '../../components/page-view/page-view.tsx';
import { SiteControls } from '../../components/page-view/site-controls.tsx';
import { t } from '../../components/text.ts';
import { withYours } from '../../utils/pages/as-yours.ts';
import { siteOf, termsFor } from '../../utils/settings/terms.ts';
import * as act from './actions.ts';
import { hostOf, noticeOf } from './notice.ts';
import { pageKind } from './site.ts';
import { usePopup } from './store.ts';

const findingActions: FindingActions = {
  onScroll: act.scrollTo,
  onCheck: act.check,
  onNeedPicture: act.needPicture,
  onAllow: act.allowAndCheck,
  onOpenShortLink: act.openShortLink,
  onOpenAtDesk: (url: string) => act.openAtDesk(url),
  onClaim: act.claim,
};

/** Only who looks into the wallet loads it. */
export const Wallet = later(() => import('../wallet/wallet-app.tsx').then((module) => module.WalletApp));

export function Popup() {
  const { place } = usePopup();
  return (
    <>
      <Header />
      {place === 'page' ? (
        <PagePlace />
      ) : (
        <main>
          <Wallet.View />
        </main>
      )}
    </>
  );
}

/** What is on the page in front. */
function PagePlace() {
  const state = usePopup();
  const notice = noticeOf(state);
  useEffect(() => {
    if (notice !== 'looking') document.querySelector<HTMLElement>('[data-main-action]')?.focus();
  }, [notice]);
  const host = hostOf(state.tab?.url);
  const site = host && pageKind(state.tab?.url) === 'page' ? siteOf(host) : '';
  return (
    <>
      {state.offline && (
        <p className="banner" role="status">
          {t('popup.offline')}
        </p>
      )}
      <main>
        {notice && (
          <PageNotice
            notice={notice}
            busy={state.busy}
            onCheckPage={() => void act.checkPage()}
            onReload={act.reloadPage}
            onOpenDesk={() => act.openOwnPage('/desk.html')}
          />
        )}
        {!notice && state.panel && (
          <PageView state={withYours(state.panel, state.yours)} pictures={state.pictures} actions={findingActions} />
        )}
        {/* What is above them is not known yet: they would jump away from under the pointer. */}
        {site && state.settings && (state.phase !== 'starting' || state.panel) && (
          <SiteControls
            site={site}
            terms={termsFor(host, state.settings)}
            grants={state.grants}
            onSite={(change) => void act.chooseForSite(host, change)}
            onGrantSite={act.grantSite}
            onGrantEverywhere={act.grantEverywhere}
          />
        )}
      </main>
    </>
  );
}

function Places() {
  const { place } = usePopup();
  return (
    <div className="head-places">
      <Segments
        label={t('common.app')}
        hideLabel
        value={place}
        options={[
          { value: 'page', label: t('popup.this_page') },
          { value: 'wallet', label: t('wallet.title') },
        ]}
        onChange={act.goToPlace}
      />
    </div>
  );
}

function Header() {
  return (
    <header className="head">
      <img src="/icon/48.png" alt="" width="24" height="24" />
      <Places />
      <PageButton page="/wallet.html" label={t('popup.wallet_page')} icon={<WindowIcon />} />
      <PageButton page="/desk.html" label={t('popup.desk')} icon={<SheetIcon />} />
      <PageButton page="/options.html" label={t('popup.options')} icon={<SlidersIcon />} />
    </header>
  );
}

/** The way to one of our full pages. */
function PageButton({ page, label, icon }: { page: act.OwnPage; label: string; icon: ReactNode }) {
  return (
    <button
      type="button"
      className="icon-button"
      title={label}
      aria-label={label}
      onClick={() => act.openOwnPage(page)}
    >
      {icon}
    </button>
  );
}
