import { base58 } from '@scure/base';
import { describe, expect, it } from 'vitest';
import { findKey, type KeyQuery } from '../../../../utils/proofs/keys/find-key.ts';
import type { Network } from '../../verify/fixtures/network.ts';
import { controllerDocument, didJwk, json, jsonWebKey, makeKey, multikey, type TestKey, toolsFor } from './issuers.ts';

const ed = makeKey('Ed25519');
const other = makeKey('Ed25519');
const p256 = makeKey('P-256');
const p384 = makeKey('P-384');
const rsa = makeKey('RSA');
const ANY = ['Ed25519', 'P-256', 'P-384', 'RSA'] as const;

const ISSUER = 'https://issuer.example/profile';
const DID = 'did:web:issuer.example:badges';
const DID_PLACE = 'https://issuer.example/badges/did.json';

const ask = (query: Partial<KeyQuery>, network: Network = {}) => {
  const tools = toolsFor(network);
  const issuer = query.issuer ?? ISSUER;
  return findKey({ method: `${issuer}#key-1`, kinds: ANY, ...query, issuer }, tools).then((found) => ({
    ...found,
    asked: tools.asked,
  }));
};
const bound = (key: TestKey, from: string) => ({
  bound: true,
  key: { jwk: key.jwk },
  from,
  check: { id: 'key', outcome: 'pass', code: 'key-ok', detail: from.length > 300 ? `${from.slice(0, 299)}…` : from },
});
const unbound = (outcome: 'fail' | 'unknown', code: string, detail?: string) => ({
  bound: false,
  check: { id: 'key', outcome, code, ...(detail !== undefined && { detail }) },
});

describe('a did:key', () => {
  const did = (key: TestKey) => `did:key:${key.multibase}`;
  for (const key of [ed, p256, p384]) {
    it(`of the issuer: ${key.jwk.crv}`, async () => {
      for (const method of [`${did(key)}#${key.multibase}`, did(key)]) {
        const found = await ask({ method, issuer: did(key) });
        expect(found).toMatchObject({ ...bound(key, did(key)), asked: [] });
        expect(found.key).toEqual({ kind: key.jwk.crv, id: `${did(key)}#${key.multibase}`, jwk: key.jwk });
      }
    });
  }

  it('of somebody else, signing for an issuer: the key is handed on, and fails', async () => {
    for (const issuer of [ISSUER, DID, did(ed), 'urn:uuid:0b0c', didJwk(ed.jwk)]) {
      const found = await ask({ method: `${did(other)}#${other.multibase}`, issuer });
      expect(found).toMatchObject(unbound('fail', 'key-other-controller', did(other)));
      expect(found.key?.jwk).toEqual(other.jwk);
      expect(found.asked).toEqual([]);
    }
  });

  it('has no other method than its own', async () => {
    for (const fragment of [other.multibase, '', 'key-1', `${ed.multibase}#`]) {
      const found = await ask({ method: `${did(ed)}#${fragment}`, issuer: did(ed) });
      expect(found).toMatchObject({ ...unbound('fail', 'key-malformed'), key: null });
    }
  });

  it('that only agrees on keys may not vouch', async () => {
    const name = `z${base58.encode(new Uint8Array([0xec, 1, ...new Uint8Array(32).fill(9)]))}`;
    const found = await ask({ method: `did:key:${name}#${name}`, issuer: `did:key:${name}` });
    expect(found).toMatchObject({ ...unbound('fail', 'key-not-authorised'), key: null });
  });

  it('of the wrong kind fails: the key decides the algorithm', async () => {
    const found = await ask({ method: did(p256), issuer: did(p256), kinds: ['Ed25519'] });
    expect(found).toMatchObject({ ...unbound('fail', 'key-malformed', 'P-256'), key: null });
  });

  it('that is malformed fails, whoever the issuer is', async () => {
    const short = `did:key:z${base58.encode(new Uint8Array([0xed, 1, ...new Uint8Array(16)]))}`;
    expect(await ask({ method: short, issuer: short })).toMatchObject(unbound('fail', 'key-malformed', '16 bytes'));
    expect(await ask({ method: short })).toMatchObject({
      ...unbound('fail', 'key-other-controller', short),
      key: null,
    });
  });

  it('of an unknown kind stays unknown, unless it is somebody else’s', async () => {
    const p521 = `did:key:z${base58.encode(new Uint8Array([0x82, 0x24, ...new Uint8Array(67)]))}`;
    expect(await ask({ method: p521, issuer: p521 })).toMatchObject(unbound('unknown', 'key-unsupported', 'P-521'));
    expect(await ask({ method: p521, issuer: ISSUER })).toMatchObject(unbound('fail', 'key-other-controller'));
  });
});

describe('a did:jwk', () => {
  for (const key of [ed, p256, rsa]) {
    it(`of the issuer: ${key.jwk.crv ?? key.jwk.kty}`, async () => {
      const did = didJwk(key.jwk);
      expect(await ask({ method: `${did}#0`, issuer: did })).toMatchObject(bound(key, did));
    });
  }

  it('has no method but #0', async () => {
    const did = didJwk(ed.jwk);
    expect(await ask({ method: `${did}#1`, issuer: did })).toMatchObject(unbound('fail', 'key-malformed'));
  });

  it('for encryption may not vouch', async () => {
    const did = didJwk({ ...p256.jwk, use: 'enc' });
    expect(await ask({ method: `${did}#0`, issuer: did })).toMatchObject({
      ...unbound('fail', 'key-not-authorised'),
      key: null,
    });
  });
});

describe.each([
  ['https', ISSUER, ISSUER, 'issuer.example'],
  ['did:web', DID, DID_PLACE, DID],
])('a controller document: %s', (_, id, place, from) => {
  const look = (document: unknown, query: Partial<KeyQuery> = {}) =>
    ask({ issuer: id, ...query }, { [place]: json(document) });

  it.each([
    ['Multikey', multikey(id, ed), ed],
    ['Multikey of P-256', multikey(id, p256), p256],
    ['Multikey of P-384', multikey(id, p384), p384],
    ['JsonWebKey', jsonWebKey(id, ed), ed],
    ['JsonWebKey2020', { ...jsonWebKey(id, rsa), type: 'JsonWebKey2020' }, rsa],
    ['a list of one type', { ...jsonWebKey(id, p256), type: ['JsonWebKey'] }, p256],
    ['Ed25519VerificationKey2020', { ...multikey(id, ed), type: 'Ed25519VerificationKey2020' }, ed],
    [
      'Ed25519VerificationKey2018',
      {
        id: `${id}#key-1`,
        type: 'Ed25519VerificationKey2018',
        controller: id,
        publicKeyBase58: base58.encode(Buffer.from(ed.jwk.x ?? '', 'base64url')),
      },
      ed,
    ],
  ])('binds the key it lists: %s', async (_, method, key) => {
    const found = await look(controllerDocument(id, method));
    expect(found).toMatchObject(bound(key, from));
    expect(found.key).toEqual({ kind: key.jwk.crv ?? 'RSA', id: `${id}#key-1`, jwk: key.jwk });
    expect(found.asked).toEqual([place]);
  });

  const method = multikey(id, ed);
  it.each([
    ['embedded in assertionMethod', { id, assertionMethod: [method] }],
    ['embedded, not in a list', { id, assertionMethod: method }],
    ['in both places', { id, verificationMethod: [method], assertionMethod: [method] }],
    ['with a relative id', { id, verificationMethod: [{ ...method, id: '#key-1' }], assertionMethod: ['#key-1'] }],
    ['with a relative id in one place', { id, verificationMethod: [method], assertionMethod: ['#key-1'] }],
    [
      'among others',
      {
        id,
        verificationMethod: [multikey(id, other, `${id}#key-0`), method],
        assertionMethod: [`${id}#key-1`, `${id}#key-0`],
      },
    ],
    [
      'among what is no method',
      { id, verificationMethod: [5, null, 'x', {}, method], assertionMethod: [`${id}#key-1`] },
    ],
    ['with a controller in a list of one', { id, assertionMethod: [{ ...method, controller: [id] }] }],
    ['that ends later', { id, assertionMethod: [{ ...method, expires: '2027-01-01T00:00:00Z', revoked: null }] }],
    ['in a Profile', { id, type: ['Profile'], name: 'Issuer', controller: id, assertionMethod: [method] }],
  ])('finds the method %s', async (_, document) => expect(await look(document)).toMatchObject(bound(ed, from)));

  it.each([
    ['listed for authentication alone', { id, verificationMethod: [method], authentication: [`${id}#key-1`] }],
    ['embedded for authentication alone', { id, authentication: [method] }],
    ['listed for agreement, others to assert', { id, keyAgreement: [method], assertionMethod: [`${id}#key-2`] }],
    ['described, in no list', { id, verificationMethod: [method], assertionMethod: [`${id}#key-2`] }],
    ['described, where nothing may assert', { id, verificationMethod: [method], assertionMethod: [] }],
    ['listed for delegation', { id, verificationMethod: [method], capabilityDelegation: `${id}#key-1` }],
  ])('does not let a key vouch that is %s', async (_, document) => {
    expect(await look(document)).toMatchObject({ ...unbound('fail', 'key-not-authorised'), key: { jwk: ed.jwk } });
  });

  it.each([
    ['no longer lists it', controllerDocument(id, multikey(id, other, `${id}#key-2`))],
    ['lists no keys', { id, type: 'Profile', name: 'Issuer' }],
    ['describes it, and says nothing about its use', { id, verificationMethod: [method] }],
    ['lists what cannot be read', { id, verificationMethod: [method], assertionMethod: [5] }],
    ['lists too many to read', { id, verificationMethod: [method], assertionMethod: Array(600).fill(`${id}#key-2`) }],
    [
      'has it behind too many others',
      { id, assertionMethod: [...Array(600).fill(multikey(id, other, `${id}#x`)), method] },
    ],
    ['names it without describing it', { id, assertionMethod: [`${id}#key-1`] }],
    ['has it under a name in other letters', controllerDocument(id, { ...method, id: `${id}#Key-1` })],
    ['has it under a prefix of the name', controllerDocument(id, { ...method, id: `${id}#key-11` })],
    ['has its id in a list', controllerDocument(id, { ...method, id: [`${id}#key-1`] })],
    ['has lists in lists', { id, assertionMethod: [[method]] }],
  ])('leaves it unknown where it %s', async (_, document) => {
    expect(await look(document)).toMatchObject(unbound('unknown', 'key-not-listed', from));
  });

  it.each([
    [
      'another controller',
      { ...method, controller: 'did:web:evil.example' },
      'fail',
      'key-other-controller',
      'did:web:evil.example',
    ],
    [
      'a controller on a neighbour’s path',
      { ...method, controller: `${id}x` },
      'fail',
      'key-other-controller',
      `${id}x`,
    ],
    [
      'several controllers',
      { ...method, controller: [id, 'did:web:evil.example'] },
      'unknown',
      'key-malformed',
      'controller',
    ],
    [
      'several controllers, this one last',
      { ...method, controller: ['did:web:evil.example', id] },
      'unknown',
      'key-malformed',
      'controller',
    ],
    [
      'controllers without this one',
      { ...method, controller: ['did:web:a.example', 'did:web:b.example'] },
      'fail',
      'key-other-controller',
      'did:web:a.example',
    ],
    ['a controller that is an object', { ...method, controller: { id } }, 'unknown', 'key-malformed', 'controller'],
    ['no controller', { ...method, controller: undefined }, 'unknown', 'key-malformed', 'controller'],
    [
      'a withdrawal in the past',
      { ...method, revoked: '2026-01-01T00:00:00Z' },
      'fail',
      'key-withdrawn',
      '2026-01-01T00:00:00.000Z',
    ],
    [
      'an end in the past',
      { ...method, expires: '2026-11-22T23:50:00Z' },
      'fail',
      'key-withdrawn',
      '2026-11-22T23:50:00.000Z',
    ],
    [
      'an end with an offset',
      { ...method, expires: '2026-11-23T01:00:00+02:00' },
      'fail',
      'key-withdrawn',
      '2026-11-22T23:00:00.000Z',
    ],
    ['a withdrawal that cannot be read', { ...method, revoked: 'soon' }, 'unknown', 'key-malformed', 'revoked'],
    ['a withdrawal that is no date', { ...method, revoked: true }, 'unknown', 'key-malformed', 'revoked'],
    [
      'an end that cannot be read, and a withdrawal',
      { ...method, expires: {}, revoked: '2020-01-01T00:00:00Z' },
      'fail',
      'key-withdrawn',
      '2020-01-01T00:00:00.000Z',
    ],
  ] as const)('judges a method with %s', async (_, changed, outcome, code, detail) => {
    const found = await look(controllerDocument(id, changed));
    expect(found).toMatchObject({ ...unbound(outcome, code, detail), key: { jwk: ed.jwk } });
  });

  it.each([
    ['of an unknown type', { ...method, type: 'EcdsaSecp256k1VerificationKey2019' }, 'key-unsupported'],
    ['without a type', { ...method, type: undefined }, 'key-malformed'],
    ['whose key is too short', { ...method, publicKeyMultibase: ed.multibase.slice(0, -4) }, 'key-malformed'],
    ['without a key', { ...method, publicKeyMultibase: undefined }, 'key-malformed'],
    ['with two keys', { ...method, publicKeyJwk: other.jwk }, 'key-malformed'],
    [
      'with its key in the wrong member',
      { ...method, publicKeyMultibase: undefined, publicKeyJwk: ed.jwk },
      'key-malformed',
    ],
    ['with its secret', { ...method, secretKeyMultibase: 'z' }, 'key-malformed'],
    [
      'with its secret in the JWK',
      { ...jsonWebKey(id, ed), publicKeyJwk: { ...ed.jwk, d: ed.jwk.x } },
      'key-malformed',
    ],
    ['of a type that the key is not', { ...multikey(id, p256), type: 'Ed25519VerificationKey2020' }, 'key-malformed'],
  ])('takes a method %s for the issuer’s slip', async (_, changed, code) => {
    expect(await look(controllerDocument(id, changed))).toMatchObject({ ...unbound('unknown', code), key: null });
  });

  it('fails a listed key of another kind than the signature needs', async () => {
    expect(await look(controllerDocument(id, method), { kinds: ['P-256', 'RSA'] })).toMatchObject({
      ...unbound('fail', 'key-malformed', 'Ed25519'),
      key: null,
    });
  });

  it('will not choose between two keys of one name', async () => {
    const document = { id, verificationMethod: [multikey(id, other)], assertionMethod: [method] };
    expect(await look(document)).toMatchObject({ ...unbound('unknown', 'key-malformed', 'two keys'), key: null });
    const many = { id, assertionMethod: Array(20).fill(method) };
    expect(await look(many)).toMatchObject({ ...unbound('unknown', 'key-malformed'), key: null });
  });

  it('lets the gravest of two descriptions count', async () => {
    const document = {
      id,
      verificationMethod: [{ ...method, revoked: '2020-01-01T00:00:00Z' }],
      assertionMethod: [method],
    };
    expect(await look(document)).toMatchObject(unbound('fail', 'key-withdrawn'));
  });

  it('does not fail for what two of its parts leave open', async () => {
    const document = controllerDocument(id, { ...method, controller: 5, revoked: 'x' });
    expect(await look(document)).toMatchObject(unbound('unknown', 'key-malformed'));
  });

  it.each([
    ['is not there', { status: 404, body: '' }],
    ['is gone', { status: 410, json: controllerDocument(id, method) }],
    ['is a page', { body: '<!doctype html><p>Sign in', type: 'text/html' }],
    ['is not JSON', { body: '{"id":', type: 'application/json' }],
    ['is a list', { json: [controllerDocument(id, method)] }],
    ['is another’s', { json: controllerDocument('https://evil.example/profile', method) }],
    ['has no id', { json: { assertionMethod: [method] } }],
    ['breaks off', { broken: true as const }],
    ['is forbidden', { status: 403, json: controllerDocument(id, method) }],
    ['is on a host it redirects to', { json: controllerDocument(id, method), end: 'https://evil.example/x' }],
    ['is too long', { body: `{"id":"${id}","x":"${'a'.repeat(1_100_000)}"}` }],
    ['is too deep', { body: `${'{"a":'.repeat(70)}1${'}'.repeat(70)}` }],
  ])('leaves the key unknown where it %s', async (_, reply) => {
    const found = await ask({ issuer: id }, { [place]: reply });
    expect(found).toMatchObject({ ...unbound('unknown', 'key-unavailable'), key: null });
  });

  it('keeps the name of a permission that is missing, and the time to ask again', async () => {
    const { HostAtRestError, NotPermittedError } = await import('../../../../utils/net/errors.ts');
    const { createReader } = await import('../../../../utils/net/reader.ts');
    const now = new Date();
    const failing = (error: Error) => createReader(() => Promise.reject(error));
    const query = { method: `${id}#key-1`, issuer: id, kinds: ANY };
    const without = await findKey(query, { now, reader: failing(new NotPermittedError('issuer.example')) });
    expect(without.check).toEqual({
      id: 'key',
      outcome: 'unknown',
      code: 'origin-not-permitted',
      detail: 'issuer.example',
    });
    const until = now.getTime() + 60_000;
    const resting = await findKey(query, {
      now,
      reader: failing(new HostAtRestError('issuer.example', until, 'asked')),
    });
    expect(resting.check).toMatchObject({ outcome: 'unknown', code: 'key-unavailable' });
    expect(resting.retryAt).toBe(new Date(until).toISOString());
  });
});

describe('a key that is named after itself', () => {
  const method = `${ISSUER}#${ed.multibase}`;

  it('is bound where the issuer lists it', async () => {
    const document = controllerDocument(ISSUER, multikey(ISSUER, ed, method));
    expect(await ask({ method }, { [ISSUER]: json(document) })).toMatchObject(bound(ed, 'issuer.example'));
  });

  it('is handed on, unbound, where the issuer does not list it or publishes nothing', async () => {
    const document = controllerDocument(ISSUER, multikey(ISSUER, other, `${ISSUER}#${other.multibase}`));
    expect(await ask({ method }, { [ISSUER]: json(document) })).toMatchObject({
      ...unbound('unknown', 'key-not-listed'),
      key: { id: method, jwk: ed.jwk },
    });
    expect(await ask({ method })).toMatchObject({ ...unbound('unknown', 'key-unavailable'), key: { jwk: ed.jwk } });
    const uuid = 'urn:uuid:4ca4a241-fc3b-4d92-978e-f56fa96ae795';
    expect(await ask({ method: `${uuid}#${ed.multibase}`, issuer: uuid })).toMatchObject({
      ...unbound('unknown', 'key-unsupported', 'urn'),
      key: { jwk: ed.jwk },
    });
  });

  it('is what the document says it is, whatever it is called', async () => {
    const document = controllerDocument(ISSUER, multikey(ISSUER, other, method));
    expect(await ask({ method }, { [ISSUER]: json(document) })).toMatchObject(bound(other, 'issuer.example'));
  });
});

describe('a key document', () => {
  const KEY = 'https://issuer.example/keys/1';
  const own = { '@context': 'https://w3id.org/security/multikey/v1', ...multikey(ISSUER, ed, KEY) };
  const lists = { id: ISSUER, assertionMethod: [KEY] };
  const look = (network: Network, query: Partial<KeyQuery> = {}) => ask({ method: KEY, ...query }, network);

  it('is bound where the issuer’s own document lists its address', async () => {
    const found = await look({ [ISSUER]: json(lists), [KEY]: json(own) });
    expect(found).toMatchObject({ ...bound(ed, 'issuer.example'), key: { id: KEY } });
    expect(found.asked).toEqual([ISSUER, KEY]);
  });

  it('is bound on another host that the issuer lists, and for a did:web', async () => {
    const away = 'https://keys.example/1';
    const listed = { [ISSUER]: json({ id: ISSUER, assertionMethod: [away] }), [away]: json({ ...own, id: away }) };
    expect(await look(listed, { method: away })).toMatchObject(bound(ed, 'issuer.example'));
    const did = { [DID_PLACE]: json({ id: DID, assertionMethod: [KEY] }), [KEY]: json({ ...own, controller: DID }) };
    expect(await look(did, { issuer: DID })).toMatchObject(bound(ed, DID));
  });

  it('needs no document of its own where the issuer’s has it written out', async () => {
    const found = await look({ [ISSUER]: json({ id: ISSUER, assertionMethod: [own] }) });
    expect(found).toMatchObject(bound(ed, 'issuer.example'));
    expect(found.asked).toEqual([ISSUER]);
  });

  it.each([
    ['says it is somebody else’s', { ...own, controller: 'https://evil.example' }, 'fail', 'key-other-controller'],
    ['is withdrawn', { ...own, revoked: '2020-01-01T00:00:00Z' }, 'fail', 'key-withdrawn'],
    ['has another id', { ...own, id: `${KEY}/x` }, 'unknown', 'key-unavailable'],
    ['has no key', { ...own, publicKeyMultibase: undefined }, 'unknown', 'key-malformed'],
  ] as const)('that is listed and %s is not bound', async (_, document, outcome, code) => {
    expect(await look({ [ISSUER]: json(lists), [KEY]: json(document) })).toMatchObject(unbound(outcome, code));
  });

  it.each([
    ['does not list it', { id: ISSUER, assertionMethod: [`${KEY}1`] }, 'key-not-listed'],
    ['lists no keys', { id: ISSUER, type: 'Profile' }, 'key-not-listed'],
    ['is not there', null, 'key-unavailable'],
  ])('on the issuer’s host is handed on unbound where the issuer’s document %s', async (_, document, code) => {
    const found = await look({ ...(document && { [ISSUER]: json(document) }), [KEY]: json(own) });
    expect(found).toMatchObject({ ...unbound('unknown', code), key: { jwk: ed.jwk } });
  });

  it('listed for another purpose fails', async () => {
    const network = { [ISSUER]: json({ id: ISSUER, authentication: [KEY] }), [KEY]: json(own) };
    expect(await look(network)).toMatchObject(unbound('fail', 'key-not-authorised'));
  });

  it('on a host that the issuer does not name is not even asked for', async () => {
    const evil = 'https://evil.example/keys/1';
    const document = controllerDocument(ISSUER, multikey(ISSUER, ed));
    const found = await look({ [ISSUER]: json(document), [evil]: json({ ...own, id: evil }) }, { method: evil });
    expect(found).toMatchObject({ ...unbound('unknown', 'key-not-listed', 'issuer.example'), key: null });
    expect(found.asked).toEqual([ISSUER]);
  });

  it('that is not there leaves the key unknown', async () => {
    expect(await look({ [ISSUER]: json(lists) })).toMatchObject({
      ...unbound('unknown', 'key-unavailable'),
      key: null,
    });
  });
});

describe('identifiers', () => {
  it.each([
    ['https://issuer.example', 'https://issuer.example/'],
    ['https://Issuer.Example/profile', 'https://issuer.example/profile'],
    ['http://issuer.example/profile', 'https://issuer.example/profile'],
    ['https://issuer.example:443/profile', 'https://issuer.example/profile'],
  ])('are the same where a browser sees no difference: %s', async (subject, id) => {
    const document = controllerDocument(id, multikey(id, ed));
    const found = await ask({ method: `${subject}#key-1`, issuer: id }, { [id]: json(document) });
    expect(found).toMatchObject(bound(ed, 'issuer.example'));
    expect(found.asked).toEqual([id]);
  });

  it.each([
    ['another path', 'https://issuer.example/profile/', ISSUER],
    ['another query', `${ISSUER}?a`, ISSUER],
    ['a fragment', ISSUER, `${ISSUER}#me`],
    ['a subdomain', 'https://www.issuer.example/profile', ISSUER],
    ['a longer host', 'https://issuer.example.evil.example/profile', ISSUER],
    ['a host with a Cyrillic letter', 'https://\u0456ssuer.example/profile', ISSUER],
    ['another port', 'https://issuer.example:8443/profile', ISSUER],
    ['user-info', 'https://issuer.example@evil.example/profile', ISSUER],
    ['another path of a DID', `${DID}:x`, DID],
    ['another case of a DID', 'did:web:Issuer.example:badges', DID],
    ['a DID of the same host', 'did:web:issuer.example', 'https://issuer.example'],
    ['an unknown scheme', 'xxx:issuer', ISSUER],
    ['an unknown DID method', 'did:example:issuer', ISSUER],
    ['a scheme that is only written like https', 'https://issuer.example\\@evil.example/profile', ISSUER],
  ])('are not the same with %s', async (_, subject, issuer) => {
    const found = await ask({ method: `${subject}#key-1`, issuer }, {});
    expect(found).toMatchObject({ ...unbound('fail', 'key-other-controller'), key: null, asked: [] });
  });

  it.each([
    '',
    '#key-1',
    'key-1',
    ' ',
    'https://issuer.example/a b#c',
    `${ISSUER}\n#key-1`,
    `${ISSUER}#${'a'.repeat(5000)}`,
  ])('that are none fail: %s', async (method) =>
    expect(await ask({ method })).toMatchObject({ ...unbound('fail', 'key-malformed'), key: null }),
  );

  it.each([5, null, undefined, {}, [`${ISSUER}#key-1`]])('may be of any type: %s', async (method) => {
    expect(await ask({ method: method as never })).toMatchObject(unbound('fail', 'key-malformed'));
  });

  it.each([
    'https://127.0.0.1/issuer',
    'https://[::1]/issuer',
    'https://169.254.169.254/latest',
    'https://localhost/issuer',
    'https://router.local/issuer',
    'https://issuer.example:8443/profile',
    'https://2130706433/issuer',
  ])('that the guard refuses are not asked: %s', async (issuer) => {
    expect(await ask({ issuer })).toMatchObject({ ...unbound('unknown', 'key-unavailable'), asked: [] });
  });

  it.each([`${DID}?versionId=1#key-1`, `${DID}/path#key-1`, `${DID};service=x#key-1`, `did:key:${ed.multibase}?x#y`])(
    'that ask a resolver for more stay unknown: %s',
    async (method) => {
      const found = await ask({ method, issuer: DID });
      expect(found).toMatchObject({ ...unbound('unknown', 'key-unsupported', 'DID URL'), asked: [] });
    },
  );

  it('of other DID methods stay unknown', async () => {
    expect(await ask({ issuer: 'did:example:foo' })).toMatchObject(
      unbound('unknown', 'key-unsupported', 'did:example'),
    );
  });
});
