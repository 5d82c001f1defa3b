import { describe, expect, it } from 'vitest';
import { conceal, matchesRecipient } from '../../../../utils/badge/recipient.ts';
import { readCredential } from '../../../../utils/openbadges/v3/read-credential.ts';
import { judgeStructure } from '../../../../utils/openbadges/v3/structure.ts';
import { achievement, badge, badgeOn11, endorsement, JWT, type Loose, record, sample, subject, V2 } from './samples.ts';

const shown = (credential: Loose) => {
  const { raw, ...rest } = readCredential(credential).badge;
  expect(raw).toBe(credential);
  return rest;
};
const titled = (change: Loose) => readCredential({ type: 'VerifiableCredential', ...change }).badge.name;
const holderOf = (change: Loose, rest: Loose = {}) =>
  readCredential(
    badge({ credentialSubject: { type: 'AchievementSubject', achievement: achievement(), ...change }, ...rest }),
  ).badge.recipientName;
const recipientsOf = (change: Loose) => readCredential(badge({ credentialSubject: change })).recipients;

describe('an Open Badge 3.0', () => {
  it('is read completely', () => {
    const full = badge({
      validUntil: '2030-03-01T09:00:00Z',
      evidence: [
        { type: ['Evidence'], id: 'https://tidewater.example/work/7' },
        { type: ['Evidence'], narrative: 'Spliced a <i>hawser</i>.' },
        { type: ['Evidence'], name: 'A photograph' },
      ],
      credentialSubject: subject({
        narrative: 'Over one summer.',
        identifier: [
          {
            type: 'IdentityObject',
            identityType: 'emailAddress',
            hashed: true,
            identityHash: `sha256$${'a'.repeat(64)}`,
            salt: 's',
          },
        ],
        achievement: achievement({
          image: { id: 'https://tidewater.example/knots.png', type: 'Image' },
          tag: ['Rope', 'rope', 'Seamanship'],
          alignment: [
            {
              type: 'Alignment',
              targetName: 'Deck work',
              targetUrl: 'https://esco.example/1',
              targetDescription: null,
            },
            { type: ['Alignment'], targetUrl: 'https://esco.example/2' },
          ],
        }),
      }),
    });
    expect(shown(full)).toEqual({
      name: 'Knots and Splices',
      description: 'Ties what holds and unties what must not.',
      image: 'https://tidewater.example/knots.png',
      issuer: {
        id: 'https://tidewater.example/issuers/1',
        name: 'Tidewater College',
        url: 'https://tidewater.example/',
      },
      recipientName: 'Mira Aldous',
      issuedOn: '2025-03-01T09:00:00.000Z',
      expires: '2030-03-01T09:00:00.000Z',
      criteria: 'Ten knots, blindfolded.',
      evidence: ['Over one summer.', 'https://tidewater.example/work/7', 'Spliced a hawser.', 'A photograph'],
      skills: ['Rope', 'Seamanship', 'Deck work'],
      standard: 'OB3',
      id: 'https://tidewater.example/credentials/7',
      url: 'https://tidewater.example/credentials/7',
    });
    expect(readCredential(full).recipients).toEqual([
      { type: 'id', identity: 'did:example:mira', hashed: false },
      { type: 'email', identity: `sha256$${'a'.repeat(64)}`, hashed: true, salt: 's' },
    ]);
  });

  it('is read on the older data model too', () => {
    expect(shown(badgeOn11({ expirationDate: '2031-01-01T00:00:00Z' }))).toMatchObject({
      name: 'Knots and Splices',
      issuedOn: '2025-03-01T09:00:00.000Z',
      expires: '2031-01-01T00:00:00.000Z',
    });
  });

  it('of one line shows one line', () => {
    const { criteria, ...bare } = achievement();
    const least = badge({
      issuer: 'did:key:z6Mk',
      id: 'urn:uuid:7',
      credentialSubject: { type: 'AchievementSubject', achievement: { ...bare, criteria: {} } },
    });
    expect(criteria).toBeDefined();
    expect(shown(least)).toEqual({
      name: 'Knots and Splices',
      description: 'Ties what holds and unties what must not.',
      issuer: { id: 'did:key:z6Mk', name: '' },
      issuedOn: '2025-03-01T09:00:00.000Z',
      skills: [],
      standard: 'OB3',
      id: 'urn:uuid:7',
    });
  });

  it('takes pictures from where they may stand, and only pictures', () => {
    const data = 'data:image/png;base64,iVBORw0KGgo=';
    const at = (where: Loose) => readCredential(badge(where)).badge.image;
    expect(at({ image: data })).toBe(data);
    expect(at({ image: { id: 'https://a.example/1.png', type: 'Image' } })).toBe('https://a.example/1.png');
    expect(at({ credentialSubject: subject({ image: { id: data, type: 'Image' } }) })).toBe(data);
    for (const image of ['javascript:alert(1)', 'data:text/html,x', '/1.png', { id: 5 }, 5])
      expect(at({ image })).toBeUndefined();
  });

  it('reads words in several languages, English first', () => {
    const words = {
      name: [
        { '@value': 'Nœuds', '@language': 'fr' },
        { '@value': 'Knots', '@language': 'en' },
      ],
      description: { fr: 'Des nœuds' },
    };
    expect(
      shown(
        badge({
          credentialSubject: subject({ achievement: achievement(words) }),
          issuer: { id: 'urn:x:1', name: { '@value': '潮水学院', '@language': 'zh' } },
        }),
      ),
    ).toMatchObject({
      name: 'Knots',
      description: 'Des nœuds',
      issuer: { name: '潮水学院' },
    });
  });

  it('shows its own address as a link only where it is at home with the issuer', () => {
    const link = (id: string, issuer: unknown) => readCredential(badge({ id, issuer })).badge.url;
    const id = 'https://www.credly.com/badges/1';
    expect(link(id, 'did:web:www.credly.com:api')).toBe(id);
    expect(link('http://a.example/1', { id: 'https://a.example/i' })).toBe('https://a.example/1');
    for (const issuer of [
      'did:key:z6Mk',
      'https://evil.example/www.credly.com',
      'did:web:www.credly.com.evil.example',
      'did:web:credly.com',
      5,
      null,
    ])
      expect(link(id, issuer), String(issuer)).toBeUndefined();
    expect(link('urn:uuid:1', 'https://a.example')).toBeUndefined();
    expect(link('https://a.example/mira@b.example', 'https://a.example')).toBeUndefined();
  });
});

describe('identifiers', () => {
  it('are shown as they are, or not at all', () => {
    const ids = (id: unknown) => {
      const { badge: read } = readCredential(badge({ id, issuer: { id, name: 'Tidewater College' } }));
      return [read.id, read.issuer.id];
    };
    for (const id of ['urn:uuid:7', `did:jwk:${'e'.repeat(2_000)}`]) expect(ids(id)).toEqual([id, id]);
    for (const id of [
      'urn:x:\u202Egnp',
      'mailto:mira@aldous.example',
      `urn:x:${'7'.repeat(10_000)}`,
      'urn:x:a\nb',
      5,
    ]) {
      expect(ids(id), String(id).slice(0, 50)).toEqual([undefined, undefined]);
    }
  });
});

describe('who holds it', () => {
  it('is named by the subject, by an identifier, or in parts', () => {
    expect(holderOf({ name: 'Mira Aldous' })).toBe('Mira Aldous');
    expect(holderOf({ name: { '@value': 'Mira Aldous', '@language': 'en' } })).toBe('Mira Aldous');
    expect(
      holderOf({
        identifier: [{ type: 'IdentityObject', identityType: 'name', identityHash: 'Mira Aldous', hashed: false }],
      }),
    ).toBe('Mira Aldous');
    expect(holderOf({ givenName: 'Mira', familyName: 'Aldous' })).toBe('Mira Aldous');
    expect(holderOf({ givenName: 'Mira', additionalName: 'J.', familyName: 'Aldous' })).toBe('Mira J. Aldous');
  });

  it('is never an e-mail address, a hash or a half', () => {
    const identity = (identityHash: unknown, rest: Loose = {}) => ({
      identifier: { identityType: 'name', identityHash, ...rest },
    });
    for (const change of [
      { name: 'mira@aldous.example' },
      { name: 'Mira <mira@aldous.example>' },
      { name: `sha256$${'a'.repeat(64)}` },
      { name: 5 },
      { givenName: 'Mira' },
      { familyName: 'Aldous' },
      identity('mira@aldous.example'),
      identity(`sha256$${'a'.repeat(64)}`),
      identity('Mira Aldous', { hashed: true }),
      identity('Mira Aldous', { identityType: 'userName' }),
    ])
      expect(holderOf(change), JSON.stringify(change)).toBeUndefined();
  });

  it('is not the title of the credential, save where the issuer is known to write it there', () => {
    const issuer = (host: string) => ({ id: `did:web:${host}:api:v1:obi:v3:issuers:1`, name: 'Tidewater College' });
    const credly = { issuer: issuer('www.credly.com'), name: 'Mira Aldous' };
    expect(holderOf({}, credly)).toBe('Mira Aldous');
    expect(holderOf({}, { ...credly, issuer: 'https://www.credly.com/api/v1/obi/v3/issuers/1' })).toBe('Mira Aldous');
    expect(holderOf({ name: 'M. Aldous' }, credly)).toBe('M. Aldous');
    expect(holderOf({}, { ...credly, name: 'Knots and Splices' })).toBeUndefined();
    expect(holderOf({}, { ...credly, name: 'mira@aldous.example' })).toBeUndefined();
    for (const host of ['www.credly.com.evil.example', 'credly.com', 'evil.example']) {
      expect(holderOf({}, { ...credly, issuer: issuer(host) })).toBeUndefined();
    }
    const nameless = badge({ ...credly, credentialSubject: { achievement: achievement({ name: undefined }) } });
    expect(readCredential(nameless).badge).toMatchObject({ name: 'Mira Aldous' });
    expect(readCredential(nameless).badge.recipientName).toBeUndefined();
  });

  it('can be recognised by an e-mail address, clear or hashed', () => {
    const mine = ['Mira@Aldous.example'];
    for (const change of [
      { id: 'mailto:mira@aldous.example' },
      { id: 'MAILTO:mira%40aldous.example?subject=x' },
      { identifier: { identityType: 'emailAddress', identityHash: 'mira@aldous.example', hashed: false } },
      {
        identifier: [
          // SHA-256 of mira@aldous.example followed by the salt, by another hand: printf 'mira@aldous.exampledeep' | sha256sum
          {
            identityType: 'emailAddress',
            hashed: true,
            salt: 'deep',
            identityHash: 'sha256$2d02376321865a38e14980349191c267fa1cf7bef2a44e1f2f5f0baed477ceb1',
          },
        ],
      },
    ]) {
      const [recipient] = recipientsOf(change);
      expect(recipient, JSON.stringify(change)).toMatchObject({ type: 'email' });
      expect(recipient && matchesRecipient(recipient, mine)).toBe(true);
      expect(recipient && matchesRecipient(conceal(recipient), mine)).toBe(true);
      expect(recipient && matchesRecipient(recipient, ['other@aldous.example'])).toBe(false);
    }
  });

  it('is the same however JSON-LD lets it be written, or who presents a badge could hide whose it is', () => {
    const plain = { identityType: 'emailAddress', identityHash: 'mira@aldous.example', hashed: true, salt: 'deep' };
    const [meant] = recipientsOf({ identifier: [plain] });
    const ways: ((value: unknown) => unknown)[] = [(value) => [value], (value) => ({ '@value': value })];
    for (const way of [...ways, (value: unknown) => [{ '@value': value }]]) {
      for (const name of Object.keys(plain) as (keyof typeof plain)[]) {
        expect(recipientsOf({ identifier: [{ ...plain, [name]: way(plain[name]) }] }), name).toEqual([meant]);
      }
    }
  });

  it('knows kinds of identifier apart', () => {
    const types = (change: Loose) => recipientsOf(change).map(({ type }) => type);
    expect(types({ id: 'tel:+15550100' })).toEqual(['telephone']);
    expect(types({ id: 'https://mira.example/' })).toEqual(['url']);
    expect(types({ id: 'did:key:z6Mk' })).toEqual(['id']);
    expect(
      types({
        identifier: [
          { type: 'IdentityObject', identityHash: 'x' },
          { identityType: 'sourcedId', identityHash: 'y' },
        ],
      }),
    ).toEqual(['id', 'sourcedId']);
    expect(types({ identifier: [5, null, {}, 'x', { identityHash: '' }, { identityHash: 5 }] })).toEqual([]);
    expect(types({ id: 'x'.repeat(501) })).toEqual([]);
    expect(
      recipientsOf({ identifier: Array.from({ length: 500 }, (_, n) => ({ identityHash: String(n) })) }),
    ).toHaveLength(20);
  });

  it('may be several where a credential has several subjects, and then none is named', () => {
    const reading = readCredential({
      type: 'VerifiableCredential',
      credentialSubject: [{ id: 'did:example:a', name: 'A B' }, { id: 'did:example:b' }],
    });
    expect(reading.recipients.map(({ identity }) => identity)).toEqual(['did:example:a', 'did:example:b']);
    expect(reading.badge.recipientName).toBeUndefined();
  });
});

describe('other credentials', () => {
  it('an endorsement shows who endorses what, and nobody as its holder', () => {
    const reading = readCredential(endorsement());
    expect(reading).toMatchObject({
      form: 'endorsement',
      about: 'https://tidewater.example/issuers/1',
      recipients: [],
    });
    expect(shown(endorsement())).toMatchObject({
      name: 'Endorsement Credential',
      description: 'They teach well.',
      issuer: { id: 'did:web:guild.example', name: 'Guild of Riggers' },
      standard: 'VC',
    });
    expect(
      readCredential(endorsement({ credentialSubject: { id: 'urn:x:1', name: 'Mira Aldous' } })).badge.recipientName,
    ).toBeUndefined();
  });

  it('a CLR shows its title, and whether it is whole', () => {
    const reading = readCredential(record({ partial: true }));
    expect(reading).toMatchObject({
      form: 'clr2',
      partial: true,
      badge: { name: 'Transcript of the year', standard: 'CLR2' },
    });
    expect(reading.recipients).toEqual([{ type: 'id', identity: 'did:example:mira', hashed: false }]);
    expect(readCredential(record({ partial: 'true' })).partial).toBe(false);
  });

  it('a presentation shows who presents', () => {
    const presentation = {
      '@context': [V2],
      type: 'VerifiablePresentation',
      holder: 'did:example:mira',
      verifiableCredential: [badge()],
    };
    expect(readCredential(presentation)).toMatchObject({
      form: 'presentation',
      recipients: [],
      badge: { name: 'Verifiable Presentation', issuer: { id: 'did:example:mira', name: '' }, standard: 'VC' },
    });
  });

  it('any other has a name all the same', () => {
    expect(titled({ name: 'Alumni Card' })).toBe('Alumni Card');
    expect(titled({ type: ['VerifiableCredential', 'ExampleAlumniCredential'] })).toBe('Example Alumni Credential');
    expect(titled({ type: ['VerifiableCredential', 'https://a.example/#DriverLicense'] })).toBe('Driver License');
    expect(
      titled({ credentialSubject: { degree: { name: 'MSc Rigging' } }, type: ['VerifiableCredential', 'X'] }),
    ).toBe('MSc Rigging');
    expect(titled({ credentialSubject: { hasCredential: [5, { name: 'Course in Knots' }] } })).toBe('Course in Knots');
    for (const type of ['VerifiableCredential', [], 5, null, ['', '\u202E'], '#'])
      expect(titled({ type })).toBe('Verifiable Credential');
    expect(titled({ credentialSubject: { name: 'Mira Aldous' } })).toBe('Verifiable Credential');
  });
});

describe('hostile words', () => {
  const nasty = '<script>alert(1)</script>\u202EKnots\u0000';
  it('come out as plain, short text', () => {
    const long = 'x'.repeat(100_000);
    const { badge: read } = readCredential(
      badge({
        name: nasty,
        description: nasty,
        issuer: { id: 'did:key:z6Mk', name: `${nasty}${long}`, url: 'javascript:alert(1)' },
        evidence: Array.from({ length: 1_000 }, (_, n) => ({ narrative: `<p>${n} ${long}</p>` })),
        credentialSubject: subject({
          name: `Mira\u202E ${long}`,
          achievement: achievement({
            name: nasty,
            description: `<img src=x onerror=alert(1)>${long}`,
            criteria: { id: 'javascript:alert(1)', narrative: nasty },
            tag: Array.from({ length: 5_000 }, (_, n) => `${n}${long.slice(0, 200)}`),
          }),
        }),
      }),
    );
    const { raw, ...rest } = read;
    const text = JSON.stringify(rest);
    expect(raw).toBeDefined();
    for (const trap of ['\u202E', '\\u0000', 'javascript:', 'onerror']) expect(text).not.toContain(trap);
    expect(read.description).not.toContain('<');
    expect(read.criteria).toBe('Knots');
    expect(read.skills).toHaveLength(100);
    expect(read.evidence).toHaveLength(20);
    expect(text.length).toBeLessThan(150_000);
    expect(read.issuer.url).toBeUndefined();
  });
});

describe('Credly’s own', () => {
  const credential = sample('credly/credential-ob3-lightbend.json');
  it.skipIf(credential === null)('credential is read completely', () => {
    const captured = credential ?? {};
    expect(judgeStructure(captured)).toEqual([]);
    const { badge: read, recipients } = readCredential(captured);
    expect(read).toMatchObject({
      name: 'Reactive Architecture: Reactive Microservices - Level 2',
      recipientName: captured.name,
      issuer: { name: 'Lightbend, Inc.', url: 'https://www.lightbend.com/' },
      issuedOn: '2022-08-30T00:00:00.000Z',
      standard: 'OB3',
      id: captured.id,
      url: captured.id,
    });
    expect(read.issuer.id).toMatch(/^did:web:www\.credly\.com:/);
    expect(read.skills).toHaveLength(6);
    expect(read.skills).toContain('Certified Reactive Architect');
    expect(read.criteria).toMatch(/^https:\/\/www\.credly\.com\/org\//);
    expect(read.image).toMatch(/^https:\/\/images\.credly\.com\//);
    expect(read.description).toMatch(/^Earners of this badge/);
    expect(read.evidence).toBeUndefined();
    expect(recipients).toEqual([
      { type: 'email', hashed: true, identity: expect.stringMatching(/^sha256\$[0-9a-f]{64}$/) },
    ]);
    expect(JSON.stringify({ ...read, raw: null })).not.toContain('@');
  });
});

it('reads what hangs together with JWTs in it', () => {
  expect(
    readCredential(record({ credentialSubject: { type: 'ClrSubject', verifiableCredential: [JWT] } })).badge.name,
  ).toBe('Transcript of the year');
});
