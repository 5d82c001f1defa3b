import type { Notice } from '../../components/page-view/page-notice.tsx';
import { siteOf, termsFor } from '../../utils/settings/terms.ts';
import { pageKind } from './site.ts';
import type { PopupState } from './store.ts';

/** What stands in the way of a list, or null when there is a list to show. */
export function noticeOf(state: NoticeInput): Notice | null {
  const { phase, panel, settings, tab, grants } = state;
  const host = hostOf(tab?.url);
  const wanted = host && settings ? termsFor(host, settings) : panel?.terms;
  if (wanted?.off) return 'off';
  if (phase === 'linked' && panel) {
    // Just switched on again: the page has not looked yet.
    if (panel.terms.off) return 'looking';
    return panel.findings.length === 0 ? 'nothing' : null;
  }
  if (phase === 'starting') return panel && panel.findings.length > 0 ? null : 'looking';
  if (phase === 'gone') return 'gone';
  const kind = pageKind(tab?.url);
  if (kind !== 'page') return kind;
  if (state.refused) return 'refused';
  return grants.reachable && (!grants.fixed || siteOf(host) === 'linkedin.com') ? 'reload' : 'absent';
}

/** Host of a page's address; '' where there is none to speak of. */
export function hostOf(address: string | undefined): string {
  return address && URL.canParse(address) ? new URL(address).hostname : '';
}

export type NoticeInput = Pick<PopupState, 'phase' | 'panel' | 'settings' | 'tab' | 'grants' | 'refused'>;
