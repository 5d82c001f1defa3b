import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Verdict } from '../../../../utils/badge/report.ts';
import { historyOf, recordAnswer } from '../../../../utils/wallet/answers.ts';
import type { BackupRows } from '../../../../utils/wallet/backup/format.ts';
import { readBackup } from '../../../../utils/wallet/backup/read-backup.ts';
import {
  gatherRows,
  presentRows,
  type RestoreChoices,
  restoreBackup,
} from '../../../../utils/wallet/backup/restore.ts';
import { planRestore } from '../../../../utils/wallet/backup/restore-plan.ts';
import { writeBackup } from '../../../../utils/wallet/backup/write-backup.ts';
import { deleteBadges, listBadges } from '../../../../utils/wallet/badges.ts';
import { WalletDatabase } from '../../../../utils/wallet/database.ts';
import { identitiesOf } from '../../../../utils/wallet/identity.ts';
import { type Preferences, readPreferences } from '../../../../utils/wallet/preferences.ts';
import { EMPTY_PROFILE, PROFILE_KEY, readProfile, storedProfile } from '../../../../utils/wallet/profile.ts';
import type { KeptBytes } from '../../../../utils/wallet/types.ts';
import { claimOne, credlyAddress, credlyExamined, entryAt, judgeOf, theBadge } from '../support.ts';
import { badgeRow, EMAIL, examined, keptRow, NOW, uuid, walletRows } from './rows.ts';

const ALL: RestoreChoices = { leftOut: new Set(), merge: true, watches: true, preferences: true };
const SELF = { emails: [EMAIL] };

let db: WalletDatabase;
let count = 0;

beforeEach(() => {
  db = new WalletDatabase(`restore-${++count}`);
});
afterEach(() => db.delete());

async function fill(rows: BackupRows): Promise<void> {
  await db.badges.bulkAdd(rows.badges);
  await db.kept.bulkAdd(rows.kept);
  await db.history.bulkAdd(rows.history);
  await db.collections.bulkAdd(rows.collections);
  await db.watches.bulkAdd(rows.watches);
  await db.preferences.bulkAdd(rows.preferences);
}

/** Through the file, as it goes for a user. */
async function backedUp(rows: BackupRows, passphrase = ''): Promise<BackupRows> {
  const file = await writeBackup(rows, { now: NOW, passphrase });
  if (!file.ok) throw new Error(file.why);
  const read = await readBackup(file.bytes, passphrase, NOW);
  if (!read.ok) throw new Error(read.why);
  return read.rows;
}

const kinds = (outcomes: readonly { kind: string }[]) => outcomes.map(({ kind }) => kind);

describe('into an empty wallet', () => {
  test('a thousand badges come back in their order, with all that the user wrote; none of them verified', {
    timeout: 60_000,
  }, async () => {
    const rows = walletRows(1_000);
    await fill(rows);
    const saved = await backedUp(await gatherRows(db), 'secret words');
    await db.delete();
    await db.open();
    const outcomes = await restoreBackup(db, saved, ALL, SELF);
    expect(outcomes).toEqual(rows.badges.map(({ id }) => ({ kind: 'added', badge: id })));
    const back = await listBadges(db);
    const own = ({ id, note, tags, collections, visibility, source }: BackupRows['badges'][number]) => {
      return { id, note, tags, collections, visibility, source };
    };
    expect(back.map(own)).toEqual(rows.badges.map(own));
    expect(new Set(back.map(({ answer }) => answer.verdict))).toEqual(new Set(['undecided']));
    expect(await db.kept.get(uuid(7))).toMatchObject({ original: keptRow(7).original, picture: keptRow(7).picture });
    expect(await db.collections.toArray()).toEqual(rows.collections);
    expect(await db.watches.count()).toBe(1);
    expect(await readPreferences(db)).toMatchObject({ visibility: 'private', warnedUntil: 0 });
  });

  test('whose it is follows from the user’s own addresses, whatever the file says', async () => {
    const mine = { type: 'email', identity: EMAIL, hashed: false };
    const rows = walletRows(3);
    rows.badges[0] = badgeRow(1, { ownership: 'reference' });
    rows.badges[1] = badgeRow(2, { ownership: 'proved' });
    rows.badges[2] = badgeRow(3, { ownership: 'proved' });
    rows.kept[0] = { ...keptRow(1), examined: examined(1, { recipients: [mine] }) };
    rows.kept[2] = { ...keptRow(3), examined: examined(3, { recipients: [] }) };
    await restoreBackup(db, await backedUp(rows), ALL, { ...SELF, names: ['Asha Winterbourne'] });
    expect((await listBadges(db)).map(({ ownership }) => ownership)).toEqual(['proved', 'reference', 'stated']);
  });

  test('what is left out is not written, nor its collection, nor lists and choices that were declined', async () => {
    const rows = await backedUp(walletRows(2));
    const choices = { ...ALL, leftOut: new Set([uuid(2)]), watches: false, preferences: false };
    expect(kinds(await restoreBackup(db, rows, choices, SELF))).toEqual(['added', 'left-out']);
    expect((await listBadges(db)).map(({ id }) => id)).toEqual([uuid(1)]);
    expect(await db.kept.count()).toBe(1);
    expect(await db.history.count()).toBe(1);
    expect(await db.collections.count()).toBe(0);
    expect(await db.watches.count()).toBe(0);
    expect(await db.preferences.count()).toBe(0);
  });
});

describe('into a wallet that has something', () => {
  test('one’s own backup doubles nothing, not even what nothing is known of but its name', async () => {
    const listed = { name: 'Northlight Fundamentals', issuer: 'Northlight Cloud Institute' };
    const profile = 'https://www.credly.com/users/marisol-etxeberri';
    const nothing = credlyExamined(1, 'unsupported', { proof: 'none', badge: null });
    await claimOne(db, entryAt(profile, nothing, { listed }));
    await restoreBackup(db, await backedUp(await gatherRows(db)), ALL, SELF);
    expect(await db.badges.count()).toBe(1);
  });

  test('twice the same backup: nothing is new, and nothing changes', async () => {
    const rows = await backedUp(walletRows(20));
    await restoreBackup(db, rows, ALL, SELF);
    const before = await gatherRows(db);
    expect(new Set(kinds(await restoreBackup(db, rows, ALL, SELF)))).toEqual(new Set(['already-there']));
    expect(await gatherRows(db)).toEqual(before);
  });

  test('what is there stays; what is empty is filled in, and only if that is wanted', async () => {
    await fill({
      ...walletRows(0),
      badges: [badgeRow(1, { note: 'mine' }), badgeRow(2, { note: '', tags: [], collections: [] })],
    });
    const saved = walletRows(2);
    saved.badges = [
      badgeRow(1, { id: uuid(91), note: 'other', tags: ['new'] }),
      badgeRow(2, { id: uuid(92), note: 'told', tags: ['t'], collections: [uuid(1, 7)] }),
    ];
    saved.kept = [
      { ...keptRow(1), id: uuid(91) },
      { ...keptRow(2), id: uuid(92) },
    ];
    const rows = await backedUp({ ...saved, collections: [{ id: uuid(1, 7), name: 'Sea', place: 5 }] });
    expect(planRestore(rows, await presentRows(db, rows)).badges).toMatchObject([
      { kind: 'differs', existing: { id: uuid(1) }, brings: { tags: ['new'] } },
      { kind: 'differs', existing: { id: uuid(2) }, brings: { note: 'told', tags: ['t'] } },
    ]);
    const before = await listBadges(db);
    expect(kinds(await restoreBackup(db, rows, { ...ALL, merge: false }, SELF))).toEqual([
      'already-there',
      'already-there',
    ]);
    expect(await listBadges(db)).toEqual(before);
    expect(kinds(await restoreBackup(db, rows, ALL, SELF))).toEqual(['updated', 'updated']);
    const [one, two] = await listBadges(db);
    expect([one?.note, one?.tags]).toEqual(['mine', ['new']]);
    expect([two?.note, two?.tags, two?.collections]).toEqual(['told', ['t'], [uuid(1, 7)]]);
    // The verified answer of the wallet is no business of the backup's.
    expect([one?.answer, two?.answer]).toEqual(before.map(({ answer }) => answer));
    expect(await db.kept.count()).toBe(0);
  });

  test('a badge in the bin comes back, and goes on as it was', async () => {
    await fill(walletRows(1));
    await deleteBadges(db, [uuid(1)], NOW);
    expect(kinds(await restoreBackup(db, await backedUp(walletRows(1)), ALL, SELF))).toEqual(['added']);
    expect((await listBadges(db))[0]).toMatchObject({ id: uuid(1), deletedAt: 0, answer: { verdict: 'verified' } });
  });

  test('an id that is another badge’s here gives way, with all that hangs on it', async () => {
    await fill({ ...walletRows(0), badges: [badgeRow(1)], kept: [keptRow(1)] });
    const saved = { ...walletRows(1), badges: [badgeRow(1, { identities: ['credly:another'] })] };
    saved.kept = [keptRow(5)].map((row) => ({ ...row, id: uuid(1) }));
    const [outcome] = await restoreBackup(db, await backedUp(saved), ALL, SELF);
    const id = outcome && 'badge' in outcome ? outcome.badge : '';
    expect(id).not.toBe(uuid(1));
    expect(await db.kept.get(uuid(1))).toEqual(keptRow(1));
    expect((await db.kept.get(id))?.original).toEqual(keptRow(5).original);
    expect(await historyOf(db, id)).toHaveLength(1);
    expect(await historyOf(db, uuid(1))).toHaveLength(0);
  });

  test('a badge that the file has twice is added once', async () => {
    const saved = walletRows(2);
    saved.badges = [badgeRow(1), badgeRow(2, { identities: ['x', ...badgeRow(1).identities] })];
    expect(kinds(await restoreBackup(db, await backedUp(saved), ALL, SELF))).toEqual(['added', 'left-out']);
    expect(await db.badges.count()).toBe(1);
  });

  test('collections of one name are one, and choices that were made here stay', async () => {
    await fill({ ...walletRows(0), collections: [{ id: uuid(5, 7), name: 'Sea', place: 0 }], watches: [] });
    await db.preferences.put({ key: 'visibility', value: 'public' });
    await restoreBackup(db, await backedUp(walletRows(2)), ALL, SELF);
    expect(await db.collections.toArray()).toEqual([{ id: uuid(5, 7), name: 'Sea', place: 0 }]);
    expect((await db.badges.get(uuid(2)))?.collections).toEqual([uuid(5, 7)]);
    expect((await readPreferences(db)).visibility).toBe('public');
  });

  test('the profile page comes along, rebuilt member by member, and does not replace one that is there', async () => {
    const profile = { ...EMPTY_PROFILE, name: 'Marisol Etxeberri', headline: 'Harbour engineer', revision: 3 };
    const row = { key: PROFILE_KEY, value: { ...storedProfile(profile), odd: '<script>' } };
    await restoreBackup(db, await backedUp({ ...walletRows(0), preferences: [row] }), ALL, SELF);
    expect(await readProfile(db)).toEqual(profile);
    expect((await db.preferences.get(PROFILE_KEY))?.value).not.toHaveProperty('odd');
    const other = { ...row, value: storedProfile({ ...profile, name: 'Somebody else' }) };
    await restoreBackup(db, await backedUp({ ...walletRows(0), preferences: [other] }), ALL, SELF);
    expect((await readProfile(db)).name).toBe('Marisol Etxeberri');
  });

  test('the profile page shows the same badges in the same order, whatever their ids are here', async () => {
    const rows = walletRows(4);
    rows.badges[3] = badgeRow(4, { identities: badgeRow(3).identities });
    const badges = [3, 2, 4, 1].map((n) => ({ id: uuid(n), shown: n !== 1 }));
    const value = storedProfile({ ...EMPTY_PROFILE, badges, revision: 2 });
    const saved = await backedUp({ ...rows, preferences: [{ key: PROFILE_KEY, value }] });
    // The second is here under another id; another badge has the first one's; the fourth is the third once more.
    await db.badges.bulkAdd([badgeRow(2, { id: uuid(92) }), badgeRow(1, { identities: ['credly:another'] })]);
    const [first] = await restoreBackup(db, saved, ALL, SELF);
    const id = first && 'badge' in first ? first.badge : '';
    expect(id).not.toBe(uuid(1));
    expect((await readProfile(db)).badges).toEqual([
      { id: uuid(3), shown: true },
      { id: uuid(92), shown: true },
      { id, shown: false },
    ]);
  });

  test('files that are not here come to lie beside those that are; what the answer rests on stays', async () => {
    const { original: _, ...fileless } = keptRow(1);
    const own = { ...keptRow(3), original: { mime: 'image/png', bytes: new Uint8Array([1, 2, 3]) } };
    await fill({ ...walletRows(0), badges: [badgeRow(1), badgeRow(3)], kept: [fileless, own] });
    const former = [{ mime: 'application/json', bytes: new Uint8Array([4]) }, own.original];
    const rows = await backedUp({
      ...walletRows(0),
      badges: [badgeRow(1), badgeRow(3)],
      kept: [keptRow(1), { ...keptRow(3), former }],
    });
    expect(planRestore(rows, await presentRows(db, rows)).badges).toMatchObject([
      { kind: 'differs', brings: { files: true } },
      { kind: 'differs', brings: { files: true } },
    ]);
    expect(kinds(await restoreBackup(db, rows, { ...ALL, merge: false }, SELF))).toEqual([
      'already-there',
      'already-there',
    ]);
    expect(await db.kept.get(uuid(1))).toEqual(fileless);
    expect(kinds(await restoreBackup(db, rows, ALL, SELF))).toEqual(['updated', 'updated']);
    const brought = (file: KeptBytes | undefined) => ({ ...file, unproved: true });
    expect(await db.kept.get(uuid(1))).toEqual({ ...fileless, former: [brought(keptRow(1).original)] });
    expect(await db.kept.get(uuid(3))).toEqual({
      ...own,
      former: [brought(keptRow(3).original), brought(former[0])],
    });
    expect(kinds(await restoreBackup(db, rows, ALL, SELF))).toEqual(['already-there', 'already-there']);
  });

  test('no file that is here goes for those of a backup', async () => {
    const file = (n: number) => ({ mime: 'application/json', bytes: new Uint8Array([n]) });
    const of = (from: number, to: number) => Array.from({ length: to - from }, (_, n) => file(from + n));
    await fill({ ...walletRows(0), badges: [badgeRow(1)], kept: [{ ...keptRow(1), former: of(0, 9) }] });
    const rows = await backedUp({
      ...walletRows(0),
      badges: [badgeRow(1)],
      kept: [{ ...keptRow(1), former: of(20, 30) }],
    });
    await restoreBackup(db, rows, ALL, SELF);
    expect((await db.kept.get(uuid(1)))?.former).toEqual([...of(0, 9), { ...file(20), unproved: true }]);
    expect(kinds(await restoreBackup(db, rows, ALL, SELF))).toEqual(['already-there']);
  });

  test('former files come along', async () => {
    const file = (n: number) => ({ mime: 'application/json', bytes: new Uint8Array([n]) });
    const rows = walletRows(1);
    rows.kept = [{ ...keptRow(1), former: Array.from({ length: 10 }, (_, n) => file(n)) }];
    await restoreBackup(db, await backedUp(rows), ALL, SELF);
    expect((await db.kept.get(uuid(1)))?.former).toEqual(rows.kept[0]?.former);
  });

  test('every choice comes along, save what only this browser can know', async () => {
    const chosen: Preferences = {
      visibility: 'private',
      name: 'Marisol Etxeberri',
      names: ['陳大文', 'M. de la Mar'],
      notify: true,
      favourite: 'mastodon',
      target: 'x',
      postLanguage: 'own',
      hashtags: true,
      mastodon: 'social.example',
      organisations: { 'https://harbour.example/issuer': '1035' },
      templates: { mastodon: 'Look: {name}. '.repeat(2_000) },
      warnedUntil: 7,
    };
    const preferences = Object.entries(chosen).map(([key, value]) => ({ key, value }));
    await restoreBackup(db, await backedUp({ ...walletRows(0), preferences }), ALL, SELF);
    expect(await readPreferences(db)).toEqual({ ...chosen, warnedUntil: 0 });
  });

  test('where the database fails in the middle nothing of it is there', async () => {
    const rows = await backedUp(walletRows(10));
    db.history.hook('creating', () => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    await expect(restoreBackup(db, rows, ALL, SELF)).rejects.toThrow();
    expect([await db.badges.count(), await db.kept.count(), await db.collections.count()]).toEqual([0, 0, 0]);
  });
});

describe('verified again', () => {
  const look = (verdict: Verdict, badge: 'known' | 'unknown') => {
    const found = examined(1, { verdict, checkedAt: new Date(NOW + 1_000).toISOString() });
    const answer = { ...found, badge: badge === 'known' ? found.badge : null };
    const picture = { mime: 'image/png', bytes: new Uint8Array([1, 2, 3]) };
    return { examined: answer, documents: [], picture };
  };
  const context = { judge: judgeOf(SELF), now: NOW + 1_000, random: () => 0.5 };

  test('the answer is the new one, the file’s documents and picture give way, and it is no news that it is in order', async () => {
    await restoreBackup(db, await backedUp(walletRows(1)), ALL, SELF);
    expect(await recordAnswer(db, uuid(1), look('verified', 'known'), context)).toEqual({ news: null });
    const row = await db.badges.get(uuid(1));
    expect(row).toMatchObject({ answer: { verdict: 'verified' }, facts: { name: 'Tide Reading 1' } });
    expect(row).not.toHaveProperty('restored');
    const kept = await db.kept.get(uuid(1));
    expect(kept?.documents).toEqual([]);
    expect(kept?.picture?.bytes).toEqual(new Uint8Array([1, 2, 3]));
    // What was found out here does not run on what the file says was found out.
    expect((await historyOf(db, uuid(1))).map(({ restored, at }) => [restored, at])).toEqual([
      [undefined, NOW + 1_000],
      [true, NOW - 1_000_001],
    ]);
  });

  test.each([
    ['verified', 'revoked', 'revoked'],
    ['revoked', 'revoked', null],
    ['revoked', 'verified', null],
    ['expired', 'expired', null],
  ] as const)('%s in the backup, %s now: told as %s', async (then, now, news) => {
    const rows = walletRows(1);
    rows.history = rows.history.map((row) => ({ ...row, verdict: then }));
    await restoreBackup(db, await backedUp(rows), ALL, SELF);
    expect(await recordAnswer(db, uuid(1), look('undecided', 'unknown'), context)).toEqual({ news: null });
    expect(await recordAnswer(db, uuid(1), look(now, 'known'), context)).toEqual({ news });
  });

  test('a backup without history: nothing is news', async () => {
    await restoreBackup(db, await backedUp({ ...walletRows(1), history: [] }), ALL, SELF);
    expect(await recordAnswer(db, uuid(1), look('revoked', 'known'), context)).toEqual({ news: null });
  });

  test('one that bears another badge’s name gives it back, with its source, documents and picture, once that badge comes', async () => {
    const found = credlyExamined(1);
    const real = entryAt(credlyAddress(1), found);
    const picture = { mime: 'image/png', bytes: new Uint8Array([1, 2, 3]) };
    if (real.result) real.result.picture = picture;
    const forged = walletRows(1);
    forged.badges = [badgeRow(1, { identities: real.result?.identities ?? [], source: 'https://evil.example/badge' })];
    await restoreBackup(db, await backedUp(forged), ALL, SELF);
    const id = await claimOne(db, real, { now: NOW + 5_000 });
    expect(id).toBe(uuid(1));
    const { row, kept } = await theBadge(db, id);
    expect(row).toMatchObject({
      source: credlyAddress(1),
      facts: { name: 'Knots 1' },
      answer: { verdict: found.verdict },
    });
    expect(row).not.toHaveProperty('restored');
    expect([kept.documents, kept.picture]).toEqual([[], picture]);
  });

  test('names that only the file gave it are gone: a badge that bears one of them is added, not swallowed', async () => {
    const forged = walletRows(1);
    const both = [...identitiesOf(credlyExamined(1), credlyAddress(1)), ...identitiesOf(credlyExamined(2))];
    forged.badges = [badgeRow(1, { identities: both, source: credlyAddress(2) })];
    await restoreBackup(db, await backedUp(forged), ALL, SELF);
    const checkedAt = new Date(NOW + 1).toISOString();
    const examined = credlyExamined(2, 'verified', { checkedAt });
    const identities = identitiesOf(examined, credlyAddress(2));
    await recordAnswer(db, uuid(1), { examined, identities, documents: [] }, context);
    expect((await db.badges.get(uuid(1)))?.identities).toEqual(identities);
    const first = await claimOne(db, entryAt(credlyAddress(1), credlyExamined(1, 'verified', { checkedAt })));
    expect(first).not.toBe(uuid(1));
    expect((await listBadges(db)).map(({ facts }) => facts.name)).toEqual(['Knots 2', 'Knots 1']);
  });

  test('the same where it is settled by adding the badge itself', async () => {
    const forged = walletRows(1);
    const both = [...identitiesOf(credlyExamined(1)), ...identitiesOf(credlyExamined(2))];
    forged.badges = [badgeRow(1, { identities: both })];
    await restoreBackup(db, await backedUp(forged), ALL, SELF);
    const [one, two] = [1, 2].map((n) => entryAt(credlyAddress(n), credlyExamined(n)));
    if (!one || !two) throw new Error('two');
    expect(await claimOne(db, one, { now: NOW + 1 })).toBe(uuid(1));
    expect(await claimOne(db, two, { now: NOW + 1 })).not.toBe(uuid(1));
  });

  test('as long as nobody answers it stays what it is: known from a file', async () => {
    await restoreBackup(db, await backedUp(walletRows(1)), ALL, SELF);
    await recordAnswer(db, uuid(1), look('undecided', 'unknown'), context);
    expect(await db.badges.get(uuid(1))).toMatchObject({ restored: true, answer: { verdict: 'undecided' } });
    expect((await db.kept.get(uuid(1)))?.picture).toEqual(keptRow(1).picture);
  });
});

test('ten thousand badges (the time is told, not judged)', { timeout: 300_000 }, async () => {
  const rows = await backedUp(walletRows(10_000, 200));
  const begin = performance.now();
  const outcomes = await restoreBackup(db, rows, ALL, SELF);
  console.info(`10,000 badges restored in ${((performance.now() - begin) / 1_000).toFixed(1)} s`);
  expect(outcomes).toHaveLength(10_000);
  expect(await db.badges.count()).toBe(10_000);
});
