import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { validateRows } from '../../../utils/wallet/backup/validate-rows.ts';
import { listBadges, listDeleted } from '../../../utils/wallet/badges.ts';
import { onGivingWay, WalletDatabase } from '../../../utils/wallet/database.ts';
import { historyOf } from '../../../utils/wallet/history.ts';
import { troubleOf } from '../../../utils/wallet/trouble.ts';
import type { BadgeFacts, BadgeRow } from '../../../utils/wallet/types.ts';
import { claimOne, credlyAddress, credlyExamined, entryAt, freshWallet, NOON, resultOf, uuid } from './support.ts';

/** Dexie counts in tenths of its own versions. */
const VERSION = { one: 10, two: 20, three: 30 };

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function openRaw(name: string, version: number, upgrade: (db: IDBDatabase) => void): Promise<IDBDatabase> {
  const request = indexedDB.open(name, version);
  request.onupgradeneeded = () => upgrade(request.result);
  return settled(request);
}

/** The tables as version 1 made them. */
function versionOne(db: IDBDatabase): void {
  const badges = db.createObjectStore('badges', { keyPath: 'id' });
  badges.createIndex('identities', 'identities', { multiEntry: true });
  badges.createIndex('place', 'place');
  badges.createIndex('dueAt', 'dueAt');
  db.createObjectStore('kept', { keyPath: 'id' });
  db.createObjectStore('history', { keyPath: 'n', autoIncrement: true }).createIndex('badge', 'badge');
}

const { answer, identities, examined } = resultOf(credlyExamined(1), { url: credlyAddress(1) });
const facts: BadgeFacts = {
  name: 'Knots 1',
  issuer: { name: 'Harbour School' },
  skills: ['Splicing'],
  standard: 'OB2',
};
const PNG = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 1, 2, 3);

/** Rows as version 1 wrote them: without any of the members that came later. */
async function fillVersionOne(db: IDBDatabase): Promise<void> {
  const write = db.transaction(['badges', 'kept', 'history'], 'readwrite');
  for (const n of [1, 2, 3]) {
    write.objectStore('badges').add({
      id: uuid(n),
      identities: n === 1 ? identities : [`credly:${uuid(n)}`],
      facts: { ...facts, name: `Knots ${n}` },
      answer,
      statement: 'mine',
      ownership: 'proved',
      place: n * -10,
      way: 'page',
      addedAt: NOON + n,
      dueAt: NOON + n,
    });
    write.objectStore('kept').add({ id: uuid(n), examined, original: { mime: 'image/png', bytes: PNG } });
    write.objectStore('history').add({
      badge: uuid(n),
      at: NOON + n,
      verdict: 'verified',
      proof: 'hosted',
      codes: [],
      asked: ['www.credly.com'],
    });
  }
  await new Promise((resolve, reject) => {
    write.oncomplete = resolve;
    write.onerror = reject;
  });
}

async function leftByVersionOne(): Promise<string> {
  const { name } = freshWallet();
  const db = await openRaw(name, VERSION.one, versionOne);
  await fillVersionOne(db);
  db.close();
  return name;
}

afterEach(() => vi.restoreAllMocks());

describe('a wallet that version 1 left', () => {
  it('is there whole, with what later versions want to know of it', async () => {
    const db = new WalletDatabase(await leftByVersionOne());
    const rows = await listBadges(db);
    expect(rows.map(({ id }) => id)).toEqual([uuid(3), uuid(2), uuid(1)]);
    expect(rows[2]).toEqual({
      id: uuid(1),
      identities,
      facts,
      answer,
      statement: 'mine',
      ownership: 'proved',
      place: -10,
      way: 'page',
      addedAt: NOON + 1,
      dueAt: NOON + 1,
      collections: [],
      tags: [],
      note: '',
      acceptance: 'claimed',
      visibility: 'private',
      revision: 0,
      failures: 0,
      deletedAt: 0,
    } satisfies BadgeRow);
    expect(await db.kept.get(uuid(2))).toEqual({
      id: uuid(2),
      examined,
      original: { mime: 'image/png', bytes: PNG },
      documents: [],
    });
    expect(await historyOf(db, uuid(3))).toEqual([
      {
        n: 3,
        badge: uuid(3),
        at: NOON + 3,
        until: NOON + 3,
        verdict: 'verified',
        proof: 'hosted',
        codes: [],
        asked: ['www.credly.com'],
      },
    ]);
  });

  it('can be worked with at once: what is claimed again is known, the bin works, and a second opening changes nothing', async () => {
    const name = await leftByVersionOne();
    const db = new WalletDatabase(name);
    expect(await claimOne(db, entryAt(credlyAddress(1), credlyExamined(1)))).toBe(uuid(1));
    expect(await listDeleted(db)).toEqual([]);
    const before = await db.badges.toArray();
    db.close();
    expect(await new WalletDatabase(name).badges.toArray()).toEqual(before);
  });

  it('gives a badge that nothing is known of the name by which a backup knows it', async () => {
    const { name } = freshWallet();
    const raw = await openRaw(name, VERSION.one, versionOne);
    await fillVersionOne(raw);
    const write = raw.transaction('badges', 'readwrite').objectStore('badges');
    const row = await settled<BadgeRow>(write.get(uuid(1)));
    await settled(write.put({ ...row, identities: [] }));
    raw.close();
    const [, , unnamed] = await listBadges(new WalletDatabase(name));
    expect(unnamed?.identities).toEqual([expect.stringMatching(/^waiting\|/)]);
    expect(validateRows({ badges: [{ ...unnamed, identities: [] }] }, NOON).rows.badges[0]?.identities).toEqual(
      unnamed?.identities,
    );
  });

  it('keeps what a row has already, and an empty one opens', async () => {
    const { name } = freshWallet();
    const raw = await openRaw(name, VERSION.one, versionOne);
    raw.close();
    const db = new WalletDatabase(name);
    expect(await listBadges(db)).toEqual([]);
    expect(db.tables.map((table) => table.name).toSorted()).toEqual(
      [
        'badges',
        'collections',
        'drafts',
        'history',
        'itemBytes',
        'items',
        'kept',
        'news',
        'preferences',
        'watches',
      ].toSorted(),
    );
    await claimOne(db, entryAt(credlyAddress(1), credlyExamined(1)));
  });

  it('stays as it was where the upgrade fails half way', async () => {
    const name = await leftByVersionOne();
    const real = IDBObjectStore.prototype.put;
    // The disk is full when the second badge is to be written anew.
    let puts = 0;
    vi.spyOn(IDBCursor.prototype, 'update').mockImplementation(refuse);
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...args) {
      if (++puts > 1) refuse();
      return real.apply(this, args);
    });
    const db = new WalletDatabase(name);
    const error = await db.badges.toArray().catch((reason: unknown) => reason);
    expect(troubleOf(error)).toBe('full');
    db.close();
    vi.restoreAllMocks();
    const raw = await openRaw(name, VERSION.one, () => {});
    const rows = await settled<Partial<BadgeRow>[]>(raw.transaction('badges').objectStore('badges').getAll());
    expect(rows).toHaveLength(3);
    expect(rows.every(({ revision }) => revision === undefined)).toBe(true);
    raw.close();
    expect(await listBadges(new WalletDatabase(name))).toHaveLength(3);
  });
});

function refuse(): never {
  throw new DOMException('no room', 'QuotaExceededError');
}

describe('a wallet of a later version', () => {
  async function leftByVersionThree(): Promise<string> {
    const db = freshWallet();
    await claimOne(db, entryAt(credlyAddress(1), credlyExamined(1)));
    db.close();
    const raw = await openRaw(db.name, VERSION.three, (later) => later.createObjectStore('later'));
    raw.close();
    return db.name;
  }

  it('is left alone, each time it is asked for, and the user is told', async () => {
    const name = await leftByVersionThree();
    const db = new WalletDatabase(name);
    for (let i = 0; i < 2; i++) {
      const read = await listBadges(db).catch((error: unknown) => error);
      expect(troubleOf(read)).toBe('newer');
      const written = await db.preferences.put({ key: 'name', value: 'x' }).catch((error: unknown) => error);
      expect(troubleOf(written)).toBe('newer');
    }
    db.close();
    const raw = await settled(indexedDB.open(name));
    expect(raw.version).toBe(VERSION.three);
    expect(await settled(raw.transaction('preferences').objectStore('preferences').count())).toBe(0);
    raw.close();
  });

  it('is not one that Dexie has mended', async () => {
    const db = freshWallet();
    await db.open();
    db.close();
    const raw = await openRaw(db.name, VERSION.two + 1, () => {});
    raw.close();
    expect(await listBadges(new WalletDatabase(db.name))).toEqual([]);
  });
});

describe('two windows', () => {
  it('an old page gives way to a later version, is told, and writes nothing into it', async () => {
    vi.spyOn(console, 'warn').mockImplementation(() => {});
    const page = freshWallet();
    const told: string[] = [];
    onGivingWay(page, () => told.push('given way'));
    await claimOne(page, entryAt(credlyAddress(1), credlyExamined(1)));
    // Resolves only when the old connection is closed.
    const later = await openRaw(page.name, VERSION.three, (db) => db.createObjectStore('later'));
    expect(told).toEqual(['given way']);
    const read = await listBadges(page).catch((error: unknown) => error);
    expect(troubleOf(read)).toBe('newer');
    later.close();
  });

  it('one that deletes everything is not held up either, and the other starts anew without a word', async () => {
    vi.spyOn(console, 'warn').mockImplementation(() => {});
    const page = freshWallet();
    const told: string[] = [];
    onGivingWay(page, () => told.push('given way'));
    await claimOne(page, entryAt(credlyAddress(1), credlyExamined(1)));
    await Dexie.delete(page.name);
    expect(await listBadges(page)).toEqual([]);
    expect(told).toEqual([]);
  });

  it('an upgrade waits for an old connection that does not give way, and then goes through', async () => {
    vi.spyOn(console, 'warn').mockImplementation(() => {});
    const name = await leftByVersionOne();
    const stubborn = await openRaw(name, VERSION.one, () => {});
    const db = new WalletDatabase(name);
    const blocked = new Promise((resolve) => db.on('blocked', resolve));
    const rows = listBadges(db);
    await blocked;
    stubborn.close();
    expect(await rows).toHaveLength(3);
  });
});

describe('what goes wrong, in words', () => {
  it.each([
    [new DOMException('', 'QuotaExceededError'), 'full'],
    [new Dexie.AbortError('aborted', new DOMException('', 'QuotaExceededError')), 'full'],
    [new DOMException('', 'VersionError'), 'newer'],
    [new DOMException('', 'InvalidStateError'), 'lost'],
    [new DOMException('', 'UnknownError'), 'lost'],
    [new Dexie.DatabaseClosedError(), 'lost'],
    [new Dexie.MissingAPIError(), 'lost'],
    [new TypeError('a fault of ours'), 'failed'],
    ['not even an error', 'failed'],
    [null, 'failed'],
  ] as const)('%s is %s', (error, trouble) => {
    expect(troubleOf(error)).toBe(trouble);
  });

  it('comes to an end with errors that name each other as their cause', () => {
    const one = new Error('one');
    one.cause = new Error('two', { cause: one });
    expect(troubleOf(one)).toBe('failed');
  });
});
