import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entriesOf, type Filter, find, fold, SORTS, type Sort } from '../../../utils/wallet/search.ts';
import type { BadgeRow } from '../../../utils/wallet/types.ts';
import { answerFixture, DAY, NOON } from './support.ts';

const iso = (ms: number) => new Date(ms).toISOString();

function row(
  id: string,
  more: Partial<Omit<BadgeRow, 'facts'>> & { facts?: Partial<BadgeRow['facts']> } = {},
): BadgeRow {
  const { facts, ...rest } = more;
  return {
    id,
    identities: [],
    answer: answerFixture(),
    statement: 'mine',
    ownership: 'proved',
    acceptance: 'claimed',
    visibility: 'public',
    place: 0,
    collections: [],
    tags: [],
    note: '',
    way: 'link',
    addedAt: NOON,
    revision: 0,
    dueAt: NOON,
    failures: 0,
    deletedAt: 0,
    ...rest,
    facts: { name: id, issuer: { name: 'Harbour School' }, skills: [], standard: 'OB2', ...facts },
  };
}

const seek = (rows: BadgeRow[], search: string, filter: Filter = { by: 'all' }, sort: Sort = 'own', now = NOON) =>
  find(entriesOf(rows, now), { search, filter, sort, now }).map((entry) => entry.row.id);

describe('the same to who searches', () => {
  it.each([
    ['Ａｚｕｒｅ', 'azure', 'widths'],
    ['Générale', 'GENERALE', 'accents'],
    ['Ge\u0301ne\u0301rale', 'g\u00e9n\u00e9rale', 'ways to write them'],
    ['Straße', 'STRASSE', 'sharp s'],
    ['STRAẞE', 'strasse', 'capital sharp s'],
    ['İstanbul', 'istanbul', 'dotted capital I'],
    ['Işık', 'isik', 'dotless i'],
    ['Ærø Øresund', 'ærø oresund', 'strokes'],
    ['Łódź', 'lodz', 'Polish'],
    ['ΟΔΟΣ', 'οδοσ', 'final sigma'],
    ['Οδός', 'ΟΔΟΣ', 'Greek accents'],
    ['ﬁle', 'FILE', 'ligatures'],
    ['雲端架構師', '雲端', 'Chinese'],
    ['㈱クラウド', '(株)ｸﾗｳﾄﾞ', 'Japanese, half as wide'],
    ['클라우드', '클라우', 'Korean'],
    ['مُهَنْدِس', 'مهندس', 'Arabic with vowel points'],
    ['مهـــندس', 'مهندس', 'Arabic, stretched'],
    ['أحمد', 'احمد', 'Arabic hamza'],
    ['שָׁלוֹם', 'שלום', 'Hebrew with points'],
    ['می\u200cخواهم', 'میخواهم', 'joiners nobody sees'],
    ['Cloud\u00ad\u200bPro', 'cloudpro', 'soft hyphens'],
    ['Data\u202eScience', 'datascience', 'turned direction'],
  ])('%s and %s (%s)', (written, typed) => {
    expect(fold(written)).toContain(fold(typed));
  });

  it.each([
    ['कि', 'क', 'a vowel sign of Hindi is a letter'],
    ['雲端', '雲瑞', 'characters alike'],
    ['Java', 'Javascript', 'more than is there'],
  ])('but not %s and %s: %s', (written, typed) => {
    expect(fold(written) === fold(typed)).toBe(false);
  });

  it('is what is folded already', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('search', () => {
  const rows = [
    row('a', { facts: { name: 'Cloud Practitioner', skills: ['Terraform', 'Patience'] } }),
    row('b', { facts: { name: 'Knots', issuer: { name: 'Northlight Cloud Institute' } } }),
    row('c', { note: 'asked at the interview', tags: ['sea side'] }),
    row('d', { facts: { name: '雲端架構師' } }),
  ];

  it.each([
    ['', 'abcd'],
    ['   ', 'abcd'],
    ['cloud', 'ab'],
    ['CLOUD pract', 'a'],
    ['pract cloud', 'a'],
    ['terra', 'a'],
    ['interview', 'c'],
    ['sea side', 'c'],
    ['架構', 'd'],
    ['cloud sea', ''],
    ['northlight knots', 'b'],
    ['.*', ''],
    ['(', ''],
  ])('for “%s” finds “%s”', (search, ids) => {
    expect(seek(rows, search).join('')).toBe(ids);
  });

  it('does not find over the border of two fields, nor an address or id', () => {
    expect(seek([row('x', { facts: { name: 'Harbour', url: 'https://secret.example/' } })], 'harbourharbour')).toEqual(
      [],
    );
    expect(
      seek(
        [row('x', { identities: ['credly:secret'], facts: { name: 'y', url: 'https://secret.example/' } })],
        'secret',
      ),
    ).toEqual([]);
  });

  it('sees an edit', () => {
    const [before] = rows;
    if (!before) throw new Error('no row');
    expect(seek([before], 'tomorrow')).toEqual([]);
    expect(seek([{ ...before, note: 'tomorrow' }], 'tomorrow')).toEqual(['a']);
  });

  it('among ten thousand finds those that have all words, and no other', () => {
    const words = ['cloud', 'knots', 'sea', 'Résumé', '雲端', 'data'];
    const many = Array.from({ length: 10_000 }, (_, n) => {
      const [name = '', skill = '', note = ''] = [
        words[n % 6],
        words[Math.floor(n / 6) % 6],
        words[Math.floor(n / 36) % 6],
      ];
      return row(`${n}`, { facts: { name: `${name} ${n}`, skills: [skill] }, note });
    });
    for (const search of ['resume', 'cloud sea', '雲 data', '9999', 'knots 77']) {
      const wanted = search.split(' ');
      const expected = many.filter(({ facts, note }) =>
        wanted.every((word) =>
          [facts.name, facts.issuer.name, ...facts.skills, note].some((text) =>
            text.replaceAll('Résumé', 'resume').toLowerCase().includes(word),
          ),
        ),
      );
      expect(seek(many, search)).toEqual(expected.map(({ id }) => id));
      expect(expected.length).toBeGreaterThan(0);
    }
  });
});

describe('filters', () => {
  const verdict = (v: BadgeRow['answer']['verdict']) => answerFixture({ verdict: v });
  const rows = [
    row('good'),
    row('ends', { facts: { expires: iso(NOON + 59 * DAY) } }),
    row('far', { facts: { expires: iso(NOON + 61 * DAY) } }),
    row('over', { facts: { expires: iso(NOON - DAY) } }),
    row('revoked', { answer: verdict('revoked') }),
    row('lost', { answer: verdict('not-found') }),
    row('old', { answer: answerFixture({ checkedAt: iso(NOON - 31 * DAY) }) }),
    row('private', { visibility: 'private' }),
    row('other', { ownership: 'reference' }),
    row('waits', { acceptance: 'unclaimed', answer: verdict('undecided') }),
    row('kept', { collections: ['c1'], tags: ['sea'] }),
  ];

  it.each<[Filter, string]>([
    [{ by: 'attention' }, 'ends over revoked lost'],
    [{ by: 'verified' }, 'good ends far private other kept'],
    [{ by: 'ending' }, 'ends'],
    [{ by: 'private' }, 'private'],
    [{ by: 'references' }, 'other'],
    [{ by: 'unclaimed' }, 'waits'],
    [{ by: 'collection', value: 'c1' }, 'kept'],
    [{ by: 'collection', value: 'c2' }, ''],
    [{ by: 'tag', value: 'sea' }, 'kept'],
    [{ by: 'tag', value: 'se' }, ''],
  ])('%j', (filter, ids) => {
    expect(seek(rows, '', filter).join(' ')).toBe(ids);
  });
});

describe('sorts', () => {
  const rows = [
    row('b10', { facts: { name: 'Badge 10', issuedOn: '2024-05', expires: '2027-01-01T00:00:00.000Z' } }),
    row('b9', { facts: { name: 'badge 9', issuer: { name: 'Anchor' } } }),
    row('e', { facts: { name: 'Élan', issuedOn: '2025', expires: '2026-01-01T00:00:00.000Z' } }),
    row('z', { facts: { name: 'zebra', issuedOn: '2024-05-17T00:00:00.000Z' } }),
  ];

  it.each<[Sort, string]>([
    ['own', 'b10 b9 e z'],
    ['newest', 'e z b10 b9'],
    ['ends', 'e b10 b9 z'],
    ['name', 'b9 b10 e z'],
    ['issuer', 'b9 b10 e z'],
  ])('%s', (sort, ids) => {
    expect(seek(rows, '', { by: 'all' }, sort).join(' ')).toBe(ids);
  });

  it('change neither the rows nor what else there is', () => {
    const before = [...rows];
    for (const sort of SORTS)
      expect(seek(rows, '', { by: 'all' }, sort).toSorted()).toEqual(rows.map(({ id }) => id).toSorted());
    expect(rows).toEqual(before);
  });
});
