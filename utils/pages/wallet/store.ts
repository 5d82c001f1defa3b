/** The state of the wallet's view. The wallet itself is in the database; what is here can be lost. */
import { create } from 'zustand';
import type { Settings } from '../../settings/types.ts';
import type { Handed } from '../../wallet/imports/types.ts';
import type { Preferences } from '../../wallet/preferences.ts';
import type { Filter, Sort } from '../../wallet/search.ts';
import type { BadgeRow, CollectionRow, DraftRow, NewsRow, WalletTrouble, WatchRow } from '../../wallet/types.ts';
import type { WalletView } from './view.ts';

/** A short message at the foot of the page, with what can be done about it. */
export interface Toast {
  text: string;
  undo?: () => void;
}

export interface WalletState {
  view: WalletView;
  /** null: not read yet. */
  rows: BadgeRow[] | null;
  /** Only the first rows are there so far. */
  partial: boolean;
  collections: CollectionRow[];
  news: NewsRow[];
  drafts: DraftRow[];
  watches: WatchRow[];
  preferences: Preferences | null;
  settings: Settings | null;
  /** Why the wallet cannot be used, or why the last wish was not granted. */
  trouble: WalletTrouble | null;
  search: string;
  filter: Filter;
  sort: Sort;
  selected: ReadonlySet<string>;
  /** The badge of the list that the focus goes to next: the one that was looked at, or that took a deleted one's place. */
  goal: string | null;
  /** `blob:` addresses by badge; null: there is none to show. */
  pictures: Record<string, string | null>;
  /** Badges that are being looked at. */
  checking: ReadonlySet<string>;
  toast: Toast | null;
  /** A backup that was handed in, to be looked over before it is restored. */
  backup: Handed | null;
  offline: boolean;
}

export const useWallet = create<WalletState>(() => ({
  view: { at: 'list' },
  rows: null,
  partial: false,
  collections: [],
  news: [],
  drafts: [],
  watches: [],
  preferences: null,
  settings: null,
  trouble: null,
  search: '',
  filter: { by: 'all' },
  sort: 'own',
  selected: new Set(),
  goal: null,
  pictures: {},
  checking: new Set(),
  toast: null,
  backup: null,
  offline: false,
}));

/** What went wrong becomes words on the page. Until the user has put it away, a full disk is not hidden by what follows from it. */
export function tellTrouble(trouble: WalletTrouble): void {
  useWallet.setState(({ trouble: before }) => ({ trouble: before === 'full' ? before : trouble }));
}
