/** 1EdTech's revocation lists: plain JSON over https, the word of their own host and of nobody else. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Reply } from '../../verify/fixtures/network.ts';
import { BADGE, badgeWith, judge, type Loose, told } from './lists.ts';

const REVOKED = 'https://issuer.example/revocations';
const ENTRY = { id: REVOKED, type: '1EdTechRevocationList' };

const over = (reply: Reply, id: unknown = BADGE, entry: unknown = ENTRY) =>
  judge({ ...badgeWith(entry), id }, 'did:web:issuer.example', { [REVOKED]: reply });
const listing = (...revokedCredential: unknown[]): Reply => ({
  json: { id: REVOKED, issuer: 'did:web:issuer.example', revokedCredential },
});

describe('what is listed', () => {
  it('revoked, with its reason', async () => {
    const judged = await over(listing({ id: `${BADGE}0` }, { id: BADGE, revocationReason: 'Issued\u0000 twice' }));
    expect(told(judged)).toEqual([expect.stringMatching(/^fail status-revoked \(Issued ?twice\)$/)]);
    expect(judged.facts).toEqual([
      { type: '1EdTechRevocationList', purpose: 'revocation', list: REVOKED, outcome: 'fail' },
    ]);
  });
  it.each<[string, unknown]>([
    ['revoked: true', { id: BADGE, revoked: true }],
    ['no word about it', { id: BADGE }],
    ['white space around it', { id: ` ${BADGE}\n` }],
    ['its name alone', BADGE],
    ['a reason that is no text', { id: BADGE, revocationReason: { en: 'twice' } }],
    ['its name in the words of JSON-LD', { '@id': BADGE }],
  ])('revoked: %s', async (_, entry) => expect(told(await over(listing(entry)))).toEqual(['fail status-revoked']));
  it.each<[string, unknown[]]>([
    ['nothing', []],
    ['others', [{ id: `${BADGE}0` }, { id: BADGE.slice(0, -1) }, { id: BADGE.toUpperCase() }]],
    ['it, as not revoked any more', [{ id: BADGE, revoked: false }]],
  ])('in force: the list has %s', async (_, entries) => {
    const judged = await over(listing(...entries));
    expect(told(judged)).toEqual(['pass status-ok']);
    expect(judged.facts).toMatchObject([{ outcome: 'pass' }]);
  });
  it('one entry that revokes is enough, in whatever order', async () => {
    const entries = [{ id: BADGE, revoked: false }, { id: BADGE }];
    expect(told(await over(listing(...entries)))).toEqual(['fail status-revoked']);
    expect(told(await over(listing(...entries.reverse())))).toEqual(['fail status-revoked']);
  });
  it.each<[string, string, string]>([
    ['escapes', 'https://issuer.example/b%C3%A9', 'https://issuer.example/bé'],
    ['escapes in small letters', 'urn:x:%C3%A9', 'urn:x:%c3%a9'],
    ['a slash', 'https://issuer.example/a%2Fb', 'https://issuer.example/a/b'],
    ['what cannot be decoded', 'urn:x:100%', ' urn:x:100% '],
  ])('%s are the same name', async (_, own, listed) => {
    expect(told(await over(listing({ id: listed }), own))).toEqual(['fail status-revoked']);
    expect(told(await over(listing({ id: own }), listed))).toEqual(['fail status-revoked']);
  });
  it('decoded once, not twice', async () =>
    expect(told(await over(listing({ id: 'urn:x:%2541' }), 'urn:x:A'))).toEqual(['pass status-ok']));
});

describe('what leaves the question open', () => {
  const expectOpen = async (judged: ReturnType<typeof over>, code = 'status-unreadable') => {
    expect(told(await judged)).toEqual([expect.stringMatching(new RegExp(`^unknown ${code}\\b`))]);
    expect((await judged).facts).toMatchObject([{ outcome: 'unknown' }]);
  };
  it.each<[string, unknown]>([
    ['neither revoked nor not', { id: BADGE, revoked: 'false' }],
    ['revoked: null', { id: BADGE, revoked: null }],
    ['nameless', { revoked: true }],
    ['a name of several', { id: [BADGE] }],
    ['a number', 7],
    ['null', null],
    ['a list', [BADGE]],
  ])('an entry that is %s', (_, entry) => expectOpen(over(listing({ id: 'urn:x:1' }, entry))));
  it('but not where another entry revokes', async () =>
    expect(told(await over(listing(7, { id: BADGE, revoked: null }, { id: BADGE })))).toEqual(['fail status-revoked']));
  it.each<[string, Reply]>([
    ['no list', { json: {} }],
    ['one entry without a list', { json: { revokedCredential: { id: 'urn:x:1' } } }],
    ['a bare list', { json: [] }],
    ['null', { json: null }],
    ['an inherited list', { body: '{"__proto__":{"revokedCredential":[]}}' }],
    ['two lists', { body: `{"revokedCredential":[{"id":"${BADGE}"}],"revokedCredential":[]}` }],
    ['a page', { body: '<!doctype html><title>Sign in</title>', type: 'text/html' }],
    ['nothing', { body: '' }],
    ['half of it', { body: '{"revokedCredential":[' }],
    ['the word of a stranger, after a redirect', { ...listing(), end: 'https://stranger.example/revocations' }],
    ['the word of a stranger with a name alike', { ...listing(), end: 'https://issuer.example.evil.example/' }],
  ])('an answer that is %s', (_, reply) => expectOpen(over(reply)));
  it('a stranger cannot revoke it either', () =>
    expectOpen(over({ ...listing({ id: BADGE }), end: 'https://stranger.example/revocations' })));
  it('the same host with www. is the same party', async () =>
    expect(told(await over({ ...listing(), end: 'https://www.issuer.example/revocations' }))).toEqual([
      'pass status-ok',
    ]));
  it.each<[Reply, string]>([
    [{ ...listing(), status: 404 }, 'origin-not-found'],
    [{ ...listing(), status: 410 }, 'origin-not-found'],
    [{ ...listing(), status: 401 }, 'origin-access-denied'],
    [{ ...listing(), status: 500 }, 'origin-server-error'],
    [{ ...listing(), status: 429 }, 'origin-rate-limited'],
    [{ broken: true }, 'origin-network'],
  ])('%#', (reply, code) => expectOpen(over(reply), code));
  it('an error page cannot revoke it either', () =>
    expectOpen(over({ ...listing({ id: BADGE }), status: 404 }), 'origin-not-found'));
  it.each([false, null, '', ' ', 7, ['urn:x:1']])('a badge without a name: %j', async (id) => {
    const judged = over(listing(), id);
    await expectOpen(judged);
    expect((await judged).asked).toEqual([]);
  });
  it.each([undefined, 7, '', 'revocations', 'javascript:1', 'https://u@issuer.example/'])(
    'no address: %j',
    async (id) => {
      const judged = over(listing(), BADGE, { ...ENTRY, id });
      await expectOpen(judged);
      expect((await judged).asked).toEqual([]);
    },
  );
  it.each(['http://issuer.example/r', 'https://127.0.0.1/r'])('an address that is never asked: %s', async (id) => {
    const judged = over(listing(), BADGE, { ...ENTRY, id });
    await expectOpen(judged, 'origin-refused-address');
    expect((await judged).asked).toEqual([]);
  });
});

it('a name of a megabyte against forty thousand entries', async () => {
  const own = `urn:x:${'%41'.repeat(300_000)}`;
  const many: Loose[] = Array.from({ length: 40_000 }, (_, index) => ({ id: `urn:${index}` }));
  expect(told(await over(listing(...many), own))).toEqual(['pass status-ok']);
});

it('any JSON as a list: never revoked without its name, never in force without a list', async () => {
  const entry = fc.oneof(
    fc.record(
      {
        id: fc.constantFrom<unknown>('urn:x:1', 'urn:x:2', 7, null),
        revoked: fc.constantFrom<unknown>(true, false, 'false'),
      },
      { requiredKeys: [] },
    ),
    fc.jsonValue({ maxDepth: 1 }),
  );
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.record({ revokedCredential: fc.array(entry) }), fc.jsonValue()), async (json) => {
      const judged = await over({ json });
      const isList =
        typeof json === 'object' &&
        json !== null &&
        'revokedCredential' in json &&
        Array.isArray(json.revokedCredential);
      if (!isList) expect(told(judged)).toEqual([expect.stringMatching(/^unknown status-unreadable/)]);
      expect(told(judged).join()).not.toContain('fail');
    }),
    { numRuns: 500 },
  );
});
