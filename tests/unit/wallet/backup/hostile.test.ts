/** A backup that somebody else made, to have this wallet say what is not so. */
import { expect, test } from 'vitest';
import { checksumOf } from '../../../../utils/wallet/backup/checksum.ts';
import type { BackupRows } from '../../../../utils/wallet/backup/format.ts';
import { readBackup } from '../../../../utils/wallet/backup/read-backup.ts';
import { MAX_BADGES } from '../../../../utils/wallet/backup/validate-rows.ts';
import { NOW, uuid, walletRows } from './rows.ts';

/** A file with a true checksum over whatever it holds. `raw`: the content as text, for what no object can hold. */
async function forged(content: unknown, raw?: string): Promise<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder();
  const text = raw ?? JSON.stringify(content);
  const checksum = await checksumOf(encoder.encode(text));
  const head = `{"format":"touchstone-backup","version":1,"createdAt":"2026-05-01T00:00:00.000Z","checksum":"${checksum}"`;
  return encoder.encode(`${head},"content":${text}}`);
}

async function readForged(content: unknown): Promise<{ rows: BackupRows; unread: number }> {
  const answer = await readBackup(await forged(content), null, NOW);
  if (!answer.ok) throw new Error(answer.why);
  return answer;
}

/** The content of a real one, to be bent. */
// biome-ignore lint/suspicious/noExplicitAny: what a stranger writes may have any form
function content(count = 1): any {
  return JSON.parse(JSON.stringify({ ...walletRows(count), kept: [] }));
}

test('no answer of a file counts: neither the badge’s nor what it was found to rest on', async () => {
  const bent = content();
  bent.badges[0] = { ...bent.badges[0], ownership: 'proved', dueAt: 9e15, failures: -5, revision: 9e15 };
  bent.kept = [
    {
      id: uuid(1),
      examined: {
        ...walletRows(1).kept[0]?.examined,
        checkedAt: '9999-12-31T00:00:00Z',
        issuer: { id: 'https://www.credly.com/', host: 'www.credly.com', platform: { id: 'credly', vets: true } },
        evidence: { signatures: [{ suite: 'x', outcome: 'pass' }], statuses: [] },
        contained: [{ name: 'Degree', verdict: 'verified' }],
        retryAt: '9999-12-31T00:00:00Z',
        staleAt: '9999-12-31T00:00:00Z',
      },
      documents: [],
    },
  ];
  const { rows } = await readForged(bent);
  const checkedAt = new Date(NOW).toISOString();
  expect(rows.badges[0]).toMatchObject({
    answer: { verdict: 'undecided', tone: 'unknown', proof: 'none', match: 'unknown', standing: 'unlisted', checkedAt },
    ownership: 'reference',
    restored: true,
    dueAt: 0,
    failures: 0,
    revision: 0,
  });
  const { badge, recipients, ...found } = rows.kept[0]?.examined ?? {};
  expect(badge).toMatchObject({ name: 'Tide Reading 1', raw: null });
  expect(recipients).toHaveLength(1);
  expect(found).toEqual({
    verdict: 'undecided',
    proof: 'none',
    checks: [],
    holderName: 'Asha Winterbourne',
    issuer: {},
    checkedAt,
    asked: [],
  });
  expect(rows.history.every(({ restored }) => restored === true)).toBe(true);
  // Everything but the history, where it is marked, is free of the word.
  expect(JSON.stringify({ ...rows, history: [] })).not.toContain('"verified"');
});

test('an e-mail address in the clear is not kept in the clear', async () => {
  const bent = content();
  const recipients = [{ type: 'email', identity: 'asha@example.org', hashed: false }];
  bent.kept = [{ id: uuid(1), examined: { recipients }, documents: [] }];
  const { rows } = await readForged(bent);
  expect(rows.kept[0]?.examined.recipients[0]).toMatchObject({ hashed: true });
  expect(JSON.stringify(rows.kept)).not.toContain('asha@');
});

test('members named as prototypes are, or that are of other types, change nothing and throw nothing', async () => {
  const raws = [
    '{"__proto__":{"badges":[1]},"badges":[]}',
    '{"badges":[{"__proto__":{"id":"x"},"constructor":1,"toString":2}]}',
    '{"preferences":[{"key":"__proto__","value":{"polluted":true}},{"key":"constructor","value":1},{"key":"toString","value":"x"}]}',
    '{"preferences":[{"key":"templates","value":{"constructor":"a","__proto__":"b","hasOwnProperty":"c","x":5}}]}',
    ...['badges', 'kept', 'history', 'collections', 'watches', 'preferences'].flatMap((name) =>
      ['null', '1', '"x"', '{}', '[null,1,"x",[],{}]', `[{"id":"${uuid(1)}"}]`].map((value) => `{"${name}":${value}}`),
    ),
  ];
  for (const raw of raws) {
    const answer = await readBackup(await forged(null, raw), null, NOW);
    if (!answer.ok) {
      expect(answer.why, raw).toBe('damaged');
      continue;
    }
    expect(answer.rows.badges, raw).toEqual([]);
    for (const { key, value } of answer.rows.preferences) {
      expect(key).toBe('templates');
      expect(Object.keys(value as object).sort()).toEqual(['constructor', 'x']);
    }
  }
  expect({}).not.toHaveProperty('polluted');
});

test('addresses that are none, or that could run or read something, are dropped', async () => {
  const bent = content();
  const bad = [
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'https://user:secret@host.example/',
    7,
    {},
  ];
  for (const address of bad) {
    bent.badges[0].facts.url = address;
    bent.badges[0].facts.image = address;
    bent.badges[0].source = address;
    bent.watches[0].address = address;
    bent.kept = [
      {
        id: uuid(1),
        examined: { badge: { name: 'x', issuer: { name: '', url: address }, image: address, evidence: [address] } },
        documents: [{ mime: 'text/html\r\nx: y', bytes: btoa('hi'), address }],
      },
    ];
    const { rows } = await readForged(bent);
    const [badge, kept] = [rows.badges[0], rows.kept[0]];
    expect([badge?.facts.url, badge?.facts.image, badge?.source], String(address)).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(rows.watches).toEqual([]);
    expect(kept?.examined.badge?.evidence).toBeUndefined();
    expect(kept?.examined.badge?.image).toBeUndefined();
    expect(kept?.examined.badge?.issuer).toEqual({ name: '' });
    expect(kept?.documents).toEqual([{ mime: 'application/octet-stream', bytes: new TextEncoder().encode('hi') }]);
  }
});

test('only lists that could have been named here are watched', async () => {
  const bent = content();
  bent.watches = [
    'https://evil.example/users/a',
    'https://www.credly.com/users/asha?x=1',
    'https://www.credly.com/users/asha',
  ].map((address, at) => ({ ...bent.watches[0], id: uuid(at), address, kind: 'badgr-collection' }));
  const { rows } = await readForged(bent);
  expect(rows.watches).toMatchObject([{ kind: 'credly-profile', address: 'https://www.credly.com/users/asha' }]);
});

test('references to nothing are mended, and what cannot be read is counted', async () => {
  const bent = content(3);
  bent.badges[0].collections = [uuid(1, 7), uuid(99, 7), 'x', 5];
  bent.badges[1].id = '../../etc/passwd';
  bent.badges[2].id = bent.badges[0].id;
  bent.badges.push({ ...bent.badges[0], id: uuid(50), facts: { name: '  ' } });
  bent.kept = [{ id: uuid(77), examined: {}, documents: [] }];
  bent.history.push({ ...bent.history[0], badge: uuid(88) });
  const { rows, unread } = await readForged(bent);
  expect(rows.badges.map(({ id }) => id)).toEqual([uuid(1)]);
  expect(unread).toBe(3);
  expect(rows.badges[0]?.collections).toEqual([uuid(1, 7)]);
  expect(rows.kept.map(({ id, documents }) => [id, documents])).toEqual([[uuid(1), []]]);
  expect(rows.history.every(({ badge }) => badge === uuid(1))).toBe(true);
});

test('numbers out of this world and texts without end are cut down', async () => {
  const bent = content();
  Object.assign(bent.badges[0], {
    note: 'n'.repeat(50_000),
    tags: Array.from({ length: 500 }, (_, at) => `tag ${at} ${'x'.repeat(500)}`),
    identities: Array.from({ length: 5_000 }, (_, at) => `credly:${at}`),
    place: 'first',
    addedAt: 8e15,
    visibility: 'PUBLIC',
    acceptance: ['claimed'],
    way: 'magic',
  });
  bent.badges[0].facts.name = 'N'.repeat(200_000);
  bent.badges[0].facts.expires = 'soon';
  bent.badges[0].facts.unknown = 'x';
  bent.badges[0].unknown = 'x';
  bent.history = Array.from({ length: 300 }, (_, at) => ({ ...bent.history[0], at: at + 1 }));
  const { rows } = await readForged(bent);
  const [badge] = rows.badges;
  expect(badge).toMatchObject({ place: 0, addedAt: NOW, visibility: 'private', acceptance: 'claimed', way: 'backup' });
  expect([badge?.note.length, badge?.tags.length, badge?.identities.length]).toEqual([10_000, 30, 50]);
  expect(badge?.facts.name).toHaveLength(1_000);
  expect(badge?.facts).not.toHaveProperty('expires');
  expect(JSON.stringify(rows)).not.toContain('unknown":"x');
  expect(rows.history).toHaveLength(100);
});

test('more badges than a wallet takes are counted and left', { timeout: 60_000 }, async () => {
  const bent = content();
  const [row] = bent.badges;
  bent.badges = Array.from({ length: MAX_BADGES + 10 }, (_, at) => ({ ...row, id: uuid(at) }));
  const { rows, unread } = await readForged(bent);
  expect(rows.badges).toHaveLength(MAX_BADGES);
  expect(unread).toBe(10);
});
