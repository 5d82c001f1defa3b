import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { parse } from 'papaparse';
import { describe, expect, test } from 'vitest';
import type { Standard, Verdict } from '../../../../utils/badge/report.ts';
import { unbake } from '../../../../utils/openbadges/baking/unbake.ts';
import * as files from '../../../../utils/wallet/exports/badge-file.ts';
import { type ExportForm, forExport } from '../../../../utils/wallet/exports/choose.ts';
import { toCsv } from '../../../../utils/wallet/exports/csv.ts';
import { fileName, uniqueNames } from '../../../../utils/wallet/exports/file-name.ts';
import { toJsonResume } from '../../../../utils/wallet/exports/json-resume.ts';
import { openBadgesZip } from '../../../../utils/wallet/exports/open-badges-zip.ts';
import { isJsonResume, readJsonResume } from '../../../../utils/wallet/imports/json-resume.ts';
import { readInput } from '../../../../utils/wallet/imports/read-input.ts';
import type { BadgeRow, KeptRow } from '../../../../utils/wallet/types.ts';
import { bytesOf, itxt, png, readItxt } from '../../openbadges/baking/pictures.ts';
import { badgeRow, examined, NOW, uuid } from '../backup/rows.ts';

const ASSERTION =
  '{"@context":"https://w3id.org/openbadges/v2","type":"Assertion","id":"https://a.example/1","badge":"https://a.example/b","recipient":{"type":"email","identity":"x","hashed":false},"verification":{"type":"hosted"},"evidence":"<![CDATA[潮]]>"}';
const CLASS =
  '{"@context":"https://w3id.org/openbadges/v2","type":"BadgeClass","id":"https://a.example/b","name":"Tides"}';
const CREDENTIAL =
  '{"@context":["https://www.w3.org/ns/credentials/v2","https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],"id":"urn:uuid:1","issuer":"https://harbour.example/issuer","type":["VerifiableCredential","OpenBadgeCredential"]}';
const SCHOOL = { id: 'https://harbour.example/issuer', name: 'Harbour School' };
const signed = (id: string, issuer: string, more: object = {}) =>
  `eyJhbGciOiJFUzI1NiJ9.${Buffer.from(JSON.stringify({ iss: issuer, jti: id, vc: { id, issuer: { id: issuer }, ...more } })).toString('base64url')}.c2ln`;
const JWT = signed('urn:uuid:1', SCHOOL.id);
const SVG = '<svg xmlns="http://www.w3.org/2000/svg"><rect width="1" height="1"/></svg>';
const JPEG = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70, 73, 70]);

const kept = (more: Partial<KeptRow>): KeptRow => ({ id: uuid(1), examined: examined(1), documents: [], ...more });
const json = (text: string) => ({ mime: 'application/json', bytes: bytesOf(text) });
const picture = (bytes: Uint8Array) => ({ mime: 'image/png', bytes });
/** By default the badge that `ASSERTION`, `CREDENTIAL` and `JWT` are. */
const row = (standard: Standard, more: Partial<BadgeRow['facts']> = {}) => {
  const id = standard === 'OB1' || standard === 'OB2' ? 'https://a.example/1' : 'urn:uuid:1';
  return badgeRow(1, { facts: { ...badgeRow(1).facts, name: 'Tides', standard, id, ...more } });
};

const pictureFile = async (of: BadgeRow, held: KeptRow) =>
  files.pictureFile(of, held, await files.ownOriginal(of, held));
const credentialFile = async (of: BadgeRow, held: KeptRow) =>
  files.credentialFile(of, held, await files.ownOriginal(of, held));

async function payload(bytes: Uint8Array | undefined) {
  const read = await unbake(bytes ?? new Uint8Array());
  return read.ok ? [read.found.keyword, read.found.payload] : null;
}

describe('a picture with its badge', () => {
  test('one that has it baked in stays as it was, to the byte, whatever else is kept', async () => {
    const original = png([itxt('openbadges', ASSERTION)]);
    for (const held of [{ original: picture(original) }, { original: json('{}'), picture: picture(original) }]) {
      const file = await pictureFile(
        row('OB2', { id: 'https://a.example/1' }),
        kept({ ...held, documents: [json(CREDENTIAL)] }),
      );
      expect(file).toEqual({ name: 'Tides.png', mime: 'image/png', bytes: original, baked: true });
    }
  });

  test.each<[Standard, string, string]>([
    ['OB2', ASSERTION, 'openbadges'],
    ['OB1', 'https://a.example/1', 'openbadges'],
    ['OB3', CREDENTIAL, 'openbadgecredential'],
    ['OB3', JWT, 'openbadgecredential'],
    ['CLR2', CREDENTIAL, 'clrcredential'],
    ['VC', CREDENTIAL, 'openbadgecredential'],
  ])('%s: what was handed in goes in under its keyword, and comes out again', async (standard, text, keyword) => {
    const isAddress = text.startsWith('https:');
    const held = isAddress ? {} : { original: json(text) };
    const file = await pictureFile(
      row(standard, isAddress ? { id: text } : {}),
      kept({ ...held, picture: picture(png()) }),
    );
    expect(file?.baked).toBe(true);
    expect(await payload(file?.bytes)).toEqual([keyword, text]);
    expect(readItxt(file?.bytes ?? new Uint8Array())).toEqual({ [keyword]: [text] });
  });

  test('of the documents the badge goes in, not its class', async () => {
    const file = await pictureFile(
      row('OB2'),
      kept({ documents: [json(CLASS), json(ASSERTION)], picture: picture(png()) }),
    );
    expect(await payload(file?.bytes)).toEqual(['openbadges', ASSERTION]);
  });

  const CREDLY = '7a31c0de-4b2d-4c9e-a1f7-5d20e83b6c41';

  test.each<[string, BadgeRow, string]>([
    ['its address', row('OB2', { id: 'https://a.example/1' }), 'https://a.example/1'],
    [
      'an address of its platform',
      badgeRow(1, { identities: [`credly:${CREDLY}`] }),
      `https://www.credly.com/badges/${CREDLY}/public_url`,
    ],
    ['its name and issuer', row('OB3', { id: 'urn:uuid:1', issuer: SCHOOL }), signed('urn:uuid:1', SCHOOL.id)],
  ])('a picture from its host that has it baked in, by %s, stays as it is', async (_, of, text) => {
    const hosted = png([itxt('openbadges', text)]);
    const file = await pictureFile(of, kept({ picture: picture(hosted) }));
    expect([file?.baked, file?.bytes]).toEqual([true, hosted]);
  });

  test('the picture of before a renewal: the credential that was handed in since goes in over it', async () => {
    for (const renewed of [signed('urn:uuid:1', SCHOOL.id, { validUntil: '2030-01-01T00:00:00Z' }), CREDENTIAL]) {
      const before = picture(png([itxt('openbadgecredential', JWT)]));
      const file = await pictureFile(row('OB3'), kept({ original: json(renewed), picture: before }));
      expect(file?.baked).toBe(true);
      expect(readItxt(file?.bytes ?? new Uint8Array())).toEqual({ openbadgecredential: [renewed] });
    }
  });

  test('one that names the badge’s own address stays as it is, whatever was handed in: what is there is current', async () => {
    const hosted = png([itxt('openbadges', 'https://a.example/1')]);
    const file = await pictureFile(row('OB2'), kept({ original: json(ASSERTION), picture: picture(hosted) }));
    expect(file?.bytes).toEqual(hosted);
  });

  test.each<[string, string]>([
    ['by its address', 'https://other.example/1'],
    ['by its name', ASSERTION.replace('https://a.example/1', 'https://other.example/1')],
    ['by its issuer', signed('urn:uuid:1', 'https://other.example/issuer')],
    ['that says nothing', '{}'],
  ])('a picture from its host that has another badge baked in, told %s: its own goes in over it', async (_, other) => {
    const of = row('OB3', { id: 'urn:uuid:1', issuer: SCHOOL });
    const hosted = picture(png([itxt('openbadges', other)]));
    const file = await pictureFile(of, kept({ original: json(JWT), picture: hosted }));
    expect(file?.baked).toBe(true);
    expect(readItxt(file?.bytes ?? new Uint8Array())).toEqual({ openbadgecredential: [JWT] });
    const record = await pictureFile(of, kept({ picture: hosted }));
    expect([record?.baked, record?.bytes]).toEqual([false, png()]);
  });

  test('an SVG takes it as well', async () => {
    const file = await pictureFile(row('OB3'), kept({ original: json(JWT), picture: picture(bytesOf(SVG)) }));
    expect([file?.name, file?.mime]).toEqual(['Tides.svg', 'image/svg+xml']);
    expect(await payload(file?.bytes)).toEqual(['openbadgecredential', JWT]);
  });

  test('what can hold none, or has none to hold, is given as it is, and says so', async () => {
    const photo = await pictureFile(row('OB2'), kept({ original: json(ASSERTION), picture: picture(JPEG) }));
    expect(photo).toEqual({ name: 'Tides.jpg', mime: 'image/jpeg', bytes: JPEG, baked: false });
    const record = await pictureFile(row('platform', { id: 'https://a.example/1' }), kept({ picture: picture(png()) }));
    expect(record).toEqual({ name: 'Tides.png', mime: 'image/png', bytes: png(), baked: false });
  });

  test('no picture, or something that is called one: none', async () => {
    expect(await pictureFile(row('OB2'), kept({ original: json(ASSERTION) }))).toBeNull();
    expect(await pictureFile(row('OB2'), kept({ picture: picture(bytesOf('<html>')) }))).toBeNull();
  });
});

describe('a credential', () => {
  test.each([
    [ASSERTION, 'Tides.json', 'application/json'],
    [`\uFEFF${ASSERTION}\r\n`, 'Tides.json', 'application/json'],
    [JWT, 'Tides.jwt', 'application/jwt'],
  ])('%.20s is given as it was handed in', async (text, name, mime) => {
    const held = kept({ original: { mime: 'text/html', bytes: bytesOf(text) }, documents: [json(CREDENTIAL)] });
    expect(await credentialFile(row(text === JWT ? 'OB3' : 'OB2'), held)).toEqual({ name, mime, bytes: bytesOf(text) });
  });

  test('out of a baked picture, and out of the documents where it holds an address only', async () => {
    const baked = kept({ original: picture(png([itxt('openbadgecredential', JWT)])), documents: [json(ASSERTION)] });
    expect(await credentialFile(row('OB3'), baked)).toMatchObject({ name: 'Tides.jwt', bytes: bytesOf(JWT) });
    const address = kept({
      original: picture(png([itxt('openbadges', 'https://a.example/1')])),
      documents: [json(ASSERTION)],
    });
    expect(await credentialFile(row('OB2'), address)).toMatchObject({ name: 'Tides.json', bytes: bytesOf(ASSERTION) });
    expect(await credentialFile(row('platform'), kept({ documents: [json(CLASS)] }))).toBeNull();
  });
});

describe('a file beside a badge that is another one’s, as a backup may bring it', () => {
  const stranger = signed('urn:uuid:9', SCHOOL.id);
  const sameName = signed('urn:uuid:1', 'https://other.example/issuer');
  test.each<[string, NonNullable<KeptRow['original']>]>([
    ['a credential', json(stranger)],
    ['a credential under this one’s identifier', json(sameName)],
    ['a hosted badge', json(ASSERTION)],
    ['no credential at all', json('something else')],
    ['a picture', picture(png([itxt('openbadgecredential', stranger)]))],
    ['a bare picture', picture(png())],
  ])('%s is not given as this one’s', async (_, original) => {
    const of = row('OB3');
    expect(await files.ownOriginal(of, { original, documents: [] })).toBeNull();
    expect(await pictureFile(of, kept({ original }))).toBeNull();
    expect(await credentialFile(of, kept({ original }))).toBeNull();
    const held = kept({ original, documents: [json(JWT)], picture: picture(png()) });
    expect(await payload((await pictureFile(of, held))?.bytes)).toEqual(['openbadgecredential', JWT]);
    expect((await credentialFile(of, held))?.bytes).toEqual(bytesOf(JWT));
  });

  test('where neither gives itself an identifier, the issuer tells', async () => {
    const nameless = (issuer: string) => json(JSON.stringify({ ...JSON.parse(CREDENTIAL), id: undefined, issuer }));
    const { id: _, ...facts } = row('VC').facts;
    const of = badgeRow(1, { facts });
    expect(await files.ownOriginal(of, { original: nameless(SCHOOL.id), documents: [] })).not.toBeNull();
    expect(await files.ownOriginal(of, { original: nameless('https://other.example'), documents: [] })).toBeNull();
  });
});

describe('names of files', () => {
  test.each([
    ['潮汐判讀：進階', '潮汐判讀：進階.png'],
    ['a/b\\c:d*e?f"g<h>i|j', 'a b c d e f g h i j.png'],
    ['../../etc/passwd', 'etc passwd.png'],
    ['CON', 'badge CON.png'],
    ['nul.txt', 'badge nul.txt.png'],
    ['COM1', 'badge COM1.png'],
    ['Console', 'Console.png'],
    ['evil\u202Egnp.exe', 'evil gnp.exe.png'],
    ['line\r\nbreak\0', 'line break.png'],
    ['...', 'badge.png'],
    ['', 'badge.png'],
    ['\ud800', 'badge.png'],
  ])('%j → %s', (words, name) => expect(fileName(words, 'png')).toBe(name));

  test('none is longer than file systems take, and none cuts a letter in two', () => {
    for (const letter of ['x', '潮', '😀']) {
      const name = fileName(letter.repeat(500), 'png');
      expect(bytesOf(name).length).toBeLessThanOrEqual(204);
      expect(name.replace('.png', '').replaceAll(letter, '')).toBe('');
    }
  });

  test('in one archive no two are one, whatever they are called', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('A', 'a', 'A (2)', 'a (2)', 'b', '', 'CON'), { maxLength: 40 }), (words) => {
        const named = uniqueNames();
        const names = words.map((each) => named(each, 'png').toLowerCase());
        expect(new Set(names).size).toBe(words.length);
      }),
    );
  });
});

const HOSTILE = [
  '=HYPERLINK("https://evil.example","x")',
  '+1',
  '-1+1',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  ' =1',
  '＝1',
  "'=1",
  '|calc',
  '\u200b=1',
];

const ALL = { privates: true, references: true };
const NONE = { privates: false, references: false };
/** As they leave in a table or an archive. */
const entries = (rows: readonly BadgeRow[]) => forExport(rows, 'zip', ALL, NOW).entries;
const withVerdict = (n: number, verdict: Verdict, more: Partial<BadgeRow> = {}) =>
  badgeRow(n, { answer: { ...badgeRow(n).answer, verdict }, ...more });

describe('what leaves', () => {
  const rows = [
    badgeRow(1),
    badgeRow(2, { visibility: 'private' }),
    badgeRow(3, { ownership: 'reference' }),
    badgeRow(4, { deletedAt: 1 }),
    badgeRow(5, { visibility: 'private', ownership: 'reference' }),
  ];
  const numbers = (form: ExportForm, privates: boolean, references: boolean) =>
    forExport(rows, form, { privates, references }, NOW).entries.map(
      ({ row: { id } }) => rows.findIndex((each) => each.id === id) + 1,
    );

  test.each(['zip', 'csv'] as const)(
    '%s: private badges, references and the bin stay unless the user says so',
    (form) => {
      expect(numbers(form, false, false)).toEqual([1]);
      expect(numbers(form, true, false)).toEqual([1, 2]);
      expect(numbers(form, false, true)).toEqual([1, 3]);
      expect(numbers(form, true, true)).toEqual([1, 2, 3, 5]);
      expect(Object.fromEntries(forExport(rows, form, NONE, NOW).leftOut)).toEqual({ private: 1, reference: 2 });
    },
  );

  test('a résumé holds what may be said to be one’s own and to hold, and how many stay is told with the reason', () => {
    expect(numbers('resume', true, true)).toEqual([1, 2]);
    const doubtful = [
      badgeRow(1),
      withVerdict(2, 'revoked'),
      withVerdict(3, 'suspended'),
      withVerdict(4, 'invalid'),
      withVerdict(6, 'undecided'),
      withVerdict(7, 'undecided', { restored: true }),
      withVerdict(8, 'expired'),
      badgeRow(9, { acceptance: 'unclaimed' }),
      badgeRow(11, { answer: { ...badgeRow(11).answer, standing: 'impostor' } }),
      badgeRow(12, { ownership: 'reference' }),
      badgeRow(13, { visibility: 'private' }),
    ];
    const { entries: chosen, leftOut } = forExport(doubtful, 'resume', NONE, NOW);
    expect(chosen.map(({ row: { id } }) => id)).toEqual([uuid(1)]);
    expect(Object.fromEntries(leftOut)).toEqual({
      revoked: 2,
      'not-verified': 2,
      'not-checked': 1,
      expired: 1,
      unclaimed: 1,
      impostor: 1,
      reference: 1,
      private: 1,
    });
    expect(forExport(doubtful, 'csv', ALL, NOW).entries).toHaveLength(doubtful.length);
  });

  test('no form lets an e-mail address out, in whatever words it stands', async () => {
    const email = 'mira@mail.example';
    const named = badgeRow(1, {
      facts: { ...badgeRow(1).facts, name: `Attended: ${email}`, issuer: { name: `by ${email}` }, skills: [email] },
    });
    const chosen = entries([named]);
    const { bytes } = await openBadgesZip(chosen, async () => kept({ picture: picture(png()) }), { now: NOW });
    const files = unzipSync(bytes);
    expect(Object.keys(files)).toEqual(['Attended [e-mail].png', 'index.json']);
    for (const text of [toCsv(chosen, NOW), toJsonResume(chosen), strFromU8(files['index.json'] ?? new Uint8Array())]) {
      expect(text).toContain('Attended: [e-mail]');
      expect(text).not.toContain('mail.example');
    }
  });
});

describe('the table', () => {
  const read = (csv: string) => parse<Record<string, string>>(csv.slice(1).trimEnd(), { header: true });

  test('every word comes back, with a mark that tells spreadsheets its letters', () => {
    const names = ['Plain', 'Comma, "quoted"', '潮汐 😀', 'semi;colon'];
    const rows = names.map((name, n) => badgeRow(n + 1, { facts: { ...badgeRow(1).facts, name } }));
    const csv = toCsv(entries(rows), NOW);
    expect(csv.startsWith('\uFEFFname,issuer,')).toBe(true);
    const { data, errors } = read(csv);
    expect(errors).toEqual([]);
    expect(data.map(({ name }) => name)).toEqual(names);
    expect(data[0]).toMatchObject({
      issuer: 'Harbour School',
      issued: '2024-03-01',
      expires: '',
      skills: 'Tides; Charts',
      answer: 'verified',
      url: `https://www.credly.com/badges/${uuid(1, 9)}/public_url`,
    });
    expect(csv).not.toContain('Note');
  });

  test.each(HOSTILE)('%j is text to a spreadsheet', (name) => {
    const hostile = badgeRow(1, { facts: { ...badgeRow(1).facts, name, issuer: { name }, skills: [name] } });
    const [entry] = entries([hostile]);
    // As sharing cleans it, white space and invisible signs gone: nothing in the table begins as a formula does.
    const clean = entry?.facts.name ?? '';
    const [record] = read(toCsv(entry ? [entry] : [], NOW)).data;
    expect([record?.name, record?.issuer, record?.skills]).toEqual([`'${clean}`, `'${clean}`, `'${clean}`]);
  });

  test('an answer that has ended since is not called verified', () => {
    const ended = badgeRow(1, { facts: { ...badgeRow(1).facts, expires: '2026-05-02T00:00:00Z' } });
    expect(read(toCsv(entries([ended]), NOW)).data[0]).toMatchObject({ answer: 'expired', state: 'expired' });
  });

  test('how each stands is said, with all that keeps it from being shown as genuine and one’s own', () => {
    const { platform: _, url: __, ...nowhere } = badgeRow(1).facts;
    const rows = [
      badgeRow(1),
      withVerdict(2, 'revoked', { visibility: 'private', ownership: 'reference' }),
      badgeRow(3, { answer: { ...badgeRow(3).answer, standing: 'impostor' }, facts: nowhere }),
    ];
    const states = read(toCsv(entries(rows), NOW)).data.map(({ state }) => state);
    expect(states).toEqual(['good', 'reference; revoked; private', 'impostor; no-address']);
  });
});

test('JSON Resume: what our own reader makes of it again; one without an address is named all the same', () => {
  const { platform: _, url: __, ...nowhere } = badgeRow(2).facts;
  const text = toJsonResume(forExport([badgeRow(1), badgeRow(2, { facts: nowhere })], 'resume', NONE, NOW).entries);
  const resume = JSON.parse(text);
  const rest = { date: '2024-03-01', issuer: 'Harbour School' };
  expect(resume.certificates).toEqual([
    { name: badgeRow(1).facts.name, ...rest, url: `https://www.credly.com/badges/${uuid(1, 9)}/public_url` },
    { name: badgeRow(2).facts.name, ...rest },
  ]);
  expect(isJsonResume(resume)).toBe(true);
  expect(readJsonResume(resume)).toHaveLength(2);
});

describe('the archive', () => {
  const halves = new Map([
    [uuid(1), kept({ original: json(ASSERTION), picture: picture(png()) })],
    [uuid(2), kept({ id: uuid(2), original: picture(png([itxt('openbadgecredential', JWT)])) })],
    [uuid(3), kept({ id: uuid(3) })],
  ]);
  const rows = [1, 2, 3, 4].map((n) =>
    badgeRow(n, { facts: { ...row(n === 2 ? 'OB3' : 'OB2').facts, name: 'Index' } }),
  );
  const readKept = async (id: string) => halves.get(id);

  test('another program unpacks it, finds the badges in it, and they are what they were', async () => {
    const progress: number[] = [];
    const { bytes, left } = await openBadgesZip(entries(rows), readKept, {
      now: NOW,
      onProgress: (done) => progress.push(done),
    });
    const files = unzipSync(bytes);
    expect(Object.keys(files)).toEqual(['Index.png', 'Index (2).json', 'Index (2).png', 'Index.jwt', 'index.json']);
    expect(await payload(files['Index.png'])).toEqual(['openbadges', ASSERTION]);
    expect(strFromU8(files['Index (2).json'] ?? new Uint8Array())).toBe(ASSERTION);
    expect(files['Index (2).png']).toEqual(halves.get(uuid(2))?.original?.bytes);
    const { badges } = JSON.parse(strFromU8(files['index.json'] ?? new Uint8Array()));
    expect(
      badges.map(({ picture: p, credential }: { picture?: string; credential?: string }) => [p, credential]),
    ).toEqual([
      ['Index.png', 'Index (2).json'],
      ['Index (2).png', 'Index.jwt'],
      [undefined, undefined],
      [undefined, undefined],
    ]);
    expect([left, progress]).toEqual([0, [1, 2, 3, 4]]);
  });

  test('our own import reads every badge in it', async () => {
    const { bytes } = await openBadgesZip(entries(rows), readKept, { now: NOW });
    const { candidates } = readInput({ files: [{ name: 'badges.zip', bytes }] });
    expect(candidates.map(({ label }) => label)).toEqual(
      expect.arrayContaining(['Index.png', 'Index (2).json', 'Index (2).png', 'Index.jwt']),
    );
  });

  test('a file that is another badge’s is counted and not in it', async () => {
    const foreign = kept({ original: json(signed('urn:uuid:9', SCHOOL.id)) });
    const packed = await openBadgesZip(entries(rows.slice(0, 1)), async () => foreign, { now: NOW });
    expect([packed.foreign, Object.keys(unzipSync(packed.bytes))]).toEqual([1, ['index.json']]);
  });

  test('former files lie beside the current one; not those of which only a backup says whose they are', async () => {
    const [first = badgeRow(1)] = rows;
    const own = { ...first, facts: { ...first.facts, id: 'https://a.example/1' } };
    const older = ASSERTION.replace('潮', '汐');
    const former = [json(older), { ...json(ASSERTION.replace('潮', '川')), unproved: true as const }];
    const held = async () => kept({ original: json(ASSERTION), former });
    const { bytes } = await openBadgesZip(entries([own]), held, { now: NOW });
    const files = unzipSync(bytes);
    expect(Object.keys(files)).toHaveLength(3);
    const { badges } = JSON.parse(strFromU8(files['index.json'] ?? new Uint8Array()));
    const [name] = badges[0].former;
    expect([badges[0].former.length, strFromU8(files[name] ?? new Uint8Array())]).toEqual([1, older]);
  });

  test('what finds no room is counted, and still named', async () => {
    const { bytes, left } = await openBadgesZip(entries(rows), readKept, { now: NOW, most: 100 });
    const files = unzipSync(bytes);
    expect([Object.keys(files), left]).toEqual([['index.json'], 2]);
    expect(JSON.parse(strFromU8(files['index.json'] ?? new Uint8Array())).badges).toHaveLength(4);
  });
});
