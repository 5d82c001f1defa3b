/** Lists that lie, repeat themselves, break off, or are no lists at all. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createReader } from '../../../../utils/net/reader.ts';
import { listAddressOf } from '../../../../utils/wallet/imports/list-address.ts';
import { readList, wholeList } from '../../../../utils/wallet/imports/read-list.ts';
import { readText } from '../../../../utils/wallet/imports/read-text.ts';
import { fetchFrom, type Network } from '../../verify/fixtures/network.ts';

const NOW = new Date('2026-11-26T12:00:00Z');
const PROFILE = 'https://www.credly.com/users/odalys-brandt';
const TRANSCRIPT = 'https://learn.microsoft.com/en-us/users/odalysbrandt/transcript/share/d41k9x2m7p3q8w5';
const COLLECTION = 'https://api.badgr.io/public/collections/9f3ac5d27be84016b1de7fa20c6958e4';
const TRANSCRIPT_API = 'https://learn.microsoft.com/api/profiles/transcript/share/d41k9x2m7p3q8w5?locale=en-us';
const COLLECTION_API = `${COLLECTION}?v=2_0&expand=badges.badge&expand=badges.badge.issuer`;
const ACCOUNT = '3b9f2d60-71c4-4e8a-95d2-0c6ab7e41f38';
const page = (n: number) => `${PROFILE}/badges.json?page=${n}`;

const idOf = (n: number) =>
  `${(0x7a31c0de + n * 7919).toString(16)}-4b2d-4c9e-a1f7-${(0x5d20e83b6c41 + n * 104_729).toString(16)}`;
const badge = (n: number, more: object = {}) => ({
  id: idOf(n),
  state: 'accepted',
  badge_template: { name: `Course ${n}` },
  ...more,
});

function pageOf(from: number, count: number, pages: number, total: number) {
  return {
    json: {
      data: Array.from({ length: count }, (_, index) => badge(from + index)),
      metadata: { total_pages: pages, total_count: total },
    },
  };
}

async function read(address: string, network: Network) {
  const list = listAddressOf(address);
  if (!list) throw new Error(`no list: ${address}`);
  const { fetch, asked } = fetchFrom(network);
  const result = await wholeList(readList(list, { reader: createReader(fetch, { maxRequests: 60 }), now: NOW }));
  return { ...result, asked };
}

const withoutAsked = ({ asked: _, ...rest }: Awaited<ReturnType<typeof read>>) => rest;

describe('addresses of lists', () => {
  it('names them by their clean address', () => {
    for (const written of [PROFILE, `${PROFILE}/badges`, 'credly.com/users/odalys-brandt/badges?sort=new#x']) {
      expect(listAddressOf(written)).toEqual({ kind: 'credly-profile', address: PROFILE });
    }
    expect(listAddressOf(`https://www.credly.com/users/${ACCOUNT.toUpperCase()}/badges?page=2`)).toEqual({
      kind: 'credly-profile',
      address: `https://www.credly.com/users/${ACCOUNT}`,
    });
    expect(listAddressOf(TRANSCRIPT)?.kind).toBe('microsoft-transcript');
    expect(listAddressOf(`${COLLECTION}?embed=1`)).toEqual({ kind: 'badgr-collection', address: COLLECTION });
  });

  it.each([
    'https://www.credly.com.evil.example/users/odalys-brandt',
    `https://evil.example/users/${ACCOUNT}`,
    `https://www.credly.com@evil.example/users/${ACCOUNT}`,
    'https://www.credly.com/users/sign_in',
    'https://www.credly.com/org/northlight/badge/course',
    `https://www.credly.com/badges/${ACCOUNT}`,
    'https://api.badgr.io/public/issuers/Qk3vT9xLm2Zp7Rw5Yb1CdA',
    'https://learn.microsoft.com/api/achievements/share/en-us/odalys/K2M4P6Q8',
    'javascript:alert(1)',
    '',
  ])('%s is none', (address) => {
    expect(listAddressOf(address)).toBeNull();
  });
});

describe('a Credly profile', () => {
  it('asks only for addresses it builds itself, whatever the answer names', async () => {
    const answer = await read(PROFILE, {
      [page(1)]: {
        json: {
          data: [badge(1, { url: 'https://evil.example/', public_url: 'https://evil.example/' })],
          metadata: { total_pages: 1, total_count: 1, next_page_url: 'https://evil.example/next' },
        },
      },
      [PROFILE]: { json: { data: { id: ACCOUNT, url: 'https://evil.example/' } } },
    });
    expect(answer.asked).toEqual([
      page(1),
      PROFILE,
      `https://www.credly.com/api/v1/users/${ACCOUNT}/external_badges/open_badges/public?page=1&page_size=48`,
    ]);
    expect(answer.trouble).toBeUndefined();
  });

  it('a page that comes twice is told, and its badges are listed once', async () => {
    const answer = await read(PROFILE, { [page(1)]: pageOf(0, 48, 2, 60), [page(2)]: pageOf(0, 48, 2, 60) });
    expect(answer.candidates).toHaveLength(48);
    expect(answer.trouble).toBe('incomplete');
  });

  it.each([
    ['the total shrinks', pageOf(0, 48, 2, 96), pageOf(48, 12, 2, 60), 60],
    ['the total grows, and one slips over the edge', pageOf(0, 48, 2, 60), pageOf(47, 13, 2, 61), 60],
    ['fewer come than were announced', pageOf(0, 48, 2, 96), pageOf(48, 12, 2, 96), 60],
    ['the second page is gone', pageOf(0, 48, 2, 96), { status: 404, json: {} }, 48],
    ['the second page is no list', pageOf(0, 48, 2, 96), { json: { data: 'none' } }, 48],
    ['the second page is empty', pageOf(0, 48, 2, 60), pageOf(0, 0, 2, 60), 48],
  ] as const)('%s: incomplete', async (_, first, second, count) => {
    const answer = await read(PROFILE, { [page(1)]: first, [page(2)]: second });
    expect(answer).toMatchObject({ trouble: 'incomplete' });
    expect(new Set(answer.candidates.map(({ label }) => label)).size).toBe(count);
    expect(answer.candidates).toHaveLength(count);
  });

  it('ends after 25 pages of an endless profile', async () => {
    const network: Network = {};
    for (let n = 1; n <= 30; n++) network[page(n)] = pageOf(n * 48, 48, 1_000_000, 48_000_000);
    const answer = await read(PROFILE, network);
    expect(answer.trouble).toBe('too-many');
    expect(answer.candidates).toHaveLength(1_200);
    expect(answer.asked).toHaveLength(25);
  });

  it.each([
    [404, 'not-found'],
    [401, 'not-public'],
    [403, 'not-public'],
    [500, 'network'],
    [418, 'not-understood'],
  ] as const)('%i is %s', async (status, trouble) => {
    expect(withoutAsked(await read(PROFILE, { [page(1)]: { status, json: {} } }))).toEqual({ candidates: [], trouble });
  });

  it('a page for people, another host, an endless body and a broken line', async () => {
    const trouble = async (reply: Network[string]) => (await read(PROFILE, { [page(1)]: reply })).trouble;
    expect(await trouble({ body: '<!doctype html>', type: 'text/html' })).toBe('not-understood');
    expect(await trouble({ json: [] })).toBe('not-understood');
    expect(await trouble({ ...pageOf(0, 1, 1, 1), end: 'https://evil.example/badges.json' })).toBe('not-understood');
    expect(await trouble({ body: '<p>', end: 'https://www.credly.com/users/sign_in' })).toBe('not-public');
    expect(await trouble({ body: new Uint8Array(4 * 1_048_576 + 1) })).toBe('too-large');
    expect(await trouble({ broken: true })).toBe('network');
    expect(await trouble(pageOf(0, 0, 1, 0))).toBe('empty');
  });

  it('entries without a number, with words for states, and with hostile names are all accounted for', async () => {
    const data = [
      badge(1, { id: '../../org/evil' }),
      badge(2, { id: null, badge_template: null }),
      'a string',
      badge(3, { state: 'PENDING' }),
      badge(4, { state: 'rejected' }),
      badge(5, { state: 7 }),
      badge(6, { badge_template: { name: '\u202Egnp.exe of odalys@brandt.example\u0000' } }),
      badge(7, {
        id: idOf(7).toUpperCase(),
        issuer: { entities: [{ entity: { name: 'B' } }, { primary: true, entity: { name: 'A' } }] },
      }),
    ];
    const json = { data, metadata: { total_pages: 1, total_count: data.length } };
    const { candidates, trouble } = await read(PROFILE, { [page(1)]: { json } });
    expect(trouble).toBeUndefined();
    expect(candidates.map(({ label, source, acceptance }) => [label, source !== null, acceptance])).toEqual([
      ['Course 1', false, 'claimed'],
      ['#2', false, 'claimed'],
      ['#3', false, 'claimed'],
      ['Course 3', true, 'unclaimed'],
      ['Course 4', true, 'unclaimed'],
      ['Course 5', true, 'claimed'],
      ['gnp.exe of [e-mail]', true, 'claimed'],
      ['Course 7', true, 'claimed'],
    ]);
    expect(candidates[7]).toMatchObject({
      source: { url: `https://www.credly.com/badges/${idOf(7)}` },
      listed: { issuer: 'A' },
    });
  });

  it('imported badges: looked up at their own home, never a private address, and no trouble when that list is closed', async () => {
    const imported = `https://www.credly.com/api/v1/users/${ACCOUNT}/external_badges/open_badges/public?page=1&page_size=48`;
    const profile = `https://www.credly.com/users/${ACCOUNT}`;
    const own = { [`${profile}/badges.json?page=1`]: pageOf(0, 1, 1, 1) };
    const external = (badge_url: unknown) => ({ external_badge: { badge_name: 'Elsewhere', badge_url } });
    const listed = [
      'https://badges.kestrel.example/a.json?email=odalys%40brandt.example',
      'https://192.168.0.1/admin',
      'javascript:alert(1)',
      null,
      `https://www.credly.com/badges/${idOf(0)}/public_url`,
    ];
    const answer = await read(profile, { ...own, [imported]: { json: { data: listed.map(external) } } });
    expect(answer.candidates.map(({ source }) => source)).toEqual([
      { url: `https://www.credly.com/badges/${idOf(0)}` },
      { url: 'https://badges.kestrel.example/a.json' },
      null,
      null,
      null,
    ]);
    expect(withoutAsked(await read(profile, own))).toMatchObject({ candidates: [{}] });
    expect((await read(profile, { ...own, [imported]: { status: 403, json: {} } })).trouble).toBeUndefined();
    expect((await read(profile, { ...own, [imported]: { broken: true } })).trouble).toBe('incomplete');
  });
});

describe('any answer at all', () => {
  const key = fc.constantFrom(
    ...[
      'data',
      'metadata',
      'total_pages',
      'total_count',
      'id',
      'state',
      'badge_template',
      'name',
      'issuer',
      'entities',
    ],
    ...[
      'entity',
      'userName',
      'certificationData',
      'activeCertifications',
      'historicalCertifications',
      'appliedSkillsData',
    ],
    ...[
      'appliedSkillsCredentials',
      'credentialId',
      'title',
      'type',
      'badges',
      'badge',
      '__proto__',
      'constructor',
      'toString',
    ],
  );
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof(
      { maxDepth: 6 },
      fc.constantFrom('Collection', 'active', 'accepted', idOf(1), '78424700D5CCDF7', '', 'x'.repeat(5_000)),
      fc.anything({ maxDepth: 1 }),
      fc.integer(),
      fc.array(tie('tree'), { maxLength: 4 }),
      fc.dictionary(key, tie('tree'), { maxKeys: 8 }),
    ),
  }));
  const text = tree.map((value) => {
    try {
      return JSON.stringify(value) ?? 'null';
    } catch {
      return '{"data": [';
    }
  });

  it.each([
    [PROFILE, page(1)],
    [TRANSCRIPT, TRANSCRIPT_API],
    [COLLECTION, COLLECTION_API],
  ])('%s never throws, and makes no source but https addresses', async (address, asked) => {
    await fc.assert(
      fc.asyncProperty(text, async (body) => {
        const answer = await read(address, { [asked]: { body, type: 'application/json' } });
        for (const { source, label } of answer.candidates) {
          expect(label).not.toBe('');
          if (source) expect('url' in source && source.url).toMatch(/^https:\/\//);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('a transcript in another shape than it had is not understood', async () => {
    for (const json of [
      {},
      { userName: 'OdalysBrandt' },
      { userName: 'OdalysBrandt', certificationData: { activeCertifications: 1 } },
    ]) {
      expect(withoutAsked(await read(TRANSCRIPT, { [TRANSCRIPT_API]: { json } }))).toEqual({
        candidates: [],
        trouble: 'not-understood',
      });
    }
  });

  it('applied skills with strange numbers have no address', async () => {
    const json = {
      userName: 'Odalys Brandt',
      certificationData: { activeCertifications: [] },
      appliedSkillsData: {
        appliedSkillsCredentials: [
          { credentialId: '78424700D5CCDF7', title: 'A' },
          { credentialId: '../../evil', title: 'B' },
          { credentialId: 'AAAAAAAAAAAAAAAA', title: 'C' },
          null,
        ],
      },
    };
    const { candidates } = await read(TRANSCRIPT, { [TRANSCRIPT_API]: { json } });
    expect(candidates.slice(1).map(({ label, source }) => [label, source])).toEqual([
      ['A', { url: 'https://learn.microsoft.com/api/credentials/78424700D5CCDF7' }],
      ['B', null],
      ['C', null],
      ['#5', null],
    ]);
  });

  it('a collection of addresses, of strangers’ addresses, and of too many', async () => {
    const assertion = 'https://api.badgr.io/public/assertions/Qk3vT9xLm2Zp7Rw5Yb1CdA';
    const listed = async (badges: unknown) =>
      read(COLLECTION, { [COLLECTION_API]: { json: { type: 'Collection', badges } } });
    const some = await listed([
      `${assertion}?identity__email=odalys%40brandt.example`,
      { id: `${assertion}?v=2_0`, recipient: { identity: 'odalys@brandt.example' }, badge: { name: 'Oar' } },
      { id: 'https://10.0.0.8/assertion' },
      7,
    ]);
    expect(some.candidates.map(({ source }) => source)).toEqual([{ url: assertion }, { url: assertion }, null, null]);
    expect(JSON.stringify(some.candidates)).not.toContain('odalys');
    expect((await listed([])).trouble).toBe('empty');
    const many = await listed(Array.from({ length: 1_300 }, () => ({ id: assertion })));
    expect([many.candidates.length, many.trouble]).toEqual([1_200, 'too-many']);
    expect((await read(COLLECTION, { [COLLECTION_API]: { json: { badges: [] } } })).trouble).toBe('not-understood');
  });
});

const FOLDER = fileURLToPath(new URL('../../../../../shared/samples', import.meta.url));
const present = existsSync(`${FOLDER}/INDEX.json`);
if (!present) {
  if (process.env.CI === 'true') throw new Error(`no samples in ${FOLDER}`);
  console.warn(`samples skipped: no ${FOLDER}`);
}

describe.runIf(present)('captured answers', () => {
  const sample = (name: string) => JSON.parse(readFileSync(`${FOLDER}/${name}`, 'utf8'));

  it('Credly: a page of badges, fetched or saved as a file', async () => {
    const captured = sample('credly/user-badges-page.json');
    const fetched = await read(PROFILE, { [page(1)]: { json: captured } });
    const ids = captured.data.map(({ id }: { id: string }) => `https://www.credly.com/badges/${id}`);
    expect(fetched.candidates.map(({ source }) => source)).toEqual(ids.map((url: string) => ({ url })));
    // The capture holds three of the five that it announces.
    expect(fetched.trouble).toBe('incomplete');
    for (const [n, { listed }] of fetched.candidates.entries()) {
      expect(listed).toEqual({
        name: captured.data[n].badge_template.name,
        issuer: captured.data[n].issuer.entities[0].entity.name,
        issuedOn: captured.data[n].issued_at_date,
      });
    }
    expect(readText(JSON.stringify(captured))).toMatchObject({ way: 'credly-profile', candidates: fetched.candidates });
    expect(JSON.stringify(fetched.candidates)).not.toContain(captured.data[0].issued_to);
  });

  it('Microsoft: every skill has an address, nothing personal comes out', async () => {
    const captured = sample('microsoft/transcript-share.json');
    const { candidates, trouble } = await read(TRANSCRIPT, { [TRANSCRIPT_API]: { json: captured } });
    expect(trouble).toBeUndefined();
    const skills = captured.appliedSkillsData.appliedSkillsCredentials;
    const addressed = candidates.filter(({ source }) => source !== null);
    expect(addressed).toHaveLength(1 + skills.length);
    const { mcid, legalName, activeCertifications } = captured.certificationData;
    const told = JSON.stringify(candidates);
    for (const secret of [mcid, legalName, captured.docsId, activeCertifications[0].certificationNumber]) {
      expect(told).not.toContain(secret);
    }
  });
});
