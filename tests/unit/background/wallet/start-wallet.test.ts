import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { startWallet, type WalletKeeper } from '../../../../utils/background/wallet/start-wallet.ts';
import { DEFAULT_SETTINGS } from '../../../../utils/settings/defaults.ts';
import { reportOn } from '../../../../utils/verify/report-on.ts';
import { WalletDatabase } from '../../../../utils/wallet/database.ts';
import { writePreferences } from '../../../../utils/wallet/preferences.ts';
import { addWatch } from '../../../../utils/wallet/watches.ts';
import { claimOne, credlyAddress, credlyExamined, entryAt, READER, theBadge } from '../../wallet/support.ts';
import { installBrowser } from '../browser.ts';

const nobody = () => Promise.reject(new TypeError('nobody is asked'));

/** A worker that has just started, with a wallet whose badge nobody has judged by the settings as they are. */
async function set() {
  installBrowser();
  const db = new WalletDatabase();
  await Promise.all(db.tables.map((table) => table.clear()));
  const lists = async () => ({ trusted: [], unread: [], contexts: {} });
  const means = { ledger: {} as never, fetch: nobody };
  const keeper = startWallet({
    ...means,
    unkept: means,
    verification: { examine: async () => credlyExamined(1), reportOn },
    readSettings: async () => ({ ...DEFAULT_SETTINGS, emails: [READER] }),
    readLists: lists,
    readAllLists: lists,
    t: ((key: string) => key) as never,
    keepAlive: () => {},
  });
  const claim = (n: number) =>
    claimOne(db, entryAt(credlyAddress(n), credlyExamined(n)), { self: { emails: [] }, now: Date.now() });
  const ownership = async (id: string) => (await theBadge(db, id)).row.ownership;
  return { keeper, db, claim, ownership };
}

beforeEach(() => fakeBrowser.reset());
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe('what was written by other settings than today’s', () => {
  it.each<[string, (keeper: WalletKeeper) => Promise<unknown>]>([
    ['by the next worker, as soon as it starts', (keeper) => keeper.resume()],
    ['by the next alarm', (keeper) => keeper.tick()],
    ['at the user’s own wish', (keeper) => keeper.rejudge()],
  ])('is judged anew %s', async (_, wake) => {
    const { keeper, db, claim, ownership } = await set();
    const first = await claim(1);
    expect(await ownership(first)).toBe('reference');
    await wake(keeper);
    expect(await ownership(first)).toBe('proved');
    // Added since by a page that had read older settings.
    const second = await claim(2);
    expect(await ownership(second)).toBe('reference');
    await wake(keeper);
    expect(await ownership(second)).toBe('proved');
    db.close();
  });

  it('is so where the name is another one', async () => {
    const { keeper, db } = await set();
    const named = credlyExamined(3, 'verified', { recipients: [], holderName: 'Marisol Etxeberri' });
    const id = await claimOne(db, entryAt(credlyAddress(3), named), { now: Date.now() });
    await writePreferences(db, { name: 'Bertil Ahlström' });
    await keeper.resume();
    expect((await theBadge(db, id)).row).toMatchObject({ ownership: 'reference', answer: { match: 'differs' } });
    db.close();
  });
});

describe('a look that the user asks for', () => {
  it('says that there is no connection, and asks nobody', async () => {
    const { keeper, db } = await set();
    vi.stubGlobal('navigator', { onLine: false });
    expect(await keeper.lookNow()).toBe('offline');
    db.close();
  });

  it('says that the disk is full', async () => {
    const { keeper, db, claim } = await set();
    const id = await claim(1);
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('no room', 'QuotaExceededError');
    });
    vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
      throw new DOMException('no room', 'QuotaExceededError');
    });
    expect(await keeper.check([id])).toBe('full');
    vi.restoreAllMocks();
    expect(await keeper.check([id])).toBeNull();
    db.close();
  });

  it('looks once more where the look under way may be past what is asked for', async () => {
    const { keeper, db } = await set();
    const address = 'https://www.credly.com/users/bea-reader';
    const underWay = keeper.tick();
    const asked = keeper.lookNow();
    await underWay;
    // Named while the first look was past its lists.
    const id = await addWatch(db, { kind: 'credly-profile', address }, Date.now());
    await asked;
    expect(id && (await db.watches.get(id))?.dueAt).toBeGreaterThan(Date.now());
    db.close();
  });
});
