/**
 * What tests read and write in the wallet's database past the wallet itself. All of it runs inside a page of the extension, in either browser, and is sent
 * there as text: each function holds everything it needs.
 */

/** Rows of the tables that an import writes. */
export interface WalletCounts {
  badges: number;
  kept: number;
  drafts: number;
  items: number;
}

export async function countRows(): Promise<WalletCounts> {
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const open = indexedDB.open('touchstone-wallet');
    open.onsuccess = () => resolve(open.result);
    open.onerror = () => reject(open.error);
  });
  const counted = (store: string) =>
    new Promise<number>((resolve, reject) => {
      const ask = db.transaction(store).objectStore(store).count();
      ask.onsuccess = () => resolve(ask.result);
      ask.onerror = () => reject(ask.error);
    });
  const [badges = 0, kept = 0, drafts = 0, items = 0] = await Promise.all(
    ['badges', 'kept', 'drafts', 'items'].map(counted),
  );
  db.close();
  return { badges, kept, drafts, items };
}

/** The bytes that the first badge was handed in as. */
export function keptOriginal(): Promise<number[]> {
  return new Promise((resolve, reject) => {
    const open = indexedDB.open('touchstone-wallet');
    open.onerror = () => reject(open.error);
    open.onsuccess = () => {
      const all = open.result.transaction('kept').objectStore('kept').getAll();
      all.onerror = () => reject(all.error);
      all.onsuccess = () => {
        open.result.close();
        resolve([...(all.result[0].original.bytes as Uint8Array)]);
      };
    };
  });
}

/** A Credly profile to be looked at by itself, as the settings view writes it; due at once. */
export function watchProfile(address: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const open = indexedDB.open('touchstone-wallet');
    open.onerror = () => reject(open.error);
    open.onsuccess = () => {
      const store = open.result.transaction('watches', 'readwrite').objectStore('watches');
      const row = {
        id: crypto.randomUUID(),
        kind: 'credly-profile',
        address,
        state: 'on',
        addedAt: 0,
        checkedAt: 0,
        dueAt: 0,
      };
      store.add({ ...row, failures: 0, listed: 0 });
      store.transaction.onabort = () => reject(store.transaction.error);
      store.transaction.oncomplete = () => {
        open.result.close();
        resolve();
      };
    };
  });
}

/** A day has passed: every watched list is due, and its not being there counts once more. */
export function makeWatchesDue(): Promise<void> {
  return new Promise((resolve, reject) => {
    const open = indexedDB.open('touchstone-wallet');
    open.onerror = () => reject(open.error);
    open.onsuccess = () => {
      const store = open.result.transaction('watches', 'readwrite').objectStore('watches');
      const all = store.getAll();
      all.onsuccess = () => {
        for (const row of all.result)
          store.put({ ...row, dueAt: 0, ...(row.absentAt !== undefined && { absentAt: 0 }) });
      };
      store.transaction.onabort = () => reject(store.transaction.error);
      store.transaction.oncomplete = () => {
        open.result.close();
        resolve();
      };
    };
  });
}

/** What the settings view writes when its user wants notifications. */
export function wantNotifications(): Promise<void> {
  return new Promise((resolve, reject) => {
    const open = indexedDB.open('touchstone-wallet');
    open.onerror = () => reject(open.error);
    open.onsuccess = () => {
      const { transaction } = open.result.transaction('preferences', 'readwrite').objectStore('preferences');
      transaction.objectStore('preferences').put({ key: 'notify', value: true });
      transaction.onabort = () => reject(transaction.error);
      transaction.oncomplete = () => {
        open.result.close();
        resolve();
      };
    };
  });
}

/** The database as version 1 left it, with two badges (Dexie multiplies versions by ten). What was there is gone. */
export function makeVersion1(): Promise<void> {
  const badge = (id: string, name: string, place: number) => ({
    id,
    identities: [`openbadges:${name}`],
    facts: { name, issuer: { name: 'Fernhill Guild' }, skills: ['Lamps'], standard: 'OB2' },
    answer: {
      verdict: 'verified',
      tone: 'caution',
      proof: 'hosted',
      match: 'yours',
      standing: 'unlisted',
      checkedAt: new Date().toISOString(),
    },
    statement: 'mine',
    ownership: 'proved',
    place,
    way: 'link',
    addedAt: Date.now(),
    dueAt: Date.now() + 86_400_000,
  });
  return new Promise((resolve, reject) => {
    // Both are asked for at once, so that nothing of ours can open the database between them (Indexed Database API 3.0, "connection queue").
    indexedDB.deleteDatabase('touchstone-wallet').onerror = reject;
    const open = indexedDB.open('touchstone-wallet', 10);
    open.onerror = () => reject(open.error);
    open.onupgradeneeded = () => {
      const db = open.result;
      const badges = db.createObjectStore('badges', { keyPath: 'id' });
      badges.createIndex('identities', 'identities', { multiEntry: true });
      badges.createIndex('place', 'place');
      badges.createIndex('dueAt', 'dueAt');
      const kept = db.createObjectStore('kept', { keyPath: 'id' });
      const history = db.createObjectStore('history', { keyPath: 'n', autoIncrement: true });
      history.createIndex('badge', 'badge');
      const ids = ['1d0c4f1e-6f5a-4a53-9c39-0e2b8d8e5a01', '1d0c4f1e-6f5a-4a53-9c39-0e2b8d8e5a02'] as const;
      badges.add(badge(ids[0], 'Lamp Lighter', 0));
      badges.add(badge(ids[1], 'Wick Trimmer', 1024));
      for (const id of ids) {
        kept.add({
          id,
          examined: {
            verdict: 'verified',
            proof: 'hosted',
            checks: [],
            badge: null,
            recipients: [],
            issuer: {},
            checkedAt: '',
            asked: [],
          },
        });
        history.add({ badge: id, at: Date.now(), verdict: 'verified', proof: 'hosted', codes: [], asked: [] });
      }
    };
    open.onsuccess = () => {
      open.result.close();
      resolve();
    };
  });
}
