import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { startWallet, type WalletKeeper } from '../../../../utils/background/wallet/start-wallet.ts';
import { DEFAULT_SETTINGS } from '../../../../utils/settings/defaults.ts';
import { reportOn } from '../../../../utils/verify/report-on.ts';
import { WalletDatabase } from '../../../../utils/wallet/database.ts';
import { writePreferences } from '../../../../utils/wallet/preferences.ts';
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
    verification: { examine: nobody, reportOn },
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

describe('what was written by other settings than today’s', () => {
  it.each<[string, (keeper: WalletKeeper) => Promise<void>]>([
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
