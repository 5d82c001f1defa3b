/** What can be handed in, and what links of each kind are answered with. */
import { describe, expect, it } from 'vitest';
import type { Report } from '../../../utils/badge/report.ts';
import { examine, verifyBadge } from '../../../utils/verify/index.ts';
import type { BadgeSource } from '../../../utils/verify/types.ts';
import { itxt, png, ztxt } from '../openbadges/baking/pictures.ts';
import { fetchFrom } from './fixtures/network.ts';
import { NOW, networkOf, v2, v05 } from './fixtures/open-badges.ts';
import { CREDLY_ASSERTION, CREDLY_ID, CREDLY_PAGE, credly } from './fixtures/platforms.ts';

async function judge(source: BadgeSource, network = {}, more = {}): Promise<Report & { requests: string[] }> {
  const { fetch, asked } = fetchFrom(network);
  const report = await verifyBadge(source, { fetch, now: NOW, ...more });
  return { ...report, requests: asked };
}

const encode = (text: string) => new TextEncoder().encode(text);

describe('links that cannot be checked', () => {
  const cases: [string, string, string][] = [
    ['https://www.coursera.org/account/accomplishments/verify/ABCD1234EFGH', 'origin-page-only', 'page'],
    ['https://courses.edx.org/certificates/7be1c94a02d84f63b5170ad9e26c88f3', 'origin-page-only', 'page'],
    ['https://www.credly.com/users/ilse-marwick/badges', 'origin-profile', 'none'],
    [`https://www.credly.com/earner/earned/badge/${CREDLY_ID}`, 'origin-owner-only', 'none'],
    ['https://www.credly.com/go/aBcD1234', 'origin-short-link', 'none'],
    ['https://lnkd.in/gTs4Quiet', 'origin-short-link', 'none'],
    [
      'https://learn.microsoft.com/api/achievements/share/en-us/IlseMarwick-1/ABCD2345?sharingId=',
      'origin-achievement',
      'none',
    ],
  ];
  for (const [url, code, proof] of cases) {
    it(`${url}: ${code}`, async () => {
      const report = await judge({ url });
      expect(report).toMatchObject({ verdict: 'unsupported', tone: 'unknown', proof, badge: null, requests: [] });
      expect(report.checks.map((check) => check.code)).toEqual([code]);
    });
  }
});

describe('short links, once the reader clicked', () => {
  const short = 'https://lnkd.in/gTs4Quiet';
  const follow = { followShortLinks: true };
  const page = (href: string) => ({
    type: 'text/html',
    body: `<a href="https://www.linkedin.com/">x</a><a class="b" data-tracking-control-name="external_url_click" href="${href}">Go on</a>`,
  });

  it('the page between is read as text, and the badge behind it judged', async () => {
    const report = await judge(
      { url: short },
      { ...credly(), [short]: page(`${CREDLY_PAGE}/public_url?a=1&amp;b=2`) },
      follow,
    );
    expect(report).toMatchObject({ verdict: 'verified', badge: { url: CREDLY_PAGE } });
  });

  it('a redirect is believed where it ends', async () => {
    const go = 'https://www.credly.com/go/aBcD1234';
    const report = await judge(
      { url: go },
      { ...credly(), [go]: { type: 'text/html', body: '', end: `${CREDLY_PAGE}/public_url` } },
      follow,
    );
    expect(report.verdict).toBe('verified');
  });

  it('elsewhere, nowhere, or on to the next short link: not opened', async () => {
    for (const href of [
      'https://evil.example/badges/x',
      'javascript:alert(1)',
      'https://lnkd.in/gOther12',
      `https://www.credly.com.evil.example/badges/${CREDLY_ID}`,
    ]) {
      const report = await judge({ url: short }, { ...credly(), [short]: page(href) }, follow);
      expect(report).toMatchObject({ verdict: 'unsupported', requests: [short] });
    }
    expect(
      await judge({ url: short }, { [short]: { type: 'text/html', body: '', end: 'https://evil.example/' } }, follow),
    ).toMatchObject({ verdict: 'unsupported' });
    expect(await judge({ url: short }, { [short]: { broken: true } }, follow)).toMatchObject({ verdict: 'undecided' });
    expect(await judge({ url: short }, {}, follow)).toMatchObject({ verdict: 'not-found' });
  });
});

describe('documents', () => {
  const fixture = v2();
  const document = fixture.documents[fixture.address];

  it('text, bytes and an address as text lead to the same answer', async () => {
    const network = networkOf(fixture);
    const words = JSON.stringify(document);
    const answers = await Promise.all([
      judge({ text: ` \n${words}` }, network),
      judge({ text: `\uFEFF${words}` }, network),
      judge({ bytes: encode(`\uFEFF${words}`) }, network),
      judge({ text: ` ${fixture.address}\n` }, network),
      judge({ bytes: encode(fixture.address) }, network),
      judge({ url: fixture.address }, network),
    ]);
    for (const report of answers) expect(report).toMatchObject({ verdict: 'verified', badge: answers[0]?.badge });
  });

  it('a platform’s assertion goes to the platform, whoever handed it in', async () => {
    const assertion = credly()[CREDLY_ASSERTION]?.json;
    const report = await judge({ text: JSON.stringify(assertion) }, credly());
    expect(report).toMatchObject({ verdict: 'verified', tone: 'ok', issuer: { standing: 'vetted' } });
    expect(report.checks.map((check) => check.code)).not.toContain('format-differs-from-presented');
    const altered = await judge(
      { text: JSON.stringify({ ...(assertion as object), issuedOn: '1999-01-01' }) },
      credly(),
    );
    expect(altered.checks.map((check) => check.code)).toContain('format-differs-from-presented');
  });

  const unsigned: [string, string, string, string][] = [
    ['an SD-JWT', 'eyJhbGciOiJFUzI1NiJ9.eyJ1aWQiOiIxIn0.c2lnbmF0dXJl~WyJhIl0~', 'unsupported', 'format-sd-jwt'],
    [
      'a signed 2.0 badge without its signature',
      JSON.stringify({ ...document, verification: { type: 'SignedBadge' } }),
      'invalid',
      'signature-missing',
    ],
    [
      'a signed 1.0 badge without its signature',
      JSON.stringify({
        uid: '1',
        badge: 'https://a.example/b',
        recipient: {},
        verify: { type: 'signed', url: 'https://a.example/k' },
      }),
      'invalid',
      'signature-missing',
    ],
    [
      'a 3.0 badge without proof',
      JSON.stringify({
        '@context': ['https://www.w3.org/ns/credentials/v2'],
        type: ['VerifiableCredential', 'OpenBadgeCredential'],
      }),
      'invalid',
      'signature-missing',
    ],
    [
      'a CLR without proof',
      JSON.stringify({
        '@context': ['https://www.w3.org/2018/credentials/v1'],
        type: ['VerifiableCredential', 'ClrCredential'],
      }),
      'invalid',
      'signature-missing',
    ],
    ['a JWS that is no badge', 'eyJhbGciOiJSUzI1NiJ9.eyJ1aWQiOiIxIn0.c2lnbmF0dXJl', 'invalid', 'format-missing-member'],
    [
      'a JWS in quotes that is no badge',
      '"eyJhbGciOiJSUzI1NiJ9.eyJ1aWQiOiIxIn0.c2lnbmF0dXJl"',
      'invalid',
      'format-missing-member',
    ],
    [
      'a badge that says something twice',
      '{"@context":["https://www.w3.org/ns/credentials/v2"],"type":"VerifiableCredential","id":"urn:a","id":"urn:b"}',
      'invalid',
      'format-duplicate-members',
    ],
  ];
  for (const [name, text, verdict, code] of unsigned) {
    it(`${name}: ${code}, and nobody is asked`, async () => {
      const report = await judge({ text });
      expect(report).toMatchObject({ verdict, requests: [] });
      expect(report.checks.map((check) => check.code)).toContain(code);
    });
  }

  const pictures: [string, BadgeSource][] = [
    ['PNG', { bytes: new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2]) }],
    ['SVG', { bytes: encode('\uFEFF<?xml version="1.0"?>\n<!-- a --><svg xmlns="http://www.w3.org/2000/svg"/>') }],
    ['SVG as text', { text: '<svg/>' }],
  ];
  for (const [name, source] of pictures) {
    it(`${name} without a badge in it`, async () => {
      const report = await judge(source);
      expect(report.requests).toEqual([]);
      const code = report.checks[0]?.code;
      expect([`unsupported format-no-badge-data`, `invalid format-broken-image`]).toContain(
        `${report.verdict} ${code}`,
      );
    });
  }

  describe('a picture with more than one badge in it', () => {
    const mine = fixture.address;
    const other = 'https://badges.evil.example/assertions/1';
    const svg = (...inside: string[]) =>
      encode(`<svg xmlns="http://www.w3.org/2000/svg" xmlns:o="http://openbadges.org">${inside.join('')}</svg>`);
    const several: [string, Uint8Array][] = [
      ['two chunks of one keyword: the first', png([itxt('openbadges', mine), itxt('openbadges', other)])],
      ['chunks of two types: the first', png([ztxt('openbadges', mine)], [itxt('openbadges', other)])],
      [
        'the newest standard, wherever it stands',
        png([itxt('openbadges', other)], [itxt('openbadgecredential', mine)]),
      ],
      ['two elements of an SVG', svg(`<o:assertion verify="${mine}"/>`, `<o:assertion verify="${other}"/>`)],
    ];
    it.each(several)('%s is judged, and that there are others is told', async (_, bytes) => {
      const report = await judge({ bytes }, networkOf(fixture));
      expect(report).toMatchObject({ verdict: 'verified', badge: { id: mine } });
      expect(report.requests.every((address) => !address.startsWith(other))).toBe(true);
      expect(report.checks).toContainEqual({ id: 'format', outcome: 'warn', code: 'format-several-badges' });
    });

    it('a good one behind a bad one does not step in', async () => {
      const report = await judge(
        { bytes: png([itxt('openbadgecredential', '{"type":"OpenBadgeCredential"}'), itxt('openbadges', mine)]) },
        networkOf(fixture),
      );
      expect(report).toMatchObject({ verdict: 'invalid', requests: [] });
      expect(report.checks.map(({ code }) => code)).toContain('format-several-badges');
    });

    it('one badge, and words of another kind, are no reason for a warning', async () => {
      const report = await judge(
        { bytes: png([itxt('openbadges', mine), itxt('Comment', other)]) },
        networkOf(fixture),
      );
      expect(report.verdict).toBe('verified');
      expect(report.checks.map(({ code }) => code)).not.toContain('format-several-badges');
    });
  });

  const bad: [string, BadgeSource, string, string][] = [
    ['words', { text: 'hello' }, 'invalid', 'format-not-json'],
    ['nothing', { text: '' }, 'invalid', 'format-not-json'],
    ['a list', { text: '[1]' }, 'invalid', 'format-not-a-badge'],
    ['null', { text: 'null' }, 'invalid', 'format-not-a-badge'],
    [
      'a badge class',
      { text: JSON.stringify(fixture.documents['https://badges.tidewater.example/classes/pilot']) },
      'invalid',
      'format-not-a-badge',
    ],
    ['invalid UTF-8', { bytes: new Uint8Array([0x7b, 0xff]) }, 'invalid', 'format-bad-text'],
    ['too deep', { text: '['.repeat(5_000) }, 'invalid', 'format-too-deep'],
    [
      'a 0.5 badge without its address',
      { text: JSON.stringify(v05().documents[v05().address]) },
      'undecided',
      'format-missing-member',
    ],
    [
      'a 2.0 badge without id',
      { text: JSON.stringify({ ...document, id: undefined }) },
      'invalid',
      'format-missing-member',
    ],
    [
      'a 2.0 badge named by a urn',
      { text: JSON.stringify({ ...document, id: 'urn:uuid:1' }) },
      'undecided',
      'origin-refused-address',
    ],
    ['no address', { url: '' }, 'undecided', 'origin-refused-address'],
  ];
  for (const [name, source, verdict, code] of bad) {
    it(`${name}: ${verdict}`, async () => {
      const report = await judge(source);
      expect(report.checks.map((check) => check.code)).toContain(code);
      expect(report.verdict).toBe(verdict);
    });
  }

  it('never throws, whatever is handed in', async () => {
    for (const source of [null, undefined, {}, { url: null }, { text: 5 }, { bytes: 'x' }, { url: {} }]) {
      const { fetch } = fetchFrom({});
      const report = await verifyBadge(source as unknown as BadgeSource, { fetch });
      expect(['undecided', 'invalid']).toContain(report.verdict);
      expect(Number.isNaN(Date.parse(report.checkedAt))).toBe(false);
    }
    const broken = { fetch: fetchFrom(networkOf(fixture)).fetch, now: new Date(Number.NaN) };
    expect(await examine({ url: fixture.address }, broken)).toMatchObject({ verdict: 'undecided' });
  });
});
