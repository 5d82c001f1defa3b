/** The wallet's tables. Truth, not a cache: writes are as durable as the browser can make them. */
import { Dexie, type EntityTable, type Table } from 'dexie';
import { fromVersion1 } from './migrate.ts';
import { NewerWalletError } from './trouble.ts';
import type {
  BadgeRow,
  CollectionRow,
  DraftItemRow,
  DraftRow,
  HistoryRow,
  ItemBytesRow,
  KeptRow,
  NewsRow,
  WatchRow,
} from './types.ts';

export const WALLET_DATABASE = 'touchstone-wallet';

/** One of the user's choices; `key` names it, see preferences.ts. */
export interface PreferenceRow {
  key: string;
  value: unknown;
}

export class WalletDatabase extends Dexie {
  declare badges: EntityTable<BadgeRow, 'id'>;
  declare kept: EntityTable<KeptRow, 'id'>;
  declare history: EntityTable<HistoryRow, 'n'>;
  declare news: EntityTable<NewsRow, 'n'>;
  declare collections: EntityTable<CollectionRow, 'id'>;
  declare watches: EntityTable<WatchRow, 'id'>;
  declare drafts: EntityTable<DraftRow, 'id'>;
  declare items: Table<DraftItemRow, [string, number]>;
  declare itemBytes: Table<ItemBytesRow, [string, number]>;
  declare preferences: EntityTable<PreferenceRow, 'key'>;

  constructor(name: string = WALLET_DATABASE) {
    super(name, { chromeTransactionDurability: 'strict' });
    // Earlier versions stay as they were: a browser may have left any of them. tests/unit/wallet/migrations.test.ts opens each.
    this.version(1).stores({
      badges: 'id, *identities, place, dueAt',
      kept: 'id',
      history: '++n, badge',
    });
    this.version(2)
      .stores({
        badges: 'id, *identities, place, dueAt, deletedAt',
        history: '++n, [badge+at]',
        news: '++n, seen',
        collections: 'id, place',
        watches: 'id, &address, dueAt',
        drafts: 'id, createdAt',
        items: '[draft+n], [draft+state], state',
        itemBytes: '[draft+n]',
        preferences: 'key',
      })
      .upgrade(fromVersion1);
    // Dexie opens a later version's database as if it were its own, and would write rows into it that the later one does not expect.
    this.on('ready', () => this.refuseNewer(), true);
  }

  /** Dexie counts in tenths, and a few of them when it mends a schema. */
  private refuseNewer(): void {
    if (Math.floor(this.backendDB().version / 10) > this.verno) throw new NewerWalletError();
  }
}

/**
 * Tells when another window has opened a later version of the wallet: this connection gives way, and everything it is asked from then on fails. `tell` is
 * not called when the wallet is deleted: then it starts anew.
 */
export function onGivingWay(db: WalletDatabase, tell: () => void): void {
  db.on('versionchange', ({ newVersion }) => {
    if (newVersion) tell();
  });
}
