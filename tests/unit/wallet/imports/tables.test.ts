/** LinkedIn's table, other tables, résumés, and the dates that people and exports write. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isJsonResume, readJsonResume } from '../../../../utils/wallet/imports/json-resume.ts';
import { readTable } from '../../../../utils/wallet/imports/linkedin-csv.ts';
import { readListedDate } from '../../../../utils/wallet/imports/listed-date.ts';
import { readText } from '../../../../utils/wallet/imports/read-text.ts';

const HEADING = 'Name,Url,Authority,Started On,Finished On,License Number';
const BADGE = 'https://www.credly.com/badges/7a31c0de-4b2d-4c9e-a1f7-5d20e83b6c41';

describe('dates of lists', () => {
  it.each([
    ['May 2023', '2023-05'],
    ['Jun 2020', '2020-06'],
    ['Sept 2019', '2019-09'],
    ['June 17, 2020', '2020-06-17'],
    ['17 June 2020', '2020-06-17'],
    ['2024', '2024'],
    ['2024-05', '2024-05'],
    ['2024-5-7', '2024-05-07'],
    ['2024/05/17', '2024-05-17'],
    ['05/2023', '2023-05'],
    ['17/05/2023', '2023-05-17'],
    ['5/17/2023', '2023-05-17'],
    ['5/6/2023', '2023'],
    ['2026-01-16T18:00:00-06:00', '2026-01-16'],
    ['2026-01-16T18:00:00.123Z', '2026-01-16'],
    [1_700_000_000, '2023-11-14'],
    ['1700000000', '2023-11-14'],
    ['mayo de 2023', '2023-05'],
    ['ago. de 2021', '2021-08'],
    ['févr. 2021', '2021-02'],
    ['Août 2022', '2022-08'],
    ['März 2022', '2022-03'],
    ['Dez. 2020', '2020-12'],
    ['dicembre 2019', '2019-12'],
    ['mrt 2018', '2018-03'],
    ['17 maja 2023', '2023-05-17'],
    ['май 2023', '2023-05'],
    ['5 мая 2023 г.', '2023-05-05'],
    ['2023年5月', '2023-05'],
    ['2023 年 5 月 17 日', '2023-05-17'],
    ['2023년 5월', '2023-05'],
    ['２０２３年５月', '2023-05'],
    ['tháng 5 2023', '2023-05'],
    ['Mayıs 2023', '2023-05'],
    ['Issued May 2023', '2023-05'],
    ['Summer 2020', '2020'],
    ['Mai 2020 Issued', '2020-05'],
    ['31 June 2020', '2020-06'],
  ] as const)('%s is %s', (written, read) => {
    expect(readListedDate(written)).toBe(read);
  });

  it.each([
    '',
    '   ',
    'No Expiration',
    'n/a',
    '2023-02-30',
    '2023-13-01',
    '99999',
    '1/2/3/2023',
    '2020 - 2023',
    null,
    {},
    true,
  ])('%j is none', (written) => {
    expect(readListedDate(written)).toBeUndefined();
  });

  it('whatever is written, the answer is an ISO date that begins with a year that was written', () => {
    const part = fc.constantFrom(
      '2023',
      '1999',
      '5',
      '17',
      '31',
      'May',
      'mars',
      '月',
      '年',
      '/',
      '-',
      '.',
      ' ',
      ',',
      'de',
      '0',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(part, { maxLength: 9 }).map((parts) => parts.join('')),
          fc.string({ unit: 'grapheme' }),
        ),
        (written) => {
          const read = readListedDate(written);
          if (read === undefined) return;
          expect(read).toMatch(/^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/);
          if (!/^\s*\d{8,13}\s*$/.test(written)) expect(written.normalize('NFKC')).toContain(read.slice(0, 4));
        },
      ),
      { numRuns: 1_000 },
    );
  });
});

describe('LinkedIn’s Certifications.csv', () => {
  it('keeps what each row says; a row without an address has no source', () => {
    const read = readTable(
      `\uFEFF${HEADING}\r\n"Harbour Pilot, Level 2",${BADGE}/linked_in_profile?trk=public_profile_see-credential,Harbour Mark Council,May 2023,Jun 2026,HP-2\r\nRope Work,,Fernhill Guild,,,\r\n"A ""quoted""\nname in two lines",https://lindow.example/c/7?email=a%40b.example,,2020,,\r\n`,
      false,
    );
    expect(read).toEqual({
      linkedin: true,
      candidates: [
        {
          label: 'Harbour Pilot, Level 2',
          source: { url: BADGE },
          acceptance: 'claimed',
          listed: {
            name: 'Harbour Pilot, Level 2',
            issuer: 'Harbour Mark Council',
            issuedOn: '2023-05',
            expires: '2026-06',
            credentialId: 'HP-2',
          },
        },
        {
          label: 'Rope Work',
          source: null,
          acceptance: 'claimed',
          listed: { name: 'Rope Work', issuer: 'Fernhill Guild' },
        },
        {
          label: 'A "quoted" name in two lines',
          source: { url: 'https://lindow.example/c/7' },
          acceptance: 'claimed',
          listed: { name: 'A "quoted" name in two lines', issuedOn: '2020' },
        },
      ],
    });
  });

  it('notes above the heading, a heading twice, other orders, semicolons and tabs', () => {
    const labels = (text: string) => readTable(text, false)?.candidates.map(({ label, source }) => [label, source]);
    const expected = [['Rope Work', { url: BADGE }]];
    expect(labels(`Notes:\n"What stands, below"\n\n${HEADING}\nRope Work,${BADGE},,,,\n`)).toEqual(expected);
    expect(labels(`Name,Url,Url,Name,Authority\nRope Work,${BADGE},https://other.example/,Other,X\n`)).toEqual(
      expected,
    );
    expect(labels(`License Number;Authority;URL;NAME\n1;X;${BADGE};Rope Work\n`)).toEqual(expected);
    expect(labels(`Name\tUrl\nRope Work\t${BADGE}\n`)).toEqual(expected);
  });

  it('what looks like a formula is a name like any other, and an address must be one', () => {
    const rows = ['=HYPERLINK("x")', '__proto__', 'constructor', '@SUM(1)'].map(
      (name) => `"${name.replaceAll('"', '""')}",javascript:alert(1),X,,,`,
    );
    const read = readTable(`${HEADING}\n${rows.join('\n')}\n,https://[::1]/x,,,,\n`, false);
    expect(read?.candidates.map(({ label, source }) => [label, source])).toEqual([
      ['=HYPERLINK("x")', null],
      ['__proto__', null],
      ['constructor', null],
      ['@SUM(1)', null],
      ['#5', null],
    ]);
  });

  it('a table of anything else is read by its links, when it is known to be a table', () => {
    const text = `What,Where\nRope,${BADGE}\nNothing,\nSail,www.credly.com/badges/5d20e83b-4b2d-4c9e-a1f7-7a31c0de6c41\n`;
    expect(readTable(text, false)).toBeNull();
    expect(readTable(text, true)?.candidates.map(({ label, source }) => [label, source !== null])).toEqual([
      ['Rope', true],
      ['Nothing', false],
      ['Sail', true],
    ]);
    expect(readTable('a,b\nc,d\n', true)).toBeNull();
  });

  it('a hundred thousand lines and ten million characters end at twelve hundred rows', () => {
    const lines = `${HEADING}\n${`Rope Work,${BADGE},X,May 2023,,\n`.repeat(100_000)}`;
    const read = readTable(lines, false);
    expect([read?.candidates.length, read?.trouble]).toEqual([1_200, 'too-many']);
    const long = readTable(`${HEADING}\n"${'x'.repeat(10_000_000)}`, false);
    expect([long?.candidates[0]?.label.length, long?.trouble]).toEqual([300, 'too-large']);
    expect(readTable(`${HEADING}\n${','.repeat(10_000_000)}`, false)?.candidates.length).toBeLessThan(2);
    expect(readText(lines.padEnd(8 * 1_048_576 + 1, '\n'))).toMatchObject({ candidates: [], trouble: 'too-large' });
  });

  it('a heading alone is an empty table', () => {
    expect(readTable(HEADING, false)).toEqual({ candidates: [], trouble: 'empty', linkedin: true });
  });

  it('never throws', () => {
    const cell = fc.constantFrom(
      'Name',
      'Url',
      'Authority',
      '"',
      '""',
      ',',
      ';',
      '\t',
      '\n',
      '\r\n',
      '\r',
      '\0',
      BADGE,
      '\uFEFF',
      'x',
    );
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 60 }), fc.boolean(), (parts, anyHeading) => {
        for (const { label } of readTable(parts.join(''), anyHeading)?.candidates ?? []) expect(label).not.toBe('');
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('JSON Resume', () => {
  it('takes certificates, and of the awards only what links to a badge', () => {
    const resume = {
      basics: { name: 'Odalys Brandt', email: 'odalys@brandt.example' },
      certificates: [
        { name: 'Rope Work', date: '2021-11', issuer: 'Fernhill Guild', url: `${BADGE}?trk=x` },
        { name: 'On paper', date: '2020' },
        'nonsense',
      ],
      awards: [
        { title: 'Fair Prize', date: '2014-11-01', awarder: 'The Fair', url: 'https://fair.example/' },
        { title: 'Old Badge', date: '2016', awarder: 'Fernhill Guild', url: BADGE },
      ],
    };
    const read = readText(JSON.stringify(resume));
    expect(read.way).toBe('json-resume');
    expect(read.candidates).toEqual([
      {
        label: 'Rope Work',
        source: { url: BADGE },
        acceptance: 'claimed',
        listed: { name: 'Rope Work', issuer: 'Fernhill Guild', issuedOn: '2021-11' },
      },
      { label: 'On paper', source: null, acceptance: 'claimed', listed: { name: 'On paper', issuedOn: '2020' } },
      { label: '#3', source: null, acceptance: 'claimed' },
      {
        label: 'Old Badge',
        source: { url: BADGE },
        acceptance: 'claimed',
        listed: { name: 'Old Badge', issuer: 'Fernhill Guild', issuedOn: '2016' },
      },
    ]);
    expect(JSON.stringify(read)).not.toContain('odalys');
  });

  it('is known by its schema or by two of its sections, and may hold nothing', () => {
    expect(
      isJsonResume({ $schema: 'https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json' }),
    ).toBe(true);
    expect(isJsonResume({ basics: {}, work: [] })).toBe(true);
    for (const other of [{ basics: {} }, { skills: ['a'], basics: null }, [], null, 'resume'])
      expect(isJsonResume(other)).toBe(false);
    expect(readText('{"basics":{},"work":[]}')).toMatchObject({ way: 'json-resume', trouble: 'empty' });
  });

  it('any JSON in its place', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (certificates, awards) => {
        for (const { label } of readJsonResume({ certificates, awards })) expect(label).not.toBe('');
      }),
    );
  });

  const SAMPLE = fileURLToPath(new URL('../../../../../shared/samples/resume/jsonresume-sample.json', import.meta.url));
  const present = existsSync(SAMPLE);
  if (!present && process.env.CI === 'true') throw new Error(`no ${SAMPLE}`);
  if (!present) console.warn(`sample skipped: no ${SAMPLE}`);

  it.runIf(present)('the schema’s own sample', () => {
    const text = readFileSync(SAMPLE, 'utf8');
    const { awards } = JSON.parse(text) as { awards: object[] };
    expect(awards.length).toBeGreaterThan(0);
    // It is from before there were certificates, and its prizes are none.
    expect(readText(text)).toEqual({ way: 'json-resume', candidates: [], unread: [], trouble: 'empty' });
  });
});

describe('a table with a quotation mark too many', () => {
  const row = (name: string, n: number) => `${name},${BADGE.slice(0, -1)}${n},Harbour School,May 2023,,`;

  it.each([
    ['opens a name', row('"Knots', 1)],
    ['ends a name', row('Knots"', 1)],
    ['stands in a quoted name', row('"Knots "and" bends"', 1)],
  ])('that %s loses no row but is told of', (_, first) => {
    const read = readTable([HEADING, first, row('Ropes', 2), row('"Sails, large"', 3)].join('\r\n'), true);
    expect(read?.candidates).toHaveLength(3);
    expect(read?.candidates.map(({ source }) => source)).toEqual([
      { url: `${BADGE.slice(0, -1)}1` },
      { url: `${BADGE.slice(0, -1)}2` },
      { url: `${BADGE.slice(0, -1)}3` },
    ]);
    expect(read?.candidates.slice(1).map(({ label }) => label)).toEqual(['Ropes', 'Sails, large']);
    expect(read?.candidates[0]?.label).toMatch(/^Knots/);
    expect(read?.trouble).toBe(first.startsWith('Knots') ? undefined : 'ill-formed');
  });

  it('a name over two lines is no such thing', () => {
    const read = readTable([HEADING, row('"Knots\nand bends"', 1), row('Ropes', 2)].join('\n'), true);
    expect(read?.candidates).toHaveLength(2);
    expect(read?.trouble).toBeUndefined();
  });
});
