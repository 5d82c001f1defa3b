/** Keeps the view's state in step with the database, whoever writes to it: this window, another one, or the background. */
import { liveQuery } from 'dexie';
import { readSettings, watchSettings } from '../../settings/store.ts';
import { listCollections } from '../../wallet/collections.ts';
import type { WalletDatabase } from '../../wallet/database.ts';
import { followBadges } from '../../wallet/follow-badges.ts';
import { unseenNews } from '../../wallet/news.ts';
import { readPreferences } from '../../wallet/preferences.ts';
import { troubleOf } from '../../wallet/trouble.ts';
import { tellTrouble, useWallet, type WalletState } from './store.ts';

const { setState } = useWallet;

/** Reads everything, and again whenever it changes; the badges first, as they are what one waits for. Trouble is part of the state. */
export function startFeed(db: WalletDatabase): void {
  followBadges(db, {
    show: (rows, partial) => setState({ rows, partial }),
    fail: (error) => {
      tellTrouble(troubleOf(error));
      setState(({ rows, partial }) => ({ rows: rows ?? [], partial: rows !== null && partial }));
    },
  });
  watchSettings((settings) => setState({ settings }));
  void readSettings().then((settings) => setState({ settings }));
  follow(() => readPreferences(db), 'preferences');
  follow(() => listCollections(db), 'collections');
  follow(() => unseenNews(db), 'news');
  follow(() => db.drafts.orderBy('createdAt').reverse().toArray(), 'drafts');
  follow(() => db.watches.toArray(), 'watches');
}

type Followed = 'preferences' | 'collections' | 'news' | 'drafts' | 'watches';

function follow<K extends Followed>(read: () => Promise<NonNullable<WalletState[K]>>, name: K): void {
  liveQuery(read).subscribe({
    next: (value) => setState({ [name]: value } as Pick<WalletState, K>),
    error: (error) => tellTrouble(troubleOf(error)),
  });
}
