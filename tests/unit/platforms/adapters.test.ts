/** Each platform with its own habits, as docs/platforms.md and the captures record them. */
import { describe, expect, it } from 'vitest';
import type { Report } from '../../../utils/badge/report.ts';
import { examine, verifyBadge } from '../../../utils/verify/index.ts';
import { fetchFrom, type Network, type Reply } from '../verify/fixtures/network.ts';
import { EARNER, hashOf, NOW, networkOf, v2 } from '../verify/fixtures/open-badges.ts';
import {
  ACCREDIBLE_ASKED,
  ACCREDIBLE_ID,
  ACCREDIBLE_LINK,
  accredible,
  BADGR_ASKED,
  BADGR_ID,
  BADGR_ISSUER,
  BADGR_LINK,
  badgrDocument,
  CREDLY_ASSERTION,
  CREDLY_CLASS,
  CREDLY_ID,
  CREDLY_LINK,
  CREDLY_PAGE,
  credly,
  FACTORY_ASSERTION,
  factory,
  MICROSOFT_ASKED,
  MICROSOFT_ID,
  MICROSOFT_LINK,
  TRANSCRIPT_ASKED,
  TRANSCRIPT_LINK,
  transcript,
} from '../verify/fixtures/platforms.ts';

async function judge(url: string, network: Network, more: Partial<Parameters<typeof verifyBadge>[1]> = {}) {
  const { fetch, asked } = fetchFrom(network);
  const report = await verifyBadge({ url }, { fetch, now: NOW, ...more });
  return { ...report, requests: asked, codes: report.checks.map((check) => check.code) };
}

const answers = (verdict: Report['verdict'], ...codes: string[]) =>
  expect.objectContaining({ verdict, codes: expect.arrayContaining(codes) });

describe('Credly', () => {
  const link = CREDLY_LINK;

  it('is verified and vouched for; the page names the holder', async () => {
    const report = await judge(link, credly(), { holder: { name: EARNER.name } });
    expect(report).toMatchObject({
      verdict: 'verified',
      proof: 'hosted',
      tone: 'ok',
      holder: { match: 'same', name: EARNER.name },
      issuer: { standing: 'vetted', name: 'Quayside Institute' },
      badge: {
        name: 'Harbour Logistics to Scale',
        recipientName: EARNER.name,
        url: CREDLY_PAGE,
        skills: ['Logistics'],
      },
      asked: ['www.credly.com'],
    });
    expect(report.codes).toContain('recipient-from-page');
    expect(report.requests).toHaveLength(4);
    expect(report.badge?.expires).toBeUndefined();
  });

  it('somebody else’s badge says so and is not ok', async () => {
    const report = await judge(link, credly(), { holder: { name: 'Teodor Balan' } });
    expect(report).toMatchObject({ verdict: 'verified', tone: 'caution', holder: { match: 'differs' } });
  });

  it('an e-mail address of the reader makes it theirs', async () => {
    const report = await judge(link, credly(), { holder: { emails: [EARNER.email] } });
    expect(report.holder.match).toBe('yours');
  });

  it('reads the page’s sentence whatever is in the names', async () => {
    const holder = async (sentence: string) =>
      (
        await judge(link, {
          ...credly(),
          [CREDLY_PAGE]: { type: 'text/html', body: `<meta property='og:title' content="${sentence}">` },
        })
      ).holder.name;
    expect(await holder('Harbour Logistics to Scale was issued by Quayside Institute to Anna to Bell.')).toBe(
      'Anna to Bell',
    );
    expect(await holder('Harbour Logistics to Scale (Expired) was issued by Quayside Institute to Anna Bell.')).toBe(
      'Anna Bell',
    );
    expect(await holder('Other Title was issued by Ways to Go to Anna O&#39;Bell.')).toBe("Anna O'Bell");
    expect(await holder('Something else altogether')).toBeUndefined();
    expect(await holder('A was issued by B to anna@post.example.')).toBeUndefined();
  });

  const pages: [string, Reply][] = [
    ['missing', { status: 404, body: '' }],
    ['broken', { broken: true }],
    ['a server error', { status: 500, json: {} }],
    ['without any tag', { type: 'text/html', body: '<title>Credly</title>' }],
    [
      'elsewhere',
      {
        type: 'text/html',
        body: '<meta property="og:title" content="A was issued by B to C.">',
        end: 'https://evil.example/',
      },
    ],
  ];
  for (const [name, reply] of pages) {
    it(`the page ${name}: the verdict stands, the holder is unknown`, async () => {
      const report = await judge(link, { ...credly(), [CREDLY_PAGE]: reply }, { holder: { name: EARNER.name } });
      expect(report).toMatchObject({ verdict: 'verified', tone: 'ok', holder: { match: 'unknown' } });
    });
  }

  it('a page that could not be read is told, with the time to come back', async () => {
    const with_ = async (reply: Reply, change: Parameters<typeof credly>[0] = {}) => {
      const { fetch } = fetchFrom({ ...credly(change), [CREDLY_PAGE]: reply });
      return examine({ url: link }, { fetch, now: NOW });
    };
    for (const [reply, code] of [
      [{ broken: true }, 'origin-network'],
      [{ status: 503, body: '' }, 'origin-server-error'],
      [{ status: 403, body: '' }, 'origin-access-denied'],
      [{ status: 404, body: '' }, 'origin-not-found'],
      [{ type: 'text/html', body: '', end: 'https://evil.example/' }, 'origin-redirected-away'],
    ] as const) {
      const examined = await with_(reply);
      expect(examined.verdict).toBe('verified');
      expect(examined.checks).toContainEqual(expect.objectContaining({ id: 'recipient', outcome: 'unknown', code }));
    }
    const limited = await with_(
      { status: 429, body: '', headers: { 'retry-after': '60' } },
      { assertion: { expires: '2026-01-01T00:00:00.000Z' } },
    );
    expect(limited).toMatchObject({ verdict: 'expired', retryAt: expect.any(String) });
    expect(limited.checks).toContainEqual({
      id: 'recipient',
      outcome: 'unknown',
      code: 'origin-rate-limited',
      detail: limited.retryAt,
    });
    const read = await with_({ type: 'text/html', body: '<title>Credly</title>' });
    expect(read.checks.filter(({ id }) => id === 'recipient')).toEqual([]);
  });

  it('answers for withdrawn, unknown, private and failing badges', async () => {
    const with_ = (reply: Reply) => judge(link, { ...credly(), [CREDLY_ASSERTION]: reply });
    expect(await with_({ status: 410, json: {} })).toEqual(answers('revoked', 'status-revoked'));
    expect(await with_({ status: 404, json: { data: { message: 'Resource not found.' } } })).toEqual(
      answers('not-found', 'origin-not-found'),
    );
    expect(await with_({ status: 401, json: {} })).toEqual(answers('undecided', 'origin-access-denied'));
    expect(await with_({ status: 403, json: {} })).toEqual(answers('undecided', 'origin-access-denied'));
    expect(await with_({ json: { id: 'x' }, end: 'https://evil.example/' })).toEqual(
      answers('undecided', 'origin-redirected-away'),
    );
    const gone = await with_({ status: 404, json: {} });
    expect(gone.requests).toEqual([CREDLY_ASSERTION]);
  });

  it('expired is expired, and still names its holder', async () => {
    const report = await judge(link, credly({ assertion: { expires: '2026-01-01T00:00:00.000Z' } }));
    expect(report).toMatchObject({ verdict: 'expired', tone: 'caution', holder: { name: EARNER.name } });
  });

  it('accepts its own two origins in the id and no other', async () => {
    const id = async (value: string) => (await judge(link, credly({ assertion: { id: value } }))).verdict;
    expect(await id(`https://api.credly.com/v1/obi/v2/badge_assertions/${CREDLY_ID.toUpperCase()}`)).toBe('verified');
    expect(
      await id(`https://www.credly.com/api/v1/obi/v2/badge_assertions/${'0'.repeat(8)}${CREDLY_ID.slice(8)}`),
    ).toBe('not-found');
    expect(await id(`https://www.credly.com.evil.example/badge_assertions/${CREDLY_ID}`)).not.toBe('verified');
    expect(await id(`https://evil.example/badge_assertions/${CREDLY_ID}`)).not.toBe('verified');
  });

  it('reads class and issuer from its own origins only, as text or object', async () => {
    const issuer = { id: 'https://www.credly.com/api/v1/obi/v2/issuers/aa', name: 'Quayside Institute' };
    expect(await judge(link, credly({ badge: { issuer } }))).toMatchObject({
      verdict: 'verified',
      issuer: { name: 'Quayside Institute', standing: 'vetted' },
    });
    const embedded = {
      name: 'N',
      description: 'D',
      image: 'https://a.example/i.png',
      criteria: 'https://a.example',
      issuer,
    };
    expect(await judge(link, credly({ assertion: { badge: embedded } }))).toMatchObject({ verdict: 'verified' });
    for (const badge of ['https://evil.example/class', { id: 'https://evil.example/class', name: 'Fake', issuer }]) {
      const report = await judge(link, {
        ...credly({ assertion: { badge } }),
        'https://evil.example/class': { json: embedded },
      });
      expect(report).toEqual(answers('undecided', 'issuer-unreadable'));
      expect(report.requests).toEqual([CREDLY_ASSERTION]);
    }
    const outside = await judge(link, credly({ badge: { issuer: 'https://evil.example/issuer' } }));
    expect(outside.verdict).toBe('undecided');
    expect(outside.requests).not.toContain('https://evil.example/issuer');
    expect(
      await judge(link, { ...credly(), [CREDLY_CLASS]: { json: {}, end: 'https://evil.example/c' } }),
    ).toMatchObject({ verdict: 'undecided' });
  });
});

describe('Badgr', () => {
  const at = (document: unknown, more: Network = {}): Network => ({ [BADGR_ASKED]: { json: document }, ...more });

  it('is verified in one request; who issues there is checked by nobody', async () => {
    const report = await judge(BADGR_LINK, at(badgrDocument()), { holder: { emails: [EARNER.email] } });
    expect(report).toMatchObject({
      verdict: 'verified',
      tone: 'caution',
      holder: { match: 'yours' },
      issuer: { standing: 'unvetted', name: 'Lindow Allotments', id: BADGR_ISSUER },
      badge: { url: `https://api.eu.badgr.io/public/assertions/${BADGR_ID}` },
    });
    expect(report.requests).toEqual([BADGR_ASKED]);
  });

  it('keeps e-mail addresses to itself', async () => {
    const report = await judge(BADGR_LINK, at(badgrDocument()));
    expect(JSON.stringify(report)).not.toMatch(/post\.example|lindow\.example"?,?"?[^/]*@|hello@/);
    expect(report.requests.join()).not.toContain('identity__email');
  });

  it('a listed issuer is trusted by its id', async () => {
    expect(await judge(BADGR_LINK, at(badgrDocument()), { trusted: [{ id: BADGR_ISSUER }] })).toMatchObject({
      tone: 'ok',
    });
  });

  it('withdrawn is answered with 200', async () => {
    const { '@context': context, type, id } = badgrDocument();
    const report = await judge(
      BADGR_LINK,
      at({ '@context': context, type, id, revoked: true, revocationReason: 'Issued in error' }),
    );
    expect(report).toEqual(answers('revoked', 'status-revoked'));
    expect(report.checks).toContainEqual({
      id: 'status',
      outcome: 'fail',
      code: 'status-revoked',
      detail: 'Issued in error',
    });
  });

  it('fetches class and issuer where the answer was not expanded', async () => {
    const expanded = badgrDocument();
    const badge = expanded.badge as Record<string, unknown>;
    const report = await judge(
      BADGR_LINK,
      at(badgrDocument({ assertion: { badge: badge.id } }), {
        [String(badge.id)]: { json: { ...badge, issuer: BADGR_ISSUER } },
        [BADGR_ISSUER]: { json: badge.issuer },
      }),
    );
    expect(report).toMatchObject({ verdict: 'verified', issuer: { standing: 'unvetted' } });
  });

  it('an imported badge is judged at its first home, and Badgr vouches for nothing', async () => {
    const home = v2();
    const imported = { ...home.documents[home.address] };
    const report = await judge(BADGR_LINK, at(imported, networkOf(home)));
    expect(report).toMatchObject({
      verdict: 'verified',
      tone: 'caution',
      issuer: { standing: 'unlisted', name: 'Tidewater School of Seamanship' },
    });
    expect(report.codes).toContain('origin-id-differs');
  });

  it('an issuer embedded in a stranger’s class is not Badgr’s word', async () => {
    const evil = {
      type: 'BadgeClass',
      id: 'https://evil.example/class',
      name: 'X',
      description: 'X',
      image: 'https://evil.example/i.png',
      criteria: 'https://evil.example/c',
      issuer: { id: BADGR_ISSUER, name: 'Lindow Allotments', type: 'Issuer', url: 'https://lindow.example' },
    };
    const report = await judge(
      BADGR_LINK,
      at(badgrDocument({ assertion: { badge: 'https://evil.example/class' } }), {
        'https://evil.example/class': { json: evil },
      }),
    );
    expect(report.verdict).toBe('undecided');
  });

  it('asks each region at its own server', async () => {
    for (const [link, server] of [
      ['badgr.com', 'api.badgr.io'],
      ['api.badgr.io', 'api.badgr.io'],
      ['eu.badgr.com', 'api.eu.badgr.io'],
      ['ca.badgr.io', 'api.ca.badgr.io'],
      ['au.badgr.com', 'api.au.badgr.io'],
      ['badges.parchment.com', 'badges.parchment.com'],
    ]) {
      const report = await judge(`https://${link}/public/assertions/${BADGR_ID}`, {});
      expect(report).toEqual(answers('not-found', 'origin-not-found'));
      expect(report.requests).toEqual([
        `https://${server}/public/assertions/${BADGR_ID}?expand=badge&expand=badge.issuer`,
      ]);
    }
  });
});

describe('trouble at a platform is never the badge’s fault', () => {
  const answersOf: [string, Reply][] = [
    ['nothing', { type: 'application/json', body: '' }],
    ['204', { status: 204, type: 'application/json', body: null }],
    ['an error', { json: { error: 'maintenance' } }],
    ['words', { type: 'application/json', body: 'Service Unavailable' }],
    ['half a badge', { type: 'application/json', body: '{"@context":"https://w3id.org/openb' }],
    ['bytes', { type: 'application/json', body: new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x7d]) }],
    ['null', { json: null }],
    ['a list', { json: [] }],
    ['a page', { type: 'text/html', body: '<html>' }],
  ];
  for (const [name, reply] of answersOf) {
    it(`${name} for a badge: undecided`, async () => {
      for (const [asked, address] of [
        [CREDLY_ASSERTION, CREDLY_LINK],
        [BADGR_ASKED, BADGR_LINK],
        [FACTORY_ASSERTION, FACTORY_ASSERTION],
      ] as const) {
        const report = await judge(address, { [asked]: reply });
        expect(report, address).toEqual(answers('undecided', 'format-unknown-shape'));
        expect(report.tone).toBe('unknown');
      }
    });
  }
});

describe('Accredible', () => {
  const at = (changes: Record<string, unknown> = {}): Network => ({
    [ACCREDIBLE_ASKED]: { json: { data: accredible(changes) } },
  });

  it('is verified by its own record', async () => {
    const report = await judge(ACCREDIBLE_LINK, at(), { holder: { name: 'Marwick, Ilse' } });
    expect(report).toMatchObject({
      verdict: 'verified',
      proof: 'record',
      tone: 'caution',
      holder: { match: 'same', name: EARNER.name },
      issuer: { standing: 'unvetted', name: 'Brightwater Polytechnic' },
      badge: {
        description: 'Learned to tell signal from noise.',
        skills: ['Filters', 'Sampling'],
        standard: 'platform',
      },
    });
    expect(JSON.stringify(report)).not.toMatch(/@|do-not-show/);
  });

  const cases: [string, Record<string, unknown>, Report['verdict'], string][] = [
    ['private', { private: true }, 'not-found', 'origin-not-public'],
    ['withdrawn', { revoked_at: '2026-01-01' }, 'revoked', 'status-revoked'],
    ['expired by flag', { expired: true }, 'expired', 'dates-expired'],
    ['expired by date', { expired_on: '2026-01-01' }, 'expired', 'dates-expired'],
    ['withdrawn at an instant', { revoked_at: 1_760_000_000 }, 'revoked', 'status-revoked'],
    ['perhaps withdrawn', { revoked_at: '' }, 'undecided', 'status-unreadable'],
    ['withdrawn or not', { revoked_at: 0 }, 'undecided', 'status-unreadable'],
    ['withdrawn some day', { revoked_at: 'some day' }, 'undecided', 'status-unreadable'],
    ['withdrawn, no date', { revoked_at: true }, 'undecided', 'status-unreadable'],
    ['not withdrawn', { revoked_at: false }, 'verified', 'status-ok'],
    ['expired in words', { expired: 'true' }, 'undecided', 'dates-unreadable'],
    ['expired in figures', { expired: 1 }, 'undecided', 'dates-unreadable'],
    ['expired is null', { expired: null }, 'verified', 'dates-none'],
    ['expired, perhaps, and by date', { expired: 'x', expired_on: '2026-01-01' }, 'undecided', 'dates-unreadable'],
    ['not approved', { approve: false }, 'undecided', 'origin-not-public'],
    ['not complete', { complete: false }, 'undecided', 'origin-not-public'],
    ['a sample', { sample: true }, 'undecided', 'format-not-a-badge'],
    ['another credential', { uuid: 'aaaaaaaa-1234-4abc-8def-0123456789ab' }, 'undecided', 'format-unknown-shape'],
    ['an unknown shape', { issuer: 'Somebody' }, 'undecided', 'format-unknown-shape'],
  ];
  for (const [name, change, verdict, code] of cases) {
    it(`${name}: ${verdict}`, async () => {
      const report = await judge(ACCREDIBLE_LINK, at(change));
      expect(report).toEqual(answers(verdict, code));
      if (verdict === 'not-found') expect(JSON.stringify(report)).not.toContain('Signals');
    });
  }

  it('on an issuer’s own domain the record must name that very place', async () => {
    const link = `https://credentials.databricks.com/${ACCREDIBLE_ID}`;
    expect(await judge(link, at({ url: link }))).toMatchObject({ verdict: 'verified' });
    for (const url of [
      ACCREDIBLE_LINK,
      `https://credentials.databricks.com/x`,
      `https://credentials.databricks.com.evil.example/${ACCREDIBLE_ID}`,
      null,
      5,
    ]) {
      expect(await judge(link, at({ url }))).toEqual(answers('undecided', 'origin-id-differs'));
    }
  });

  it('what an issuer shows on its own domain is its own whichever link leads there', async () => {
    const databricks = { id: 3, name: 'Databricks', url: 'https://databricks.com/' };
    const home = `https://credentials.databricks.com/${ACCREDIBLE_ID}`;
    const links = [ACCREDIBLE_LINK, home, `https://api.accredible.com/v1/credential-net/credentials/${ACCREDIBLE_ID}`];
    for (const link of links) {
      for (const url of [home, home.toUpperCase().replace('HTTPS', 'https')]) {
        const report = await judge(link, at({ issuer: databricks, url }));
        expect(report.issuer.standing, `${link} ${url}`).toBe('unvetted');
        expect(report.verdict).toBe('verified');
      }
      const listed = await judge(link, at({ issuer: databricks, url: home }), {
        trusted: [{ id: 'credentials.databricks.com' }],
      });
      expect(listed.issuer.standing).toBe('trusted');
    }
  });

  it('a domain that is not known to be served by Accredible is no control, for good or ill', async () => {
    for (const name of ['Databricks', 'Harvard University']) {
      const issuer = { id: 3, name, url: 'https://x.example/' };
      const report = await judge(
        ACCREDIBLE_LINK,
        at({ issuer, url: `https://credentials.harvard.edu/${ACCREDIBLE_ID}` }),
        {
          trusted: [{ id: 'credentials.harvard.edu' }],
        },
      );
      expect(report).toMatchObject({ tone: 'caution', issuer: { standing: 'unvetted' } });
    }
  });

  it('the name of another on a domain of somebody’s, or no place at all, is an impostor’s', async () => {
    const issuer = { id: 3, name: 'Microsoft', url: 'https://x.example/' };
    for (const url of [
      `https://credentials.databricks.com/${ACCREDIBLE_ID}`,
      `https://credentials.databricks.com/other`,
      `https://learn.microsoft.com/x`,
      ACCREDIBLE_LINK,
      `https://microsoft.accredible.com/${ACCREDIBLE_ID}`,
      null,
      `http://${ACCREDIBLE_ID}@learn.microsoft.com/`,
    ]) {
      const report = await judge(ACCREDIBLE_LINK, at({ issuer, url }));
      expect(report.issuer.standing, String(url)).toBe('impostor');
    }
  });

  it('unknown: not found', async () => {
    expect(await judge(ACCREDIBLE_LINK, { [ACCREDIBLE_ASKED]: { status: 404, json: { error: 'NOT_FOUND' } } })).toEqual(
      answers('not-found', 'origin-not-found'),
    );
  });

  it('what an issuer says of itself does not give it a host', async () => {
    const microsoft = { id: 1, name: 'Microsoft', url: 'https://www.microsoft.com/' };
    const link = `https://microsoft-learn.accredible.com/${ACCREDIBLE_ID}`;
    for (const place of [ACCREDIBLE_LINK, link]) {
      const report = await judge(place, at({ issuer: microsoft, url: 'https://learn.microsoft.com/x' }), {
        trusted: [{ id: 'learn.microsoft.com' }, { id: 'https://www.microsoft.com/' }],
      });
      expect(report).toMatchObject({ verdict: 'verified', tone: 'bad', issuer: { standing: 'impostor' } });
    }
    const google = await judge(
      `https://google.accredible.com/${ACCREDIBLE_ID}`,
      at({ issuer: { ...microsoft, name: 'Google' }, url: `https://google.accredible.com/${ACCREDIBLE_ID}` }),
    );
    expect(google.issuer.standing).toBe('unvetted');
  });
});

describe('Microsoft Learn', () => {
  const record = (json: unknown): Network => ({ [MICROSOFT_ASKED]: { json } });

  it('a credential is read by its title and end; the link’s user name counts for nothing', async () => {
    const report = await judge(
      MICROSOFT_LINK,
      record({
        title: 'Certified: Quiet Systems',
        expiresOn: '2027-09-12T00:00:00.0000000+00:00',
        legalName: 'X Y',
        contactEmail: 'a@b.example',
      }),
      { holder: { name: 'Somebody Else' } },
    );
    expect(report).toMatchObject({
      verdict: 'verified',
      proof: 'record',
      tone: 'ok',
      holder: { match: 'unknown' },
      issuer: { standing: 'vetted', name: 'Microsoft' },
    });
    expect(report.badge).toMatchObject({ name: 'Certified: Quiet Systems', expires: '2027-09-12T00:00:00.000Z' });
    expect(JSON.stringify(report)).not.toMatch(/X Y|b\.example/);
    expect(await judge(MICROSOFT_LINK, record({ title: 'T', expiresOn: '2025-01-01T00:00:00Z' }))).toMatchObject({
      verdict: 'expired',
    });
  });

  it('what is no such record is left open', async () => {
    for (const status of [401, 403, 404]) {
      expect(await judge(MICROSOFT_LINK, { [MICROSOFT_ASKED]: { status, json: {} } })).toEqual(
        answers('undecided', 'origin-platform-closed'),
      );
    }
    for (const json of [
      {},
      [],
      { title: '' },
      { title: 5 },
      { title: 'Not Found', status: 404 },
      { title: 'T', expiresOn: 5 },
      { title: 'T', credentialId: 'FFFFFFFFFFFFFFFF' },
      { title: 'T', errors: [] },
      { title: 'Sign in' },
      { title: 'Not Found', code: 404, message: 'x' },
      { title: 'One or more validation errors occurred.', type: 'https://errors.example/400', traceId: '1' },
      { title: 'T', status: 'Active' },
      { title: 'T', status: 'Revoked' },
    ]) {
      expect(await judge(MICROSOFT_LINK, record(json)), JSON.stringify(json)).toEqual(
        answers('undecided', 'format-unknown-shape'),
      );
    }
    expect(await judge(MICROSOFT_LINK, record({ title: 'T', expiresOn: 'some day' }))).toEqual(
      answers('undecided', 'dates-unreadable'),
    );
  });

  const whole = { title: 'T', credentialId: MICROSOFT_ID, expiresOn: '2027-09-12T00:00:00Z' };

  it('a credential that says anything about its state but that it is active is left open', async () => {
    for (const more of [
      {},
      { status: 'Active' },
      { status: ' ACTIVE ' },
      { expiresOn: null },
      { credentialId: null },
    ]) {
      expect((await judge(MICROSOFT_LINK, record({ ...whole, ...more }))).verdict, JSON.stringify(more)).toBe(
        'verified',
      );
    }
    for (const more of [
      { status: 'Suspended' },
      { status: 'Inactive' },
      { status: '' },
      { status: null },
      { status: true },
      { status: ['Active'] },
      { Status: 'Revoked' },
      { revoked: true },
      { revoked: false },
      { revokedOn: null },
      { isRevoked: true },
      { revocationReason: 'x' },
      { credentialStatus: 'Revoked' },
      { statusCode: 200 },
      { code: 404 },
      { message: 'x' },
      { error: null },
      { errorCode: 'NotFound' },
      { id: 'FFFFFFFFFFFFFFFF' },
      { uid: 7 },
      { credentialId: MICROSOFT_ID, Id: 'x' },
    ]) {
      expect(await judge(MICROSOFT_LINK, record({ ...whole, ...more })), JSON.stringify(more)).toEqual(
        answers('undecided', 'format-unknown-shape'),
      );
    }
  });

  it('withdrawn and expired are believed where nothing else contradicts', async () => {
    expect(await judge(MICROSOFT_LINK, record({ ...whole, status: 'Revoked' }))).toEqual(
      answers('revoked', 'status-revoked'),
    );
    expect(await judge(MICROSOFT_LINK, record({ ...whole, status: 'expired', expiresOn: null }))).toEqual(
      answers('expired', 'dates-expired'),
    );
    expect(await judge(MICROSOFT_LINK, record({ ...whole, status: 'expired', expiresOn: '2025-01-01' }))).toEqual(
      answers('expired', 'dates-expired'),
    );
    expect(await judge(MICROSOFT_LINK, record({ ...whole, status: 'Expired' }))).toEqual(
      answers('undecided', 'status-unreadable'),
    );
  });

  it('a transcript is as good as what it lists as active', async () => {
    const listing = (...activeCertifications: unknown[]) => ({
      [TRANSCRIPT_ASKED]: {
        json: transcript({ certificationData: { activeCertifications }, appliedSkillsData: null }),
      },
    });
    const good = { name: 'Quiet Systems', status: 'Active', expiration: '2027-01-11T23:59:59+00:00' };
    expect((await judge(TRANSCRIPT_LINK, listing(good, { name: 'For good', status: 'active' }))).verdict).toBe(
      'verified',
    );
    for (const bad of [
      { status: 'Expired', expiration: '2020-01-01T00:00:00Z' },
      { status: 'Revoked' },
      { status: undefined },
      { status: 7 },
      { status: 'Active (suspended)' },
      { expiration: '2020-01-01T00:00:00Z' },
      { expiration: 'some day' },
      { expiration: {} },
    ]) {
      expect(await judge(TRANSCRIPT_LINK, listing(good, { ...good, ...bad })), JSON.stringify(bad)).toEqual(
        answers('undecided', 'status-unreadable'),
      );
    }
    const many = Array.from({ length: 400 }, () => good);
    expect((await judge(TRANSCRIPT_LINK, listing(...many))).verdict).toBe('verified');
    expect((await judge(TRANSCRIPT_LINK, listing(...many, { ...good, status: 'Expired' }))).verdict).toBe('undecided');
  });

  it('a transcript without anything active proves nothing', async () => {
    const of = (certificationData: object, appliedSkillsData: unknown = null) =>
      judge(TRANSCRIPT_LINK, { [TRANSCRIPT_ASKED]: { json: transcript({ certificationData, appliedSkillsData }) } });
    const historical = [{ name: 'Loud Systems', status: 'Expired' }];
    const nothing = answers('unsupported', 'origin-nothing-active');
    expect(await of({ activeCertifications: [] })).toEqual(nothing);
    expect(await of({ activeCertifications: [], historicalCertifications: historical })).toEqual(nothing);
    expect(await of({ activeCertifications: [] }, { appliedSkillsCredentials: [{ title: '' }] })).toEqual(nothing);
    expect(
      await of({ activeCertifications: [] }, { appliedSkillsCredentials: [{ title: 'Log keeping' }] }),
    ).toMatchObject({ verdict: 'verified', badge: { skills: ['Log keeping'] } });
  });

  it('the answer about a transcript ends with the first certification that ends; the transcript itself has no end', async () => {
    const entry = (expiration?: string) => ({ name: 'X', status: 'Active', expiration });
    const activeCertifications = [entry('2027-05-01T00:00:00Z'), entry('2026-11-24T00:00:00Z'), entry()];
    const { fetch } = fetchFrom({
      [TRANSCRIPT_ASKED]: { json: transcript({ certificationData: { activeCertifications } }) },
    });
    const examined = await examine({ url: TRANSCRIPT_LINK }, { fetch, now: NOW });
    expect(examined).toMatchObject({ verdict: 'verified', staleAt: '2026-11-24T00:00:00.000Z' });
    expect(examined.badge?.expires).toBeUndefined();
  });

  it('a transcript lists certifications and names a user, nothing more', async () => {
    const report = await judge(
      TRANSCRIPT_LINK,
      { [TRANSCRIPT_ASKED]: { json: transcript() } },
      { holder: { name: 'Somebody Else' } },
    );
    expect(report).toMatchObject({
      verdict: 'verified',
      proof: 'record',
      tone: 'ok',
      holder: { match: 'unknown', name: 'IlseMarwick-1' },
    });
    expect(report.badge?.description).toBe('• Certified: Quiet Systems (2025-01-11 – 2027-01-11)');
    expect(report.badge?.raw).toMatchObject({
      counts: { activeCertifications: 1, historicalCertifications: 1, examsPassed: 3, appliedSkills: 1 },
    });
    const gone = await judge(TRANSCRIPT_LINK, { [TRANSCRIPT_ASKED]: { status: 404, json: {} } });
    expect(gone).toEqual(answers('not-found', 'origin-not-found'));
    const strange = await judge(TRANSCRIPT_LINK, {
      [TRANSCRIPT_ASKED]: { json: transcript({ certificationData: null }) },
    });
    expect(strange).toEqual(answers('undecided', 'format-unknown-shape'));
  });

  it('a user name may agree with a person’s name, and no more', async () => {
    const report = await judge(
      TRANSCRIPT_LINK,
      { [TRANSCRIPT_ASKED]: { json: transcript({ userName: 'ilsemarwick' }) } },
      { holder: { name: EARNER.name } },
    );
    expect(report.holder.match).toBe('similar');
  });
});

describe('Open Badge Factory', () => {
  it('is verified from the page’s address or the record’s', async () => {
    for (const link of [FACTORY_ASSERTION, `${FACTORY_ASSERTION}.html`]) {
      const report = await judge(link, factory(), { holder: { emails: [EARNER.email] } });
      expect(report).toMatchObject({
        verdict: 'verified',
        tone: 'caution',
        holder: { match: 'yours' },
        issuer: { standing: 'unvetted', name: 'Aspen Lane' },
      });
      expect(report.requests[0]).toBe(FACTORY_ASSERTION);
    }
  });

  it('withdrawn and unknown', async () => {
    expect(
      await judge(FACTORY_ASSERTION, { ...factory(), [FACTORY_ASSERTION]: { status: 410, body: '' } }),
    ).toMatchObject({ verdict: 'revoked' });
    expect(await judge(FACTORY_ASSERTION, {})).toMatchObject({ verdict: 'not-found' });
  });

  it('a recipient in another hash', async () => {
    const recipient = { type: 'email', hashed: true, identity: hashOf(EARNER.email.toUpperCase()) };
    const report = await judge(FACTORY_ASSERTION, factory({ assertion: { recipient } }), {
      holder: { emails: [EARNER.email.toUpperCase()] },
    });
    expect(report.holder.match).toBe('yours');
  });
});
