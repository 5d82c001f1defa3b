/** Keeps the view's state in step with the database, whoever writes to it: this window, another one, or the background. */
import { liveQuery } from 'dexie';
import { readSettings, watchSettings } from '../../settings/store.ts';
import { listBadges } from '../../wallet/badges.ts';
import { listCollections } from '../../wallet/collections.ts';
import type { WalletDatabase } from '../../wallet/database.ts';
import { unseenNews } from '../../wallet/news.ts';
import { readPreferences } from '../../wallet/preferences.ts';
import { troubleOf } from '../../wallet/trouble.ts';
import type { BadgeRow } from '../../wallet/types.ts';
import { useWallet, type WalletState } from './store.ts';

/** Enough to fill any window at once. */
const FIRST_ROWS = 60;
/** While an import or a re-check writes one badge after the other, the whole list is not read for each, in milliseconds. */
const CALM = 400;

const { setState } = useWallet;

/** Reads everything, and again whenever it changes. Never rejects: trouble is part of the state. */
export async function startFeed(db: WalletDatabase): Promise<void> {
  watchSettings((settings) => setState({ settings }));
  void readSettings().then((settings) => setState({ settings }));
  follow(() => readPreferences(db), 'preferences');
  follow(() => listCollections(db), 'collections');
  follow(() => unseenNews(db), 'news');
  follow(() => db.drafts.orderBy('createdAt').reverse().toArray(), 'drafts');
  follow(() => db.watches.toArray(), 'watches');
  try {
    const first = await db.badges.orderBy('place').limit(FIRST_ROWS).toArray();
    setState({ rows: first.filter(({ deletedAt }) => deletedAt === 0), partial: first.length === FIRST_ROWS });
  } catch (error) {
    setState({ trouble: troubleOf(error), rows: [], partial: false });
    return;
  }
  liveQuery(() => listBadges(db)).subscribe({
    next: calmly((rows) =>
      setState(({ rows: before }) => ({ rows: unchangedKept(before ?? [], rows), partial: false })),
    ),
    error: (error) => setState({ trouble: troubleOf(error) }),
  });
}

type Followed = 'preferences' | 'collections' | 'news' | 'drafts' | 'watches';

function follow<K extends Followed>(read: () => Promise<NonNullable<WalletState[K]>>, name: K): void {
  liveQuery(read).subscribe({
    next: (value) => setState({ [name]: value } as Pick<WalletState, K>),
    error: (error) => setState({ trouble: troubleOf(error) }),
  });
}

/** The first call at once, later ones at most every so often; the last one always. */
function calmly(show: (rows: BadgeRow[]) => void): (rows: BadgeRow[]) => void {
  let last = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let latest: BadgeRow[] = [];
  const run = () => {
    timer = undefined;
    last = Date.now();
    show(latest);
  };
  return (rows) => {
    latest = rows;
    if (timer === undefined) timer = setTimeout(run, Math.max(0, last + CALM - Date.now()));
  };
}

/** Rows that are as they were stay the same objects, so that only what changed is drawn and folded anew. */
function unchangedKept(before: readonly BadgeRow[], after: BadgeRow[]): BadgeRow[] {
  const known = new Map(before.map((row) => [row.id, row]));
  return after.map((row) => {
    const old = known.get(row.id);
    return old && JSON.stringify(old) === JSON.stringify(row) ? old : row;
  });
}
