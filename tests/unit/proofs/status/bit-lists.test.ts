/** Attacks 15 to 17 of the fact book, on lists with real signatures. */
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { verdictOf } from '../../../../utils/badge/verdict.ts';
import { keepInMemory } from '../../../../utils/net/kept.ts';
import { createReader } from '../../../../utils/net/reader.ts';
import { proveCredential } from '../../../../utils/proofs/prove.ts';
import { judgeStatus } from '../../../../utils/proofs/status/judge-status.ts';
import type { JudgedStatus } from '../../../../utils/proofs/types.ts';
import { fetchFrom, type Network, type Reply } from '../../verify/fixtures/network.ts';
import { issue, makeIssuer } from '../data-integrity/issuing.ts';
import {
  BADGE,
  badgeWith,
  bitsOf,
  entry,
  judge,
  judgeWith,
  jwt,
  LIST,
  type Loose,
  list2021,
  listOf,
  makeSigner,
  NOW,
  OTHER_LIST,
  pack,
  type Signer,
  told,
} from './lists.ts';

let issuer: Signer;
let stranger: Signer;
beforeAll(async () => {
  [issuer, stranger] = await Promise.all([makeSigner(), makeSigner()]);
});

const claims = (list: Loose): Loose => ({ ...list, iss: list.issuer, jti: list.id });
/** One list, signed by the badge's issuer, and what an entry in it comes to. */
async function ask(list: Loose, status: unknown = entry('7'), by = issuer): Promise<JudgedStatus> {
  return judge(badgeWith(status), issuer.did, { [LIST]: jwt(await by.sign(claims(list))) });
}
const over = (reply: Reply, status: unknown = entry('7')) => judge(badgeWith(status), issuer.did, { [LIST]: reply });
/** Never a pass, and never a fail. */
function expectOpen(judged: JudgedStatus, ...codes: string[]): void {
  expect(told(judged)).toEqual(codes.map((code) => expect.stringMatching(new RegExp(`^unknown ${code}\\b`))));
  expect(judged.facts.every(({ outcome }) => outcome === 'unknown')).toBe(true);
  expect(verdictWith(judged)).toBe('undecided');
}
const verdictWith = ({ checks }: JudgedStatus) =>
  verdictOf([
    { id: 'format', outcome: 'pass', code: 'format-ok' },
    { id: 'signature', outcome: 'pass', code: 'signature-ok' },
    { id: 'key', outcome: 'pass', code: 'key-ok' },
    { id: 'dates', outcome: 'pass', code: 'dates-ok' },
    ...checks,
  ]);

describe('a list in order', () => {
  it('says that the badge is in force', async () => {
    const judged = await ask(listOf(issuer.did, [6, 8]));
    expect(told(judged)).toEqual(['pass status-ok']);
    expect(judged.facts).toEqual([
      {
        type: 'BitstringStatusListEntry',
        purpose: 'revocation',
        list: LIST,
        index: '7',
        signedBy: issuer.did,
        outcome: 'pass',
      },
    ]);
    expect(verdictWith(judged)).toBe('verified');
  });
  it('says that it is revoked', async () => {
    const judged = await ask(listOf(issuer.did, [7]));
    expect(told(judged)).toEqual(['fail status-revoked']);
    expect(judged.facts).toMatchObject([{ outcome: 'fail' }]);
    expect(verdictWith(judged)).toBe('revoked');
  });
  it('says that it is suspended', async () => {
    const list = listOf(issuer.did, [7], { statusPurpose: ['revocation', 'suspension'] });
    const judged = await ask(list, entry('7', { statusPurpose: 'suspension' }));
    expect(told(judged)).toEqual(['fail status-suspended']);
    expect(verdictWith(judged)).toBe('suspended');
  });
  it('revoked outweighs suspended', async () => {
    const list = listOf(issuer.did, [7, 8], { statusPurpose: ['suspension', 'revocation'] });
    const judged = await ask(list, [entry('7', { statusPurpose: 'suspension' }), entry('8')]);
    expect(told(judged)).toEqual(['fail status-suspended', 'fail status-revoked']);
    expect(verdictWith(judged)).toBe('revoked');
  });
  it('any bit of the shortest list', async () => {
    const set = [0, 1, 7, 8, 15, 4_095, 65_536, 131_070, 131_071];
    const network: Network = { [LIST]: jwt(await issuer.sign(claims(listOf(issuer.did, set)))) };
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.constantFrom(...set), fc.nat(131_071)), async (index) => {
        const judged = await judge(badgeWith(entry(String(index))), issuer.did, network);
        expect(told(judged)).toEqual([set.includes(index) ? 'fail status-revoked' : 'pass status-ok']);
      }),
      { numRuns: 40 },
    );
  });
  it.each(['JSON text', 'with white space', 'with a byte order mark'])('as a JWT, %s', async (how) => {
    const compact = await issuer.sign(claims(listOf(issuer.did, [7])));
    const body =
      how === 'JSON text'
        ? JSON.stringify(compact)
        : how === 'with white space'
          ? ` ${compact}\r\n`
          : `\uFEFF${compact}`;
    expect(told(await over({ body }))).toEqual(['fail status-revoked']);
  });
  it('in the envelope of version 1.1', async () => {
    const { issuer: iss, validFrom: _, ...vc } = listOf(issuer.did, [7]);
    const nbf = Date.parse('2026-11-01T00:00:00Z') / 1000;
    const reply = jwt(await issuer.sign({ iss, jti: LIST, nbf, vc }, { typ: 'JWT' }));
    expect(told(await over(reply))).toEqual(['fail status-revoked']);
  });
  it('tells until when it holds: its earliest end', async () => {
    const exp = Date.parse('2026-12-01T00:00:00Z') / 1000;
    const judged = await ask({ ...listOf(issuer.did, []), validUntil: '2027-01-01T00:00:00Z', exp });
    expect(judged.facts).toMatchObject([{ until: '2026-12-01T00:00:00.000Z' }]);
  });
  it('StatusList2021, with and without a purpose', async () => {
    const old = { type: 'StatusList2021Entry' };
    expect(told(await ask(list2021(issuer.did, [7]), entry('7', old)))).toEqual(['fail status-revoked']);
    expect(told(await ask(list2021(issuer.did, [8]), entry('7', old)))).toEqual(['pass status-ok']);
    const bare = list2021(issuer.did, [7], { statusPurpose: undefined });
    expect(told(await ask(bare, entry('7', { ...old, statusPurpose: undefined })))).toEqual(['fail status-revoked']);
  });
  it('an index written as a number', async () =>
    expect(told(await ask(listOf(issuer.did, [7]), entry(7)))).toEqual(['fail status-revoked']));
});

describe('entries of several bits', () => {
  const sized = (value: number, more: Loose = {}) => {
    const bytes = new Uint8Array(131_072 / 2);
    bytes[1] = value << 4;
    const list = listOf(issuer.did, [], { statusPurpose: 'message', encodedList: pack(bytes) });
    return ask(list, entry('2', { statusPurpose: 'message', statusSize: 4, ...more }));
  };
  const statusMessage = [
    { status: '0x0', message: 'on its way' },
    { status: '0xA', message: 'held\u0000 at the <b>customs</b>' },
    { status: 11, message: 'a number is no such text' },
    'words',
    { status: '0xC' },
  ];
  it('tells the words', async () => {
    expect(told(await sized(10, { statusMessage }))).toEqual([
      'pass status-ok',
      expect.stringMatching(/^warn status-message \(held/),
    ]);
    expect(told(await sized(0, { statusMessage }))).toEqual(['pass status-ok', 'warn status-message (on its way)']);
  });
  it('or the value, where there are none', async () => {
    expect(told(await sized(11, { statusMessage }))).toEqual(['pass status-ok', 'warn status-message (11)']);
    expect(told(await sized(3))).toEqual(['pass status-ok', 'warn status-message (3)']);
    expect(told(await sized(0))).toEqual(['pass status-ok']);
  });
  it('a message decides nothing', async () => expect(verdictWith(await sized(10))).toBe('verified'));
  it('a short list is counted in entries', async () => {
    const bytes = new Uint8Array(131_072 / 8);
    const list = listOf(issuer.did, [], { encodedList: pack(bytes) });
    expect(told(await ask(list, entry('2', { statusSize: 2 })))).toEqual(['pass status-ok', 'warn status-list-short']);
  });
  it.each([0, -1, 9, 1.5, '1', null, [1], true])('no such size: %j', async (statusSize) =>
    expectOpen(await ask(listOf(issuer.did, []), entry('7', { statusSize })), 'status-out-of-range'),
  );
});

describe('no such entry', () => {
  it.each<unknown>([
    '131072',
    '999999999999999',
    '9999999999999999999999',
    `${'9'.repeat(100_000)}`,
    131_072,
    2 ** 53,
    1e300,
    '-1',
    -1,
    '1.5',
    0.5,
    '0x7',
    '7 ',
    '٧',
    '',
    'seven',
    null,
    true,
    ['7'],
    { '@value': '7' },
    undefined,
  ])('%#', async (index) => expectOpen(await ask(listOf(issuer.did, []), entry(index)), 'status-out-of-range'));
});

describe('a list that proves nothing', () => {
  it('unsigned', async () => expectOpen(await over({ json: listOf(issuer.did, []) }), 'status-list-unproved'));
  it('signed for another issuer', async () =>
    expectOpen(await ask(listOf(issuer.did, []), entry('7'), stranger), 'status-list-unproved'));
  it('with a signature over something else', async () => {
    const [good, bad] = await Promise.all([
      issuer.sign(claims(listOf(issuer.did, [7]))),
      issuer.sign(claims(listOf(issuer.did, []))),
    ]);
    const forged = [...bad.split('.').slice(0, 2), good.split('.')[2]].join('.');
    expectOpen(await over(jwt(forged)), 'status-list-unproved');
  });
  it('with alg none', async () => {
    const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const none = `${part({ alg: 'none' })}.${part(claims(listOf(issuer.did, [])))}.`;
    expectOpen(await over(jwt(none)), 'status-list-unproved');
  });
  it('whose envelope names another issuer', async () => {
    const reply = jwt(await issuer.sign({ ...listOf(issuer.did, []), iss: stranger.did, jti: LIST }));
    expectOpen(await over(reply), 'status-list-unproved');
  });
  it('whose issuer’s keys cannot be read', async () => {
    const list = listOf('did:web:down.example', []);
    const reply = jwt(await issuer.sign(claims(list), { kid: 'did:web:down.example#0' }));
    expectOpen(await over(reply), 'status-list-unproved');
  });
  it('whose proof has ended', async () => {
    const signer = await makeIssuer('Ed25519');
    const list = { ...listOf(signer.did, []), '@context': ['https://www.w3.org/ns/credentials/v2'] };
    const at = (expires: string) =>
      issue('eddsa-rdfc-2022', signer, list, { '@context': list['@context'], expires } as object);
    const asked = async (expires: string) =>
      judge(badgeWith(entry('7')), signer.did, { [LIST]: { json: await at(expires) } });
    expect(told(await asked('2027-01-01T00:00:00Z'))).toEqual(['pass status-ok']);
    expectOpen(await asked('2026-11-01T00:00:00Z'), 'status-list-unproved');
  });
});

describe('a list of another issuer', () => {
  it('is read, for its address stands in what was signed, and that is told', async () => {
    const judged = await ask(listOf(stranger.did, [7]), entry('7'), stranger);
    expect(told(judged)).toEqual([
      expect.stringMatching(/^warn status-list-other-issuer \(did:jwk:/),
      'fail status-revoked',
    ]);
    const clear = await ask(listOf(stranger.did, []), entry('7'), stranger);
    expect(told(clear)).toEqual(['pass status-ok', expect.stringMatching(/^warn status-list-other-issuer/)]);
    expect(clear.facts).toMatchObject([{ signedBy: stranger.did, outcome: 'pass' }]);
  });
});

describe('a list outside its time', () => {
  it.each<[string, Loose]>([
    ['expired', { validUntil: '2026-11-22T23:54:00Z' }],
    ['expired, in its envelope', { exp: Date.parse('2026-11-22T00:00:00Z') / 1000 }],
    ['expired, whichever end comes first', { validUntil: '2030-01-01T00:00:00Z', exp: 1 }],
    ['expired in the words of 1.1', { expirationDate: '2026-11-22T00:00:00Z' }],
    ['not yet valid', { validFrom: '2026-11-23T00:06:00Z' }],
    ['with an end that nobody can read', { validUntil: 'tomorrow' }],
    ['with a beginning that nobody can read', { validFrom: ['2026-11-01T00:00:00Z'] }],
  ])('%s', async (_, more) => {
    expectOpen(await ask({ ...listOf(issuer.did, []), ...more }), 'status-unreadable');
  });
  it.each<[string, Loose]>([
    ['a clock five minutes off', { validFrom: '2026-11-23T00:04:00Z', validUntil: '2026-11-22T23:56:00Z' }],
    ['null dates', { validUntil: null, expirationDate: null }],
  ])('%s is let through', async (_, more) =>
    expect(told(await ask({ ...listOf(issuer.did, []), ...more }))).toEqual(['pass status-ok']),
  );
});

describe('a list whose dates stand in its envelope alone', () => {
  const enveloped = async (dates: Loose) => {
    const { issuer: iss, validFrom: _, ...vc } = listOf(issuer.did, []);
    return over(jwt(await issuer.sign({ iss, jti: LIST, vc, ...dates }, { typ: 'JWT' })));
  };
  const seconds = (instant: string) => Date.parse(instant) / 1000;
  it.each<[string, Loose]>([
    ['since the beginning of time', { nbf: 0 }],
    ['since yesterday', { nbf: seconds('2026-11-22T00:00:00Z') }],
    ['until tomorrow', { exp: seconds('2026-11-24T00:00:00Z') }],
    ['until the year 5138: twelve digits are seconds too', { exp: 100_000_000_000 }],
  ])('in force %s', async (_, dates) => expect(told(await enveloped(dates))).toEqual(['pass status-ok']));
  it.each<[string, Loose]>([
    ['from tomorrow', { nbf: seconds('2026-11-24T00:00:00Z') }],
    ['from the year 5138', { nbf: 100_000_000_000 }],
    ['until yesterday', { exp: seconds('2026-11-22T00:00:00Z') }],
    ['until the beginning of time', { exp: 0 }],
    ['until before it', { exp: -1 }],
  ])('not in force: %s', async (_, dates) => expectOpen(await enveloped(dates), 'status-unreadable'));
});

describe('a list for something else', () => {
  it.each<[string, unknown]>([
    ['another purpose', 'suspension'],
    ['none', undefined],
    ['others', ['suspension', 'message']],
    ['part of the word', ['revocations']],
    ['an object', { revocation: true }],
  ])('%s', async (_, statusPurpose) => {
    const judged = await ask(listOf(issuer.did, [], { statusPurpose }));
    expect(told(judged)).toEqual(['unknown status-unreadable (lists.example)']);
    expect(judged.facts).toMatchObject([{ outcome: 'unknown' }]);
  });
  it.each<[string, unknown]>([
    ['none', undefined],
    ['a number', 7],
    ['several', ['revocation']],
    ['empty', ' '],
  ])('an entry whose purpose is %s', async (_, statusPurpose) =>
    expectOpen(await ask(listOf(issuer.did, []), entry('7', { statusPurpose })), 'status-unreadable'),
  );
  it('a purpose that nobody knows counts once its bit is set', async () => {
    const status = entry('7', { statusPurpose: 'quarantine' });
    const subject = { statusPurpose: 'quarantine' };
    expect(told(await ask(listOf(issuer.did, [6], subject), status))).toEqual(['pass status-ok']);
    expectOpen(await ask(listOf(issuer.did, [7], subject), status), 'status-unsupported');
  });
  it('a newer copy is a hint', async () => {
    const judged = await ask(
      listOf(issuer.did, [7], { statusPurpose: 'refresh' }),
      entry('7', { statusPurpose: 'refresh' }),
    );
    expect(told(judged)).toEqual(['pass status-ok', 'warn status-refresh-offered (lists.example)']);
  });
  it.each<[string, (did: string) => Loose]>([
    ['no list at all', (did) => listOf(did, [], {}, { type: ['VerifiableCredential'] })],
    ['no list inside', (did) => listOf(did, [], { type: 'Thing' })],
    ['two lists inside', (did) => ({ ...listOf(did, []), credentialSubject: [listOf(did, []).credentialSubject, {}] })],
    ['the older form', (did) => list2021(did, [])],
    ['no prefix', (did) => listOf(did, [], { encodedList: pack(bitsOf([])).slice(1) })],
    ['no bits', (did) => listOf(did, [], { encodedList: undefined })],
    ['half of it', (did) => listOf(did, [], { encodedList: pack(bitsOf([])).slice(0, 20) })],
    ['64 MiB of zeros', (did) => listOf(did, [], { encodedList: pack(new Uint8Array(64 * 1_048_576)) })],
    ['garbage', (did) => listOf(did, [], { encodedList: 'uZ2FyYmFnZQ' })],
  ])('%s', async (_, list) => expectOpen(await ask(list(issuer.did)), 'status-unreadable'));
});

describe('a short list', () => {
  const short = (bytes: number, set: number[] = []) =>
    listOf(issuer.did, [], { encodedList: pack(bitsOf(set, bytes)) });
  it('somewhat short: read, and told', async () => {
    expect(told(await ask(short(12_500)))).toEqual(['pass status-ok', 'warn status-list-short']);
    expect(told(await ask(short(12_500, [7])))).toEqual(['warn status-list-short', 'fail status-revoked']);
    expect(told(await ask(short(131_072 / 8 - 1)))).toContain('warn status-list-short');
  });
  it('a few entries are no list in earnest', async () => {
    expectOpen(await ask(short(8)), 'status-list-short');
    expectOpen(await ask(short(8, [7])), 'status-list-short');
    expectOpen(await ask(short(128), entry('1', { statusSize: 8 })), 'status-list-short');
  });
});

describe('the network says nothing about a badge', () => {
  it.each<[Reply, string]>([
    [{ status: 404 }, 'origin-not-found'],
    [{ status: 410 }, 'origin-not-found'],
    [{ status: 403 }, 'origin-access-denied'],
    [{ status: 500 }, 'origin-server-error'],
    [{ status: 429 }, 'origin-rate-limited'],
    [{ broken: true }, 'origin-network'],
    [{ body: '<!doctype html><title>Sign in</title>' }, 'status-unreadable'],
    [{ body: '' }, 'status-unreadable'],
    [{ body: Uint8Array.of(0xff, 0xfe, 0) }, 'status-unreadable'],
    [{ json: [] }, 'status-unreadable'],
    [{ json: 'a.b.c.d' }, 'status-unreadable'],
    [{ json: null }, 'status-unreadable'],
    [{ body: `{"a":1,"a":2}` }, 'status-unreadable'],
    [{ body: `{"__proto__":{"issuer":"urn:x:1"}}` }, 'status-unreadable'],
    [{ body: ' '.repeat(4 * 1_048_576 + 1) }, 'origin-too-large'],
    [{ body: 'aa.bb.cc', end: 'https://10.0.0.1/list' }, 'origin-refused-address'],
  ])('%#', async (reply, code) => {
    const judged = await over(reply);
    expect(told(judged)).toEqual([expect.stringMatching(new RegExp(`^unknown ${code}`))]);
    expect(judged.checks.every(({ id }) => id === 'status')).toBe(true);
    expect(judged.facts).toMatchObject([{ list: LIST, outcome: 'unknown' }]);
  });
  it('a good list behind an error page is no good list', async () => {
    const body = await issuer.sign(claims(listOf(issuer.did, [])));
    expectOpen(await over({ ...jwt(body), status: 500 }), 'origin-server-error');
  });
  it('says when to come again', async () => {
    const judged = await over({ status: 429, headers: { 'retry-after': '60' } });
    expect(judged.retryAt).toBe('2026-11-23T00:01:00.000Z');
    expect(told(judged)).toEqual(['unknown origin-rate-limited (2026-11-23T00:01:00.000Z)']);
  });
  it.each([
    undefined,
    null,
    7,
    '',
    'lists',
    '/status/1',
    'javascript:alert(1)',
    'data:,x',
    'https://u:p@lists.example/',
  ])('no address: %j', async (statusListCredential) => {
    const judged = await judge(badgeWith(entry('7', { statusListCredential })), issuer.did, {});
    expectOpen(judged, 'status-unreadable');
    expect(judged.asked).toEqual([]);
  });
  it.each(['http://lists.example/1', 'https://localhost/1', 'https://192.168.1.1/1', 'https://lists.example:8443/1'])(
    'an address that is never asked: %s',
    async (statusListCredential) => {
      const judged = await judge(badgeWith(entry('7', { statusListCredential })), issuer.did, {});
      expectOpen(judged, 'origin-refused-address');
      expect(judged.asked).toEqual([]);
    },
  );
});

describe('all entries', () => {
  const two = async (first: number[], second: Reply | number[], ...status: unknown[]) =>
    judge(
      badgeWith(status.length > 0 ? status : [entry('7'), entry('7', { statusListCredential: OTHER_LIST })]),
      issuer.did,
      {
        [LIST]: jwt(await issuer.sign(claims(listOf(issuer.did, first)))),
        [OTHER_LIST]: Array.isArray(second)
          ? jwt(await issuer.sign(claims(listOf(issuer.did, second, {}, { id: OTHER_LIST }))))
          : second,
      },
    );
  it('the second is revoked', async () => {
    const judged = await two([], [7]);
    expect(told(judged)).toEqual(['fail status-revoked']);
    expect(judged.facts.map(({ outcome }) => outcome)).toEqual(['pass', 'fail']);
  });
  it('the second cannot be read', async () => {
    const judged = await two([], { status: 500 });
    expect(told(judged)).toEqual(['unknown origin-server-error (500)']);
    expect(verdictWith(judged)).toBe('undecided');
  });
  it('revoked by one, the other unread: revoked', async () =>
    expect(verdictWith(await two([7], { status: 500 }))).toBe('revoked'));
  it('both in order', async () => expect(told(await two([], []))).toEqual(['pass status-ok']));
  it('an entry of no known kind leaves the question open', async () => {
    const judged = await two([], [], entry('7'), { id: 'https://a.example/1', type: 'CredentialStatusList2017' });
    expect(told(judged)).toEqual(['unknown status-unsupported (CredentialStatusList2017)']);
    expect(judged.facts).toMatchObject([
      { outcome: 'pass' },
      { type: 'CredentialStatusList2017', list: 'https://a.example/1', outcome: 'unknown' },
    ]);
  });
  it.each<[string, unknown]>([
    ['text', LIST],
    ['a number', 0],
    ['false', false],
    ['empty', {}],
    ['a list', [[entry('7')]]],
    ['no type', entry('7', { type: undefined })],
    ['a member of Object', entry('7', { type: 'constructor' })],
    ['an inherited type', Object.create(entry('7')) as Loose],
    ['two kinds', entry('7', { type: ['BitstringStatusListEntry', '1EdTechRevocationList'] })],
    ['a type with something before it', entry('7', { type: 'https://a.example/BitstringStatusListEntry' })],
  ])('an entry that is %s', async (_, status) => {
    const judged = await ask(listOf(issuer.did, []), status);
    expect(told(judged)).toEqual([expect.stringMatching(/^unknown status-unsupported/)]);
    expect(verdictWith(judged)).toBe('undecided');
  });
  it('a kind that is named twice, or beside another word, is the same kind', async () => {
    const type = ['Thing', 'BitstringStatusListEntry', 'BitstringStatusListEntry'];
    expect(told(await ask(listOf(issuer.did, [7]), entry('7', { type })))).toEqual(['fail status-revoked']);
  });
  it('the eleventh is not read, and then nothing is known', async () => {
    const clear = Array.from({ length: 10 }, (_, index) => entry(String(index)));
    expect(told(await two([10], [], ...clear))).toEqual(['pass status-ok']);
    const judged = await two([10], [], ...clear, entry('10'));
    expect(told(judged)).toEqual(['unknown format-too-many-parts']);
    expect(judged.facts).toHaveLength(10);
    expect(verdictWith(judged)).toBe('undecided');
  });
  it('a hundred thousand of them', async () => {
    const judged = await two([], [], ...Array.from({ length: 100_000 }, () => entry('7')));
    expect(told(judged)).toEqual(['unknown format-too-many-parts']);
    expect(judged.asked).toEqual([LIST]);
  });
  it.each<[string, unknown]>([
    ['absent', undefined],
    ['null', null],
    ['empty', []],
  ])('none: %s', async (_, status) => {
    const judged = await judge(badgeWith(status), issuer.did, {});
    expect(told(judged)).toEqual(['pass status-none-declared']);
    expect(judged.asked).toEqual([]);
  });
});

describe('refreshService', () => {
  const service = (host: string) => ({ id: `https://${host}/new`, type: '1EdTechCredentialRefresh' });
  it('is told and never asked', async () => {
    const judged = await judge(badgeWith(undefined, { refreshService: service('issuer.example') }), issuer.did, {});
    expect(told(judged)).toEqual(['pass status-none-declared', 'skipped status-refresh-offered (issuer.example)']);
    expect(judged.asked).toEqual([]);
    expect(verdictWith(judged)).toBe('verified');
  });
  it('three of a thousand, and only addresses', async () => {
    const many = Array.from({ length: 1_000 }, (_, index) => service(`r${index}.example`));
    const judged = await judge(
      badgeWith(undefined, { refreshService: ['x', { id: 'javascript:1' }, ...many] }),
      issuer.did,
      {},
    );
    expect(told(judged)).toEqual(['pass status-none-declared', 'skipped status-refresh-offered (r0.example)']);
  });
});

it('a thousand badges that name one list ask for it once', async () => {
  const { fetch, asked } = fetchFrom({ [LIST]: jwt(await issuer.sign(claims(listOf(issuer.did, [500])))) });
  const kept = keepInMemory();
  const judged = await Promise.all(
    Array.from({ length: 1_000 }, (_, index) =>
      judgeWith(badgeWith(entry(String(index)), { id: `${BADGE}/${index}` }), issuer.did, {
        reader: createReader(fetch, { kept }),
        now: NOW,
      }),
    ),
  );
  expect(asked).toEqual([LIST]);
  const revoked = judged.flatMap((one, index) => (told(one).includes('fail status-revoked') ? [index] : []));
  expect(revoked).toEqual([500]);
  expect(judged.filter((one) => told(one).join() === 'pass status-ok')).toHaveLength(999);
});

it('any JSON as status, over any answer: nothing throws, nothing passes unread', async () => {
  const good = await issuer.sign(claims(listOf(issuer.did, [])));
  const names = [
    'id',
    'type',
    'statusPurpose',
    'statusListIndex',
    'statusListCredential',
    'statusSize',
    'statusMessage',
    '__proto__',
  ];
  const value = fc.oneof(
    fc.constantFrom<unknown>(
      'BitstringStatusListEntry',
      'StatusList2021Entry',
      '1EdTechRevocationList',
      'revocation',
      'message',
      LIST,
      '7',
      7,
      null,
    ),
    fc.jsonValue({ maxDepth: 2 }),
  );
  const status = fc
    .array(fc.tuple(fc.constantFrom(...names), value), { maxLength: 8 })
    .map((entries) => Object.fromEntries(entries));
  const replies: Reply[] = [jwt(good), { json: {} }, { json: { revokedCredential: [] } }, { status: 404 }];
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(fc.array(status, { minLength: 1, maxLength: 3 }), fc.jsonValue()),
      fc.constantFrom(...replies),
      async (credentialStatus, reply) => {
        const judged = await judge(badgeWith(credentialStatus), issuer.did, { [LIST]: reply });
        const passed = told(judged).filter((line) => line.startsWith('pass'));
        if (passed.includes('pass status-ok')) expect(judged.asked).toEqual([LIST]);
        else if (passed.length > 0) expect([[], null]).toContainEqual(credentialStatus);
        for (const { id, outcome } of judged.checks) {
          expect(id).toBe('status');
          expect(outcome).not.toBe('fail');
        }
      },
    ),
    { numRuns: 500 },
  );
});

it('a list is proved by whoever is asked to, with the tools of the badge', async () => {
  const tools = { reader: createReader(fetchFrom({ [LIST]: { json: list2021('urn:x:1', []) } }).fetch), now: NOW };
  const seen: unknown[] = [];
  const prove: Parameters<typeof judgeStatus>[2] = (list) => {
    seen.push(Object.keys(list));
    return proveCredential(list, tools);
  };
  await judgeStatus(badgeWith(entry('7')), issuer.did, prove, tools);
  expect(seen).toEqual([['document']]);
});
