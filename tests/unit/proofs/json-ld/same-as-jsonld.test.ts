/** Our way of keeping contexts changes nothing: the same statements as jsonld itself makes, or a refusal where it refuses. */
import fc from 'fast-check';
import jsonld from 'jsonld';
import library from 'rdf-canonize';
import { describe, expect, it } from 'vitest';
import { canonize } from '../../../../utils/proofs/json-ld/canonize.ts';
import { toDataset } from '../../../../utils/proofs/json-ld/dataset.ts';
import { vectorFile, vectorsOf } from '../../../conformance/vector-world.ts';
import { badge, type Document, documentLoader, ED25519_2020, OB, V1, V2 } from '../data-integrity/issuing.ts';

const OLDER = [
  'https://purl.imsglobal.org/spec/ob/v3p0/context.json',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json',
];

async function theirs(document: Document): Promise<string | null> {
  const options = { documentLoader, safe: true, base: null, rdfDirection: 'i18n-datatype' };
  const dataset = await jsonld.toRDF(document, options).catch(() => null);
  return dataset && (await library.canonize(dataset, { algorithm: 'RDFC-1.0' }));
}

async function ours(document: Document): Promise<string | null> {
  const result = await toDataset(document, {});
  if (!result.ok) return null;
  const canonical = await canonize(result.dataset, 'SHA-256');
  return canonical.ok ? canonical.text : null;
}

async function expectSame(document: Document): Promise<string | null> {
  const before = JSON.stringify(document);
  const expected = await theirs(JSON.parse(before));
  // Twice: the second time out of what was kept.
  for (const _ of [1, 2]) expect(await ours(document)).toBe(expected);
  expect(JSON.stringify(document)).toBe(before);
  return expected;
}

describe('the same statements as jsonld', () => {
  it('of a badge', async () => {
    expect((await expectSame(badge('did:example:issuer')))?.split('\n').length).toBeGreaterThan(30);
  });

  it('of every vector', async () => {
    for (const { file, id } of vectorsOf('di-proof', 'di-proof-sd', 'vc-di', 'ob3-di')) {
      const { proof, ...document } = JSON.parse(vectorFile(file).toString()) as Document;
      await expectSame(document);
      const [first] = [proof].flat() as Document[];
      if (first) await expectSame({ ...first, '@context': document['@context'] });
      expect(id).toBeTruthy();
    }
  });

  it('where a context is put aside, which protected words forbid and others do not', async () => {
    const inner = { '@context': null, '@id': 'urn:x:1', 'https://x.example/b': 'c' };
    await expectSame({ '@context': V2, '@id': 'urn:x:0', 'https://x.example/a': inner });
    const open = { '@context': { a: 'https://x.example/a' }, '@id': 'urn:x:0', a: inner };
    expect(await expectSame(open)).toContain('<https://x.example/b>');
  });

  it('of a document that is nothing but a graph', async () => {
    const graph = { '@id': 'urn:x:0', 'https://x.example/a': 'b' };
    expect(await expectSame({ '@context': {}, '@graph': graph })).toBe('<urn:x:0> <https://x.example/a> "b" .\n');
    await expectSame({ '@context': V2, '@graph': [graph, { type: 'urn:a:1' }] });
    await expectSame({ '@context': {}, '@graph': graph, '@id': 'urn:x:1' });
  });

  const word = fc.constantFrom(
    ...['id', 'type', '@id', '@type', 'name', 'description', 'issuer', 'credentialSubject', 'achievement', 'criteria'],
    ...['identifier', 'alignment', 'result', 'endorsement', 'proof', 'credentialStatus', 'validUntil', 'evidence'],
    ...['image', 'creator', 'address', 'geo', 'allowedValue', 'resultDescription', 'undefined', '@value', '@language'],
    ...[
      '@graph',
      '@included',
      '@nest',
      '@list',
      '@set',
      '@reverse',
      '@index',
      '@direction',
      'https://x.example/y',
      '@none',
    ],
  );
  const text = fc.constantFrom(
    ...['urn:a:1', 'urn:a:2', 'did:example:x', '_:b0', '_:x', 'relative', '', 'VerifiableCredential', 'Achievement'],
    ...['OpenBadgeCredential', 'AchievementSubject', 'Profile', 'IdentityObject', 'Alignment', 'Result', 'Address'],
    ...[
      'EndorsementCredential',
      'DataIntegrityProof',
      'BitstringStatusListEntry',
      '2026-01-01T00:00:00Z',
      'en',
      '"\\\n\u0007',
    ],
  );
  const context = fc.constantFrom<unknown>(
    V2,
    OB,
    [V2, OB],
    [V1, ...OLDER.slice(0, 1)],
    [V1, OLDER[1], ED25519_2020],
    [V2, OLDER[2]],
    null,
    [],
    [V2, { x: 'https://x.example/x', name: 'https://schema.org/name' }],
    { '@vocab': 'https://x.example/' },
    { '@language': 'de', '@direction': 'rtl' },
    { n: '@nest', g: '@graph', i: '@included' },
    { '@propagate': false, name: 'https://x.example/name' },
    { result: { '@id': 'https://x.example/r', '@container': '@index', '@context': { inner: 'https://x.example/i' } } },
  );
  const { node } = fc.letrec<{ node: Document; value: unknown }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 5, withCrossShrink: true },
      { weight: 4, arbitrary: text },
      { weight: 1, arbitrary: fc.constantFrom<unknown>(null, true, 7, -1.5e300, 1e21, 0) },
      { weight: 3, arbitrary: tie('node') },
      { weight: 2, arbitrary: fc.array(tie('value'), { maxLength: 3 }) },
    ),
    node: fc
      .tuple(
        fc.array(fc.tuple(word, tie('value')), { maxLength: 6 }),
        fc.option(context, { freq: 6 }),
        fc.option(text, { freq: 2 }),
      )
      .map(([members, own, type]) => ({
        ...Object.fromEntries(members),
        ...(own !== null && { '@context': own }),
        ...(type !== null && { type }),
      })),
  }));

  it('of anything', async () => {
    let alike = 0;
    await fc.assert(
      fc.asyncProperty(node, fc.constantFrom([V2, OB], [V1, OLDER[1]], [V2]), async (document, contexts) => {
        const whole = { ...document, '@context': contexts };
        if ((await expectSame(whole)) !== null) alike++;
      }),
      { numRuns: 600 },
    );
    expect(alike).toBeGreaterThan(10);
  });

  it('of badges with something odd in them', async () => {
    let alike = 0;
    await fc.assert(
      fc.asyncProperty(
        node,
        fc.constantFrom('issuer', 'achievement', 'identifier', 'alignment', 'evidence'),
        async (odd, place) => {
          const whole = badge('did:example:issuer') as Document & {
            credentialSubject: Document & { achievement: Document };
          };
          if (place === 'issuer') whole.issuer = odd;
          else if (place === 'identifier') whole.credentialSubject.identifier = odd;
          else if (place === 'evidence') whole.evidence = [odd];
          else if (place === 'alignment') whole.credentialSubject.achievement.alignment = [odd];
          else whole.credentialSubject = { ...whole.credentialSubject, achievement: odd };
          if ((await expectSame(whole)) !== null) alike++;
        },
      ),
      { numRuns: 600 },
    );
    expect(alike).toBeGreaterThan(50);
  });
});
