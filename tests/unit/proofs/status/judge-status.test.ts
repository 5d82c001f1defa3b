/** Lists signed by jose and by @digitalbazaar/vc, packed by node:zlib; the attacks 15, 16 and 17 of STANDARDS section 9. */
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { keepInMemory } from '../../../../utils/net/kept.ts';
import { createReader } from '../../../../utils/net/reader.ts';
import { fetchFrom, type Network, type Reply } from '../../verify/fixtures/network.ts';
import { issue, makeIssuer } from '../data-integrity/issuing.ts';
import {
  badgeWith,
  bitsOf,
  entry,
  judge,
  judgeWith,
  jwt,
  LEAST,
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
let other: Signer;
beforeAll(async () => {
  [issuer, other] = await Promise.all([makeSigner(), makeSigner()]);
});

const OK = ['pass status-ok'];
const UNREADABLE = ['unknown status-unreadable (lists.example)'];
const OUT_OF_RANGE = ['unknown status-out-of-range (lists.example)'];
const SHORT = ['unknown status-list-short'];

/** What the badge's checks are, over a list that the badge's own issuer signed. */
async function over(list: object, credentialStatus: unknown = entry('3')): Promise<string[]> {
  const network = { [LIST]: jwt(await issuer.sign(list)) };
  return told(await judge(badgeWith(credentialStatus), issuer.did, network));
}

describe('a badge that names no list', () => {
  for (const [what, status] of [
    ['no member', undefined],
    ['null', null],
    ['an empty list', []],
  ] as const) {
    it(`says so: ${what}`, async () => {
      const judged = await judge(badgeWith(status), issuer.did, {});
      expect(told(judged)).toEqual(['pass status-none-declared']);
      expect(judged.facts).toEqual([]);
      expect(judged.asked).toEqual([]);
    });
  }
});

describe('a bitstring list', () => {
  it('is asked once, and the story of it is told', async () => {
    const list = listOf(issuer.did, [4], {}, { validUntil: '2026-12-01T00:00:00+01:00' });
    const judged = await judge(badgeWith([entry('3'), entry('4')]), issuer.did, {
      [LIST]: jwt(await issuer.sign(list)),
    });
    expect(told(judged)).toEqual(['fail status-revoked']);
    const fact = {
      type: 'BitstringStatusListEntry',
      purpose: 'revocation',
      list: LIST,
      signedBy: issuer.did,
      until: '2026-11-30T23:00:00.000Z',
    };
    expect(judged.facts).toEqual([
      { ...fact, index: '3', outcome: 'pass' },
      { ...fact, index: '4', outcome: 'fail' },
    ]);
    expect(judged.asked).toEqual([LIST]);
  });

  it('revokes and suspends', async () => {
    expect(await over(listOf(issuer.did, []))).toEqual(OK);
    expect(await over(listOf(issuer.did, [3]))).toEqual(['fail status-revoked']);
    const suspension = { statusPurpose: 'suspension' };
    expect(await over(listOf(issuer.did, [3], suspension), entry('3', suspension))).toEqual(['fail status-suspended']);
    expect(await over(listOf(issuer.did, [2, 4], suspension), entry('3', suspension))).toEqual(OK);
  });

  it('may be signed by Data Integrity proofs, and have an id other than its address', async () => {
    const di = await makeIssuer('Ed25519');
    for (const suite of ['eddsa-rdfc-2022', 'Ed25519Signature2020'] as const) {
      const list = await issue(suite, di, listOf(di.did, [3], {}, { id: 'https://elsewhere.example/list' }));
      const network = { [LIST]: { body: JSON.stringify(list), type: 'text/plain' } };
      expect(told(await judge(badgeWith(entry('3')), di.did, network))).toEqual(['fail status-revoked']);
      expect(told(await judge(badgeWith(entry('2')), di.did, network))).toEqual(OK);
    }
  });

  it('is told by its bytes, whatever type it is sent under', async () => {
    const text = await issuer.sign(listOf(issuer.did, [3]));
    for (const reply of [
      { body: text, type: 'text/html' },
      { body: `\n${text}\r\n`, type: 'application/json' },
      { body: JSON.stringify(text), type: 'application/octet-stream' },
    ]) {
      expect(told(await judge(badgeWith(entry('3')), issuer.did, { [LIST]: reply }))).toEqual(['fail status-revoked']);
    }
  });

  it('may serve several purposes, but not others', async () => {
    expect(await over(listOf(issuer.did, [], { statusPurpose: ['suspension', 'revocation'] }))).toEqual(OK);
    for (const statusPurpose of ['suspension', ['refresh', 'message'], [], undefined, 5, { revocation: true }]) {
      expect(await over(listOf(issuer.did, [], { statusPurpose })), String(statusPurpose)).toEqual(UNREADABLE);
    }
  });

  it('is of its type inside and outside', async () => {
    const wrong = [
      listOf(issuer.did, [], {}, { type: ['VerifiableCredential'] }),
      listOf(issuer.did, [], {}, { type: ['VerifiableCredential', 'StatusList2021Credential'] }),
      listOf(issuer.did, [], { type: 'StatusList2021' }),
      listOf(issuer.did, [], { type: undefined }),
      listOf(issuer.did, [], {}, { credentialSubject: [] }),
      listOf(issuer.did, [], {}, { credentialSubject: 'list' }),
    ];
    for (const list of wrong) expect(await over(list)).toEqual(UNREADABLE);
  });

  it('holds today, or says nothing', async () => {
    const outside: Loose[] = [
      { validUntil: '2026-11-22T00:00:00Z' },
      { validFrom: '2026-12-01T00:00:00Z' },
      { validFrom: undefined, issuanceDate: '2027-01-01T00:00:00Z' },
      { expirationDate: '2025-01-01T00:00:00Z' },
      { validUntil: 'soon' },
      { validUntil: {} },
      { validFrom: ['2026-01-01T00:00:00Z', '2027-01-01T00:00:00Z'] },
      // An end in the envelope counts beside a later one inside.
      { validUntil: '2030-01-01T00:00:00Z', exp: Date.parse('2026-11-22T00:00:00Z') / 1000 },
    ];
    for (const dates of outside) {
      expect(await over(listOf(issuer.did, [3], {}, dates)), JSON.stringify(dates)).toEqual(UNREADABLE);
    }
    expect(await over(listOf(issuer.did, [3], {}, { validUntil: '2026-11-22T23:58:00Z' }))).toEqual([
      'fail status-revoked',
    ]);
  });
});

describe('attack 15: lists that are not what they should be', () => {
  it('unsigned', async () => {
    const network = { [LIST]: { json: listOf(issuer.did, []) } };
    expect(told(await judge(badgeWith(entry('3')), issuer.did, network))).toEqual([
      'unknown status-list-unproved (lists.example)',
    ]);
  });

  it('signed by somebody else in the name of the issuer', async () => {
    const forged = { [LIST]: jwt(await other.sign(listOf(issuer.did, []))) };
    expect(told(await judge(badgeWith(entry('3')), issuer.did, forged))).toEqual([
      'unknown status-list-unproved (lists.example)',
    ]);
  });

  it('altered after it was signed', async () => {
    const di = await makeIssuer('Ed25519');
    const list = await issue('eddsa-rdfc-2022', di, listOf(di.did, [3]));
    const subject = { ...(list.credentialSubject as Loose), encodedList: pack(bitsOf([])) };
    const network = { [LIST]: { json: { ...list, credentialSubject: subject } } };
    const judged = await judge(badgeWith(entry('3')), di.did, network);
    expect(told(judged)).toEqual(['unknown status-list-unproved (lists.example)']);
    expect(judged.facts[0]).not.toHaveProperty('signedBy');
  });

  it('with a proof that has ended', async () => {
    const di = await makeIssuer('Ed25519');
    const list = await issue('eddsa-rdfc-2022', di, listOf(di.did, []), { expires: '2026-11-01T00:00:00Z' });
    expect(told(await judge(badgeWith(entry('3')), di.did, { [LIST]: { json: list } }))).toEqual([
      'unknown status-list-unproved (lists.example)',
    ]);
  });

  it('with a member twice, of which signer and reader may take different ones', async () => {
    const di = await makeIssuer('Ed25519');
    const list = JSON.stringify(await issue('eddsa-rdfc-2022', di, listOf(di.did, [])));
    const twice = list.replace('"credentialSubject":', '"credentialSubject":{},"credentialSubject":');
    expect(told(await judge(badgeWith(entry('3')), di.did, { [LIST]: { body: twice } }))).toEqual(UNREADABLE);
  });

  it('signed by another issuer in its own name: read, and told', async () => {
    const network = { [LIST]: jwt(await other.sign(listOf(other.did, [4]))) };
    const note = `warn status-list-other-issuer (${other.did})`;
    const [first, second] = await Promise.all(
      ['3', '4'].map((index) => judge(badgeWith(entry(index)), issuer.did, network)),
    );
    expect(told(first!).map((words) => words.slice(0, 60))).toEqual(['pass status-ok', note.slice(0, 60)]);
    expect(told(second!).map((words) => words.slice(0, 60))).toEqual([note.slice(0, 60), 'fail status-revoked']);
    expect(first!.facts[0]?.signedBy).toBe(other.did);
  });

  it('under the least: read and told; far under it: not read', async () => {
    const sized = (entries: number) => ({ encodedList: pack(bitsOf([3], entries / 8)) });
    expect(await over(listOf(issuer.did, [], sized(131_072)), entry('4'))).toEqual(OK);
    expect(await over(listOf(issuer.did, [], sized(131_064)), entry('4'))).toEqual([
      'pass status-ok',
      'warn status-list-short',
    ]);
    expect(await over(listOf(issuer.did, [], sized(100_000)), entry('3'))).toEqual([
      'warn status-list-short',
      'fail status-revoked',
    ]);
    expect(await over(listOf(issuer.did, [], sized(1_024)), entry('4'))).toContain('warn status-list-short');
    expect(await over(listOf(issuer.did, [], sized(1_016)), entry('4'))).toEqual(SHORT);
    expect(await over(listOf(issuer.did, [], sized(64)), entry('3'))).toEqual(SHORT);
  });

  it('bombs: honest, and lying about what comes out', async () => {
    const bomb = gzipSync(Buffer.alloc(64 * 1_048_576));
    const lying = Buffer.from(bomb);
    lying.writeUInt32LE(LEAST, lying.length - 4);
    for (const packed of [bomb, lying]) {
      const encodedList = `u${packed.toString('base64url')}`;
      expect(await over(listOf(issuer.did, [], { encodedList }))).toEqual(UNREADABLE);
    }
    const largest = `u${gzipSync(Buffer.alloc(2 * 1_048_576)).toString('base64url')}`;
    expect(await over(listOf(issuer.did, [], { encodedList: largest }), entry('16777215'))).toEqual(OK);
  });

  it('a page, nothing, an error, a broken connection, too much', async () => {
    const replies: [Reply, string][] = [
      [{ body: '<!doctype html><title>Sign in</title>', type: 'text/html' }, UNREADABLE[0]!],
      [{ body: '' }, UNREADABLE[0]!],
      [{ json: [] }, UNREADABLE[0]!],
      [{ json: null }, UNREADABLE[0]!],
      [{ status: 404, body: '' }, 'unknown origin-not-found (lists.example)'],
      [{ status: 410, body: '' }, 'unknown origin-not-found (lists.example)'],
      [{ status: 503, body: '' }, 'unknown origin-server-error (503)'],
      [{ broken: true }, 'unknown origin-network (lists.example)'],
      [{ body: ' '.repeat(5 * 1_048_576) }, 'unknown origin-too-large (lists.example)'],
    ];
    for (const [reply, words] of replies) {
      const judged = await judge(badgeWith(entry('3')), issuer.did, { [LIST]: reply });
      expect(told(judged)).toEqual([words]);
      expect(judged.checks.every(({ id }) => id === 'status')).toBe(true);
    }
  });

  it('a host that asks for patience', async () => {
    const network = {
      [LIST]: { status: 429, body: '', headers: { 'retry-after': '120' } },
      [OTHER_LIST]: { status: 429, body: '', headers: { 'retry-after': '60' } },
    };
    const entries = [entry('3'), entry('4', { statusListCredential: OTHER_LIST })];
    const judged = await judge(badgeWith(entries), issuer.did, network);
    expect(judged.checks.map(({ code }) => code)).toEqual(['origin-rate-limited', 'origin-rate-limited']);
    const times = judged.checks.map(({ detail }) => String(detail)).sort();
    expect(times).toHaveLength(2);
    expect(judged.retryAt).toBe(times[0]);
  });

  it('addresses that are never asked', async () => {
    for (const address of ['https://localhost/list', 'https://192.168.0.1/list', 'https://lists.example:8443/1']) {
      const judged = await judge(badgeWith(entry('3', { statusListCredential: address })), issuer.did, {});
      expect(judged.checks.map(({ outcome, code }) => `${outcome} ${code}`)).toEqual([
        'unknown origin-refused-address',
      ]);
      expect(judged.asked).toEqual([]);
    }
    for (const address of ['data:text/plain,x', 'javascript:1', 'did:web:lists.example', '', 5, null, undefined]) {
      expect(await over(listOf(issuer.did, []), entry('3', { statusListCredential: address }))).toEqual([
        'unknown status-unreadable',
      ]);
    }
  });

  it('a signed list may stand where its address leads to', async () => {
    const reply = { ...jwt(await issuer.sign(listOf(issuer.did, [3]))), end: 'https://cdn.example/list' };
    expect(told(await judge(badgeWith(entry('3')), issuer.did, { [LIST]: reply }))).toEqual(['fail status-revoked']);
  });

  it('a key that cannot be asked for leaves the list unread, not forged', async () => {
    const did = 'did:web:keys.example';
    const list = await issuer.sign(listOf(did, []), { kid: `${did}#0` });
    expect(told(await judge(badgeWith(entry('3')), did, { [LIST]: jwt(list) }))).toEqual([
      'unknown status-unreadable (lists.example)',
    ]);
  });
});

describe('attack 16: which bit', () => {
  it('counts from the most significant bit of the first byte', async () => {
    for (const set of [0, 1, 7, 8, 131_071]) {
      const list = listOf(issuer.did, [set]);
      expect(await over(list, entry(String(set)))).toEqual(['fail status-revoked']);
      for (const near of [set - 1, set + 1, set ^ 7].filter((index) => index >= 0 && index < 131_072)) {
        expect(await over(list, entry(String(near))), `${near} beside ${set}`).toEqual(OK);
      }
    }
  });

  it('takes a number for digits, and nothing else', async () => {
    const list = listOf(issuer.did, [3]);
    expect(await over(list, entry(3))).toEqual(['fail status-revoked']);
    const none = ['abc', '', '-1', '1.5', '0x3', '3 ', ' 3', '1e0', '٣', '9'.repeat(400), -1, 1.5, 2 ** 60];
    for (const index of [...none, null, undefined, [3], ['3'], {}, true]) {
      expect(await over(list, entry(index)), String(index)).toEqual(OUT_OF_RANGE);
    }
  });

  it('knows the end of the list', async () => {
    for (const index of ['131072', '131073', '999999999999999']) {
      expect(await over(listOf(issuer.did, []), entry(index))).toEqual(OUT_OF_RANGE);
    }
  });

  it('reads wider entries as a reader of binary digits does', async () => {
    const bytes = fc.uint8Array({ minLength: 400, maxLength: 400 });
    await fc.assert(
      fc.asyncProperty(bytes, fc.integer({ min: 1, max: 8 }), fc.nat({ max: 400 }), async (bits, size, index) => {
        const digits = [...bits].map((byte) => byte.toString(2).padStart(8, '0')).join('');
        const value = Number.parseInt(digits.slice(index * size, (index + 1) * size), 2);
        const purpose = { statusPurpose: 'message' };
        const words = await over(
          listOf(issuer.did, [], { ...purpose, encodedList: pack(bits) }),
          entry(String(index), { ...purpose, statusSize: size }),
        );
        const message = words.filter((word) => word.includes('status-message'));
        expect(message).toEqual(value === 0 ? [] : [`warn status-message (${value})`]);
      }),
      { numRuns: 40 },
    );
  });

  it('does not read an entry in a width that the list does not have', async () => {
    // Width 2, index 1: bits 2 and 3. In width 1 that is bit 1, which is not set.
    const wide = listOf(issuer.did, [], { statusSize: 2, encodedList: pack(bitsOf([2], 2 * LEAST)) });
    expect(await over(wide, entry('1', { statusSize: 2 }))).toEqual(['fail status-revoked']);
    expect(await over(wide, entry('1'))).toEqual(['fail status-revoked']);
    expect(await over(wide, entry('1', { statusSize: 1 }))).toEqual(UNREADABLE);
    for (const statusSize of [0, -1, 1.5, 9, '1', true, [], {}]) {
      expect(await over(listOf(issuer.did, []), entry('1', { statusSize }))).toEqual(UNREADABLE);
      expect(await over(listOf(issuer.did, [], { statusSize }), entry('1'))).toEqual(UNREADABLE);
    }
  });
});

describe('attack 17: every entry', () => {
  it('a second one that revokes, behind one that is good, unreadable or unknown', async () => {
    const network: Network = {
      [LIST]: jwt(await issuer.sign(listOf(issuer.did, [5]))),
      [OTHER_LIST]: jwt(await issuer.sign(listOf(issuer.did, [], { statusPurpose: 'suspension' }))),
    };
    const suspension = { statusPurpose: 'suspension', statusListCredential: OTHER_LIST };
    const firsts = [entry('1', suspension), entry('1', { ...suspension, statusListCredential: 'x' }), { type: 'X' }, 7];
    for (const first of firsts) {
      const judged = await judge(badgeWith([first, entry('5')]), issuer.did, network);
      expect(told(judged)).toContain('fail status-revoked');
      expect(told(judged)).not.toContain('pass status-ok');
      expect(judged.facts).toHaveLength(2);
    }
  });

  it('one that cannot be read leaves the badge open beside a good one', async () => {
    const network = { [LIST]: jwt(await issuer.sign(listOf(issuer.did, []))) };
    const judged = await judge(
      badgeWith([entry('1'), entry('1', { statusListCredential: OTHER_LIST })]),
      issuer.did,
      network,
    );
    expect(told(judged)).toEqual(['unknown origin-not-found (lists.example)']);
  });

  it('twenty, and no more', async () => {
    const network = { [LIST]: jwt(await issuer.sign(listOf(issuer.did, [19, 20]))) };
    const entries = Array.from({ length: 21 }, (_, index) => entry(String(index)));
    const first = await judge(badgeWith(entries.slice(0, 20)), issuer.did, network);
    expect(told(first)).toEqual(['fail status-revoked']);
    expect(first.facts).toHaveLength(20);
    const all = await judge(badgeWith([...entries.slice(0, 19), entries[0], entries[20]]), issuer.did, network);
    expect(told(all)).toEqual(['unknown format-too-many-parts']);
  });
});

describe('what is neither revocation nor suspension', () => {
  const words = [
    { status: '0x0', message: 'pending review' },
    { status: '0x1', message: 'accepted \u202Eby all' },
    { status: '0xA', message: 'ten' },
  ];

  it('a message, in the words that the badge has for it', async () => {
    const purpose = { statusPurpose: 'message' };
    const list = (set: number[]) => listOf(issuer.did, set, { ...purpose, encodedList: pack(bitsOf(set, 4 * LEAST)) });
    const message = (more: Loose) => entry('0', { ...purpose, statusSize: 4, statusMessage: words, ...more });
    expect(await over(list([]), message({}))).toEqual(['pass status-ok', 'warn status-message (pending review)']);
    expect(await over(list([3]), message({}))).toEqual(['pass status-ok', 'warn status-message (accepted by all)']);
    expect(await over(list([0, 2]), message({}))).toEqual(['pass status-ok', 'warn status-message (ten)']);
    expect(await over(list([2]), message({}))).toEqual(['pass status-ok', 'warn status-message (2)']);
    for (const statusMessage of [undefined, 'text', [5, null, {}, { status: 1 }, { status: '1' }], {}]) {
      expect(await over(list([3]), message({ statusMessage }))).toEqual(['pass status-ok', 'warn status-message (1)']);
      expect(await over(list([]), message({ statusMessage }))).toEqual(OK);
    }
  });

  it('a newer copy, which is not fetched', async () => {
    const purpose = { statusPurpose: 'refresh' };
    expect(await over(listOf(issuer.did, [3], purpose), entry('3', purpose))).toEqual([
      'pass status-ok',
      'warn status-refresh-offered (lists.example)',
    ]);
    expect(await over(listOf(issuer.did, [], purpose), entry('3', purpose))).toEqual(OK);
  });

  it('another purpose is nobody’s to interpret, set or not', async () => {
    const purpose = { statusPurpose: 'activation' };
    for (const set of [[], [3]]) {
      expect(await over(listOf(issuer.did, set, purpose), entry('3', purpose))).toEqual([
        'unknown status-unsupported (activation)',
      ]);
    }
    expect(await over(listOf(issuer.did, []), entry('3', { statusPurpose: 5 }))).toEqual(UNREADABLE);
  });

  it('another type is not known, and not asked', async () => {
    for (const [status, told_] of [
      [{ id: LIST, type: 'CredentialStatusList2017' }, 'unknown status-unsupported (CredentialStatusList2017)'],
      [{ id: LIST, type: 2 }, 'unknown status-unsupported'],
      [{ id: LIST }, 'unknown status-unsupported'],
      ['https://lists.example/status/1', 'unknown status-unsupported'],
      [[[entry('3')]], 'unknown status-unsupported'],
      [0, 'unknown status-unsupported'],
      ['', 'unknown status-unsupported'],
      [false, 'unknown status-unsupported'],
    ] as const) {
      const judged = await judge(badgeWith(status), issuer.did, {});
      expect(told(judged), JSON.stringify(status)).toEqual([told_]);
      expect(judged.asked).toEqual([]);
    }
  });

  it('an offer to refresh is told and not followed', async () => {
    const service = (host: string) => ({ id: `https://${host}/refresh/1`, type: '1EdTechCredentialRefresh' });
    const offered = async (more: Loose) => {
      const judged = await judge(badgeWith(undefined, more), issuer.did, {});
      expect(judged.asked).toEqual([]);
      return told(judged).slice(1);
    };
    expect(await offered({ refreshService: service('a.example') })).toEqual([
      'skipped status-refresh-offered (a.example)',
    ]);
    const many = ['a', 'a', 'b', 'c', 'd'].map((name) => service(`${name}.example`));
    expect(await offered({ refreshService: many })).toHaveLength(2);
    expect(await offered({ credentialRefresh: service('b.example') })).toHaveLength(1);
    for (const refreshService of [null, 'https://a.example/', { id: 'javascript:1' }, { type: 'X' }, 5]) {
      expect(await offered({ refreshService })).toEqual([]);
    }
  });
});

describe('StatusList2021', () => {
  const old = { type: 'StatusList2021Entry' };

  it('has its own types, and no prefix', async () => {
    expect(await over(list2021(issuer.did, [3]), entry('3', old))).toEqual(['fail status-revoked']);
    expect(await over(list2021(issuer.did, [4]), entry('3', old))).toEqual(OK);
    expect(await over(listOf(issuer.did, [4]), entry('3', old))).toEqual(UNREADABLE);
    expect(await over(list2021(issuer.did, [4]), entry('3'))).toEqual(UNREADABLE);
  });

  it('came in either alphabet, padded or not, and with a prefix that was not asked for', async () => {
    const bytes = gzipSync(Buffer.from(bitsOf([3])));
    for (const encodedList of [bytes.toString('base64'), bytes.toString('base64url'), pack(bitsOf([3]))]) {
      expect(await over(list2021(issuer.did, [], { encodedList }), entry('3', old))).toEqual(['fail status-revoked']);
    }
  });

  it('means revocation where nothing is said, and writes purposes as it likes', async () => {
    const bare = { ...old, statusPurpose: undefined };
    expect(await over(list2021(issuer.did, [3], { statusPurpose: undefined }), entry('3', bare))).toEqual([
      'fail status-revoked',
    ]);
    const loud = { statusPurpose: 'Revocation' };
    expect(await over(list2021(issuer.did, [3], loud), entry('3', { ...old, ...loud }))).toEqual([
      'fail status-revoked',
    ]);
    expect(await over(list2021(issuer.did, [3], { statusPurpose: 'suspension' }), entry('3', bare))).toEqual(
      UNREADABLE,
    );
  });
});

describe('one list for many badges', () => {
  async function many(subject: Loose = {}) {
    const before = await issuer.sign(listOf(issuer.did, [], subject));
    const after = await issuer.sign(listOf(issuer.did, [3], subject));
    const network: Network = { [LIST]: jwt(before) };
    const { fetch, asked } = fetchFrom(network);
    let time = NOW.getTime();
    const kept = keepInMemory(() => time);
    return {
      asked,
      withdraw: () => Object.assign(network, { [LIST]: jwt(after) }),
      async at(seconds: number) {
        time = NOW.getTime() + seconds * 1000;
        const tools = { reader: createReader(fetch, { kept }), now: new Date(time) };
        return told(await judgeWith(badgeWith(entry('3')), issuer.did, tools));
      },
    };
  }

  it('is fetched once within a minute, and anew after it', async () => {
    const { asked, at, withdraw } = await many();
    const thousand = await Promise.all(Array.from({ length: 1_000 }, () => at(0)));
    expect(new Set(thousand.flat())).toEqual(new Set(OK));
    expect(asked).toHaveLength(1);
    withdraw();
    expect(await at(59)).toEqual(OK);
    expect(await at(61)).toEqual(['fail status-revoked']);
    expect(asked).toHaveLength(2);
  });

  it('is not used longer than it says it may be', async () => {
    for (const ttl of [10_000, '10000']) {
      const { asked, at, withdraw } = await many({ ttl });
      expect(await at(0)).toEqual(OK);
      expect(await at(9)).toEqual(OK);
      expect(asked).toHaveLength(1);
      withdraw();
      expect(await at(11)).toEqual(['fail status-revoked']);
      expect(await at(30)).toEqual(['fail status-revoked']);
      expect(await at(61)).toEqual(['fail status-revoked']);
    }
  });

  it('is kept no longer because it says it may be, and no shorter because it says nothing that can be read', async () => {
    for (const ttl of [86_400_000, -1, 'soon', null, {}, Number.MAX_VALUE]) {
      const { asked, at, withdraw } = await many({ ttl });
      await at(0);
      withdraw();
      expect(await at(59)).toEqual(OK);
      expect(asked).toHaveLength(1);
      expect(await at(61)).toEqual(['fail status-revoked']);
    }
  });
});
