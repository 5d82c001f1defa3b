/** Every member of every good badge removed and altered: whatever decides must not be left to chance. */
import { describe, expect, it } from 'vitest';
import { verifyBadge } from '../../../utils/verify/index.ts';
import { fetchFrom, type Network } from './fixtures/network.ts';
import { type Fixture, NOW, networkOf, v1, v2, v05, v11 } from './fixtures/open-badges.ts';
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
  MICROSOFT_ID,
  MICROSOFT_LINK,
  TRANSCRIPT_ASKED,
  TRANSCRIPT_LINK,
  transcript,
} from './fixtures/platforms.ts';

/**
 * What may not be missing, and what may not be altered, by document (a part of its address) and path. `needs`: gone or of a wrong type, the badge is no
 * longer verified. `exact`: any other text will not do either. What is not listed is only shown, or says who the earner is, not whether it is real.
 */
interface Case {
  name: string;
  address: string;
  network: Network;
  needs: [document: string, ...paths: string[]][];
  exact: [document: string, ...paths: string[]][];
}

const hosted = (fixture: Fixture, needs: Case['needs'], exact: Case['exact']): Case => ({
  name: fixture.name,
  address: fixture.address,
  network: networkOf(fixture),
  needs,
  exact,
});

const WHOLE_CLASS = ['name', 'description', 'image', 'criteria', 'issuer'];

const CASES: Case[] = [
  hosted(
    v2(),
    [
      [
        '/assertions/7',
        'type',
        'id',
        'recipient',
        'recipient.type',
        'recipient.identity',
        'badge',
        'verification',
        'verification.type',
        'issuedOn',
      ],
      ['/classes/pilot', 'type', 'id', ...WHOLE_CLASS],
      ['/issuer', 'type', 'id', 'name', 'url'],
    ],
    [
      ['/assertions/7', 'type', 'id', 'recipient', 'badge', 'verification', 'verification.type', 'issuedOn'],
      ['/classes/pilot', 'type', 'id', 'issuer'],
      ['/issuer', 'type', 'id'],
    ],
  ),
  hosted(
    v1(),
    [
      ['/one/assertion', 'recipient', 'recipient.identity', 'badge', 'verify', 'verify.type', 'verify.url', 'issuedOn'],
      ['/one/class', ...WHOLE_CLASS],
      ['/one/issuer', 'name', 'url'],
    ],
    [
      ['/one/assertion', 'recipient', 'badge', 'verify', 'verify.type', 'verify.url', 'issuedOn'],
      ['/one/class', 'issuer'],
    ],
  ),
  hosted(
    v11(),
    [
      [
        '/eleven/assertion',
        'recipient',
        'recipient.identity',
        'badge',
        'verify',
        'verify.type',
        'verify.url',
        'issuedOn',
      ],
      ['/eleven/class', ...WHOLE_CLASS],
      ['/eleven/issuer', 'name', 'url'],
    ],
    [
      ['/eleven/assertion', 'recipient', 'badge', 'verify', 'verify.type', 'verify.url', 'issuedOn'],
      ['/eleven/class', 'issuer'],
    ],
  ),
  hosted(
    v05(),
    [
      [
        '/a/9',
        'recipient',
        'badge',
        ...WHOLE_CLASS.map((name) => `badge.${name}`),
        'badge.issuer.origin',
        'badge.issuer.name',
      ],
    ],
    [['/a/9', 'badge', 'badge.issuer', 'badge.issuer.origin']],
  ),
  {
    // Credly's word is enough for what it shows; the assertion itself must be whole.
    name: 'Credly',
    address: CREDLY_LINK,
    network: credly(),
    needs: [
      [
        '/badge_assertions/',
        'type',
        'id',
        'recipient',
        'recipient.identity',
        'badge',
        'verification',
        'verification.type',
        'issuedOn',
      ],
      ['/badge_classes/', 'name', 'issuer'],
      ['/issuers/aa11bb22-3333-4444-8555-666677778888', 'name'],
    ],
    exact: [
      ['/badge_assertions/', 'type', 'id', 'recipient', 'badge', 'verification', 'verification.type', 'issuedOn'],
      ['/badge_classes/', 'issuer'],
    ],
  },
  {
    name: 'Badgr',
    address: BADGR_LINK,
    network: { [BADGR_ASKED]: { json: badgrDocument() } },
    needs: [
      [
        '/assertions/',
        'type',
        'id',
        'recipient',
        'recipient.identity',
        'badge',
        'badge.name',
        'badge.issuer',
        'badge.issuer.name',
        'verification',
        'issuedOn',
      ],
    ],
    exact: [
      [
        '/assertions/',
        'type',
        'id',
        'recipient',
        'badge',
        'badge.issuer',
        'verification',
        'verification.type',
        'issuedOn',
      ],
    ],
  },
  {
    name: 'Open Badge Factory',
    address: `${FACTORY_ASSERTION}.html`,
    network: factory(),
    needs: [
      ['/assertion/', 'type', 'id', 'recipient', 'recipient.identity', 'badge', 'verification', 'issuedOn'],
      ['/badge/', 'type', 'id', ...WHOLE_CLASS],
      ['/client/', 'type', 'id', 'name', 'url'],
    ],
    exact: [
      ['/assertion/', 'type', 'id', 'recipient', 'badge', 'verification', 'issuedOn'],
      ['/badge/', 'type', 'id', 'issuer'],
      ['/client/', 'type', 'id'],
    ],
  },
  {
    name: 'Accredible',
    address: ACCREDIBLE_LINK,
    network: { [ACCREDIBLE_ASKED]: { json: { data: accredible() } } },
    needs: [
      [
        '/credentials/',
        'data',
        'data.uuid',
        'data.name',
        'data.approve',
        'data.complete',
        'data.private',
        'data.issuer',
        'data.issuer.name',
      ],
    ],
    exact: [
      [
        '/credentials/',
        'data',
        'data.uuid',
        'data.approve',
        'data.complete',
        'data.private',
        'data.revoked_at',
        'data.expired_on',
        'data.issued_on',
        'data.issuer',
      ],
    ],
  },
  {
    name: 'Microsoft credential',
    address: MICROSOFT_LINK,
    network: {
      [MICROSOFT_ASKED]: {
        json: {
          credentialId: MICROSOFT_ID,
          title: 'Certified: Quiet Systems',
          status: 'Active',
          expiresOn: '2027-09-12T00:00:00.0000000+00:00',
        },
      },
    },
    needs: [['/credentials/', 'title']],
    exact: [['/credentials/', 'status', 'credentialId', 'expiresOn']],
  },
  {
    name: 'Microsoft transcript',
    address: TRANSCRIPT_LINK,
    network: { [TRANSCRIPT_ASKED]: { json: transcript() } },
    needs: [
      [
        '/transcript/',
        'userName',
        'certificationData',
        'certificationData.activeCertifications',
        'certificationData.activeCertifications.0',
        'certificationData.activeCertifications.0.name',
        'certificationData.activeCertifications.0.status',
      ],
    ],
    exact: [
      [
        '/transcript/',
        'certificationData',
        'certificationData.activeCertifications',
        'certificationData.activeCertifications.0',
        'certificationData.activeCertifications.0.status',
        'certificationData.activeCertifications.0.expiration',
      ],
    ],
  },
];

/** Every place in a JSON value, innermost too. */
function paths(value: unknown, at: string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) => [[...at, name], ...paths(member, [...at, name])]);
}

function changed(
  value: unknown,
  path: string[],
  change: (holder: Record<string, unknown>, name: string) => void,
): unknown {
  const copy = structuredClone(value);
  let holder = copy as Record<string, unknown>;
  for (const name of path.slice(0, -1)) holder = holder[name] as Record<string, unknown>;
  change(holder, path.at(-1) ?? '');
  return copy;
}

const TYPES: [string, unknown][] = [
  ['number', 5],
  ['list', [[]]],
  ['object', { odd: true }],
];
const TEXT: [string, unknown][] = [['text', 'something else']];

function asks(list: Case['needs'], place: string, path: string): boolean {
  // The longest address that fits: a class may live under its issuer.
  const [found] = list
    .filter(([document]) => place.includes(document))
    .sort((a, b) => place.lastIndexOf(b[0]) - place.lastIndexOf(a[0]));
  return found?.slice(1).includes(path) ?? false;
}

describe('mutations of good badges', () => {
  for (const { name, address, network, needs, exact } of CASES) {
    it(`${name}: nothing that decides can be missing or strange`, async () => {
      const good = await verifyBadge({ url: address }, { fetch: fetchFrom(network).fetch, now: NOW });
      expect(good.verdict, JSON.stringify(good.checks)).toBe('verified');
      const survivors: string[] = [];
      const listed = new Set(
        [...needs, ...exact].flatMap(([document, ...members]) => members.map((member) => `${document} ${member}`)),
      );
      const tried = new Set<string>();
      for (const [place, reply] of Object.entries(network)) {
        for (const path of paths(reply.json)) {
          const dotted = path.join('.');
          const needed = asks(needs, place, dotted);
          const fixed = asks(exact, place, dotted);
          for (const [document] of [...needs, ...exact])
            if (place.includes(document)) tried.add(`${document} ${dotted}`);
          const variants: [string, boolean, unknown][] = [
            ['gone', needed, changed(reply.json, path, (holder, member) => delete holder[member])],
            ...[...TYPES, ...TEXT].map(([kind, value]): [string, boolean, unknown] => [
              kind,
              fixed || (needed && kind !== 'text'),
              changed(reply.json, path, (holder, member) => {
                holder[member] = value;
              }),
            ]),
          ];
          for (const [kind, mustFall, json] of variants) {
            const { fetch } = fetchFrom({ ...network, [place]: { ...reply, json } });
            const report = await verifyBadge({ url: address }, { fetch, now: NOW });
            expect(report.checks.map((check) => check.code)).not.toContain('internal-error');
            if (report.verdict === 'verified' && mustFall) survivors.push(`${place} ${dotted}: ${kind}`);
          }
        }
      }
      expect(survivors).toEqual([]);
      // A member that is listed but was never there would be tried by nobody.
      expect([...listed].filter((member) => !tried.has(member))).toEqual([]);
    });
  }

  it('the transcript tells nothing of the person but the user name', async () => {
    const { fetch } = fetchFrom({ [TRANSCRIPT_ASKED]: { json: transcript() } });
    const report = await verifyBadge({ url: TRANSCRIPT_LINK }, { fetch, now: NOW });
    expect(report.verdict).toBe('verified');
    expect(JSON.stringify(report)).not.toMatch(/JOHANNA|7700551|post\.example|QS-770055|c0ffee00/i);
  });
});
