/** Any JSON in place of any answer: never an exception, never a tick. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { verifyBadge } from '../../../utils/verify/index.ts';
import { fetchFrom, type Network } from './fixtures/network.ts';
import { NOW, networkOf, v1, v2, v05, v11 } from './fixtures/open-badges.ts';
import {
  ACCREDIBLE_ASKED,
  ACCREDIBLE_LINK,
  accredible,
  BADGR_ASKED,
  BADGR_LINK,
  badgrDocument,
  CREDLY_LINK,
  credly,
  FACTORY_ASSERTION,
  factory,
  MICROSOFT_ASKED,
  MICROSOFT_LINK,
  TRANSCRIPT_ASKED,
  TRANSCRIPT_LINK,
  transcript,
} from './fixtures/platforms.ts';

const WORLDS: [string, string, Network][] = [
  ...[v05(), v1(), v11(), v2()].map((fixture): [string, string, Network] => [
    fixture.name,
    fixture.address,
    networkOf(fixture),
  ]),
  ['Credly', CREDLY_LINK, credly()],
  ['Badgr', BADGR_LINK, { [BADGR_ASKED]: { json: badgrDocument() } }],
  ['Open Badge Factory', FACTORY_ASSERTION, factory()],
  ['Accredible', ACCREDIBLE_LINK, { [ACCREDIBLE_ASKED]: { json: { data: accredible() } } }],
  ['Microsoft credential', MICROSOFT_LINK, { [MICROSOFT_ASKED]: { json: { title: 'T' } } }],
  ['Microsoft transcript', TRANSCRIPT_LINK, { [TRANSCRIPT_ASKED]: { json: transcript() } }],
];

/** Keys that the readers look for, so that the random values reach deep. */
const KEYS = [
  '@context',
  'type',
  '@type',
  'id',
  '@id',
  'name',
  'badge',
  'issuer',
  'recipient',
  'identity',
  'hashed',
  'salt',
  'verification',
  'verify',
  'url',
  'uid',
  'issuedOn',
  'issued_on',
  'expires',
  'revoked',
  'image',
  'criteria',
  'evidence',
  'narrative',
  'tags',
  'alignment',
  'data',
  'uuid',
  'private',
  'approve',
  'complete',
  'expired',
  'expired_on',
  'revoked_at',
  'expiresOn',
  'userName',
  'certificationData',
  'activeCertifications',
  'allowedOrigins',
  'startsWith',
  'origin',
  'extensions:recipientProfile',
  '__proto__',
  'constructor',
  'toString',
];
const WORDS = [
  'https://w3id.org/openbadges/v2',
  'https://w3id.org/openbadges/v1',
  'Assertion',
  'BadgeClass',
  'Profile',
  'hosted',
  'HostedBadge',
  'email',
  '2024-01-01T00:00:00Z',
  'https://badges.tidewater.example/assertions/7',
  'https://badges.tidewater.example/issuer',
  'sha256$00',
  '',
];
const json = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    fc.constantFrom<unknown>(null, true, false, 0, 1, -1, 1e300, 1_700_000_000),
    fc.constantFrom(...WORDS),
    fc.string({ unit: 'binary' }),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.oneof(fc.constantFrom(...KEYS), fc.string({ maxLength: 8 })), tie('value'), { maxKeys: 8 }),
  ),
})).value;

describe('random answers', () => {
  for (const [name, address, network] of WORLDS) {
    it(`${name}: never verified, never thrown`, async () => {
      await fc.assert(
        fc.asyncProperty(json, fc.constantFrom(200, 200, 200, 404, 410, 500), async (value, status) => {
          const random = Object.fromEntries(Object.keys(network).map((place) => [place, { json: value, status }]));
          const report = await verifyBadge({ url: address }, { fetch: fetchFrom(random).fetch, now: NOW });
          expect(report.verdict).not.toBe('verified');
          expect(report.tone).not.toBe('ok');
          expect(report.checks.map((check) => check.code)).not.toContain('internal-error');
        }),
        { numRuns: 150 },
      );
    });
  }

  it('one random answer among good ones throws nothing either', async () => {
    for (const [, address, network] of WORLDS) {
      for (const place of Object.keys(network)) {
        await fc.assert(
          fc.asyncProperty(json, async (value) => {
            const report = await verifyBadge(
              { url: address },
              { fetch: fetchFrom({ ...network, [place]: { json: value } }).fetch, now: NOW },
            );
            expect(report.checks.map((check) => check.code)).not.toContain('internal-error');
          }),
          { numRuns: 25 },
        );
      }
    }
  });

  it('random documents handed in', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          json.map((value) => JSON.stringify(value)),
          fc.string({ unit: 'binary' }),
        ),
        async (text) => {
          const report = await verifyBadge({ text }, { fetch: fetchFrom({}).fetch, now: NOW });
          expect(report.verdict).not.toBe('verified');
          expect(report.checks.map((check) => check.code)).not.toContain('internal-error');
        },
      ),
      { numRuns: 400 },
    );
  });
});
