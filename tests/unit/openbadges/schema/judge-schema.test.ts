/** Held against the data model of the standard: what is told, where it points, and that it never decides anything. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Check } from '../../../../utils/badge/report.ts';
import { verdictOf } from '../../../../utils/badge/verdict.ts';
import { judgeSchema } from '../../../../utils/openbadges/schema/judge-schema.ts';
import { OPEN_BADGES_3 } from '../../../../utils/openbadges/schema/open-badges-3.ts';
import { openPayload } from '../../../../utils/proofs/jose/claims.ts';
import { readJws } from '../../../../utils/proofs/jose/read-jws.ts';
import { type Vector, vectorFile, vectorsOf } from '../../../conformance/vector-world.ts';
import { achievement, badge, badgeOn11, endorsement, type Loose, record, sample, subject } from '../v3/samples.ts';

const OFFICIAL = 'https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json';
const ENDORSEMENT = 'https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_endorsementcredential_schema.json';
const OWN = 'https://tidewater.example/schemas/knots.json';

const OK: Check = { id: 'schema', outcome: 'pass', code: 'schema-ok' };
const finding = (detail: string): Check => ({ id: 'schema', outcome: 'warn', code: 'schema-findings', detail });
const unknown = (detail?: string): Check => ({
  id: 'schema',
  outcome: 'skipped',
  code: 'schema-unknown',
  ...(detail !== undefined && { detail }),
});
const withAchievement = (change: Loose) => badge({ credentialSubject: subject({ achievement: achievement(change) }) });
const withSubject = (change: Loose) => badge({ credentialSubject: subject(change) });
const withIssuer = (change: Loose) => badge({ issuer: { id: 'did:web:a.example', type: ['Profile'], ...change } });

/** One of everything that the data model names. */
const image = { id: 'https://tidewater.example/knots.png', type: 'Image', caption: 'A knot' };
const alignment = {
  type: ['Alignment'],
  targetName: 'Knots',
  targetUrl: 'https://guild.example/k',
  targetType: 'CTDL',
};
const identifier = { type: 'IdentifierEntry', identifier: '7', identifierType: 'ext:berth' };
const everything = badge({
  description: 'All of it',
  image,
  awardedDate: '2025-02-28T10:00:00+02:00',
  validUntil: '2035-03-01T09:00:00Z',
  evidence: [{ type: ['Evidence', 'ext:Logbook'], id: 'https://mira.example/log', name: 'Log', genre: 'Prose' }],
  endorsement: [endorsement()],
  endorsementJwt: ['aa.bb.cc'],
  credentialStatus: [{ id: 'https://tidewater.example/status#1', type: 'BitstringStatusListEntry' }],
  credentialSchema: [{ id: OFFICIAL, type: '1EdTechJsonSchemaValidator2019' }],
  refreshService: { id: 'https://tidewater.example/new', type: '1EdTechCredentialRefresh' },
  termsOfUse: [{ type: 'Terms' }],
  proof: [{ type: 'DataIntegrityProof' }],
  issuer: {
    id: 'did:web:tidewater.example',
    type: ['Profile'],
    name: 'Tidewater College',
    url: 'https://tidewater.example/',
    email: 'office@tidewater.example',
    image,
    otherIdentifier: [identifier],
    parentOrg: { id: 'urn:uuid:1', type: 'Profile', name: 'Coast' },
    address: {
      type: ['Address'],
      addressCountryCode: 'NO',
      geo: { type: 'GeoCoordinates', latitude: 60.4, longitude: 5.3 },
    },
    dateOfBirth: '1871-04-01',
    endorsement: [endorsement()],
  },
  credentialSubject: subject({
    identifier: [{ type: 'IdentityObject', hashed: false, identityHash: 'mira', identityType: 'userName' }],
    activityStartDate: '2025-01-01T00:00:00Z',
    creditsEarned: 1.5,
    image,
    source: { id: 'urn:uuid:2', type: ['Profile'] },
    result: [{ type: ['Result'], status: 'Completed', value: 'A', alignment: [alignment] }],
    achievement: achievement({
      achievementType: 'Badge',
      alignment: [alignment],
      creator: { id: 'urn:uuid:3', type: ['Profile'] },
      creditsAvailable: 2,
      image,
      inLanguage: 'en-GB',
      otherIdentifier: [identifier],
      related: [{ id: 'urn:uuid:4', type: ['Related'], inLanguage: 'nb' }],
      tag: ['rope'],
      resultDescription: [
        {
          id: 'urn:uuid:5',
          type: ['ResultDescription'],
          name: 'Mark',
          resultType: 'LetterGrade',
          allowedValue: ['A'],
          rubricCriterionLevel: [{ id: 'urn:uuid:6', type: ['RubricCriterionLevel'], name: 'Fine' }],
        },
      ],
    }),
  }),
});

describe('what keeps to the standard', () => {
  it.each<[string, Loose]>([
    ['a badge', badge()],
    ['a badge on version 1.1 of the data model', badgeOn11()],
    ['one of everything', everything],
    ['its older type', badge({ type: ['VerifiableCredential', 'AchievementCredential'] })],
    ['an issuer that is only named', badge({ issuer: 'did:web:tidewater.example' })],
    [
      'extensions',
      withAchievement({ 'https://a.example/x': { any: [null] }, type: ['Achievement', 'https://a.example/T'] }),
    ],
    ['types as text', withAchievement({ type: 'Achievement' })],
    ['an achievement of one’s own type', withAchievement({ achievementType: 'ext:Voyage' })],
    ['a recipient with identifiers only', withSubject({ id: undefined, ...onlyIdentifier() })],
  ])('%s', (_, credential) => expect(judgeSchema(withoutUndefined(credential))).toEqual([OK]));
});

function onlyIdentifier(): Loose {
  return { identifier: [{ type: 'IdentityObject', hashed: false, identityHash: 'm', identityType: 'emailAddress' }] };
}

/** As JSON has it. */
function withoutUndefined(value: Loose): Loose {
  return JSON.parse(JSON.stringify(value));
}

describe('where the finding is', () => {
  it.each<[string, Loose]>([
    ['@context', badge({ '@context': 'https://www.w3.org/ns/credentials/v2' })],
    ['id', badge({ id: undefined })],
    ['id', badge({ id: 'seven' })],
    ['validFrom', badge({ validFrom: '2025-03-01' })],
    ['validFrom', badge({ validFrom: undefined })],
    ['awardedDate', badge({ awardedDate: '2025-03-01T09:00:00' })],
    ['image.type', badge({ image: { id: 'https://a.example/i.png' } })],
    ['issuer', badge({ issuer: 'Tidewater' })],
    ['issuer.type', withIssuer({ type: undefined })],
    ['issuer.image', withIssuer({ image: 'https://a.example/logo.png' })],
    ['issuer.email', withIssuer({ email: 'the office' })],
    ['issuer.parentOrg.id', withIssuer({ parentOrg: { type: ['Profile'] } })],
    ['issuer.address.addressCountryCode', withIssuer({ address: { type: ['Address'], addressCountryCode: 'Norway' } })],
    ['evidence', badge({ evidence: { type: ['Evidence'] } })],
    ['evidence[1].type', badge({ evidence: [{ type: ['Evidence'] }, { name: 'Log' }] })],
    ['endorsement[0].credentialSubject.id', badge({ endorsement: [endorsement({ credentialSubject: {} })] })],
    ['endorsementJwt[0]', badge({ endorsementJwt: ['aa.bb'] })],
    ['credentialStatus[0].type', badge({ credentialStatus: [{ id: 'urn:x:1' }] })],
    ['credentialSubject.id', withSubject({ id: undefined })],
    ['credentialSubject.id', withSubject({ id: undefined, identifier: [] })],
    ['credentialSubject.type', withSubject({ type: ['Person'] })],
    ['credentialSubject.achievement', withSubject({ achievement: undefined })],
    ['credentialSubject.creditsEarned', withSubject({ creditsEarned: '3' })],
    ['credentialSubject.identifier[0].hashed', withSubject(hashedAsText())],
    ['credentialSubject.result[0].status', withSubject({ result: [{ type: ['Result'], status: 'Fine' }] })],
    ['credentialSubject.achievement.name', withAchievement({ name: undefined })],
    ['credentialSubject.achievement.description', withAchievement({ description: { en: 'Ties' } })],
    ['credentialSubject.achievement.criteria', withAchievement({ criteria: 'https://a.example/criteria' })],
    ['credentialSubject.achievement.achievementType', withAchievement({ achievementType: 'Voyage' })],
    ['credentialSubject.achievement.inLanguage', withAchievement({ inLanguage: 'en_GB' })],
    ['credentialSubject.achievement.tag[1]', withAchievement({ tag: ['rope', 7] })],
    [
      'credentialSubject.achievement.alignment[1].targetDescription',
      withAchievement({ alignment: [alignment, { ...alignment, targetDescription: null }] }),
    ],
    [
      'credentialSubject.achievement.alignment[0].targetUrl',
      withAchievement({ alignment: [{ ...alignment, targetUrl: undefined }] }),
    ],
  ])('%s', (path, credential) => expect(judgeSchema(withoutUndefined(credential))).toEqual([finding(path)]));
});

function hashedAsText(): Loose {
  const [first] = onlyIdentifier().identifier as Loose[];
  return { identifier: [{ ...first, hashed: 'false' }] };
}

describe('what a credential declares', () => {
  const declaring = (credentialSchema: unknown, base = badge()) => judgeSchema({ ...base, credentialSchema });
  const plain = (credentialSchema: unknown) =>
    declaring(credentialSchema, { ...record(), type: ['VerifiableCredential'], id: 'urn:x:1' });

  it.each(['1EdTechJsonSchemaValidator2019', 'JsonSchema', 'JsonSchemaValidator2018', 'JsonSchema2023'])(
    '%s',
    (type) => {
      expect(declaring({ id: OFFICIAL, type })).toEqual([OK]);
      expect(declaring([{ id: OFFICIAL, type: [type] }])).toEqual([OK]);
    },
  );
  it('holds what is no badge against the schema that it names', () =>
    expect(plain({ id: OFFICIAL, type: 'JsonSchema' })[0]).toMatchObject({ outcome: 'warn', code: 'schema-findings' }));
  it('holds an endorsement against its own', () => {
    expect(declaring({ id: ENDORSEMENT, type: 'JsonSchema' }, endorsement())).toEqual([OK]);
    const empty = endorsement({ credentialSubject: { id: 'urn:x:1' } });
    expect(declaring({ id: ENDORSEMENT, type: 'JsonSchema' }, empty)).toEqual([finding('credentialSubject.type')]);
  });
  it('tells of one that it does not have, once, and holds a badge against the standard all the same', () => {
    const own = { id: OWN, type: 'JsonSchema' };
    expect(declaring([own, own])).toEqual([OK, unknown(OWN)]);
    expect(plain(own)).toEqual([unknown(OWN)]);
  });
  it.each<[string, unknown, Check]>([
    ['another type', { id: OFFICIAL, type: 'JsonSchemaCredential' }, unknown(OFFICIAL)],
    ['a type with more behind it', { id: OFFICIAL, type: 'JsonSchema\n2' }, unknown(OFFICIAL)],
    ['no type', { id: OFFICIAL }, unknown(OFFICIAL)],
    ['a place that looks alike', { id: `${OFFICIAL}?x`, type: 'JsonSchema' }, unknown(`${OFFICIAL}?x`)],
    ['a name of Object', { id: 'constructor', type: 'JsonSchema' }, unknown('constructor')],
    ['no object', 7, unknown()],
  ])('does not believe %s', (_, declared, check) => expect(plain(declared)).toEqual([check]));
  it('looks at a handful only', () => {
    const many = Array.from({ length: 1_000 }, (_, index) => ({ id: `${OWN}?${index}`, type: 'JsonSchema' }));
    expect(plain(many)).toHaveLength(5);
  });
  it.each<[string, Loose]>([
    ['an endorsement', endorsement()],
    ['a record', record()],
    ['nothing', {}],
  ])('says nothing of %s that declares none', (_, credential) => expect(judgeSchema(credential)).toEqual([]));
});

it('decides nothing', () => {
  const good: Check[] = [
    { id: 'format', outcome: 'pass', code: 'format-ok' },
    { id: 'origin', outcome: 'pass', code: 'origin-ok' },
    { id: 'status', outcome: 'pass', code: 'status-ok' },
    { id: 'dates', outcome: 'pass', code: 'dates-ok' },
  ];
  expect(verdictOf([...good, ...judgeSchema(badge({ id: 7, credentialSchema: { id: OWN } }))])).toBe('verified');
});

describe('hostile shapes', () => {
  it('a thousand parents, a hundred thousand, and a ring of them', () => {
    for (const depth of [1_000, 100_000]) {
      let parentOrg: Loose = { id: 'urn:x:1', type: ['Profile'] };
      for (let level = 0; level < depth; level++) parentOrg = { id: 'urn:x:1', type: ['Profile'], parentOrg };
      expect(judgeSchema(withIssuer({ parentOrg })).length).toBe(1);
    }
    const ring: { [name: string]: unknown } = { id: 'urn:x:1', type: ['Profile'] };
    ring.parentOrg = ring;
    expect(judgeSchema(withIssuer({ parentOrg: ring }))).toEqual([
      { id: 'schema', outcome: 'warn', code: 'schema-findings' },
    ]);
  });
  it('long lists of what is wrong', () => {
    const alignmentOf = (length: number) => withAchievement({ alignment: Array.from({ length }, () => ({})) });
    expect(judgeSchema(alignmentOf(200_000))).toEqual([finding('credentialSubject.achievement.alignment[0].type')]);
  });
  it('members of Object do not count as given', () => {
    const { id: _, ...rest } = badge();
    expect(judgeSchema(Object.assign(Object.create({ id: 'urn:x:1' }), rest))).toEqual([finding('id')]);
    expect(judgeSchema(JSON.parse(JSON.stringify(badge()).replace('"name"', '"__proto__":{"id":7},"name"')))).toEqual([
      OK,
    ]);
  });
  it('the path never carries what a stranger wrote', () => {
    const checks = judgeSchema(
      badge({ 'evil name': 1, evidence: [{ type: ['Evidence'], name: '<b>' }, { '<i>': 1 }] }),
    );
    expect(checks).toEqual([finding('evidence[1].type')]);
  });

  const names = Object.values(OPEN_BADGES_3.$defs ?? {}).flatMap((schema) =>
    Object.keys((schema as Loose).properties ?? {}),
  );
  const value = fc.letrec<{ any: unknown }>((tie) => ({
    any: fc.oneof(
      { maxDepth: 5 },
      fc.constantFrom<unknown>('Profile', 'Achievement', 'urn:x:1', OFFICIAL, null, true, 0, 1e300, -0, ''),
      fc.string({ unit: 'binary' }),
      fc.array(tie('any'), { maxLength: 4 }),
      fc
        .array(fc.tuple(fc.constantFrom(...names, '__proto__', 'constructor', '~', '/', '$ref'), tie('any')), {
          maxLength: 6,
        })
        .map((entries) => Object.fromEntries(entries)),
    ),
  })).any;
  it('any JSON in any place', () => {
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.constantFrom(...names), value, value, (outer, inner, a, b) => {
        for (const credential of [
          badge({ [outer]: a }),
          withSubject({ [inner]: b }),
          withAchievement({ [inner]: a }),
          withIssuer({ [inner]: b }),
        ]) {
          const checks = judgeSchema(credential);
          expect(checks.length).toBeLessThanOrEqual(7);
          for (const { id, outcome, code, detail = '' } of checks) {
            expect(id).toBe('schema');
            expect(['pass ok', 'warn findings', 'skipped unknown']).toContain(
              `${outcome} ${code.replace('schema-', '')}`,
            );
            if (code === 'schema-findings') expect(detail).toMatch(/^@?\w+(?:\[\d+\])*(?:\.@?\w+(?:\[\d+\])*)*$/);
          }
        }
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('other people’s badges', () => {
  const documentOf = ({ file }: Vector): Loose => {
    const text = vectorFile(file).toString('utf8');
    const jws = readJws(text);
    return jws.ok ? openPayload(jws.payload).credential : JSON.parse(text);
  };

  it('the valid ones depart from the standard here and there, which is told and no more', () => {
    const tally: Record<string, number> = {};
    const vectors = vectorsOf('ob3-di', 'ob3-jwt').filter(({ expected }) => expected === 'valid');
    for (const vector of vectors) {
      for (const { outcome, code, detail = code } of judgeSchema(documentOf(vector))) {
        expect(['pass', 'warn', 'skipped']).toContain(outcome);
        tally[detail] = (tally[detail] ?? 0) + 1;
      }
    }
    if (vectors.length === 0) return;
    expect(tally).toEqual({
      'schema-ok': 19,
      'issuer.image': 10,
      'credentialSubject.id': 14,
      'credentialSubject.achievement.achievementType': 3,
    });
  });

  it('Credly writes null where it has no description', () => {
    const credly = sample('credly/credential-ob3-lightbend.json');
    if (credly === null) return;
    expect(judgeSchema(credly)).toEqual([finding('credentialSubject.achievement.alignment[0].targetDescription')]);
  });
});
