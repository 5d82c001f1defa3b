/** A wallet as big as one likes, written past the product: importing thousands would take minutes. */
import type { Page } from '@playwright/test';
import { WALLET_DATABASE } from '../../../utils/wallet/database.ts';
import type { BadgeFacts, BadgeRow, CollectionRow, KeptRow, NewsRow } from '../../../utils/wallet/types.ts';

const CRAFTS = ['Rope', 'Tide', 'Lantern', 'Signal', 'Anchor', 'Chart', 'Keel', 'Sail', 'Harbour', 'Ferry'];
const LEVELS = ['Apprentice', 'Hand', 'Mate', 'Master', 'Warden', 'Examiner', 'Keeper'];
const ISSUERS = ['Northlight Cloud Institute', 'Harbour Mark Council', 'Fernhill Guild', 'Quarry Data Society'];
const pick = (from: readonly string[], n: number) => from[n % from.length] ?? '';
const DAY = 86_400_000;

/** Its id in the wallet. */
export function walletId(n: number): string {
  return `00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`;
}

/** Badge number `n` of a wallet: verified a day ago, the user's own, public. */
export function walletRow(
  n: number,
  change: Partial<Omit<BadgeRow, 'facts'>> & { facts?: Partial<BadgeFacts> } = {},
): BadgeRow {
  const now = Date.now();
  const url = `https://www.credly.com/badges/${walletId(n)}`;
  return {
    id: walletId(n),
    identities: [`credly:${walletId(n)}`],
    answer: {
      verdict: 'verified',
      tone: 'ok',
      proof: 'record',
      match: 'yours',
      standing: 'vetted',
      checkedAt: new Date(now - DAY).toISOString(),
    },
    statement: 'mine',
    ownership: 'proved',
    acceptance: 'claimed',
    visibility: 'public',
    place: n * 1024,
    collections: [],
    tags: [],
    note: '',
    way: 'credly-profile',
    source: url,
    addedAt: now - 30 * DAY,
    revision: 1,
    dueAt: now + 300 * DAY,
    failures: 0,
    deletedAt: 0,
    ...change,
    facts: {
      name: `${pick(CRAFTS, n)} ${pick(LEVELS, Math.floor(n / CRAFTS.length))} ${n}`,
      issuer: { name: pick(ISSUERS, n), url: 'https://issuer.example/' },
      recipientName: 'Marisol Etxeberri',
      issuedOn: new Date(Date.UTC(2024, 0, 1) - n * DAY).toISOString(),
      skills: [`${pick(CRAFTS, n + 3)} handling`, 'Working by night', 'Keeping a log'],
      standard: 'platform',
      id: url,
      url,
      platform: { id: 'credly', badge: walletId(n) },
      ...change.facts,
    },
  };
}

/** What stands in which table. `kept` is made up where it is not given: nothing but the answer. */
export interface WalletContent {
  badges: readonly BadgeRow[];
  kept?: readonly KeptRow[];
  news?: readonly NewsRow[];
  collections?: readonly CollectionRow[];
}

/** Rows by the name of their table. */
export type Tables = Record<string, readonly unknown[]>;

/**
 * Writes rows by the bare interface of the database, which the wallet must have made already; pages that are open learn of it by a reload. `page`: any
 * page of the extension.
 */
export async function fillWallet(page: Page, content: WalletContent | Tables): Promise<void> {
  await page.evaluate(
    async ([name, tables]) => {
      const done = <T>(request: IDBRequest<T>) =>
        new Promise<T>((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
      const db = await done(indexedDB.open(name));
      const transaction = db.transaction(Object.keys(tables), 'readwrite');
      for (const [table, rows] of Object.entries(tables))
        for (const row of rows ?? []) transaction.objectStore(table).put(row);
      await new Promise((resolve, reject) => {
        transaction.oncomplete = resolve;
        transaction.onabort = () => reject(transaction.error);
      });
      db.close();
    },
    [WALLET_DATABASE, content as Tables] as const,
  );
}

/** Every row that is there, by its table. */
export function readWallet(page: Page): Promise<Tables> {
  return page.evaluate(async (name) => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const db = await done(indexedDB.open(name));
    const stores = [...db.objectStoreNames];
    const reading = db.transaction(stores);
    const rows = await Promise.all(stores.map((store) => done(reading.objectStore(store).getAll())));
    db.close();
    return Object.fromEntries(stores.map((store, i) => [store, rows[i] ?? []]));
  }, WALLET_DATABASE);
}

/** The wallet's own page with this in it. */
export async function openFilled(
  open: (path: string) => Promise<Page>,
  content: WalletContent | Tables,
): Promise<Page> {
  const page = await open('wallet.html');
  // Nothing in it: the database is made by then.
  await page.getByRole('button', { name: 'Add your first badge' }).waitFor();
  await fillWallet(page, content);
  await page.reload();
  return page;
}
