/** Sharing: each of these is one click of the user, and nothing is posted by any of them. */
import { i18n } from '#i18n';
import { browser } from '../../browser.ts';
import { isPasted } from '../../share/targets/handed-over.ts';
import { SHARE_TARGETS, shareTarget } from '../../share/targets/index.ts';
import { shareData } from '../../share/targets/system.ts';
import type { Draft, ShareTarget } from '../../share/targets/types.ts';
import { organisationOf } from '../../wallet/organisations.ts';
import {
  type Preferences,
  readPreferences,
  writeOrganisation,
  writePreferences,
  writeTemplate,
} from '../../wallet/preferences.ts';
import { shareableOf } from '../../wallet/shareable.ts';
import { targetName } from '../../words/target-name.ts';
import { attempt, attempted } from './attempt.ts';
import { copyText } from './clipboard.ts';
import { goTo } from './navigate.ts';
import { wallet } from './open.ts';
import { languageOf, postText } from './post-text.ts';
import { useWallet } from './store.ts';

const { t } = i18n;

/** The target of this id, or the first of all where there is none (any more). */
export function targetOf(id: string | undefined): ShareTarget {
  const [first] = SHARE_TARGETS;
  const found = (id === undefined ? undefined : shareTarget(id)) ?? first;
  if (!found) throw new Error('no share targets');
  return found;
}

/** The name of the favourite target, for the button in the list. */
export function favouriteName(favourite: string | undefined): string {
  return targetName(targetOf(favourite), t);
}

/** All that work here: a share sheet is not everywhere. */
export function targetsHere(): ShareTarget[] {
  return SHARE_TARGETS.filter(({ way }) => way !== 'sheet' || canUseSheet());
}

function canUseSheet(): boolean {
  const sample = { title: 'x', text: 'x', url: 'https://badges.example/' };
  return typeof navigator.canShare === 'function' && navigator.canShare(sample);
}

/**
 * Opens, copies or hands over, as the target wants. Where it does not take the text over and `text` is wanted, that is copied first. False where it
 * could not be done; what could be done instead is said.
 */
export async function sendTo(target: ShareTarget, draft: Draft): Promise<boolean> {
  const address = target.address(draft);
  if (address === null) return false;
  if (target.way === 'sheet') return handOver(draft);
  if (target.way === 'clipboard') return copied(address);
  if (isPasted(target) && draft.text !== '' && !(await copied(draft.text))) return false;
  if (target.way === 'mail') clickLink(address);
  else await openTab(address);
  return true;
}

export async function openTab(url: string): Promise<void> {
  await browser.tabs.create({ url });
}

/** Says that it was copied, or that the browser forbade it. */
export async function copied(text: string): Promise<boolean> {
  const done = await copyText(text);
  sayCopied(done);
  return done;
}

export function sayCopied(done: boolean): void {
  useWallet.setState({ toast: { text: t(done ? 'share.copied' : 'share.not_copied') } });
}

async function handOver(draft: Draft): Promise<boolean> {
  try {
    await navigator.share(shareData(draft));
    return true;
  } catch {
    // Closed by the user, most of the time.
    return false;
  }
}

/** Gives the address to the mail program and leaves no empty tab behind. */
function clickLink(address: string): void {
  const link = document.createElement('a');
  link.href = address;
  link.click();
}

/** One click from the list: to the favourite target at once, or to the share view where something has to be said or settled first. */
export async function shareQuickly(id: string): Promise<void> {
  if (!(await sendAtOnce(id))) goTo({ at: 'share', id });
}

async function sendAtOnce(id: string): Promise<boolean> {
  const done = await attempted(async () => {
    const [row, preferences] = await Promise.all([wallet.badges.get(id), readPreferences(wallet)]);
    const target = targetOf(preferences.favourite);
    if (!row || row.deletedAt > 0 || !targetsHere().includes(target)) return false;
    const { badge, obstacles } = shareableOf(row, Date.now());
    if (!badge || obstacles.length > 0) return false;
    const languages = { badge: await languageOf(badge), own: t('@@ui_locale') };
    const { text } = postText(target, badge, preferences, languages);
    const { used, limit } = target.measure(text, badge.url, badge.name);
    if (limit !== undefined && used > limit) return false;
    const organisationId = organisationOf(preferences, row.facts);
    return sendTo(target, { badge, text, server: preferences.mastodon, organisationId });
  });
  return done ?? false;
}

/** Shown at once, then written; as it was before where the wallet said no. */
export async function choose(changes: Partial<Preferences>): Promise<void> {
  const before = useWallet.getState().preferences;
  useWallet.setState({ preferences: before && { ...before, ...changes } });
  if (!(await attempt(() => writePreferences(wallet, changes)))) useWallet.setState({ preferences: before });
}

/** Null: the standard text again. */
export const rememberTemplate = (target: string, text: string | null) =>
  attempt(() => writeTemplate(wallet, target, text));

/** '': LinkedIn gets the issuer's name again. */
export const rememberOrganisation = (issuer: string, number: string) =>
  attempt(() => writeOrganisation(wallet, issuer, number));
