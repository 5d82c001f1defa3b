import { browser } from '../../utils/browser.ts';
import { ask } from '../../utils/pages/ask.ts';
import { loadPicture } from '../../utils/pages/load-picture.ts';
import { openDesk, openPage } from '../../utils/pages/open-page.ts';
import { goTo } from '../../utils/pages/wallet/navigate.ts';
import { watchOffline } from '../../utils/pages/watch-offline.ts';
import { readSettings, updateSettings, watchSettings } from '../../utils/settings/store.ts';
import { termsFor, withSite } from '../../utils/settings/terms.ts';
import type { SiteSettings } from '../../utils/settings/types.ts';
import { PanelLink } from './panel-link.ts';
import { EVERYWHERE, readGrants, sitePattern } from './site.ts';
import { usePopup } from './store.ts';
import { createYours } from './yours.ts';

const { setState, getState } = usePopup;
let link: PanelLink | null = null;
const yours = createYours(
  (keys) => ask('yours', { keys }).then((answer) => answer.keys),
  (keys) => setState({ yours: keys }),
);

function learnYours(): void {
  const { panel, settings } = getState();
  if (panel && settings) yours.learn(panel, settings.emails);
}

/** The tab the popup speaks about: the one in front, or `?tab=<id>` when it was opened as a page. */
async function findTab(): Promise<{ id: number; url: string | undefined } | null> {
  const wanted = Number(new URLSearchParams(location.search).get('tab'));
  const [tab] = wanted
    ? [await browser.tabs.get(wanted)]
    : await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id === undefined ? null : { id: tab.id, url: tab.url };
}

/** Connects the popup to its tab. Everything it shows comes from the content script and from storage: no worker is waited for. */
export async function start(): Promise<void> {
  watchOffline((offline) => setState({ offline }));
  usePopup.subscribe((now, before) => {
    if (now.panel !== before.panel || now.settings !== before.settings) learnYours();
  });
  watchSettings((settings) => setState({ settings }));
  void readSettings().then((settings) => setState({ settings }));
  const tab = await findTab().catch(() => null);
  setState({ tab });
  if (!tab) return setState({ phase: 'absent' });
  link = new PanelLink(tab.id, {
    onState: (panel) => setState({ panel, phase: 'linked', refused: false }),
    onSilence: (before) => void silence(before),
  });
  link.connect();
  await refreshGrants();
}

async function silence(before: boolean): Promise<void> {
  await refreshGrants();
  setState({ phase: before ? 'gone' : 'absent' });
}

async function refreshGrants(): Promise<void> {
  setState({ grants: await readGrants(getState().tab?.url) });
}

/** Brings the content script into the page through `activeTab`, once, and takes up the line to it. */
export async function checkPage(): Promise<void> {
  const { tab } = getState();
  if (!tab) return;
  setState({ busy: true, refused: false });
  const { done } = await ask('check-page', { tabId: tab.id }).catch(() => ({ done: false }));
  setState({ busy: false, refused: !done });
  if (done) link?.connect();
}

export function reloadPage(): void {
  const { tab } = getState();
  if (!tab) return;
  setState({ phase: 'starting', panel: null });
  void browser.tabs.reload(tab.id).then(() => link?.connect());
}

const PLACE = 'popup-place';

/** The popup opens where it was left; answers where that is. */
export function openWhereLeft(): 'page' | 'wallet' {
  if (localStorage.getItem(PLACE) === 'wallet') setState({ place: 'wallet' });
  return getState().place;
}

export function goToPlace(place: 'page' | 'wallet'): void {
  setState({ place });
  localStorage.setItem(PLACE, place);
}

/** "Add to my badges": shows in the wallet what is there, before anything is added. */
export function claim(url: string): void {
  goTo({ at: 'add', address: url });
  goToPlace('wallet');
}

export const scrollTo = (key: string): void => void link?.send({ type: 'scroll', key });
export const check = (keys: string[], again: boolean): void => void link?.send({ type: 'check', keys, again });

export function needPicture(address: string): void {
  void loadPicture(address, (picture) =>
    setState(({ pictures }) => ({ pictures: { ...pictures, [address]: picture } })),
  );
}

/** Called in the click: the browser takes the question only then, so nothing may be awaited before it. */
export function allowAndCheck(host: string, key: string): void {
  void browser.permissions.request({ origins: [`https://${host}/*`] }).then((granted) => {
    if (granted) check([key], true);
  });
}

export function openShortLink(key: string, url: string): void {
  const pattern = sitePattern(url);
  if (!pattern) return;
  void browser.permissions.request({ origins: [pattern] }).then((granted) => {
    if (granted) link?.send({ type: 'check', keys: [key], again: true, byHand: true });
  });
}

/** A choice for this site: shown at once, then stored, told to the page, and to the background for everything else that is open. */
export async function chooseForSite(host: string, change: SiteSettings): Promise<void> {
  const { settings: before } = getState();
  if (before) setState({ settings: withSite(before, host, change) });
  const settings = await updateSettings((stored) => withSite(stored, host, change));
  setState({ settings });
  link?.send({ type: 'terms', terms: termsFor(host, settings) });
  await ask('site-changed', { host }).catch(() => {});
}

function grant(pattern: string | null, wanted: boolean): void {
  if (!pattern) return;
  const origins = { origins: [pattern] };
  const asked = wanted ? browser.permissions.request(origins) : browser.permissions.remove(origins);
  void asked.then(async (done) => {
    await refreshGrants();
    if (done && wanted && getState().phase !== 'linked') await checkPage();
  });
}

/** Both called in the click itself. */
export const grantSite = (wanted: boolean): void => grant(sitePattern(getState().tab?.url), wanted);
export const grantEverywhere = (wanted: boolean): void => grant(EVERYWHERE, wanted);

export type OwnPage = '/desk.html' | '/options.html' | '/wallet.html';

/** Opens one of our own pages in a tab and closes the popup. */
export function openOwnPage(page: OwnPage): void {
  void openPage(page).then(() => window.close());
}

/** The desk checks a badge at once, and has the document behind the answer. */
export function openAtDesk(url: string): void {
  void openDesk(url).then(() => window.close());
}
