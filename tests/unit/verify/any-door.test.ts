/** Anything through any door: address, text, bytes. Never an exception, never a fault of ours, never a tick for what nobody signed. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { VERDICTS } from '../../../utils/badge/report.ts';
import { bake } from '../../../utils/openbadges/baking/bake.ts';
import { verifyBadge } from '../../../utils/verify/index.ts';
import type { BadgeSource } from '../../../utils/verify/types.ts';
import { medalPng } from '../../world/server/picture.ts';
import { hostileJson } from '../proofs/hostile-json.ts';
import { claimed, credential, enclosed, part, school, signed } from '../proofs/jose/signing.ts';
import { NOW } from '../proofs/keys/issuers.ts';
import { fetchFrom, type Network } from './fixtures/network.ts';

const good = school('harbour.example');
const evil = school('evil.example');
const JWT = signed({ alg: 'ES256', kid: good.kid }, claimed(good.did), good.key, 'ES256');
const ADDRESS = 'https://evil.example/badge';
const network: Network = { ...good.network, ...evil.network };

async function expectNoTick(source: BadgeSource, more: Network = {}): Promise<void> {
  const { fetch } = fetchFrom({ ...network, ...more });
  const report = await verifyBadge(source, { fetch, now: NOW, trusted: [{ id: good.did }] });
  expect(VERDICTS).toContain(report.verdict);
  expect(report.verdict, JSON.stringify(report.checks)).not.toBe('verified');
  expect(report.tone).not.toBe('ok');
  expect(report.checks.length).toBeGreaterThan(0);
  expect(report.checks.map(({ code }) => code)).not.toContain('internal-error');
}

const words = fc.constantFrom<unknown>(
  ...[credential(good.did), credential(evil.did), good.did, evil.kid, 'VerifiablePresentation', 'VerifiableCredential'],
  ...['OpenBadgeCredential', 'ClrCredential', 'EndorsementCredential', 'EnvelopedVerifiableCredential', 'Assertion'],
  ...['https://www.w3.org/ns/credentials/v2', 'https://w3id.org/openbadges/v2', 'https://w3id.org/openbadges/v1'],
  ...[
    `data:application/vc+jwt,${JWT.slice(0, -9)}`,
    ADDRESS,
    'assertionMethod',
    'DataIntegrityProof',
    'eddsa-jcs-2022',
  ],
  ...['2026-01-01T00:00:00Z', 1e300, -1, true, null, '', [], {}],
);
const name = fc.constantFrom(
  ...['@context', 'id', 'type', 'issuer', 'holder', 'credentialSubject', 'verifiableCredential', 'proof', 'proofValue'],
  ...[
    'cryptosuite',
    'verificationMethod',
    'proofPurpose',
    'credentialStatus',
    'credentialSchema',
    'achievement',
    'name',
  ],
  ...[
    'endorsement',
    'endorsementJwt',
    'identifier',
    'evidence',
    'validFrom',
    'badge',
    'verify',
    'verification',
    'recipient',
  ],
  ...['iss', 'sub', 'vc', 'vp', 'alg', 'kid', '__proto__', 'constructor', 'toString', ''],
);
const value = hostileJson(words, name, 3);
const json = value.map((one) => JSON.stringify(one));
/** Header, payload and signature out of that, and what a stranger signs in the issuer's name. */
const compact = fc.oneof(
  fc
    .tuple(json, json, fc.constantFrom('', 'AAAA', JWT.split('.')[2] ?? ''))
    .map(([head, body, end]) => `${part(head)}.${part(body)}.${end}`),
  fc
    .tuple(fc.dictionary(name, value, { maxKeys: 4 }), fc.constantFrom(claimed, enclosed))
    .map(([more, build]) =>
      signed({ alg: 'ES256', kid: good.kid }, { ...build(good.did), ...more }, evil.key, 'ES256'),
    ),
);
/** A good one with something done to it. */
const damaged = fc
  .tuple(fc.nat(JWT.length - 1), fc.constantFrom('', '.', 'A', '=', ' ', '\n', '\u0000', '\u202e', '~', '{'))
  .map(([at, put]) => `${JWT.slice(0, at)}${put}${JWT.slice(at + 1)}`)
  .filter((text) => text.trim() !== JWT);
const text = fc.oneof(json, compact, damaged, fc.string({ unit: 'binary' }), fc.lorem());

describe('text', () => {
  it('of any kind', async () => {
    await fc.assert(
      fc.asyncProperty(text, (one) => expectNoTick({ text: one })),
      { numRuns: 500 },
    );
  });
});

describe('bytes', () => {
  it('of any kind', async () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 400 }),
      text.map((one) => new TextEncoder().encode(one)),
      fc
        .uint8Array({ maxLength: 200 })
        .map((rest) => new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, ...rest])),
      fc.string().map((inner) => new TextEncoder().encode(`<svg xmlns="http://www.w3.org/2000/svg">${inner}</svg>`)),
    );
    await fc.assert(
      fc.asyncProperty(bytes, (one) => expectNoTick({ bytes: one })),
      { numRuns: 400 },
    );
  });

  it('of a picture with anything baked into it, and of one that is damaged', async () => {
    const keyword = fc.constantFrom('openbadges', 'openbadgecredential', 'clrcredential');
    const pictures = fc.constantFrom(
      medalPng('x'),
      new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"></svg>'),
    );
    await fc.assert(
      fc.asyncProperty(pictures, keyword, text, fc.nat(), fc.boolean(), async (picture, word, inner, at, damage) => {
        const baked = bake(picture, { text: inner, keyword: word });
        if (!baked.ok) return;
        const bytes = baked.bytes.slice();
        if (damage) bytes[at % bytes.length] = (bytes[at % bytes.length] ?? 0) ^ 0x10;
        await expectNoTick({ bytes });
      }),
      { numRuns: 400 },
    );
  });
});

describe('addresses', () => {
  it('of any kind', async () => {
    const address = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.webUrl({ withQueryParameters: true, withFragments: true }),
      fc.constantFrom(
        'data:application/json,{}',
        'javascript:1',
        'https://',
        'https://[::1]/',
        'https://x.example:99999/',
        '',
      ),
      text,
    );
    await fc.assert(
      fc.asyncProperty(address, (url) => expectNoTick({ url })),
      { numRuns: 400 },
    );
  });

  it('that answer with anything, with any status and under any type', async () => {
    const reply = fc.record({
      body: fc.oneof(text, fc.uint8Array({ maxLength: 300 })),
      status: fc.constantFrom(200, 200, 200, 201, 301, 304, 400, 404, 410, 429, 500, 503),
      type: fc.constantFrom(
        'application/json',
        'application/vc+jwt',
        'image/png',
        'image/svg+xml',
        'text/html',
        '',
        'x',
      ),
      end: fc.constantFrom(ADDRESS, ADDRESS, 'https://harbour.example/badge', 'http://127.0.0.1/', 'data:,x'),
    });
    await fc.assert(
      fc.asyncProperty(reply, async ({ body, status, ...rest }) => {
        await expectNoTick({ url: ADDRESS }, { [ADDRESS]: { ...rest, status, body: status === 304 ? null : body } });
      }),
      { numRuns: 400 },
    );
  });

  it('whose connection does anything but answer', async () => {
    const broken: (() => Promise<Response>)[] = [
      () => Promise.reject(new TypeError('Failed to fetch')),
      () => Promise.reject(new DOMException('aborted', 'AbortError')),
      () => Promise.reject('no error at all'),
      () => Promise.reject(undefined),
      () => Promise.resolve(undefined as unknown as Response),
      () => Promise.resolve({} as Response),
      () =>
        Promise.resolve(new Response(new ReadableStream({ pull: (controller) => controller.error(new Error('cut')) }))),
    ];
    for (const fetch of broken) {
      const report = await verifyBadge({ url: ADDRESS }, { fetch: fetch as typeof globalThis.fetch, now: NOW });
      expect(report.verdict).toBe('undecided');
    }
  });
});

describe('what is no source at all', () => {
  it('and a clock that is none', async () => {
    const { fetch } = fetchFrom(network);
    for (const source of [null, undefined, {}, { text: 7 }, { bytes: 'x' }, { url: null }, { text: {} }, [], 'x']) {
      const report = await verifyBadge(source as never, { fetch, now: NOW });
      expect(report.verdict, JSON.stringify(source)).not.toBe('verified');
    }
    const report = await verifyBadge({ text: JWT }, { fetch, now: new Date(Number.NaN) });
    expect(report.verdict).not.toBe('verified');
  });
});
