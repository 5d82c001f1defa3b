import { generateKeyPairSync } from 'node:crypto';
import { base58 } from '@scure/base';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressOfDidWeb, resolveDid } from '../../../../utils/proofs/keys/did.ts';
import { keyOfMethod } from '../../../../utils/proofs/keys/method-key.ts';
import { type Vector, vectorFile, vectorsOf } from '../../../conformance/vector-world.ts';
import { controllerDocument, didJwk, json, makeKey, multikey, secretJwk, toolsFor } from './issuers.ts';

const ed = makeKey('Ed25519');
const offline = toolsFor();

interface DidVector extends Vector {
  did?: { verificationMethod?: string; publicKeyJwk?: JsonWebKey; assertionMethod?: boolean; document_url?: string };
}

describe('vectors of DIDs', () => {
  const vectors = vectorsOf('did-resolution') as DidVector[];

  for (const vector of vectors) {
    it(vector.id, async () => {
      const did = vectorFile(vector.file).toString().trim();
      const tools = toolsFor();
      const answers = [vector.expected, ...(vector.also_acceptable ?? [])];
      if (did.startsWith('did:web:')) {
        const address = addressOfDidWeb(did);
        expect(answers).toContain(address === null ? 'invalid' : 'valid');
        expect(address).toBe(vector.did?.document_url ?? null);
        return;
      }
      const resolved = await resolveDid(did, tools);
      expect(answers, JSON.stringify(resolved)).toContain(resolved.ok ? 'valid' : 'invalid');
      expect(tools.asked).toEqual([]);
      if (!resolved.ok) return;
      const { verificationMethod, assertionMethod } = resolved.document;
      const [method] = verificationMethod as { id: string; publicKeyJwk?: object }[];
      expect(method?.id).toBe(vector.did?.verificationMethod);
      expect(assertionMethod).toEqual(vector.did?.assertionMethod ? [method?.id] : undefined);
      const key = keyOfMethod(method as never);
      expect(key.ok ? key.jwk : method?.publicKeyJwk).toEqual(vector.did?.publicKeyJwk);
    });
  }

  it('come in the number the index had', () => {
    expect([0, 13]).toContain(vectors.length);
  });
});

describe('did:key', () => {
  it('is a document of the one key', async () => {
    const did = `did:key:${ed.multibase}`;
    const id = `${did}#${ed.multibase}`;
    expect(await resolveDid(did, offline)).toEqual({
      ok: true,
      document: {
        id: did,
        verificationMethod: [{ id, type: 'Multikey', controller: did, publicKeyMultibase: ed.multibase }],
        assertionMethod: [id],
      },
    });
  });

  it('lists a key that only agrees on keys for that alone', async () => {
    const x25519 = `z${base58.encode(new Uint8Array([0xec, 1, ...new Uint8Array(32).fill(9)]))}`;
    expect(x25519.startsWith('z6LS')).toBe(true);
    const resolved = await resolveDid(`did:key:${x25519}`, offline);
    expect(resolved.ok && resolved.document).toHaveProperty('keyAgreement');
    expect(resolved.ok && resolved.document).not.toHaveProperty('assertionMethod');
  });

  it('leaves kinds of keys open that it does not know', async () => {
    const p521 = `z${base58.encode(new Uint8Array([0x82, 0x24, ...new Uint8Array(67)]))}`;
    expect(await resolveDid(`did:key:${p521}`, offline)).toEqual({
      ok: false,
      check: { id: 'key', outcome: 'unknown', code: 'key-unsupported', detail: 'P-521' },
    });
  });
});

describe('did:jwk', () => {
  it('has the method #0', async () => {
    const did = didJwk(ed.jwk);
    const resolved = await resolveDid(did, offline);
    expect(resolved.ok && resolved.document.assertionMethod).toEqual([`${did}#0`]);
  });

  const encoded = (text: string) => `did:jwk:${Buffer.from(text).toString('base64url')}`;
  it.each([
    ['a private key', didJwk(secretJwk(ed))],
    ['a shared key', didJwk({ kty: 'oct', k: 'AA' })],
    ['members named twice', encoded('{"kty":"OKP","crv":"Ed25519","x":"AA","x":"BB"}')],
    ['a list', encoded('[]')],
    ['no JSON', encoded('kty')],
    ['a bottomless JSON', encoded('['.repeat(1000))],
    ['bytes that are no text', `did:jwk:${Buffer.from([0xff, 0xfe]).toString('base64url')}`],
    ['padding', `${didJwk({ a: 'b' })}%3D`],
    ['plain base64', `did:jwk:${Buffer.from('{"x":"???>>>"}').toString('base64')}`],
  ])('refuses %s', async (_, did) => {
    expect(await resolveDid(did, offline)).toMatchObject({
      ok: false,
      check: { outcome: 'fail', code: 'key-malformed' },
    });
  });

  it('may not vouch with a key for encryption', async () => {
    const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const resolved = await resolveDid(didJwk({ ...publicKey.export({ format: 'jwk' }), use: 'enc' }), offline);
    expect(resolved.ok && resolved.document).not.toHaveProperty('assertionMethod');
  });
});

describe('addressOfDidWeb', () => {
  it.each([
    ['did:web:issuer.example', 'https://issuer.example/.well-known/did.json'],
    ['did:web:issuer.example:badges', 'https://issuer.example/badges/did.json'],
    ['did:web:issuer.example:a:b-c:d_e', 'https://issuer.example/a/b-c/d_e/did.json'],
    [
      'did:web:www.credly.com:api:v1:obi:v3:issuers:5c5f2f2c-0000',
      'https://www.credly.com/api/v1/obi/v3/issuers/5c5f2f2c-0000/did.json',
    ],
    ['did:web:issuer.example%3A3000:a', 'https://issuer.example:3000/a/did.json'],
    ['did:web:issuer.example:%C3%A9cole', 'https://issuer.example/%C3%A9cole/did.json'],
    ['did:web:xn--bcher-kva.example', 'https://xn--bcher-kva.example/.well-known/did.json'],
  ])('%s', (did, address) => expect(addressOfDidWeb(did)).toBe(address));

  it.each([
    'did:web:',
    'did:web:issuer.example:',
    'did:web:issuer.example::a',
    'did:web::issuer.example',
    'did:web:issuer.example:..:admin',
    'did:web:issuer.example:.',
    'did:web:issuer.example:%2E',
    'did:web:issuer.example:%2e%2E:admin',
    'did:web:issuer.example:..%2F..:admin',
    'did:web:issuer.example:a%2Fb',
    'did:web:issuer.example:a%5Cb',
    'did:web:issuer.example:a%3Fb',
    'did:web:issuer.example:a%23b',
    'did:web:issuer.example:a%40b',
    'did:web:issuer.example:a%20b',
    'did:web:issuer.example:a%00b',
    'did:web:issuer.example:a%0Ab',
    'did:web:issuer.example:%252e%252e',
    'did:web:issuer.example:a%',
    'did:web:issuer.example:%FF',
    'did:web:issuer.example/a',
    'did:web:issuer.example?a',
    'did:web:issuer.example#a',
    'did:web:user%40issuer.example',
    'did:web:issuer.example%2F@evil.example',
    'did:web:issuer.example%2Fevil.example',
    'did:web:issuer.example%3A3000%3A1',
    'did:web:issuer.example%3A',
    'did:web:issuer.example%3A99999',
    'did:web:issuer.example.',
    'did:web:localhost',
    'did:web:localhost%3A8443',
    'did:web:127.0.0.1',
    'did:web:169.254.169.254',
    'did:web:0x7f.1',
    'did:web:2130706433',
    'did:web:%5B%3A%3A1%5D',
    // A Cyrillic letter; its honest spelling is xn--.
    'did:web:%D1%96ssuer.example',
    'did:web:-issuer.example',
    'did:web:issuer.example ',
    'did:web:issuer.example\n',
    'DID:WEB:issuer.example',
    'did:key:issuer.example',
    `did:web:issuer.example:${'a'.repeat(5000)}`,
  ])('refuses %s', (did) => expect(addressOfDidWeb(did)).toBeNull());

  it('never leaves the host and the folder that it was given', () => {
    const piece = fc.string({
      unit: fc.constantFrom('a', 'B', '.', '%2F', '%2e', '%5C', '%25', ':', '%3A', '@', '-', '%', '0'),
    });
    fc.assert(
      fc.property(piece, (tail) => {
        const address = addressOfDidWeb(`did:web:issuer.example:${tail}`);
        if (address === null) return;
        const url = new URL(address);
        expect(url.host).toBe('issuer.example');
        expect(url.pathname.split('/').length).toBe(tail.split(':').length + 2);
        expect(url.pathname.endsWith('/did.json') && url.search === '' && url.hash === '').toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('did:web', () => {
  const did = 'did:web:issuer.example:badges';
  const place = 'https://issuer.example/badges/did.json';
  const document = controllerDocument(did, multikey(did, ed));

  it('is what its host says', async () => {
    const tools = toolsFor({ [place]: json(document) });
    expect(await resolveDid(did, tools)).toEqual({ ok: true, document });
    expect(tools.asked).toEqual([place]);
  });

  it.each([
    ['a document of another', { ...document, id: 'did:web:issuer.example' }],
    ['a document without an id', { ...document, id: undefined }],
    ['an id that is a list', { ...document, id: [did] }],
    ['an id in other letters', { ...document, id: did.replace('issuer', 'Issuer') }],
    ['a list', [document]],
  ])('is not %s', async (_, value) => {
    const resolved = await resolveDid(did, toolsFor({ [place]: json(value) }));
    expect(resolved).toMatchObject({ ok: false, check: { id: 'key', outcome: 'unknown', code: 'key-unavailable' } });
  });

  it.each([
    ['nothing', {}],
    ['a page', { [place]: { body: '<html></html>', type: 'text/html' } }],
    ['an error that looks like the document', { [place]: { status: 500, json: document } }],
    ['a broken connection', { [place]: { broken: true as const } }],
    ['a redirect to another party', { [place]: { json: document, end: 'https://evil.example/did.json' } }],
    ['a redirect to a private address', { [place]: { json: document, end: 'https://127.0.0.1/did.json' } }],
  ])('stays unknown where its host answers %s', async (_, network) => {
    const resolved = await resolveDid(did, toolsFor(network));
    expect(resolved).toMatchObject({ ok: false, check: { id: 'key', outcome: 'unknown', code: 'key-unavailable' } });
  });

  it('may be answered by the same party under www', async () => {
    const end = 'https://www.issuer.example/badges/did.json';
    expect(await resolveDid(did, toolsFor({ [place]: { json: document, end } }))).toMatchObject({ ok: true });
  });

  it('stays unknown where some member stands twice', async () => {
    const body = JSON.stringify(document).replace('"type"', '"type":"X","type"');
    expect(await resolveDid(did, toolsFor({ [place]: { body } }))).toMatchObject({
      ok: false,
      check: { outcome: 'unknown', code: 'key-malformed', detail: 'duplicate members' },
    });
  });

  it('tells when to ask again', async () => {
    const busy = { [place]: { status: 429, headers: { 'retry-after': '120' } } };
    const resolved = await resolveDid(did, toolsFor(busy));
    expect(resolved).toMatchObject({ ok: false, check: { outcome: 'unknown', code: 'key-unavailable' } });
    expect(!resolved.ok && Date.parse(resolved.retryAt ?? '')).toBeGreaterThan(Date.now());
  });

  it.each(['did:web:issuer.example%3A8443', 'did:web:printer.local', 'did:web:intranet.corp'])(
    'asks nothing that the guard refuses: %s',
    async (refused) => {
      const tools = toolsFor();
      expect(await resolveDid(refused, tools)).toMatchObject({
        check: { outcome: 'unknown', code: 'key-unavailable' },
      });
      expect(tools.asked).toEqual([]);
    },
  );

  it('fails where its name is none', async () => {
    const tools = toolsFor();
    expect(await resolveDid('did:web:127.0.0.1', tools)).toMatchObject({
      check: { outcome: 'fail', code: 'key-malformed' },
    });
    expect(tools.asked).toEqual([]);
  });
});

describe('other DIDs', () => {
  it.each([
    ['did:ion:EiClkZMDxPKqC9c', 'did:ion'],
    ['did:ethr:0xb9c5714089478a327f09197987f16f9e5d936e8a', 'did:ethr'],
    ['did:velocity:v2:0x1:2:3', 'did:velocity'],
  ])('stay unknown: %s', async (did, detail) => {
    expect(await resolveDid(did, offline)).toEqual({
      ok: false,
      check: { id: 'key', outcome: 'unknown', code: 'key-unsupported', detail },
    });
  });

  it.each(['', 'did', 'did:', 'did:key', 'did::x', 'did:KEY:z6Mk', 'did:key:z6Mk/a', `did:key:z${'1'.repeat(5000)}`])(
    'fail where they are none: %s',
    async (did) => {
      expect(await resolveDid(did, offline)).toMatchObject({
        ok: false,
        check: { outcome: 'fail', code: 'key-malformed' },
      });
    },
  );
});
