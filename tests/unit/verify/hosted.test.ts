import { describe, expect, it } from 'vitest';
import type { Check, Report } from '../../../utils/badge/report.ts';
import { examine, verifyBadge } from '../../../utils/verify/index.ts';
import { fetchFrom, type Network } from './fixtures/network.ts';
import {
  type Doc,
  EARNER,
  type Fixture,
  hashOf,
  NOW,
  networkOf,
  SALT,
  v1,
  v2,
  v05,
  v11,
} from './fixtures/open-badges.ts';

const FIXTURES = [v05, v1, v11, v2];

async function judge(fixture: Fixture, change: Network = {}): Promise<Report> {
  const { fetch } = fetchFrom({ ...networkOf(fixture), ...change });
  return verifyBadge({ url: fixture.address }, { fetch, now: NOW });
}

function codes(report: Report, outcome?: Check['outcome']): string[] {
  return report.checks.filter((check) => outcome === undefined || check.outcome === outcome).map((check) => check.code);
}

describe('a good hosted badge', () => {
  for (const build of FIXTURES) {
    const fixture = build();
    it(`${fixture.name} is verified, by an issuer nobody lists`, async () => {
      const report = await judge(fixture);
      expect(report.checks.filter((check) => check.outcome === 'fail' || check.outcome === 'unknown')).toEqual([
        { id: 'recipient', outcome: 'unknown', code: 'recipient-unnamed' },
      ]);
      expect(report).toMatchObject({
        verdict: 'verified',
        proof: 'hosted',
        tone: 'caution',
        issuer: { standing: 'unlisted' },
      });
      expect(report.badge?.issuer.name).toBe(report.issuer.name);
      expect(report.badge?.image).toMatch(/^https:\/\//);
      expect(report.checkedAt).toBe(NOW.toISOString());
    });

    it(`${fixture.name} handed in as a document is judged by its hosted copy`, async () => {
      const { fetch } = fetchFrom(networkOf(fixture));
      const document = fixture.documents[fixture.address] as Doc;
      const given = build === v05 ? fixture.address : JSON.stringify(document);
      const report = await verifyBadge({ text: given }, { fetch, now: NOW });
      expect(report.verdict).toBe('verified');
      expect(codes(report)).not.toContain('format-differs-from-presented');
    });

    it(`${fixture.name} belongs to whose address hashes to it`, async () => {
      const { fetch } = fetchFrom(networkOf(fixture));
      const emails = ['other@post.example', EARNER.email.toUpperCase()];
      const report = await verifyBadge({ url: fixture.address }, { fetch, now: NOW, holder: { emails } });
      expect(report.holder.match).toBe('yours');
    });
  }

  it('is ok in tone once the reader trusts its issuer, by id or by host', async () => {
    const { fetch } = fetchFrom(networkOf(v2()));
    for (const id of ['https://badges.tidewater.example/issuer', 'badges.tidewater.example']) {
      const report = await verifyBadge({ url: v2().address }, { fetch, now: NOW, trusted: [{ id }] });
      expect(report).toMatchObject({ tone: 'ok', issuer: { standing: 'trusted' } });
    }
    const other = await verifyBadge({ url: v2().address }, { fetch, now: NOW, trusted: [{ id: 'tidewater.example' }] });
    expect(other).toMatchObject({ tone: 'caution', issuer: { standing: 'unlisted' } });
  });

  it('is read whole: languages, lists, alignment, evidence, markup', async () => {
    const report = await judge(
      v2({
        assertion: {
          evidence: [
            { id: 'https://tidewater.example/log/7', narrative: 'The log' },
            { narrative: 'Seen by <b>two</b> masters' },
            'javascript:steal()',
          ],
          'extensions:recipientProfile': { type: ['Extension'], name: 'Ilse Marwick' },
          endorsement: { type: 'Endorsement', claim: 'nothing we read' },
        },
        badge: {
          name: [
            { '@value': 'Lotsin', '@language': 'de' },
            { '@value': 'Estuary Pilot', '@language': 'en' },
          ],
          description: {
            de: 'Führt',
            en: '<p>Brings <em>boats</em> &amp; crews</p><script>x</script><ul><li>safely</li></ul>',
          },
          criteria: ['https://tidewater.example/pilot'],
          tags: 'tides',
          alignment: [{ targetName: 'Navigation', targetUrl: 'https://standards.example/n' }, { name: 'Tides' }, 7],
        },
      }),
    );
    expect(report).toMatchObject({ verdict: 'verified', holder: { name: 'Ilse Marwick' } });
    expect(report.badge).toMatchObject({
      name: 'Estuary Pilot',
      description: 'Brings boats & crews\n\n• safely',
      criteria: 'https://tidewater.example/pilot',
      skills: ['tides', 'Navigation'],
      evidence: ['https://tidewater.example/log/7', 'Seen by two masters'],
      recipientName: 'Ilse Marwick',
    });
  });

  it('may live at http addresses: they are asked over https and nothing else', async () => {
    const plain = JSON.parse(JSON.stringify(v2()).replaceAll('https://badges', 'http://badges')) as Fixture;
    const network = Object.fromEntries(
      Object.entries(networkOf(plain)).map(([address, reply]) => [address.replace('http:', 'https:'), reply]),
    );
    const { fetch, asked } = fetchFrom(network);
    const report = await verifyBadge({ url: plain.address }, { fetch, now: NOW });
    expect(report.verdict).toBe('verified');
    expect(asked.every((address) => address.startsWith('https://'))).toBe(true);
  });
});

describe('what the address answers', () => {
  const at = v2().address;
  const cases: [string, Network, string, string][] = [
    ['404', { [at]: { status: 404, json: {} } }, 'not-found', 'origin-not-found'],
    ['410', { [at]: { status: 410, body: 'Gone' } }, 'revoked', 'status-revoked'],
    [
      '410 with a reason',
      { [at]: { status: 410, json: { revocationReason: 'Awarded in error' } } },
      'revoked',
      'status-revoked',
    ],
    [
      'revoked with 200',
      { [at]: { json: { '@context': 'https://w3id.org/openbadges/v2', id: at, revoked: true } } },
      'revoked',
      'status-revoked',
    ],
    ['revoked with 404', { [at]: { status: 404, json: { id: at, revoked: true } } }, 'revoked', 'status-revoked'],
    ['401', { [at]: { status: 401, json: {} } }, 'undecided', 'origin-access-denied'],
    ['403', { [at]: { status: 403, json: {} } }, 'undecided', 'origin-access-denied'],
    ['500', { [at]: { status: 500, body: 'oops' } }, 'undecided', 'origin-server-error'],
    ['429', { [at]: { status: 429, body: '', headers: { 'retry-after': '60' } } }, 'undecided', 'origin-rate-limited'],
    ['a broken connection', { [at]: { broken: true } }, 'undecided', 'origin-network'],
    ['a login page', { [at]: { type: 'text/html', body: '<!doctype html><form>' } }, 'undecided', 'format-not-json'],
    [
      'a login page under a false type',
      { [at]: { type: 'application/json', body: '<html>' } },
      'undecided',
      'format-not-json',
    ],
    ['nothing', { [at]: { type: 'application/json', body: '' } }, 'undecided', 'format-not-json'],
    ['white space', { [at]: { type: 'application/json', body: ' \n' } }, 'undecided', 'format-not-json'],
    ['204', { [at]: { status: 204, type: 'application/json', body: null } }, 'undecided', 'format-not-json'],
    ['broken JSON', { [at]: { type: 'application/json', body: '{"type":"Assertion",' } }, 'invalid', 'format-not-json'],
    [
      'invalid UTF-8',
      { [at]: { type: 'application/json', body: new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x7d]) } },
      'invalid',
      'format-bad-text',
    ],
    ['JSON that is no badge', { [at]: { json: { hello: 'world' } } }, 'invalid', 'format-not-a-badge'],
    [
      'a badge class',
      { [at]: { json: v2().documents['https://badges.tidewater.example/classes/pilot'] } },
      'invalid',
      'format-not-a-badge',
    ],
    [
      'a compact JWS',
      { [at]: { type: 'text/plain', body: 'eyJhbGciOiJSUzI1NiJ9.eyJhIjoxfQ.c2ln' } },
      'invalid',
      'format-missing-member',
    ],
    [
      'a picture that is broken',
      { [at]: { type: 'image/png', body: new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]) } },
      'invalid',
      'format-broken-image',
    ],
  ];
  for (const [name, change, verdict, code] of cases) {
    it(`${name}: ${verdict}`, async () => {
      const report = await judge(v2(), change);
      expect(codes(report)).toContain(code);
      expect(report.verdict).toBe(verdict);
    });
  }

  it('keeps the reason of a withdrawal and the time to come back', async () => {
    const gone = await judge(v2({ assertion: { revoked: true, revocationReason: 'Mixed up\u202E with another' } }));
    expect(gone.checks).toContainEqual({
      id: 'status',
      outcome: 'fail',
      code: 'status-revoked',
      detail: 'Mixed up with another',
    });
    expect(gone.badge?.name).toBe('Estuary Pilot');
    const later = await judge(v2(), { [at]: { status: 429, body: '', headers: { 'retry-after': '60' } } });
    expect(later.retryAt).toBeDefined();
    expect(later.asked).toEqual(['badges.tidewater.example']);
  });

  it('reads any sign of withdrawal', async () => {
    expect((await judge(v2({ assertion: { revoked: 'true' } }))).verdict).toBe('revoked');
    expect((await judge(v2({ assertion: { revoked: { since: 'May' } } }))).verdict).toBe('undecided');
    expect((await judge(v2({ assertion: { revoked: false } }))).verdict).toBe('verified');
    expect((await judge(v2({ assertion: { revoked: null } }))).verdict).toBe('verified');
  });

  const parts = ['https://badges.tidewater.example/classes/pilot', 'https://badges.tidewater.example/issuer'];
  for (const part of parts) {
    for (const [name, reply] of [
      ['missing', { status: 404, json: {} }],
      ['out of order', { status: 503, body: '' }],
      ['a page', { type: 'text/html', body: '<html>' }],
      ['a list', { json: [] }],
      ['unreachable', { broken: true }],
    ] as const) {
      it(`${new URL(part).pathname} ${name}: undecided`, async () => {
        expect((await judge(v2(), { [part]: reply })).verdict).toBe('undecided');
      });
    }
  }
});

describe('dates', () => {
  const cases: [Doc, string, string][] = [
    [{ expires: '2026-11-23T11:00:00Z' }, 'expired', 'dates-expired'],
    [{ expires: '2026-11-23T11:56:00Z' }, 'verified', 'dates-ok'],
    [{ expires: 1_700_000_000 }, 'expired', 'dates-expired'],
    [{ expires: '2027-01-01' }, 'verified', 'dates-ok'],
    [{ expires: null }, 'verified', 'dates-none'],
    [{ expires: 'next year' }, 'undecided', 'dates-unreadable'],
    [{ expires: '2026-02-30' }, 'undecided', 'dates-unreadable'],
    [{ expires: {} }, 'undecided', 'dates-unreadable'],
    [{ issuedOn: '2100-01-01T00:00:00Z' }, 'not-yet-valid', 'dates-not-yet-valid'],
    [{ issuedOn: '2026-11-23T12:04:00Z' }, 'verified', 'dates-none'],
    [{ issuedOn: '2026-11-23T12:06:00Z' }, 'not-yet-valid', 'dates-not-yet-valid'],
    [{ issuedOn: '2026-11-24' }, 'verified', 'dates-none'],
    [{ issuedOn: 'once upon a time' }, 'undecided', 'dates-unreadable'],
    [{ issuedOn: '2100-01-01', expires: '2099-01-01' }, 'invalid', 'format-bad-value'],
    [{ issuedOn: '2025-06-01', expires: '2025-05-01' }, 'expired', 'dates-expired'],
  ];
  for (const [change, verdict, code] of cases) {
    it(`${JSON.stringify(change)}: ${verdict}`, async () => {
      const report = await judge(v2({ assertion: change }));
      expect(codes(report)).toContain(code);
      expect(report.verdict).toBe(verdict);
    });
  }
});

describe('recipients', () => {
  it('a plain e-mail address is compared and appears nowhere', async () => {
    const fixture = v2({ assertion: { recipient: { type: 'email', hashed: false, identity: EARNER.email } } });
    const { fetch } = fetchFrom(networkOf(fixture));
    const report = await verifyBadge({ url: fixture.address }, { fetch, now: NOW, holder: { emails: [EARNER.email] } });
    expect(report.holder.match).toBe('yours');
    expect(JSON.stringify(report)).not.toContain(EARNER.email);
  });

  it('nothing by which a person can be known is kept, whatever it is said to be', async () => {
    for (const recipient of [
      { type: 'email', hashed: true, identity: EARNER.email },
      { type: 'email', hashed: false, identity: `mailto:${encodeURIComponent(EARNER.email)}` },
      { type: 'telephone', hashed: false, identity: '+886912345678' },
      { type: 'url', hashed: false, identity: 'https://people.example/ilse' },
    ]) {
      const { fetch } = fetchFrom(networkOf(v2({ assertion: { recipient } })));
      const { recipients, verdict } = await examine({ url: v2().address }, { fetch, now: NOW });
      expect(verdict).toBe('verified');
      expect(recipients).toEqual([
        expect.objectContaining({ identity: expect.stringMatching(/^sha256\$[0-9a-f]{64}$/) }),
      ]);
    }
  });

  it('md5 is compared, with a warning', async () => {
    const { createHash } = await import('node:crypto');
    const identity = `md5$${createHash('md5')
      .update(EARNER.email + SALT)
      .digest('hex')
      .toUpperCase()}`;
    const fixture = v2({ assertion: { recipient: { type: 'email', hashed: true, salt: SALT, identity } } });
    const { fetch } = fetchFrom(networkOf(fixture));
    const report = await verifyBadge({ url: fixture.address }, { fetch, now: NOW, holder: { emails: [EARNER.email] } });
    expect(report.holder.match).toBe('yours');
    expect(codes(report, 'warn')).toContain('recipient-weak-hash');
  });

  it('a hash of somebody else is not yours', async () => {
    const fixture = v2({
      assertion: { recipient: { type: 'email', hashed: true, identity: hashOf('else@post.example') } },
    });
    const { fetch } = fetchFrom(networkOf(fixture));
    const report = await verifyBadge(
      { url: fixture.address },
      { fetch, now: NOW, holder: { emails: [EARNER.email, ''] } },
    );
    expect(report.holder).toEqual({ match: 'unknown' });
  });
});
