/** What Open Badges 2.0 lets stand in its documents beside what is required. */
import { describe, expect, it } from 'vitest';
import { endorsementsOn, readEndorsement } from '../../../utils/openbadges/endorsements.ts';
import { v2 } from '../../../utils/openbadges/v2.ts';

type Loose = { [name: string]: unknown };

const CONTEXT = 'https://w3id.org/openbadges/v2';
const AT = 'https://harbour.example/assertions/1';

const assertion = (change: Loose = {}): Loose => ({
  '@context': CONTEXT,
  type: 'Assertion',
  id: AT,
  recipient: { type: 'email', hashed: false, identity: 'mira@aldous.example' },
  badge: 'https://harbour.example/classes/1',
  verification: { type: 'HostedBadge' },
  issuedOn: '2025-03-01T09:00:00Z',
  ...change,
});

const badgeClass = (change: Loose = {}): Loose => ({
  '@context': CONTEXT,
  type: 'BadgeClass',
  id: 'https://harbour.example/classes/1',
  name: 'Knots',
  description: 'Ties what holds.',
  image: 'https://harbour.example/knots.png',
  criteria: { narrative: 'Ten knots.' },
  issuer: 'https://harbour.example/issuer',
  ...change,
});

const profile = (change: Loose = {}): Loose => ({
  '@context': CONTEXT,
  type: 'Issuer',
  id: 'https://harbour.example/issuer',
  name: 'Harbour School',
  url: 'https://harbour.example',
  email: 'desk@harbour.example',
  ...change,
});

const classAt = (change: Loose) => v2.badgeClass(badgeClass(change), 'https://harbour.example/classes/1');

describe('what is allowed beside', () => {
  it('is no problem: related editions, versions, languages, endorsements, extensions', () => {
    const beside = {
      '@language': 'nl-NL',
      version: '2',
      related: [
        { type: ['BadgeClass'], id: 'https://harbour.example/classes/1-en', '@language': 'en-GB', version: '1' },
      ],
      endorsement: ['https://guild.example/e/1', { id: 'https://guild.example/e/2', type: 'Endorsement' }],
      'extensions:Weight': {
        '@context': 'https://harbour.example/weight.json',
        type: ['Extension', 'extensions:Weight'],
        kg: 3,
      },
      'schema:location': 'The quay',
    };
    const plain = v2.badgeClass(badgeClass(), AT);
    expect(classAt(beside)).toEqual(plain);
    expect(plain.problems).toEqual([]);
    expect(v2.assertion(assertion(beside), AT)).toEqual(v2.assertion(assertion(), AT));
    expect(v2.issuer(profile(beside), AT)).toEqual({
      name: 'Harbour School',
      url: 'https://harbour.example/',
      problems: [],
    });
  });
});

describe('words in several languages', () => {
  const both = (nl: string, en: string) => [
    { '@value': nl, '@language': 'nl' },
    { '@value': en, '@language': 'en-GB' },
  ];

  it('are read in every place: English, or else the first', () => {
    const read = classAt({
      name: both('Knopen', 'Knots'),
      description: { nl: 'Wat houdt.', en: 'What holds.' },
      criteria: { narrative: both('Tien knopen.', 'Ten knots.') },
      tags: [{ '@value': 'touw', '@language': 'nl' }, 'rope', 5, {}],
      alignment: [{ targetName: both('Dekwerk', 'Deck work'), targetUrl: 'https://esco.example/1' }],
    });
    expect(read).toMatchObject({
      name: 'Knots',
      description: 'What holds.',
      criteria: 'Ten knots.',
      skills: ['touw', 'rope', 'Deck work'],
      problems: [],
    });
    expect(v2.issuer(profile({ name: { nl: 'Havenschool', fr: 'École du port' } }), AT)).toMatchObject({
      name: 'Havenschool',
      problems: [],
    });
    const evidence = [{ narrative: both('Een zomer.', 'One summer.') }, { name: { '@value': 'Foto' } }];
    const told = v2.assertion(assertion({ narrative: { nl: 'Goed.' }, evidence }), AT);
    expect(told.evidence).toEqual(['Goed.', 'One summer.', 'Foto']);
  });
});

describe('alignments', () => {
  it('are read as 2.0 and 1.1 write them, one or several', () => {
    const skills = (alignment: unknown) => classAt({ alignment }).skills;
    expect(skills({ targetName: 'Deck work', targetUrl: 'https://esco.example/1', targetDescription: null })).toEqual([
      'Deck work',
    ]);
    expect(
      skills([
        { name: 'Rigging', url: 'https://esco.example/2' },
        { targetName: 'deck work' },
        { targetName: 'Deck work' },
      ]),
    ).toEqual(['Rigging', 'deck work']);
    expect(skills(['https://esco.example/1', null, 5, [], { targetName: 5 }, { targetName: '\u200B' }])).toEqual([]);
  });
});

describe('recipients', () => {
  it('may be known by other things than an e-mail address', () => {
    const recipientsOf = (recipient: unknown) => v2.assertion(assertion({ recipient }), AT);
    for (const [type, identity] of [
      ['telephone', '+15550100'],
      ['url', 'https://mira.example/'],
      ['id', 'did:example:mira'],
      ['schema:email', 'mira@aldous.example'],
    ]) {
      expect(recipientsOf({ type, identity, hashed: false })).toMatchObject({
        recipients: [{ type, identity, hashed: false }],
        problems: [],
      });
    }
  });
});

describe('endorsements', () => {
  const CLASS_AT = 'https://harbour.example/classes/1';
  const jws = 'eyJhbGciOiJSUzI1NiJ9.eyJhIjoxfQ.c2ln';
  const on = (endorsement: unknown, address: string | undefined = AT) =>
    endorsementsOn([{ document: assertion({ endorsement }), ...(address !== undefined && { address }) }]);

  it('are found by their addresses alone, or whole where they are signed', () => {
    const document = assertion({
      endorsement: [
        'https://guild.example/e/1',
        { id: 'https://guild.example/e/2', type: 'Endorsement', claim: { endorsementComment: 'Believe me' } },
        jws,
      ],
    });
    const parts = [
      { document, address: AT },
      { document: badgeClass({ endorsement: 'https://guild.example/e/3' }), address: CLASS_AT },
      { document: profile(), address: 'https://harbour.example/issuer' },
    ];
    expect(endorsementsOn(parts)).toEqual({
      items: [
        { address: 'https://guild.example/e/1', about: AT },
        { address: 'https://guild.example/e/2', about: AT },
        { jws, about: AT },
        { address: 'https://guild.example/e/3', about: CLASS_AT },
      ],
      unreadable: 0,
      omitted: 0,
    });
  });

  it('that can be neither asked for nor checked are counted', () => {
    const lost = [{ type: 'Endorsement', claim: { id: AT } }, 'urn:uuid:1', 'javascript:alert(1)', 5, null, [], {}];
    expect(on(lost)).toEqual({ items: [], unreadable: lost.length, omitted: 0 });
    for (const nothing of [undefined, null, []]) expect(on(nothing)).toEqual({ items: [], unreadable: 0, omitted: 0 });
  });

  it('are about the place a document is at home at, not about the name it gives itself', () => {
    expect(on('https://guild.example/e/1', 'https://evil.example/a').items).toEqual([
      { address: 'https://guild.example/e/1', about: 'https://evil.example/a' },
    ]);
    const homeless = { document: assertion({ endorsement: 'https://guild.example/e/1' }) };
    expect(endorsementsOn([homeless])).toEqual({ items: [], unreadable: 1, omitted: 0 });
  });

  it('a thousand of them: five are looked at, the same one once', () => {
    const many = Array.from({ length: 1_000 }, (_, n) => `https://guild.example/e/${n}`);
    expect(on(many)).toMatchObject({ items: { length: 5 }, unreadable: 0, omitted: 995 });
    expect(on(Array(1_000).fill(many[0]))).toMatchObject({ items: { length: 1 }, omitted: 0 });
  });

  const endorsement = (change: Loose = {}): Loose => ({
    '@context': CONTEXT,
    type: 'Endorsement',
    id: 'https://guild.example/e/1',
    claim: { id: AT, endorsementComment: 'They teach <b>well</b>.' },
    issuer: 'https://guild.example/issuer',
    issuedOn: '2025-04-01T00:00:00Z',
    verification: { type: 'HostedBadge' },
    ...change,
  });

  it('are read like assertions about something', () => {
    expect(readEndorsement(endorsement(), AT)).toEqual({
      issuer: 'https://guild.example/issuer',
      issuedOn: '2025-04-01T00:00:00Z',
      expires: undefined,
      problems: [],
    });
    expect(readEndorsement(endorsement({ claim: { id: 'http://harbour.example/assertions/1' } }), AT).problems).toEqual(
      [],
    );
    expect(readEndorsement(endorsement({ claim: [{ id: 'urn:uuid:1' }] }), 'urn:uuid:1').problems).toEqual([]);
  });

  it('are about what they hang on, or nothing', () => {
    const faults = (change: Loose) =>
      readEndorsement(endorsement(change), AT).problems.map(({ outcome, detail }) => `${outcome} ${detail}`);
    for (const id of [
      'https://harbour.example/assertions/2',
      'https://harbour.example.evil.example/assertions/1',
      'https://harbour.example/assertions/1?x',
    ]) {
      expect(faults({ claim: { id } })).toEqual(['fail endorsement.claim.id']);
    }
    for (const claim of [undefined, null, AT, {}, { id: 5 }, [{ id: AT }, { id: AT }]]) {
      expect(faults({ claim }), JSON.stringify(claim)).toEqual(['fail endorsement.claim.id']);
    }
    for (const name of ['type', 'id', 'issuer', 'issuedOn', 'verification']) {
      expect(faults({ [name]: undefined })).toEqual([`fail endorsement.${name}`]);
    }
  });
});
