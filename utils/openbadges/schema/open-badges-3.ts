/**
 * The data model of Open Badges 3.0 (its appendix B: members, types, cardinalities) as a JSON Schema. Written for Touchstone from the standard's
 * tables: 1EdTech’s own schema files are 66 kB each, too much for the worker. Members that the model does not name are let through, as
 * the standard does for extensions. Patterns are linear in what they read.
 */
import type { Schema } from '@cfworker/json-schema';

const TEXT: Schema = { type: 'string' };
const NUMBER: Schema = { type: 'number' };
const FLAG: Schema = { type: 'boolean' };
/** An absolute URL of any scheme (`https:`, `did:`, `urn:` …). */
const URI: Schema = { type: 'string', pattern: '^[A-Za-z][A-Za-z0-9+.-]*:[^\\s]+$' };
const DAY: Schema = { type: 'string', format: 'date' };
/** B.3.2: "with the trailing timezone specifier included". */
const MOMENT: Schema = { type: 'string', format: 'date-time' };
const EMAIL: Schema = { type: 'string', pattern: '^[^\\s@]+@[^\\s@]+$' };
const COMPACT_JWS: Schema = { type: 'string', pattern: '^[\\w-]+\\.[\\w-]*\\.[\\w-]+$' };

const a = (name: string): Schema => ({ $ref: `#/$defs/${name}` });
/** 0..* and 1..*: always written as a list. */
const many = (items: Schema): Schema => ({ type: 'array', items });
/** What the standard lets stand alone too. */
const oneOrMany = (schema: Schema): Schema => ({ anyOf: [many(schema), schema] });
const oneOf = (...names: string[]): Schema => ({ type: 'string', enum: names });
/** An extensible enumeration: one of the names, or a name of one's own behind `ext:`. */
const termOf = (...names: string[]): Schema => ({
  anyOf: [oneOf(...names), { type: 'string', pattern: '^ext:[\\w|.-]+$' }],
});
/** One or more types, among them this one. */
const typed = (name: string): Schema => ({
  anyOf: [
    { type: 'string', const: name },
    { type: 'array', items: TEXT, contains: { const: name } },
  ],
});

const object = (required: string, properties: Record<string, Schema>, more: Schema = {}): Schema => ({
  type: 'object',
  required: required === '' ? [] : required.split(' '),
  properties,
  ...more,
});

const ENDORSED: Record<string, Schema> = {
  endorsement: many(a('EndorsementCredential')),
  endorsementJwt: many(COMPACT_JWS),
};

const TYPES = oneOrMany(TEXT);

/** What every credential has. 3.0 began on version 1.1 of the W3C's data model, with its `issuanceDate`. */
const CREDENTIAL: Record<string, Schema> = {
  '@context': { type: 'array', minItems: 1, items: { type: ['string', 'object'] } },
  id: URI,
  name: TEXT,
  description: TEXT,
  image: a('Image'),
  issuer: { anyOf: [URI, a('Profile')] },
  awardedDate: MOMENT,
  validFrom: MOMENT,
  validUntil: MOMENT,
  issuanceDate: MOMENT,
  expirationDate: MOMENT,
  proof: oneOrMany(object('type', { type: TYPES })),
  credentialSchema: oneOrMany(object('id type', { id: URI, type: TYPES })),
  credentialStatus: oneOrMany(object('type', { id: URI, type: TYPES })),
  refreshService: oneOrMany(object('type', { id: URI, type: TYPES })),
  termsOfUse: oneOrMany(object('type', { id: URI, type: TYPES })),
};
const BEGINS: Schema = { anyOf: [{ required: ['validFrom'] }, { required: ['issuanceDate'] }] };

const IDENTIFIER = termOf(
  ...['name', 'sourcedId', 'systemId', 'productId', 'userName', 'accountId', 'emailAddress', 'nationalIdentityNumber'],
  ...['isbn', 'issn', 'lisSourcedId', 'oneRosterSourcedId', 'sisSourcedId', 'ltiContextId', 'ltiDeploymentId'],
  ...['ltiToolId', 'ltiPlatformId', 'ltiUserId', 'identifier'],
);

export const OPEN_BADGES_3: Schema = {
  $id: 'urn:touchstone:open-badges-3.0',
  $defs: {
    AchievementCredential: object(
      '@context id type credentialSubject issuer',
      {
        ...CREDENTIAL,
        ...ENDORSED,
        type: { anyOf: [typed('OpenBadgeCredential'), typed('AchievementCredential')] },
        credentialSubject: a('AchievementSubject'),
        evidence: many(a('Evidence')),
      },
      BEGINS,
    ),
    AchievementSubject: object(
      'type achievement',
      {
        id: URI,
        type: typed('AchievementSubject'),
        activityEndDate: MOMENT,
        activityStartDate: MOMENT,
        creditsEarned: NUMBER,
        achievement: a('Achievement'),
        identifier: many(a('IdentityObject')),
        image: a('Image'),
        licenseNumber: TEXT,
        narrative: TEXT,
        result: many(a('Result')),
        role: TEXT,
        source: a('Profile'),
        term: TEXT,
      },
      { anyOf: [{ required: ['id'] }, { required: ['identifier'], properties: { identifier: { minItems: 1 } } }] },
    ),
    Achievement: object('id type criteria description name', {
      ...ENDORSED,
      id: URI,
      type: typed('Achievement'),
      alignment: many(a('Alignment')),
      achievementType: termOf(
        ...[
          'Achievement',
          'ApprenticeshipCertificate',
          'Assessment',
          'Assignment',
          'AssociateDegree',
          'Award',
          'Badge',
        ],
        ...[
          'BachelorDegree',
          'Certificate',
          'CertificateOfCompletion',
          'Certification',
          'CommunityService',
          'Competency',
        ],
        ...[
          'Course',
          'CoCurricular',
          'Degree',
          'Diploma',
          'DoctoralDegree',
          'Fieldwork',
          'GeneralEducationDevelopment',
        ],
        ...['JourneymanCertificate', 'LearningProgram', 'License', 'Membership', 'ProfessionalDoctorate'],
        ...['QualityAssuranceCredential', 'MasterCertificate', 'MasterDegree', 'MicroCredential', 'ResearchDoctorate'],
        'SecondarySchoolDiploma',
      ),
      creator: a('Profile'),
      creditsAvailable: NUMBER,
      criteria: object('', { id: URI, narrative: TEXT }),
      description: TEXT,
      fieldOfStudy: TEXT,
      humanCode: TEXT,
      image: a('Image'),
      inLanguage: a('Language'),
      name: TEXT,
      otherIdentifier: many(a('IdentifierEntry')),
      related: many(object('id type', { id: URI, type: typed('Related'), inLanguage: a('Language'), version: TEXT })),
      resultDescription: many(a('ResultDescription')),
      specialization: TEXT,
      tag: many(TEXT),
      version: TEXT,
    }),
    Profile: object('id type', {
      ...ENDORSED,
      id: URI,
      type: typed('Profile'),
      name: TEXT,
      url: URI,
      phone: TEXT,
      description: TEXT,
      image: a('Image'),
      email: EMAIL,
      address: a('Address'),
      otherIdentifier: many(a('IdentifierEntry')),
      official: TEXT,
      parentOrg: a('Profile'),
      familyName: TEXT,
      givenName: TEXT,
      additionalName: TEXT,
      patronymicName: TEXT,
      honorificPrefix: TEXT,
      honorificSuffix: TEXT,
      familyNamePrefix: TEXT,
      dateOfBirth: DAY,
    }),
    Address: object('type', {
      type: typed('Address'),
      addressCountry: TEXT,
      addressCountryCode: { type: 'string', pattern: '^[A-Z]{2}$' },
      addressRegion: TEXT,
      addressLocality: TEXT,
      streetAddress: TEXT,
      postOfficeBoxNumber: TEXT,
      postalCode: TEXT,
      geo: object('type latitude longitude', { type: typed('GeoCoordinates'), latitude: NUMBER, longitude: NUMBER }),
    }),
    Alignment: object('type targetName targetUrl', {
      type: typed('Alignment'),
      targetCode: TEXT,
      targetDescription: TEXT,
      targetName: TEXT,
      targetFramework: TEXT,
      targetType: termOf(
        ...[
          'ceasn:Competency',
          'ceterms:Credential',
          'CFItem',
          'CFRubric',
          'CFRubricCriterion',
          'CFRubricCriterionLevel',
        ],
        'CTDL',
      ),
      targetUrl: URI,
    }),
    Evidence: object('type', {
      id: URI,
      type: typed('Evidence'),
      narrative: TEXT,
      name: TEXT,
      description: TEXT,
      genre: TEXT,
      audience: TEXT,
    }),
    Image: object('id type', { id: URI, type: typed('Image'), caption: TEXT }),
    IdentityObject: object('type hashed identityHash identityType', {
      type: typed('IdentityObject'),
      hashed: FLAG,
      identityHash: TEXT,
      identityType: IDENTIFIER,
      salt: TEXT,
    }),
    IdentifierEntry: object('type identifier identifierType', {
      type: typed('IdentifierEntry'),
      identifier: TEXT,
      identifierType: IDENTIFIER,
    }),
    /** BCP 47. */
    Language: { type: 'string', pattern: '^[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*$' },
    Result: object('type', {
      type: typed('Result'),
      achievedLevel: URI,
      alignment: many(a('Alignment')),
      resultDescription: URI,
      status: oneOf('Completed', 'Enrolled', 'Failed', 'InProgress', 'OnHold', 'Provisional', 'Withdrew'),
      value: TEXT,
    }),
    ResultDescription: object('id type name resultType', {
      id: URI,
      type: typed('ResultDescription'),
      alignment: many(a('Alignment')),
      allowedValue: many(TEXT),
      name: TEXT,
      requiredLevel: URI,
      requiredValue: TEXT,
      resultType: termOf(
        ...['GradePointAverage', 'LetterGrade', 'Percent', 'PerformanceLevel', 'PredictedScore', 'RawScore', 'Result'],
        ...['RubricCriterion', 'RubricCriterionLevel', 'RubricScore', 'ScaledScore', 'Status'],
      ),
      rubricCriterionLevel: many(a('RubricCriterionLevel')),
      valueMax: TEXT,
      valueMin: TEXT,
    }),
    RubricCriterionLevel: object('id type name', {
      id: URI,
      type: typed('RubricCriterionLevel'),
      alignment: many(a('Alignment')),
      description: TEXT,
      level: TEXT,
      name: TEXT,
      points: TEXT,
    }),
    EndorsementCredential: object(
      '@context id type credentialSubject issuer',
      {
        ...CREDENTIAL,
        type: typed('EndorsementCredential'),
        credentialSubject: object('id type', {
          id: URI,
          type: typed('EndorsementSubject'),
          endorsementComment: TEXT,
        }),
      },
      BEGINS,
    ),
  },
};
