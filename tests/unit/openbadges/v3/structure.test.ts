import { describe, expect, it } from 'vitest';
import { judgeStructure } from '../../../../utils/openbadges/v3/structure.ts';
import {
  achievement,
  badge,
  badgeOn11,
  CLR2,
  endorsement,
  JWT,
  type Loose,
  OB3,
  record,
  subject,
  V1,
  V2,
  vectorFile,
  vectorsOf,
} from './samples.ts';

/** What fails, as `missing:path` and `bad:path`. */
function faults(credential: Loose): string[] {
  return judgeStructure(credential)
    .filter(({ outcome }) => outcome === 'fail')
    .map(({ id, code, detail }) => {
      expect(id).toBe('format');
      expect(['format-missing-member', 'format-bad-value']).toContain(code);
      return `${code === 'format-missing-member' ? 'missing' : 'bad'}:${detail}`;
    });
}

const vc = (change: Loose = {}): Loose => ({
  '@context': [V2],
  type: ['VerifiableCredential'],
  issuer: 'did:example:issuer',
  credentialSubject: { id: 'did:example:subject' },
  ...change,
});
const without = (object: Loose, ...names: string[]): Loose =>
  Object.fromEntries(Object.entries(object).filter(([name]) => !names.includes(name)));

describe('good form', () => {
  const good: [string, Loose][] = [
    ['Open Badge 3.0', badge()],
    ['on data model 1.1', badgeOn11()],
    ['issuer as an address', badge({ issuer: 'did:web:tidewater.example' })],
    ['subject in a list of one', badge({ credentialSubject: [subject()] })],
    [
      'criteria as an address',
      badge({ credentialSubject: subject({ achievement: achievement({ criteria: 'https://tidewater.example/c' }) }) }),
    ],
    ['an empty description', badge({ credentialSubject: subject({ achievement: achievement({ description: '' }) }) })],
    [
      'types by their full names',
      badge({
        credentialSubject: subject({ type: 'https://purl.imsglobal.org/spec/vc/ob/vocab.html#AchievementSubject' }),
      }),
    ],
    ['what is null is absent', badge({ validUntil: null, credentialStatus: null, evidence: null, description: null })],
    ['endorsement', endorsement()],
    ['CLR', record()],
    [
      'CLR with JWTs',
      record({ credentialSubject: { type: 'ClrSubject', id: 'urn:x:y', verifiableCredential: [JWT] } }),
    ],
    ['any credential', vc()],
    [
      'presentation',
      {
        '@context': [V2],
        type: 'VerifiablePresentation',
        holder: { id: 'did:example:mira' },
        verifiableCredential: [badge()],
      },
    ],
    [
      'presentation of 1.1 with a JWT',
      { '@context': [V1], type: ['VerifiablePresentation'], verifiableCredential: [JWT] },
    ],
  ];
  for (const [name, credential] of good) it(name, () => expect(judgeStructure(credential)).toEqual([]));
});

describe('the data model', () => {
  const broken: [string, Loose, string[]][] = [
    ['no context', without(vc(), '@context'), ['missing:@context']],
    ['a context that is no list', vc({ '@context': V2 }), ['bad:@context']],
    ['another base', vc({ '@context': ['https://www.w3.org/ns/credentials/v3'] }), ['bad:@context']],
    ['a base with a slash', vc({ '@context': [`${V2}/`] }), ['bad:@context']],
    ['the base in second place', vc({ '@context': [OB3, V2] }), ['bad:@context']],
    ['both bases', vc({ '@context': [V2, V1] }), ['bad:@context']],
    ['a context that is no URL', vc({ '@context': [V2, 'https ://example.org/v1'] }), ['bad:@context']],
    ['a number as context', vc({ '@context': [V2, 123] }), ['bad:@context']],
    ['a null context, which would take all protection away', vc({ '@context': [V2, null] }), ['bad:@context']],
    [
      'VerifiableCredential redefined',
      vc({ '@context': [V2, { VerifiableCredential: 'https://a.example/#Bad' }] }),
      ['bad:@context'],
    ],
    ['id redefined', vc({ '@context': [V2, { id: { '@id': 'https://a.example/#id' } }] }), ['bad:@context']],
    [
      'an own protected term redefined',
      vc({
        '@context': [
          V2,
          { Own: { '@id': 'https://a.example/#Own', '@protected': true } },
          { Own: 'https://b.example/#Own' },
        ],
      }),
      ['bad:@context'],
    ],
    ['no type', without(vc(), 'type'), ['missing:type']],
    ['other types only', vc({ type: ['AlumniCredential'] }), ['bad:type']],
    ['a type that only ends like it', vc({ type: ['https://a.example/#VerifiableCredential'] }), ['bad:type']],
    ['a type with a space', vc({ type: ['VerifiableCredential', 'https ://a'] }), ['bad:type']],
    ['a type that is no text', vc({ type: ['VerifiableCredential', 5] }), ['bad:type']],
    ['an id that is no URL', vc({ id: 'credential-7' }), ['bad:id']],
    ['an address without host', vc({ id: 'https://' }), ['bad:id']],
    ['an address that cannot be', vc({ id: 'https://[::1/7' }), ['bad:id']],
    ['an id with a space in it', vc({ id: 'urn:credential 7' }), ['bad:id']],
    ['an id with a line break', vc({ id: 'did:example:7\n' }), ['bad:id']],
    ['a null id', vc({ id: null }), ['bad:id']],
    ['two ids', vc({ id: ['urn:x:1', 'urn:x:2'] }), ['bad:id']],
    ['no issuer', without(vc(), 'issuer'), ['missing:issuer']],
    ['an issuer that is no URL', vc({ issuer: 'fake-issuer' }), ['bad:issuer']],
    ['a list of issuers', vc({ issuer: ['did:example:a', 'did:example:b'] }), ['bad:issuer']],
    ['an issuer without id', vc({ issuer: { name: 'Tidewater College' } }), ['missing:issuer.id']],
    ['an issuer with a null id', vc({ issuer: { id: null } }), ['bad:issuer.id']],
    ['an issuer whose id is no URL', vc({ issuer: { id: 'Tidewater' } }), ['bad:issuer.id']],
    ['no subject', without(vc(), 'credentialSubject'), ['missing:credentialSubject']],
    ['an empty list of subjects', vc({ credentialSubject: [] }), ['missing:credentialSubject']],
    ['a subject that is no object', vc({ credentialSubject: 'did:example:subject' }), ['bad:credentialSubject']],
    ['an empty subject among others', vc({ credentialSubject: [{ id: 'urn:x:1' }, {}] }), ['bad:credentialSubject']],
    [
      'a subject whose id is no URL',
      vc({ credentialSubject: [{ id: 'urn:x:1' }, { id: 'Mira' }] }),
      ['bad:credentialSubject.id'],
    ],
    ['a date in words', vc({ validFrom: 'Sat 25 Feb 2023 07:16:31 PM CST' }), ['bad:validFrom']],
    ['a bare date', vc({ validUntil: '2026-01-01' }), ['bad:validUntil']],
    ['a day that does not exist', vc({ validFrom: '2025-02-29T00:00:00Z' }), ['bad:validFrom']],
    ['an hour that does not exist', vc({ validFrom: '2025-02-28T25:00:00Z' }), ['bad:validFrom']],
    ['a number as date', vc({ validFrom: 1_700_000_000 }), ['bad:validFrom']],
    [
      'an end before the beginning',
      vc({ validFrom: '2026-01-01T00:00:00Z', validUntil: '2025-12-31T23:59:59Z' }),
      ['bad:validUntil'],
    ],
    [
      'an end before the beginning by its offset',
      vc({ validFrom: '2026-01-01T00:00:00Z', validUntil: '2026-01-01T00:30:00+01:00' }),
      ['bad:validUntil'],
    ],
    ['1.1 without its date', { ...vc(), '@context': [V1] }, ['missing:issuanceDate']],
    [
      '1.1 with the date of 2.0 only',
      { ...vc({ validFrom: '2025-01-01T00:00:00Z' }), '@context': [V1] },
      ['missing:issuanceDate'],
    ],
    [
      'an old end before the beginning',
      vc({ '@context': [V1], issuanceDate: '2026-01-01T00:00:00Z', expirationDate: '2025-01-01T00:00:00Z' }),
      ['bad:expirationDate'],
    ],
    [
      'a schema without id',
      vc({ credentialSchema: [{ id: 'urn:x:1', type: 'JsonSchema' }, { type: 'JsonSchema' }] }),
      ['missing:credentialSchema.id'],
    ],
    ['a status that is text', vc({ credentialStatus: 'https://a.example/status' }), ['bad:credentialStatus']],
    [
      'a second status without type',
      vc({ credentialStatus: [{ type: 'A' }, { id: 'urn:x:1' }] }),
      ['missing:credentialStatus.type'],
    ],
    [
      '1.1: a status that does not name itself',
      vc({ '@context': [V1], issuanceDate: '2025-01-01T00:00:00Z', credentialStatus: { type: 'StatusList2021Entry' } }),
      ['missing:credentialStatus.id'],
    ],
    ['a name with more than words', vc({ name: { '@value': 'A', '@language': 'en', url: 'urn:x:1' } }), ['bad:name']],
    ['a description as a number', vc({ description: 5 }), ['bad:description']],
    [
      'an issuer name without words',
      vc({ issuer: { id: 'urn:x:1', name: { '@language': 'en' } } }),
      ['bad:issuer.name'],
    ],
    ['a resource as text', vc({ relatedResource: ['https://a.example/1'] }), ['bad:relatedResource']],
    ['a resource without id', vc({ relatedResource: { digestSRI: 'sha256-x' } }), ['missing:relatedResource.id']],
    ['a resource without digest', vc({ relatedResource: { id: 'urn:x:1' } }), ['missing:relatedResource.digestSRI']],
    [
      'a digest that is no text',
      vc({ relatedResource: { id: 'urn:x:1', digestMultibase: [5] } }),
      ['bad:relatedResource.digestSRI'],
    ],
    [
      'a resource named twice',
      vc({
        relatedResource: [
          { id: 'urn:x:1', digestSRI: 'sha256-x' },
          { id: 'urn:x:1', digestSRI: 'sha256-y' },
        ],
      }),
      ['bad:relatedResource.id'],
    ],
  ];
  for (const member of [
    'credentialStatus',
    'credentialSchema',
    'refreshService',
    'termsOfUse',
    'evidence',
    'renderMethod',
    'confidenceMethod',
    'proof',
  ]) {
    broken.push([`${member} without type`, vc({ [member]: { id: 'urn:x:1' } }), [`missing:${member}.type`]]);
    broken.push([
      `${member} with a number as type`,
      vc({ [member]: [{ id: 'urn:x:1', type: 2 }] }),
      [`bad:${member}.type`],
    ]);
    broken.push([
      `${member} with an id that is no URL`,
      vc({ [member]: { id: 'https ://x', type: 'A' } }),
      [`bad:${member}.id`],
    ]);
  }
  for (const [name, credential, expected] of broken) it(name, () => expect(faults(credential)).toEqual(expected));

  it('lets through what is unusual and allowed', () => {
    for (const change of [
      { '@context': [V2, 'https://unknown.example/v1', { Own: 'https://a.example/#Own' }] },
      {
        '@context': [
          V2,
          { '@protected': true, Own: 'https://a.example/#Own' },
          { Own: { '@id': 'https://a.example/#Own' } },
        ],
      },
      { '@context': [V2, { Own: 'https://a.example/#Own' }, { Own: 'https://b.example/#Own' }] },
      { '@context': [V2, { type: '@type', id: '@id' }] },
      {
        '@context': [
          V2,
          { '@protected': true, ex: 'https://a.example/#', Own: 'ex:Own' },
          { Own: 'https://a.example/#Own' },
        ],
      },
      { type: 'VerifiableCredential' },
      { id: 'did:example:1#x' },
      { validFrom: '2024-02-29T24:00:00.000+14:00' },
      { validFrom: '2023-02-26T01:02:58' },
      { validUntil: '9999-12-31T23:59:59.9999999Z' },
      {
        name: [
          { '@value': 'Dog', '@language': 'en', '@direction': 'ltr' },
          { '@value': 'Chien', '@language': 'fr' },
        ],
      },
      { credentialStatus: { type: 'BitstringStatusListEntry' } },
      {
        relatedResource: [
          { id: 'urn:x:1', digestMultibase: 'uEi' },
          { id: 'urn:x:2', digestSRI: ['sha256-x', 'sha384-y'] },
        ],
      },
    ])
      expect(faults(vc(change)), JSON.stringify(change)).toEqual([]);
  });

  it('tells dates that belong to the other version, and fails nobody for them', () => {
    const old = { issuanceDate: '2020-01-01T00:00:00Z', expirationDate: '2021-01-01T00:00:00Z' };
    expect(judgeStructure(vc(old))).toEqual(
      Object.keys(old).map((detail) => ({ id: 'format', outcome: 'warn', code: 'format-forbidden-member', detail })),
    );
  });

  it('does not ask a presentation of 2.0 for its JWTs’ forgiveness', () => {
    const presentation = { '@context': [V2], type: 'VerifiablePresentation', verifiableCredential: [badge(), JWT] };
    expect(faults(presentation)).toEqual(['bad:verifiableCredential']);
    expect(faults({ type: ['VerifiablePresentation'], holder: 'Mira' })).toEqual(['missing:@context', 'bad:holder']);
  });
});

describe('Open Badges 3.0', () => {
  const inside = (change: Loose) => badge({ credentialSubject: subject({ achievement: achievement(change) }) });
  const broken: [string, Loose, string[]][] = [
    ['no id', without(badge(), 'id'), ['missing:id']],
    ['no beginning', without(badge(), 'validFrom'), ['missing:validFrom']],
    [
      'the older word for it',
      { ...without(badge(), 'validFrom'), issuanceDate: '2025-01-01T00:00:00Z' },
      ['missing:validFrom'],
    ],
    [
      'no context of badges',
      badge({ '@context': [V2, 'https://w3id.org/security/data-integrity/v2'] }),
      ['missing:@context'],
    ],
    [
      'two earners',
      badge({ credentialSubject: [subject(), subject({ id: 'did:example:other' })] }),
      ['bad:credentialSubject'],
    ],
    [
      'a subject of no type',
      badge({ credentialSubject: without(subject(), 'type') }),
      ['missing:credentialSubject.type'],
    ],
    [
      'no achievement',
      badge({ credentialSubject: without(subject(), 'achievement') }),
      ['missing:credentialSubject.achievement'],
    ],
    [
      'two achievements',
      badge({ credentialSubject: subject({ achievement: [achievement(), achievement()] }) }),
      ['bad:credentialSubject.achievement'],
    ],
    [
      'an achievement’s address',
      badge({ credentialSubject: subject({ achievement: 'https://a.example' }) }),
      ['bad:credentialSubject.achievement'],
    ],
    ['an achievement that is no URL', inside({ id: 'knots' }), ['bad:credentialSubject.achievement.id']],
    ['a name that nobody can see', inside({ name: '\u202E\u200B' }), ['missing:credentialSubject.achievement.name']],
    [
      'a name by another word',
      { ...inside({ heading: 'Knots', name: undefined }) },
      ['missing:credentialSubject.achievement.name'],
    ],
    ['a name that is a number', inside({ name: 5 }), ['missing:credentialSubject.achievement.name']],
    ['criteria that are a number', inside({ criteria: 5 }), ['bad:credentialSubject.achievement.criteria']],
  ];
  for (const name of ['id', 'type', 'name', 'description', 'criteria']) {
    broken.push([
      `an achievement without ${name}`,
      badge({ credentialSubject: subject({ achievement: without(achievement(), name) }) }),
      [`missing:credentialSubject.achievement.${name}`],
    ]);
  }
  for (const [name, credential, expected] of broken) it(name, () => expect(faults(credential)).toEqual(expected));

  it('leaves a vocabulary that it does not know to others', () => {
    expect(faults(badge({ '@context': [V2, 'https://unknown.example/badges'] }))).toEqual([]);
    expect(faults(badge({ '@context': [V2, { OpenBadgeCredential: 'https://a.example/#O' }] }))).toEqual([]);
  });

  it('asks endorsements what they endorse, and CLRs what is in them', () => {
    const about = (credentialSubject: Loose) => faults(endorsement({ credentialSubject }));
    expect(about({ type: ['EndorsementSubject'] })).toEqual(['missing:credentialSubject.id']);
    expect(about({ id: 'urn:x:1' })).toEqual(['missing:credentialSubject.type']);
    const of = (credentialSubject: Loose) => faults(record({ credentialSubject }));
    expect(of({ id: 'urn:x:1', type: 'ClrSubject' })).toEqual(['missing:credentialSubject.verifiableCredential']);
    expect(of({ id: 'urn:x:1', verifiableCredential: [5] })).toEqual([
      'missing:credentialSubject.type',
      'bad:credentialSubject.verifiableCredential',
    ]);
    expect(faults(record({ '@context': [V2, CLR2], id: undefined }))).toEqual(['bad:id']);
  });

  it('stops at twenty findings, each told once', () => {
    const typed = ['credentialStatus', 'credentialSchema', 'refreshService', 'termsOfUse', 'evidence', 'renderMethod'];
    const worst: Loose = {
      '@context': [V2, 5],
      type: ['OpenBadgeCredential'],
      ...Object.fromEntries(typed.map((name) => [name, [{}, {}, {}]])),
      ...Object.fromEntries(['validUntil', 'issuanceDate', 'expirationDate'].map((name) => [name, 'x'])),
      name: 5,
      description: 5,
      issuer: { id: 5, name: 5, description: 5 },
      credentialSubject: [{ achievement: {} }],
      relatedResource: 5,
    };
    const found = judgeStructure(worst).filter(({ id }) => id === 'format');
    expect(found).toHaveLength(20);
    expect(faults(worst)).toContain('bad:validUntil');
    expect(faults(badge({ credentialSubject: [subject(), {}] }))).toEqual(['bad:credentialSubject']);
  });
});

describe('the recipient', () => {
  const to = (credentialSubject: Loose) => judgeStructure(badge({ credentialSubject }));
  const missing = { id: 'recipient', outcome: 'warn', code: 'recipient-missing' };

  it('may be missing, with a warning', () => {
    expect(to(without(subject(), 'id', 'name'))).toEqual([missing]);
    expect(to({ ...without(subject(), 'id', 'name'), identifier: [{ type: 'IdentityObject' }, 5] })).toEqual([missing]);
    expect(judgeStructure(record({ credentialSubject: { type: 'ClrSubject', verifiableCredential: [JWT] } }))).toEqual([
      missing,
    ]);
  });

  it('is not missing where a name stands, but the standard wants more', () => {
    const finding = { id: 'schema', outcome: 'warn', code: 'schema-findings', detail: 'credentialSubject.id' };
    expect(to(without(subject(), 'id'))).toEqual([finding]);
  });

  it('tells a hash that is no secret', () => {
    const identifier = {
      type: 'IdentityObject',
      identityType: 'emailAddress',
      hashed: true,
      identityHash: `md5$${'0'.repeat(32)}`,
    };
    expect(to(subject({ identifier }))).toEqual([
      { id: 'recipient', outcome: 'warn', code: 'recipient-weak-hash', detail: 'md5' },
    ]);
  });

  it('is nobody’s business elsewhere', () => {
    expect(judgeStructure(vc({ credentialSubject: { degree: 'MA' } }))).toEqual([]);
  });
});

describe('vectors', () => {
  const read = (file: string): Loose | null => {
    const text = vectorFile(file).toString();
    if (/^\s*\{/.test(text)) return JSON.parse(text);
    const payload = text.split('.')[1];
    if (payload === undefined) return null;
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Loose & { vc?: Loose };
    return claims.vc?.['@context'] ? claims.vc : claims;
  };

  const structure = vectorsOf('vcdm2-structure');
  for (const { id, file, expected } of structure) {
    it(id, () => {
      const found = faults(read(file) ?? {});
      if (expected === 'valid') expect(found).toEqual([]);
      else expect(found.length).toBeGreaterThan(0);
    });
  }

  const whole = vectorsOf(
    'ob3-di',
    'ob3-jwt',
    'ob3-status',
    'endorsement',
    'clr2',
    'vc-di',
    'vc-jose',
    'di-proof',
    'di-proof-sd',
  );
  it('that are valid have no fault', () => {
    const good = whole.filter(({ expected }) => expected === 'valid');
    for (const { id, file } of good) expect(faults(read(file) ?? {}), id).toEqual([]);
  });

  it('that lose a name to an alias are caught', () => {
    for (const { file } of whole.filter(({ id }) => id === 'hx-di-context-alias-rename')) {
      expect(faults(read(file) ?? {})).toEqual(['missing:credentialSubject.achievement.name']);
    }
  });

  it('come in the number the index had', () => {
    expect([0, 35]).toContain(structure.length);
    expect([0, 168]).toContain(whole.length);
  });
});
