import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { findJwtKey } from '../../../../utils/proofs/keys/find-jwt-key.ts';
import type { KeyKind } from '../../../../utils/proofs/types.ts';
import type { Network } from '../../verify/fixtures/network.ts';
import {
  controllerDocument,
  didJwk,
  json,
  jsonWebKey,
  makeKey,
  multikey,
  secretJwk,
  type TestKey,
  toolsFor,
} from './issuers.ts';

const rsa = makeKey('RSA');
const p256 = makeKey('P-256');
const ed = makeKey('Ed25519');
const evil = makeKey('P-256');

const ISSUER = 'https://issuer.example/profile';
const KEY = 'https://issuer.example/keys/1';
const WELL_KNOWN = 'https://issuer.example/.well-known/jwk.json';
const DID = 'did:web:issuer.example:badges';
const DID_PLACE = 'https://issuer.example/badges/did.json';
const EVIL_KEY = 'https://evil.example/keys/1';

const ask = async (
  header: { kid?: unknown; jwk?: unknown },
  network: Network = {},
  issuer = ISSUER,
  kinds: readonly KeyKind[] = ['RSA', 'P-256', 'Ed25519'],
) => {
  const tools = toolsFor(network);
  return { ...(await findJwtKey(header, { issuer, kinds }, tools)), asked: tools.asked };
};
const bound = (key: TestKey, from: string) => ({
  bound: true,
  key: { jwk: key.jwk },
  from,
  check: { id: 'key', outcome: 'pass', code: 'key-ok' },
});
const unbound = (outcome: 'fail' | 'unknown', code: string, key: TestKey | null = null) => ({
  bound: false,
  key: key && { jwk: key.jwk },
  check: { id: 'key', outcome, code },
});
/** RFC 7638, once more by hand. */
function thumbprint({ jwk }: TestKey): string {
  const { crv, e, kty, n, x, y } = jwk;
  const members = kty === 'RSA' ? { e, kty, n } : kty === 'EC' ? { crv, kty, x, y } : { crv, kty, x };
  return createHash('sha256').update(JSON.stringify(members)).digest('base64url');
}

describe('a kid that is a DID URL', () => {
  it('is found as any verification method', async () => {
    const did = didJwk(p256.jwk);
    expect(await ask({ kid: `${did}#0` }, {}, did)).toMatchObject(bound(p256, did));
    const web = { [DID_PLACE]: json(controllerDocument(DID, jsonWebKey(DID, rsa))) };
    expect(await ask({ kid: `${DID}#key-1` }, web, DID)).toMatchObject(bound(rsa, DID));
  });

  it('of somebody else fails', async () => {
    const did = didJwk(evil.jwk);
    expect(await ask({ kid: `${did}#0` }, {}, ISSUER)).toMatchObject(unbound('fail', 'key-other-controller', evil));
  });

  it('that names a document and no key of it stays unknown', async () => {
    const web = { [DID_PLACE]: json(controllerDocument(DID, jsonWebKey(DID, rsa))) };
    expect(await ask({ kid: DID }, web, DID)).toMatchObject(unbound('unknown', 'key-not-listed'));
  });

  it('with the right curve for another algorithm fails', async () => {
    const did = didJwk(p256.jwk);
    expect(await ask({ kid: `${did}#0` }, {}, did, ['RSA'])).toMatchObject(unbound('fail', 'key-malformed'));
  });
});

describe('a kid that is an address', () => {
  it('of one JWK on the issuer’s origin is bound', async () => {
    const found = await ask({ kid: KEY }, { [KEY]: json({ ...rsa.jwk, alg: 'RS256', kid: 'any' }) });
    expect(found).toMatchObject({ ...bound(rsa, 'issuer.example'), key: { id: KEY, kind: 'RSA' } });
    expect(found.asked.sort()).toEqual([KEY, ISSUER].sort());
  });

  it.each([
    ['a page', { body: '<!doctype html>', type: 'text/html' }],
    ['a profile without keys', json({ id: ISSUER, type: 'Profile', name: 'Issuer' })],
    ['nothing', { status: 404, body: '' }],
  ])('is bound where the issuer’s address shows %s', async (_, reply) => {
    expect(await ask({ kid: KEY }, { [KEY]: json(rsa.jwk), [ISSUER]: reply })).toMatchObject(
      bound(rsa, 'issuer.example'),
    );
  });

  it('is not bound where the issuer has a list without it: on a shared host a path may be a stranger’s', async () => {
    const document = controllerDocument(ISSUER, jsonWebKey(ISSUER, rsa));
    const found = await ask({ kid: KEY }, { [KEY]: json(evil.jwk), [ISSUER]: json(document) });
    expect(found).toMatchObject(unbound('unknown', 'key-not-listed', evil));
    const empty = await ask(
      { kid: KEY },
      { [KEY]: json(evil.jwk), [ISSUER]: json({ id: ISSUER, assertionMethod: [] }) },
    );
    expect(empty).toMatchObject(unbound('unknown', 'key-not-listed', evil));
  });

  it('is bound where the list has the same key, and judged as the list judges it', async () => {
    const method = jsonWebKey(ISSUER, rsa);
    const look = (document: object) => ask({ kid: KEY }, { [KEY]: json(rsa.jwk), [ISSUER]: json(document) });
    expect(await look(controllerDocument(ISSUER, method))).toMatchObject(bound(rsa, 'issuer.example'));
    const withdrawn = controllerDocument(ISSUER, { ...method, revoked: '2020-01-01T00:00:00Z' });
    expect(await look(withdrawn)).toMatchObject(unbound('fail', 'key-withdrawn', rsa));
    const login = { id: ISSUER, verificationMethod: [method], authentication: [`${ISSUER}#key-1`] };
    expect(await look(login)).toMatchObject(unbound('fail', 'key-not-authorised', rsa));
    const both = {
      id: ISSUER,
      authentication: [{ ...method, id: `${ISSUER}#login` }],
      assertionMethod: [method],
    };
    expect(await look(both)).toMatchObject(bound(rsa, 'issuer.example'));
  });

  it('is not bound where a list is there and cannot be used: one that is broken, or another spelling of the issuer', async () => {
    const document = controllerDocument(ISSUER, jsonWebKey(ISSUER, rsa));
    const broken = { body: JSON.stringify(document).slice(0, -5), type: 'application/json' };
    const twice = { body: JSON.stringify(document).replace('{', '{"id":"x",') };
    for (const reply of [broken, twice]) {
      const found = await ask({ kid: KEY }, { [KEY]: json(evil.jwk), [ISSUER]: reply });
      expect(found).toMatchObject({ bound: false, key: { jwk: evil.jwk }, check: { outcome: 'unknown' } });
    }
    const spelling = `${ISSUER}?x`;
    const found = await ask({ kid: KEY }, { [KEY]: json(evil.jwk), [spelling]: json(document) }, spelling);
    expect(found).toMatchObject(unbound('unknown', 'key-unavailable', evil));
  });

  it('waits for a better time where the issuer’s list cannot be read just now', async () => {
    for (const reply of [{ broken: true as const }, { status: 503, body: '' }, { status: 403, body: '' }]) {
      const found = await ask({ kid: KEY }, { [KEY]: json(rsa.jwk), [ISSUER]: reply });
      expect(found).toMatchObject(unbound('unknown', 'key-unavailable', rsa));
    }
    const busy = { status: 429, headers: { 'retry-after': '60' } };
    expect((await ask({ kid: KEY }, { [KEY]: json(rsa.jwk), [ISSUER]: busy })).retryAt).toBeDefined();
    expect((await ask({ kid: KEY }, { [KEY]: busy })).retryAt).toBeDefined();
  });

  it.each([
    ['fragment', `${KEY}#rsa`],
    ['whole address', `${KEY}#whole`],
    ['thumbprint', `${KEY}#${thumbprint(rsa)}`],
  ])('of a set names its key by %s', async (_, kid) => {
    const keys = [{ ...p256.jwk, kid: 'p256' }, { ...rsa.jwk, kid: kid.endsWith('#whole') ? kid : 'rsa' }, 'noise'];
    expect(await ask({ kid }, { [KEY]: json({ keys }) })).toMatchObject(bound(rsa, 'issuer.example'));
  });

  it('of a set at the recommended place', async () => {
    const kid = `${WELL_KNOWN}#p256`;
    const network = { [WELL_KNOWN]: json({ keys: [{ ...p256.jwk, kid: 'p256' }] }) };
    expect(await ask({ kid }, network)).toMatchObject(bound(p256, 'issuer.example'));
    expect(await ask({ kid: WELL_KNOWN }, network)).toMatchObject(bound(p256, 'issuer.example'));
  });

  it.each([
    ['names none of the set', `${KEY}#gone`, { keys: [{ ...rsa.jwk, kid: 'rsa' }] }, 'unknown', 'key-not-listed'],
    ['is silent where there are two', KEY, { keys: [rsa.jwk, p256.jwk] }, 'unknown', 'key-not-listed'],
    ['names one key and meets another', `${KEY}#gone`, { ...rsa.jwk, kid: 'rsa' }, 'unknown', 'key-not-listed'],
    ['finds an empty set', `${KEY}#a`, { keys: [] }, 'unknown', 'key-not-listed'],
    ['finds something else', `${KEY}#a`, { hello: 'world' }, 'unknown', 'key-not-listed'],
    [
      'names two',
      `${KEY}#a`,
      {
        keys: [
          { ...p256.jwk, kid: 'a' },
          { ...evil.jwk, kid: 'a' },
        ],
      },
      'unknown',
      'key-malformed',
    ],
    ['finds a private key', KEY, secretJwk(p256), 'unknown', 'key-malformed'],
    ['finds a shared key', KEY, { kty: 'oct', k: 'AA' }, 'unknown', 'key-malformed'],
    ['finds a key for encryption', KEY, { ...rsa.jwk, use: 'enc' }, 'fail', 'key-not-authorised'],
    ['finds a key of another kind', KEY, makeKey('P-384').jwk, 'fail', 'key-malformed'],
    [
      'finds a kind that is not known',
      KEY,
      { kty: 'EC', crv: 'P-521', x: 'AA', y: 'AA' },
      'unknown',
      'key-unsupported',
    ],
  ] as const)('that %s is not bound', async (_, kid, document, outcome, code) => {
    expect(await ask({ kid }, { [KEY]: json(document) })).toMatchObject(unbound(outcome, code));
  });

  it('tells keys of one name apart by their kind', async () => {
    const keys = [
      { ...p256.jwk, kid: 'a' },
      { ...rsa.jwk, kid: 'a' },
    ];
    expect(await ask({ kid: `${KEY}#a` }, { [KEY]: json({ keys }) }, ISSUER, ['RSA'])).toMatchObject(
      bound(rsa, 'issuer.example'),
    );
  });

  it('on another host is not even asked for, unless the issuer lists it', async () => {
    const networks: Network[] = [{}, { [ISSUER]: json(controllerDocument(ISSUER, jsonWebKey(ISSUER, rsa))) }];
    for (const network of networks) {
      const found = await ask({ kid: EVIL_KEY }, { ...network, [EVIL_KEY]: json(evil.jwk) });
      expect(found).toMatchObject({ bound: false, key: null, check: { outcome: 'unknown' } });
      expect(found.asked).toEqual([ISSUER]);
    }
    const away = 'https://keys.example/1';
    const lists = { [ISSUER]: json({ id: ISSUER, assertionMethod: [away] }), [away]: json(rsa.jwk) };
    expect(await ask({ kid: away }, lists)).toMatchObject(bound(rsa, 'issuer.example'));
    const login = { [ISSUER]: json({ id: ISSUER, authentication: [away] }), [away]: json(rsa.jwk) };
    expect(await ask({ kid: away }, login)).toMatchObject(unbound('fail', 'key-not-authorised'));
  });

  it.each([
    ['a subdomain', 'https://keys.issuer.example/1'],
    ['www', 'https://www.issuer.example/keys/1'],
    ['another port', 'https://issuer.example:8443/keys/1'],
    ['a longer host', 'https://issuer.example.evil.example/keys/1'],
    ['a host with a Cyrillic letter', 'https://\u0456ssuer.example/keys/1'],
    ['user-info', 'https://issuer.example@evil.example/keys/1'],
    ['a backslash', 'https://evil.example\\@issuer.example/keys/1'],
  ])('on %s is on another host', async (_, kid) => {
    const everywhere = new Proxy({} as Network, {
      get: (_target, address) => (String(address).includes('profile') ? undefined : json(evil.jwk)),
    });
    const found = await ask({ kid }, everywhere);
    expect(found.bound).toBe(false);
    expect(found.asked).toEqual([ISSUER]);
  });

  it('that a redirect answers from another party is not bound', async () => {
    const network = { [KEY]: { json: evil.jwk, end: 'https://evil.example/k' } };
    expect(await ask({ kid: KEY }, network)).toMatchObject(unbound('unknown', 'key-unavailable'));
  });

  it('of a JWK with a member named twice stays unknown', async () => {
    const body = JSON.stringify(rsa.jwk).replace('{', `{"n":"${evil.jwk.x}",`);
    expect(await ask({ kid: KEY }, { [KEY]: { body } })).toMatchObject(unbound('unknown', 'key-malformed'));
  });

  it('of a method in the issuer’s document, a key document, a document of somebody else', async () => {
    const document = json(controllerDocument(ISSUER, jsonWebKey(ISSUER, p256)));
    expect(await ask({ kid: `${ISSUER}#key-1` }, { [ISSUER]: document })).toMatchObject(bound(p256, 'issuer.example'));
    const keyDocument = json(multikey(ISSUER, ed, KEY));
    const listed = { [ISSUER]: json({ id: ISSUER, assertionMethod: [KEY] }), [KEY]: keyDocument };
    expect(await ask({ kid: KEY }, listed)).toMatchObject(bound(ed, 'issuer.example'));
    // A key document says who controls it, and the issuer does not confirm it.
    expect(await ask({ kid: KEY }, { [KEY]: keyDocument })).toMatchObject(unbound('unknown', 'key-unavailable', ed));
    const neighbour = 'https://issuer.example/other';
    const network = { [neighbour]: json(controllerDocument(neighbour, jsonWebKey(neighbour, evil))) };
    expect(await ask({ kid: `${neighbour}#key-1` }, network)).toMatchObject(unbound('unknown', 'key-not-listed'));
  });

  it('of a method that the issuer’s document has written out is that method, whatever its address answers', async () => {
    const network = {
      [ISSUER]: json({ id: ISSUER, assertionMethod: [multikey(ISSUER, ed, KEY)] }),
      [KEY]: json(evil.jwk),
    };
    expect(await ask({ kid: KEY }, network)).toMatchObject(bound(ed, 'issuer.example'));
  });

  it('in a set at the issuer’s own address', async () => {
    const network = { [ISSUER]: json({ keys: [{ ...p256.jwk, kid: 'a' }] }) };
    expect(await ask({ kid: `${ISSUER}#a` }, network)).toMatchObject(bound(p256, 'issuer.example'));
  });

  it('of a did:web issuer must stand in its document', async () => {
    const listed = json(controllerDocument(DID, jsonWebKey(DID, rsa)));
    expect(await ask({ kid: KEY }, { [KEY]: json(rsa.jwk), [DID_PLACE]: listed }, DID)).toMatchObject(bound(rsa, DID));
    const address = json({ id: DID, assertionMethod: [KEY] });
    expect(await ask({ kid: KEY }, { [KEY]: json(rsa.jwk), [DID_PLACE]: address }, DID)).toMatchObject(bound(rsa, DID));
    for (const document of [controllerDocument(DID, jsonWebKey(DID, p256)), { id: DID }]) {
      const found = await ask({ kid: KEY }, { [KEY]: json(rsa.jwk), [DID_PLACE]: json(document) }, DID);
      expect(found).toMatchObject(unbound('unknown', 'key-not-listed', rsa));
    }
    expect(await ask({ kid: KEY }, { [KEY]: json(rsa.jwk) }, DID)).toMatchObject(
      unbound('unknown', 'key-unavailable', rsa),
    );
    const elsewhere = await ask({ kid: EVIL_KEY }, { [EVIL_KEY]: json(rsa.jwk), [DID_PLACE]: listed }, DID);
    expect(elsewhere).toMatchObject(unbound('unknown', 'key-not-listed'));
  });

  it.each(['urn:uuid:1', didJwk(p256.jwk), `did:key:${ed.multibase}`, 'did:example:x', 'mailto:a@issuer.example', ''])(
    'is not bound to an issuer that lives nowhere: %s',
    async (issuer) => {
      const found = await ask({ kid: KEY }, { [KEY]: json(rsa.jwk) }, issuer);
      expect(found.bound).toBe(false);
      expect(found.key).toBeNull();
      expect(found.asked).toEqual([]);
    },
  );

  it('and no address fails', async () => {
    expect(await ask({ kid: 'https:' })).toMatchObject(unbound('fail', 'key-malformed'));
    expect(await ask({ kid: 'https://issuer.example/a b' })).toMatchObject(unbound('fail', 'key-malformed'));
  });
});

describe('a kid that is a bare name', () => {
  const document = (...methods: Record<string, unknown>[]) => ({
    id: ISSUER,
    verificationMethod: methods,
    assertionMethod: methods.map(({ id }) => id),
  });
  const withKid = (key: TestKey, kid: string, id = `${ISSUER}#key-1`): Record<string, unknown> => ({
    ...jsonWebKey(ISSUER, key, id),
    publicKeyJwk: { ...key.jwk, kid },
  });

  it.each([
    ['a fragment', 'key-1'],
    ['a fragment with its sign', '#key-1'],
    ['the kid of a JWK', 'my-key'],
    ['a thumbprint', thumbprint(p256)],
  ])('is looked up in the issuer’s document: %s', async (_, kid) => {
    const methods = [withKid(p256, 'my-key'), multikey(ISSUER, ed, `${ISSUER}#key-2`)];
    const found = await ask({ kid }, { [ISSUER]: json(document(...methods)) });
    expect(found).toMatchObject({ ...bound(p256, 'issuer.example'), key: { id: `${ISSUER}#key-1` } });
    expect(found.asked).toEqual([ISSUER]);
  });

  it('finds the thumbprint of a Multikey, and the document of a DID', async () => {
    const network = { [DID_PLACE]: json(controllerDocument(DID, multikey(DID, ed))) };
    expect(await ask({ kid: thumbprint(ed) }, network, DID)).toMatchObject(bound(ed, DID));
    const did = didJwk(p256.jwk);
    for (const kid of ['0', '#0', thumbprint(p256)])
      expect(await ask({ kid }, {}, did)).toMatchObject(bound(p256, did));
    expect(await ask({ kid: '1' }, {}, did)).toMatchObject(unbound('unknown', 'key-not-listed'));
    expect(await ask({ kid: ed.multibase }, {}, `did:key:${ed.multibase}`)).toMatchObject({ bound: true });
  });

  it('is the fragment first: a JWK may call itself anything', async () => {
    const methods = [withKid(ed, 'key-2'), withKid(p256, 'x', `${ISSUER}#key-2`)];
    expect(await ask({ kid: 'key-2' }, { [ISSUER]: json(document(...methods)) })).toMatchObject(
      bound(p256, 'issuer.example'),
    );
  });

  it('that two keys go by means neither', async () => {
    const methods = [withKid(evil, 'same'), withKid(p256, 'same', `${ISSUER}#key-2`)];
    expect(await ask({ kid: 'same' }, { [ISSUER]: json(document(...methods)) })).toMatchObject(
      unbound('unknown', 'key-malformed'),
    );
  });

  it('that keys of two kinds go by means the one that fits', async () => {
    const methods = [withKid(rsa, 'same'), withKid(p256, 'same', `${ISSUER}#key-2`)];
    expect(await ask({ kid: 'same' }, { [ISSUER]: json(document(...methods)) }, ISSUER, ['P-256'])).toMatchObject(
      bound(p256, 'issuer.example'),
    );
    expect(await ask({ kid: 'same' }, { [ISSUER]: json(document(...methods)) }, ISSUER, ['Ed25519'])).toMatchObject(
      unbound('fail', 'key-malformed'),
    );
  });

  it('that may not vouch fails', async () => {
    const { assertionMethod: _, ...rest } = document(withKid(p256, 'a'));
    const login = { ...rest, authentication: [`${ISSUER}#key-1`] };
    expect(await ask({ kid: 'a' }, { [ISSUER]: json(login) })).toMatchObject(
      unbound('fail', 'key-not-authorised', p256),
    );
  });

  it('that is only a sign names nothing', async () => {
    const network = { [ISSUER]: json({ id: ISSUER, assertionMethod: [multikey(ISSUER, ed, KEY)] }) };
    expect(await ask({ kid: '#' }, network)).toMatchObject(unbound('unknown', 'key-not-listed'));
  });

  it.each(['gone', '__proto__', 'constructor', thumbprint(evil), 'urn:ietf:params:x', 'z6Mk', 'a\u0000b'])(
    'that the issuer does not list stays unknown: %s',
    async (kid) => {
      const found = await ask({ kid }, { [ISSUER]: json(document(withKid(p256, 'a'))) });
      expect(found).toMatchObject(unbound('unknown', 'key-not-listed'));
      expect(found.asked).toEqual([ISSUER]);
    },
  );

  it('is looked up in the set at the recommended place where the document lists nothing', async () => {
    const set = json({
      keys: [
        { ...p256.jwk, kid: 'a' },
        { ...rsa.jwk, kid: 'b' },
      ],
    });
    const owns: Network[] = [{}, { [ISSUER]: json({ id: ISSUER, type: 'Profile' }) }];
    for (const own of owns) {
      const network = { ...own, [WELL_KNOWN]: set };
      for (const kid of ['a', thumbprint(p256)]) {
        const found = await ask({ kid }, network);
        expect(found).toMatchObject(bound(p256, 'issuer.example'));
        expect(found.asked).toEqual([ISSUER, WELL_KNOWN]);
      }
      expect(await ask({ kid: 'c' }, network)).toMatchObject(unbound('unknown', 'key-not-listed'));
    }
    const atHome = { [ISSUER]: set, [WELL_KNOWN]: json({ keys: [{ ...evil.jwk, kid: 'a' }] }) };
    expect(await ask({ kid: 'a' }, atHome)).toMatchObject(bound(p256, 'issuer.example'));
  });

  it('is not looked up elsewhere where the document has a list', async () => {
    const network = {
      [ISSUER]: json(document(withKid(p256, 'a'))),
      [WELL_KNOWN]: json({ keys: [{ ...evil.jwk, kid: 'b' }] }),
    };
    expect(await ask({ kid: 'b' }, network)).toMatchObject(unbound('unknown', 'key-not-listed'));
  });

  it('stays unknown where nothing can be read', async () => {
    expect(await ask({ kid: 'a' })).toMatchObject(unbound('unknown', 'key-not-listed'));
    const down = { [ISSUER]: { broken: true as const } };
    expect(await ask({ kid: 'a' }, down)).toMatchObject(unbound('unknown', 'key-unavailable'));
    const half = { [WELL_KNOWN]: { status: 500, body: '' } };
    expect(await ask({ kid: 'a' }, half)).toMatchObject(unbound('unknown', 'key-unavailable'));
    expect(await ask({ kid: 'a' }, {}, 'urn:uuid:1')).toMatchObject(unbound('unknown', 'key-unsupported'));
  });

  it.each([null, '', ' ', 5, {}, [], ['key-1'], true, 'a'.repeat(5000)])('fails where it is none: %s', async (kid) => {
    expect(await ask({ kid, jwk: p256.jwk }, { [ISSUER]: json(document(withKid(p256, 'a'))) })).toMatchObject(
      unbound('fail', 'key-malformed'),
    );
  });
});

describe('a key in the header', () => {
  it('proves nothing about the issuer by itself', async () => {
    const found = await ask({ jwk: evil.jwk });
    expect(found).toMatchObject(unbound('unknown', 'key-unbound', evil));
    expect(found.key?.id).toBe(`urn:ietf:params:oauth:jwk-thumbprint:sha-256:${thumbprint(evil)}`);
    const document = json(controllerDocument(ISSUER, jsonWebKey(ISSUER, p256)));
    expect(await ask({ jwk: evil.jwk }, { [ISSUER]: document })).toMatchObject(unbound('unknown', 'key-unbound', evil));
    expect(await ask({ jwk: evil.jwk }, {}, didJwk(p256.jwk))).toMatchObject(unbound('unknown', 'key-unbound', evil));
    expect(await ask({ jwk: evil.jwk }, {}, 'urn:uuid:1')).toMatchObject(unbound('unknown', 'key-unbound', evil));
  });

  it('is bound where the same key stands in what the issuer publishes', async () => {
    const document = { [ISSUER]: json(controllerDocument(ISSUER, multikey(ISSUER, p256))) };
    expect(await ask({ jwk: { ...p256.jwk, kid: 'x', alg: 'ES256' } }, document)).toMatchObject(
      bound(p256, 'issuer.example'),
    );
    const set = { [WELL_KNOWN]: json({ keys: [rsa.jwk, p256.jwk] }) };
    expect(await ask({ jwk: p256.jwk }, set)).toMatchObject(bound(p256, 'issuer.example'));
    const did = didJwk(p256.jwk);
    expect(await ask({ jwk: p256.jwk }, {}, did)).toMatchObject(bound(p256, did));
  });

  it('is judged as the issuer judges it', async () => {
    const method = jsonWebKey(ISSUER, p256);
    const look = (document: object) => ask({ jwk: p256.jwk }, { [ISSUER]: json(document) });
    expect(await look(controllerDocument(ISSUER, { ...method, expires: '2020-01-01T00:00:00Z' }))).toMatchObject(
      unbound('fail', 'key-withdrawn', p256),
    );
    expect(await look({ id: ISSUER, authentication: [method] })).toMatchObject(
      unbound('fail', 'key-not-authorised', p256),
    );
    expect(await look(controllerDocument(ISSUER, { ...method, controller: 'https://evil.example' }))).toMatchObject(
      unbound('fail', 'key-other-controller', p256),
    );
  });

  it('waits for the issuer’s document where that cannot be read just now', async () => {
    const busy = { [ISSUER]: { status: 429, headers: { 'retry-after': '60' } } };
    const found = await ask({ jwk: p256.jwk }, busy);
    expect(found).toMatchObject(unbound('unknown', 'key-unavailable', p256));
    expect(found.retryAt).toBeDefined();
  });

  it('never outranks kid', async () => {
    const document = { [ISSUER]: json(controllerDocument(ISSUER, jsonWebKey(ISSUER, p256))) };
    expect(await ask({ kid: `${ISSUER}#key-1`, jwk: evil.jwk }, document)).toMatchObject(bound(p256, 'issuer.example'));
    expect(await ask({ kid: `${ISSUER}#gone`, jwk: p256.jwk }, document)).toMatchObject({ bound: false, key: null });
    expect(await ask({ kid: EVIL_KEY, jwk: p256.jwk }, { ...document, [EVIL_KEY]: json(evil.jwk) })).toMatchObject({
      bound: false,
      key: null,
    });
  });

  it.each(['Ed25519', 'P-256', 'RSA'] as const)('that gives its secret away fails: %s', async (kind) => {
    const key = makeKey(kind);
    const document = { [ISSUER]: json(controllerDocument(ISSUER, jsonWebKey(ISSUER, key))) };
    for (const header of [{ jwk: secretJwk(key) }, { jwk: secretJwk(key), kid: `${ISSUER}#key-1` }]) {
      const found = await ask(header, document);
      expect(found).toMatchObject(unbound('fail', 'key-malformed'));
      expect(found.check.detail).toBe('private key');
    }
  });

  it.each([null, 'x', 5, [], [p256.jwk], {}, { kty: 'EC' }, { ...p256.jwk, y: p256.jwk.x }, { kty: 'oct', k: 'AA' }])(
    'fails where it is none: %j',
    async (jwk) => expect(await ask({ jwk })).toMatchObject(unbound('fail', 'key-malformed')),
  );

  it('of the wrong kind for the algorithm fails', async () => {
    expect(await ask({ jwk: p256.jwk }, {}, ISSUER, ['RSA'])).toMatchObject(unbound('fail', 'key-malformed'));
  });
});

describe('a header that names no key', () => {
  it('leaves it unknown, and asks nobody', async () => {
    expect(await ask({})).toMatchObject({ ...unbound('unknown', 'key-unbound'), asked: [] });
  });
});
