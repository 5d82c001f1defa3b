/** Any JSON in any place of a credential: nothing throws, and what comes out is bounded. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { CAPS } from '../../../../utils/badge/text.ts';
import { detect } from '../../../../utils/openbadges/detect.ts';
import { endorsementsOn, readEndorsement } from '../../../../utils/openbadges/endorsements.ts';
import { judgeCredentialDates } from '../../../../utils/openbadges/v3/dates.ts';
import { issuerPlace } from '../../../../utils/openbadges/v3/issuer-place.ts';
import { compactText, containedOf, endorsementsOf } from '../../../../utils/openbadges/v3/parts.ts';
import { readCredential } from '../../../../utils/openbadges/v3/read-credential.ts';
import { sameCredential } from '../../../../utils/openbadges/v3/same-credential.ts';
import { judgeStructure } from '../../../../utils/openbadges/v3/structure.ts';
import { badge, CLR2, endorsement, JWT, type Loose, OB3, record, V1, V2 } from './samples.ts';

/** Names and texts that the readers look for, so that the random values reach deep. */
const NAMES = (
  '@context @id @type @value @language @protected id type name description issuer holder credentialSubject achievement creator source criteria ' +
  'narrative image evidence tag alignment targetName identifier identityHash identityType hashed salt givenName familyName validFrom validUntil ' +
  'issuanceDate expirationDate awardedDate credentialStatus credentialSchema refreshService termsOfUse relatedResource digestSRI endorsement ' +
  'endorsementJwt verifiableCredential proof signature receipt cryptosuite claim endorsementComment partial url en fr __proto__ constructor'
).split(' ');
const TEXTS = [
  V1,
  V2,
  OB3,
  CLR2,
  JWT,
  `data:application/vc+jwt,${JWT}`,
  'VerifiableCredential',
  'OpenBadgeCredential',
  'ClrCredential',
  'EndorsementCredential',
  'VerifiablePresentation',
  'EnvelopedVerifiableCredential',
  'AchievementSubject',
  'Achievement',
  'MerkleProof2019',
  'did:web:www.credly.com:api:v1:obi:v3:issuers:1',
  'did:web:%',
  'mailto:mira@aldous.example',
  'name',
  'mira@aldous.example',
  '2026-02-30T00:00:00Z',
  '2020-01-01T00:00:00Z',
  'javascript:alert(1)',
  '\uD800',
  '<b>',
];

const { tree } = fc.letrec<{ tree: unknown; object: Loose }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    fc.constantFrom<unknown>(...TEXTS, null, true, false, 0, -1, 1e300, '', ' '),
    fc.string({ unit: 'binary' }),
    fc.array(tie('tree'), { maxLength: 4 }),
    tie('object'),
  ),
  object: fc
    .array(fc.tuple(fc.constantFrom(...NAMES), tie('tree')), { maxLength: 8 })
    // As JSON.parse does it: `__proto__` is an ordinary member.
    .map((entries): Loose => Object.fromEntries(entries)),
}));

/** A whole credential with random values in random places, or something entirely random. */
const credential = fc.oneof(
  fc.dictionary(fc.constantFrom(...NAMES), tree, { maxKeys: 12, noNullPrototype: true }),
  fc
    .tuple(
      fc.constantFrom(badge, endorsement, record),
      fc.array(fc.tuple(fc.array(fc.nat(8), { maxLength: 4 }), tree), { maxLength: 3 }),
    )
    .map(([make, changes]) => changes.reduce((whole, [path, value]) => changed(whole, path, value), make())),
);

/** The same with `value` put where the path leads. */
function changed(object: Loose, path: readonly number[], value: unknown): Loose {
  const names = Object.keys(object);
  const [step = 0, ...rest] = path;
  const name = names[step % Math.max(names.length, 1)] ?? 'id';
  const inner = object[name];
  const next =
    rest.length > 0 && typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? changed(inner as Loose, rest, value)
      : value;
  return { ...object, [name]: next };
}

const CODES = [
  'format-missing-member',
  'format-bad-value',
  'format-forbidden-member',
  'recipient-missing',
  'recipient-weak-hash',
  'schema-findings',
];

it('nothing throws, and everything is bounded', () => {
  fc.assert(
    fc.property(credential, fc.double(), (document, seconds) => {
      const checks = judgeStructure(document);
      expect(checks.length).toBeLessThanOrEqual(21);
      for (const { code, detail = '' } of checks) {
        expect(CODES).toContain(code);
        expect(detail).toMatch(/^[@\w.]*$/);
      }
      const { badge: read, recipients } = readCredential(document);
      expect(read.name).not.toBe('');
      expect([...read.name].length).toBeLessThanOrEqual(CAPS.name);
      expect(read.recipientName ?? '').not.toContain('@');
      expect(recipients.length).toBeLessThanOrEqual(20);
      for (const address of [read.url, read.issuer.url])
        if (address !== undefined) expect(address).toMatch(/^https:\/\//);
      const dates = judgeCredentialDates(document, { notBefore: seconds, expires: seconds }, new Date('2026-03-01'));
      expect(dates.checks).toHaveLength(1);
      expect(endorsementsOf(document).items.length).toBeLessThanOrEqual(10);
      expect(containedOf(document).items.length).toBeLessThanOrEqual(50);
      expect(typeof sameCredential(document, document)).toBe('boolean');
      detect(document);
      compactText(document);
      const placed = { document, address: 'https://a.example/1' };
      expect(endorsementsOn([placed, placed, { document }]).items.length).toBeLessThanOrEqual(5);
      readEndorsement(document, 'urn:x:1');
    }),
    { numRuns: 3_000 },
  );
});

it('a whole credential stays good whatever foreign members it has', () => {
  fc.assert(
    fc.property(tree, (value) => {
      expect(judgeStructure(badge({ 'https://a.example/extra': value }))).toEqual([]);
    }),
  );
});

it('a place is a host or a DID, whatever stood around it', () => {
  const ids = fc.oneof(
    fc.string(),
    fc.string({ unit: 'binary' }).map((rest) => `did:web:${rest}`),
    fc.string().map((rest) => `did:key:${rest}`),
    fc.webUrl({ withFragments: true, withQueryParameters: true }),
  );
  fc.assert(fc.property(ids, (id) => /^[\w.:%[\]-]+$/.test(issuerPlace(id) ?? 'none')));
});
