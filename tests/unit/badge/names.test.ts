import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareNames, type NameMatch } from '../../../utils/badge/names.ts';

const TABLE: Record<NameMatch, [string, string][]> = {
  same: [
    ['Ilse Marwick', 'Ilse Marwick'],
    ['Ilse Marwick', '  ilse   MARWICK '],
    ['Ilse Marwick', 'Marwick, Ilse'],
    ['Ilse Marwick', 'Marwick Ilse'],
    ['Ilse Marwick', 'Ilse Johanna Marwick'],
    ['Ilse J. Marwick', 'Ilse Johanna Marwick'],
    ['Ilse J Marwick', 'Ilse Marwick'],
    ['Dr. Ilse Marwick', 'Ilse Marwick'],
    ['Prof. Dr. Ilse Marwick, PhD', 'Ilse Marwick'],
    ['Ilse Marwick, MCSE 🚀', 'Ilse Marwick'],
    ['🌊 Ilse Marwick ⚓️', 'Ilse Marwick'],
    ['Ilse Marwick, PMP®, AWS-SAA | Cloud Architect', 'Ilse Marwick'],
    ['Ilse Marwick - Data Engineer', 'Ilse Marwick'],
    ['Ilse Marwick (She/Her)', 'Ilse Marwick'],
    ['Ilse Marwick MBA', 'Ilse Marwick'],
    ['Ilse "Izzy" Marwick', 'Ilse Marwick'],
    ['Ｉｌｓｅ Ｍａｒｗｉｃｋ', 'Ilse Marwick'],
    ['Il\u200Bse\u202E Marwick', 'Ilse Marwick'],
    ['José Núñez', 'Jose Nunez'],
    ['Søren Ørsted', 'Soren Orsted'],
    ['Łukasz Żółć', 'Lukasz Zolc'],
    ['Jürgen Groß', 'Jurgen Gross'],
    ['Jürgen Müller', 'Juergen Mueller'],
    ['Bjørn Ægir', 'Bjorn Aegir'],
    ['Åse Bråten', 'Aase Braaten'],
    ['Jürgen Mueller', 'Juergen Müller'],
    ['Jürgen Müller', 'JUERGEN Muller'],
    ['Jürgen Karl Müller', 'Juergen Mueller'],
    ['J\u00fcrgenM\u00fcller Balan', 'Juergenmueller Balan'],
    ['Søren Balan', 'Soeren Balan'],
    ['Joe Smith', 'Joe Smith'],
    ['Xiao Ming He', 'He Xiao Ming'],
    ['Ilse Marwick, she/her', 'Ilse Marwick'],
    ['Ilse Marwick she/her', 'Ilse Marwick'],
    ['Ilse Marwick she/her/hers | Engineer', 'Ilse Marwick'],
    ['Ilse Marwick (He)', 'Ilse Marwick'],
    ['Ilse Marwick, PE', 'Ilse Marwick'],
    ['Wei Ming Pe', 'Pe Wei Ming'],
    ['Đặng Văn Hùng', 'Dang Van Hung'],
    ['Jean-Pierre Dubois', 'Jean Pierre Dubois'],
    ['Sean O’Brien', "Sean O'Brien"],
    ['Sean O’Brien', 'Sean OBrien'],
    ['Maria da Silva', 'Maria Silva'],
    ['Noor de Vries', 'Noor de Vries'],
    ['Yo-Yo Ma', 'Yo-Yo Ma'],
    ['Chen Wei', 'Wei Chen'],
    ['José María López', 'Jose Maria Lopez'],
    ['陳偉', '陳 偉'],
    ['陳偉', '陈伟'],
    ['王小明博士', '王小明'],
    ['王小明 先生', '王小明'],
    ['陳偉 Wei Chen', 'Wei Chen'],
    ['Wei Chen (陳偉)', '陳偉'],
    ['山田太郎さん', '山田 太郎'],
    ['김철수', '김 철수'],
    ['김철수 님', '김철수'],
    ['أحمد العلي', 'احمد العلى'],
    ['مُحَمَّد العلي', 'محمد علي'],
    ['مـحـمـد علي', 'محمد علي'],
    ['د. محمد علي', 'محمد علي'],
    ['عبد الله حسن', 'عبدالله حسن'],
    ['Иван Петров', 'Петров Иван'],
    ['Алёна Королёва', 'Алена Королева'],
    ['Γιώργος Παπαδόπουλος', 'ΓΙΩΡΓΟΣ ΠΑΠΑΔΟΠΟΥΛΟΣ'],
    ['Suharto', 'suharto'],
  ],
  similar: [
    ['I. Marwick', 'Ilse Marwick'],
    ['Ilse M.', 'Ilse Marwick'],
    ['Bob Smith', 'Robert Smith'],
    ['Robert (Bob) Smith', 'Bob Smith'],
    ['Kate Holt', 'Katherine Holt'],
    ['Mohammed Karim', 'Muhammad Karim'],
    ['Maria García', 'Maria Garcia López'],
    ['John Smith Jr.', 'John Smith Sr.'],
    ['John Smith III', 'John Smith'],
    ['noordevries', 'Noor de Vries'],
    // No umlaut is written, so the long vowel may be another name's.
    ['Michael Levy', 'Michal Levy'],
    ['Joe Smith', 'Jo Smith'],
    ['Sue Park', 'Su Park'],
    ['Rafael Nowak', 'Rafal Nowak'],
    ['Manuel Diaz', 'Manul Diaz'],
    ['Aaron Diaz', 'Aron Diaz'],
    ['Aaron Wei Diaz', 'Aron Wei Diaz'],
    ['Jürgen Mueller', 'Jurgen Muller'],
    ['Ilse Marwick PE', 'Ilse Marwick'],
    ['Xiao Ming He', 'Xiao Ming'],
    ['Ilse Marwick, Harbour Trust', 'Ilse Harbour Marwick'],
    ['偉陳', '陳偉'],
    ['Иван Петров', 'Петров Иван Сергеевич'],
  ],
  differs: [
    ['Ilse Marwick', 'Teodor Balan'],
    ['Ilse Marwick, PhD', 'Prof. Teodor Balan'],
    ['Tamsin Oka-Forlund', 'Asha Rao'],
    ['王小明', '林志玲'],
    ['김철수', '박영희'],
    ['أحمد العلي', 'خالد منصور'],
    ['Иван Петров', 'Сергей Кузнецов'],
    ['Jürgen Müller', 'Anna Schmidt'],
  ],
  unknown: [
    ['', 'Ilse Marwick'],
    ['🚀', '🚀'],
    ['Ilse', 'Ilse Marwick'],
    ['Madonna', 'Ilse Marwick'],
    // Pronouns are names too.
    ['Xiao Ming He', 'Xiao Ming Zhang'],
    ['Jian He', 'Jian Her'],
    ['Jian He', 'Jian'],
    ['Wei Ming He', 'Wei Ming Pe'],
    ['Lucia Da Costa', 'Luca Da Costa'],
    // A married name, a sibling, a familiar form nobody listed: one shared word is not enough for either answer.
    ['Ilse Marwick', 'Ilse Balan'],
    ['Ilse Marwick', 'Teodor Marwick'],
    ['Kevin Chen', 'Wei-Ting Chen'],
    // Other scripts, other romanisations, other spellings.
    ['陳偉', 'Wei Chen'],
    ['Иван Петров', 'Ivan Petrov'],
    ['أحمد العلي', 'Ahmed Al-Ali'],
    ['山田太郎', 'やまだ たろう'],
    ['やまだ たろう', 'ヤマシタ ジロウ'],
    ['Xie Zhiming', 'Hsieh Chih-Ming'],
    ['Zhang Wei', 'Cheung Wai'],
    ['Aleksandr Volkov', 'Alexandre Wolkow'],
    ['Catarina Olsen', 'Katharina Olson'],
    ['王小明', '王大明'],
    ['สมชาย ใจดี', 'สมหญิง รักเรียน'],
    // A Cyrillic а in a Latin name.
    ['Ilse M\u0430rwick', 'Ilse Marwick'],
    ['Ilse M\u0430rwick', 'Teodor Balan'],
    ['I. M.', 'Teodor Balan'],
    ['I. M.', 'Ilse Marwick'],
  ],
};

describe('compareNames', () => {
  for (const [match, pairs] of Object.entries(TABLE)) {
    for (const [a, b] of pairs) {
      it(`${a} | ${b}: ${match}`, () => {
        expect(compareNames(a, b)).toBe(match);
        expect(compareNames(b, a)).toBe(match);
      });
    }
  }

  const FIRST = [
    'Ilse',
    'José',
    'Søren',
    'Bob',
    'Robert',
    'Jean-Pierre',
    'Wei',
    'X.',
    'Ma',
    'Nguyễn',
    'Мария',
    'محمد',
    '偉',
    '陳',
    'Ann',
  ];
  const LAST = [
    'Marwick',
    'Núñez',
    'Ørsted',
    'de Vries',
    'O’Brien',
    'Chen',
    'Do',
    'III',
    'Петрова',
    'العلي',
    '小明',
    'Lee',
    'Balan',
  ];
  const DECOR = ['', ', PhD', ' 🚀', ' | Engineer', ' (Izzy)', ', MCSE, PMP®', ' - Cloud', ' 先生'];
  const name = fc
    .tuple(
      fc.constantFrom(...FIRST),
      fc.constantFrom('', ' ', ' J. ', ' Maria '),
      fc.constantFrom(...LAST),
      fc.constantFrom(...DECOR),
    )
    .map(([first, middle, last, decor]) => `${first}${middle || ' '}${last}${decor}`);
  const anything = fc.oneof(
    name,
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc.string({ unit: 'binary', maxLength: 300 }),
  );

  it('is symmetric and never throws', () => {
    fc.assert(
      fc.property(anything, anything, (a, b) => {
        expect(compareNames(a, b)).toBe(compareNames(b, a));
      }),
      { numRuns: 3_000 },
    );
  });

  it('a name never differs from itself, however it is dressed up', () => {
    fc.assert(
      fc.property(anything, fc.constantFrom(...DECOR), (written, decor) => {
        expect(compareNames(written, written)).not.toBe('differs');
        expect(compareNames(written, `Dr. ${written}${decor}`)).not.toBe('differs');
        expect(compareNames(written, written.toUpperCase())).not.toBe('differs');
        expect(compareNames(written, written.normalize('NFD'))).not.toBe('differs');
      }),
      { numRuns: 2_000 },
    );
  });

  it('a full name in one alphabet is the same as itself', () => {
    const word = fc.string({ unit: fc.constantFrom(...'bcdfghklmnprtvwz'), minLength: 5, maxLength: 9 });
    fc.assert(
      fc.property(word, word, (first, last) => {
        expect(compareNames(`${first} ${last}`, `${last.toUpperCase()}, ${first}`)).toBe('same');
      }),
    );
  });

  it('comes to an end on long and strange text', () => {
    for (const text of [
      '('.repeat(100_000),
      'a '.repeat(100_000),
      '"'.repeat(100_000),
      'é'.repeat(100_000),
      ', '.repeat(50_000),
    ]) {
      expect(compareNames(text, 'Ilse Marwick')).toBe('unknown');
    }
  });
});
