import { describe, expect, test } from 'vitest';
import type { BackupRead, BackupRows } from '../../../../utils/wallet/backup/format.ts';
import { readBackup } from '../../../../utils/wallet/backup/read-backup.ts';
import { type Written, writeBackup } from '../../../../utils/wallet/backup/write-backup.ts';
import { readInput } from '../../../../utils/wallet/imports/read-input.ts';
import { badgeRow, keptRow, NOW, uuid, walletRows } from './rows.ts';

const PASSPHRASE = 'ein Schloß für Café';

async function written(rows: BackupRows, passphrase = ''): Promise<Uint8Array<ArrayBuffer>> {
  const file = await writeBackup(rows, { now: NOW, passphrase });
  if (!file.ok) throw new Error(file.why);
  return file.bytes;
}

async function read(bytes: Uint8Array, passphrase: string | null = null): Promise<BackupRows> {
  const answer = await readBackup(bytes, passphrase, NOW);
  if (!answer.ok) throw new Error(answer.why);
  return answer.rows;
}

const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const bytesOf = (text: string) => new TextEncoder().encode(text);

/** Everything that the user wrote or that is bytes: what a restored wallet must have again. */
function lasting({ badges, kept, collections }: BackupRows) {
  return {
    badges: badges.map(
      ({
        id,
        identities,
        facts,
        statement,
        acceptance,
        visibility,
        place,
        collections: groups,
        tags,
        note,
        ...row
      }) => ({
        ...{ id, identities, facts, statement, acceptance, visibility, place, groups, tags, note },
        ...{ way: row.way, source: row.source, addedAt: row.addedAt },
      }),
    ),
    bytes: kept.map(({ id, original, documents, picture }) => ({ id, original, documents, picture })),
    badgesKept: kept.map(({ examined }) => examined.badge),
    recipients: kept.map(({ examined }) => examined.recipients),
    collections,
  };
}

describe('there and back', () => {
  test.each(['', PASSPHRASE])('a thousand badges, passphrase “%s”', async (passphrase) => {
    const rows = walletRows(1_000);
    const bytes = await written(rows, passphrase);
    const back = await read(bytes, passphrase || null);
    expect(lasting(back)).toEqual(lasting(rows));
    expect(back.history).toHaveLength(1_000);
    expect(back.watches[0]).toMatchObject({ address: rows.watches[0]?.address, state: 'on', listed: 3, dueAt: NOW });
    expect(back.preferences.map(({ key }) => key)).toEqual(['visibility', 'name', 'templates']);
  });

  test('the same passphrase, its letters composed otherwise, opens it', async () => {
    const bytes = await written(walletRows(1), PASSPHRASE.normalize('NFC'));
    expect((await readBackup(bytes, PASSPHRASE.normalize('NFD'), NOW)).ok).toBe(true);
  });

  test('locked, nothing of it can be read, and no two files share salt or vector', async () => {
    const [one, other] = await Promise.all([written(walletRows(2), 'a'), written(walletRows(2), 'a')]);
    // Words longer than base64 writes by chance.
    expect(textOf(one)).not.toMatch(/Winterbourne|credly\.com|Apprentice/i);
    const facts = [one, other].map((bytes) => JSON.parse(textOf(bytes)).encrypted);
    expect(facts[0].iterations).toBe(600_000);
    expect(facts[0].salt).not.toBe(facts[1].salt);
    expect(facts[0].iv).not.toBe(facts[1].iv);
    expect(facts[0].data).not.toBe(facts[1].data);
  });

  test('what lies in the bin stays there', async () => {
    const rows = walletRows(3);
    rows.badges[1] = badgeRow(2, { deletedAt: NOW - 5 });
    const back = await read(await written(rows));
    expect(back.badges.map(({ id }) => id)).toEqual([uuid(1), uuid(3)]);
    expect(back.kept.map(({ id }) => id)).toEqual([uuid(1), uuid(3)]);
    expect(back.history.map(({ badge }) => badge)).toEqual([uuid(1), uuid(3)]);
  });

  test('whatever the size, it is recognised where badges are added', async () => {
    const bytes = await written(walletRows(12, 700_000));
    expect(bytes.length).toBeGreaterThan(8 * 1_048_576);
    const handed = readInput({ files: [{ name: 'mine.json', bytes }] });
    expect(handed).toMatchObject({ way: 'backup', candidates: [], backup: { name: 'mine.json' } });
  });
});

describe('too large', () => {
  const rows = walletRows(10, 30_000);

  test.each(['', 'locked'])(
    'pictures that can be had again are left out, and nothing else (“%s”)',
    async (passphrase) => {
      const most = 520_000;
      const file: Written = await writeBackup(rows, { now: NOW, passphrase, most });
      if (!file.ok) throw new Error(file.why);
      expect(file.bytes.length).toBeLessThanOrEqual(most);
      expect(file.pictures).toBeGreaterThan(0);
      const back = await read(file.bytes, passphrase || null);
      expect(back.kept.map(({ original }) => original)).toEqual(rows.kept.map(({ original }) => original));
      expect(back.kept.filter(({ picture }) => picture === undefined)).toHaveLength(file.pictures);
    },
  );

  test('what nobody else has is never left out: no file at all then', async () => {
    expect(await writeBackup(rows, { now: NOW, passphrase: '', most: 150_000 })).toEqual({
      ok: false,
      why: 'too-large',
    });
  });
});

describe('files that are not as they were', () => {
  const wrong = (why: string, more: object = {}) => ({ ok: false, why, ...more });

  test('passphrase missing, and wrong', async () => {
    const bytes = await written(walletRows(2), PASSPHRASE);
    expect(await readBackup(bytes, null, NOW)).toEqual(wrong('locked', { passphrase: 'missing' }));
    expect(await readBackup(bytes, '', NOW)).toEqual(wrong('locked', { passphrase: 'missing' }));
    expect(await readBackup(bytes, `${PASSPHRASE} `, NOW)).toEqual(wrong('locked', { passphrase: 'wrong' }));
  });

  test.each(['', PASSPHRASE])('cut off anywhere, it is damaged (passphrase “%s”)', async (passphrase) => {
    const bytes = await written(walletRows(3), passphrase);
    for (const length of [60, 200, bytes.length >> 1, bytes.length - 1]) {
      expect(await readBackup(bytes.subarray(0, length), passphrase, NOW), `${length}`).toEqual(wrong('damaged'));
    }
  });

  test.each(['', PASSPHRASE])(
    'a flipped bit anywhere behind the mark never passes (passphrase “%s”)',
    async (passphrase) => {
      const bytes = await written(walletRows(1), passphrase);
      // The date alone is bound by the lock only.
      const first = textOf(bytes).indexOf(passphrase ? '"checksum"' : '"content"') + 11;
      for (let at = first; at < bytes.length - 1; at += Math.ceil(bytes.length / 61)) {
        const broken = bytes.slice();
        broken[at] = (broken[at] ?? 0) ^ 1;
        const answer: BackupRead = await readBackup(broken, passphrase, NOW);
        expect(answer.ok, `byte ${at}: ${textOf(broken.subarray(at - 20, at + 20))}`).toBe(false);
      }
    },
  );

  test('header and terms of a lock are bound to it, even with a checksum made anew', async () => {
    const bytes = await written(walletRows(1), PASSPHRASE);
    const file = JSON.parse(textOf(bytes));
    const { lockedChecksum } = await import('../../../../utils/wallet/backup/lock.ts');
    const createdAt = '2020-01-01T00:00:00.000Z';
    const { data, ...facts } = file.encrypted;
    const header = { format: file.format, version: file.version, createdAt };
    const checksum = await lockedChecksum(
      header,
      facts,
      Uint8Array.from(atob(data), (c) => c.charCodeAt(0)),
    );
    const forged = bytesOf(JSON.stringify({ ...file, createdAt, checksum }));
    expect(await readBackup(forged, PASSPHRASE, NOW)).toEqual(wrong('locked', { passphrase: 'wrong' }));
  });

  test.each([99_999, 10_000_001, 1e300, -1, 1.5, '600000', null])(
    '%s iterations are not counted',
    async (iterations) => {
      const file = JSON.parse(textOf(await written(walletRows(1), 'a')));
      file.encrypted.iterations = iterations;
      expect(await readBackup(bytesOf(JSON.stringify(file)), 'a', NOW)).toEqual(wrong('damaged'));
    },
  );

  test.each([
    ['', 'empty'],
    ['{}', 'not-understood'],
    ['[1,2]', 'not-understood'],
    ['not JSON', 'not-understood'],
    ['{"format":"touchstone-backup"', 'damaged'],
    ['{"format":"touchstone-backup"}', 'damaged'],
    ['{"format":"touchstone-backup","version":"1"}', 'damaged'],
    ['{"format":"touchstone-backup","version":2}', 'newer-version'],
    ['{"format":"touchstone-backup","version":0,"createdAt":"2026-01-01"}', 'damaged'],
    ['{"format":"touchstone-backup","version":1,"createdAt":"2026-01-01"}', 'damaged'],
    ['{"format":"touchstone-backup","version":1,"createdAt":"2026-01-01","content":[]}', 'damaged'],
    ['{"format":"touchstone-backup","version":1,"createdAt":"2026-01-01","encrypted":"x"}', 'damaged'],
    [`{"format":"touchstone-backup","version":1,"x":${'['.repeat(5_000)}${']'.repeat(5_000)}}`, 'damaged'],
  ])('%.70s: %s', async (text, why) => {
    expect(await readBackup(bytesOf(text), 'a', NOW)).toEqual(wrong(why));
  });

  test('written down anew by another program, with spaces, it is the same backup', async () => {
    const bytes = await written(walletRows(2));
    const pretty = bytesOf(`\uFEFF${JSON.stringify(JSON.parse(textOf(bytes)), null, 2)}`);
    expect(lasting(await read(pretty))).toEqual(lasting(await read(bytes)));
  });

  test('one that says a thing twice is damaged', async () => {
    const text = textOf(await written(walletRows(1)));
    const twice = text.replace('"content":', '"content":{"badges":[]},"content":');
    expect(await readBackup(bytesOf(twice), null, NOW)).toEqual(wrong('damaged'));
  });
});

test('ten thousand badges (the time is told, not judged)', { timeout: 120_000 }, async () => {
  const rows = walletRows(10_000, 4_000);
  const begin = performance.now();
  const bytes = await written(rows, PASSPHRASE);
  const middle = performance.now();
  const back = await read(bytes, PASSPHRASE);
  const end = performance.now();
  expect(back.badges).toHaveLength(10_000);
  expect(back.kept[9_999]?.picture?.bytes).toEqual(keptRow(10_000, 4_000).picture?.bytes);
  const seconds = (ms: number) => (ms / 1_000).toFixed(1);
  console.info(
    `backup of 10,000 badges: ${(bytes.length / 1_048_576).toFixed(0)} MB, written in ${seconds(middle - begin)} s, read in ${seconds(end - middle)} s`,
  );
});
