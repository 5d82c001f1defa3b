import { describe, expect, it } from 'vitest';
import { examine } from '../../../utils/verify/index.ts';
import { fetchFrom, type Reply } from '../verify/fixtures/network.ts';
import { EARNER, NOW } from '../verify/fixtures/open-badges.ts';
import {
  CREDLY_ASSERTION,
  CREDLY_CLASS,
  CREDLY_ID,
  CREDLY_LINK,
  CREDLY_PAGE,
  credly,
} from '../verify/fixtures/platforms.ts';
import { answers, judge } from './judge.ts';

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
