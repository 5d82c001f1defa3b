/** Documents that are made to take for ever: they end, and nothing was decided. */
import type { Quad } from 'rdf-canonize';
import { describe, expect, it } from 'vitest';
import { canonize } from '../../../../utils/proofs/json-ld/canonize.ts';
import { toDataset } from '../../../../utils/proofs/json-ld/dataset.ts';
import { lookThrough } from '../../../../utils/proofs/json-ld/look-through.ts';
import {
  badge,
  counts,
  type Document,
  handKey,
  judgeOne,
  OB,
  signByHand,
  told,
  V2,
} from '../data-integrity/issuing.ts';

const hand = handKey();

const node = (value: string) => ({ termType: 'BlankNode', value }) as const;
const quad = (subject: string, object: string): Quad => ({
  subject: node(subject),
  predicate: { termType: 'NamedNode', value: 'https://x.example/knows' },
  object: node(object),
  graph: { termType: 'DefaultGraph', value: '' },
});

/** Everybody knows everybody: no two can be told apart, and every order of them has to be tried. */
function clique(size: number): Quad[] {
  const names = Array.from({ length: size }, (_, index) => `n${index}`);
  return names.flatMap((one) => names.filter((other) => other !== one).map((other) => quad(one, other)));
}

describe('canonize', () => {
  it('gives up on a dataset with no end of orders', async () => {
    for (const size of [8, 12, 40]) {
      expect(await canonize(clique(size), 'SHA-256')).toEqual({
        ok: false,
        problem: { id: 'format', outcome: 'unknown', code: 'format-too-many-parts' },
      });
    }
  });

  it('gives up on hubs that look alike, with arms that look alike', async () => {
    const hubs = ['x', 'y'].flatMap((hub) => Array.from({ length: 10 }, (_, arm) => quad(hub, `${hub}${arm}`)));
    expect((await canonize(hubs, 'SHA-256')).ok).toBe(false);
  });

  it('does not give up on what honest badges have: parts that look alike', async () => {
    expect((await canonize(clique(4), 'SHA-256')).ok).toBe(true);
    const pairs = [1, 2, 3, 4, 5].flatMap((pair) => [quad(`p${pair}`, `c${pair}`), quad(`p${pair}`, `d${pair}`)]);
    expect((await canonize(pairs, 'SHA-384')).ok).toBe(true);
  });
});

describe('a badge', () => {
  it('of many alike parts is verified', async () => {
    const alignment = Array.from({ length: 40 }, () => ({
      type: ['Alignment'],
      targetName: 'Tides',
      targetUrl: 'https://x.example/',
    }));
    const achievement = { ...((badge(hand.did).credentialSubject as Document).achievement as Document), alignment };
    const subject = { ...(badge(hand.did).credentialSubject as Document), achievement };
    // Alike in every respect they are one to RDF but for their names.
    const document = await signByHand(badge(hand.did, { credentialSubject: subject }), hand);
    expect(counts(await judgeOne(document, hand.did))).toBe(true);
  });

  it('that would take for ever stays open', async () => {
    const people = Array.from({ length: 9 }, (_, index) => `_:p${index}`);
    const evidence = people.map((id) => ({ id, type: ['Evidence'] }));
    const context = [V2, OB, { knows: { '@id': 'https://x.example/knows', '@type': '@id' } }];
    const document = badge(hand.did, {
      '@context': context,
      evidence: evidence.map((one) => ({ ...one, knows: people.filter((other) => other !== one.id) })),
    });
    const proof = { ...((await signByHand(badge(hand.did), hand)).proof as Document) };
    const judged = await judgeOne({ ...document, proof }, hand.did);
    expect(told(judged)).toEqual(['format unknown format-too-many-parts', 'key pass key-ok']);
  });

  const tooMuch: [string, Document][] = [
    ['with a list of thousands', { evidence: Array.from({ length: 2_001 }, (_, index) => `urn:e:${index}`) }],
    [
      'with tens of thousands of parts',
      { evidence: Array.from({ length: 100 }, () => ({ tag: Array(300).fill('x') })) },
    ],
    ['nested without end', JSON.parse(`{"evidence":${'{"evidence":'.repeat(500)}1${'}'.repeat(501)}`)],
    ['with a hundred contexts', { '@context': [V2, ...Array(100).fill(OB)] }],
    [
      'with a hundred contexts of its own',
      { evidence: Array.from({ length: 100 }, () => ({ '@context': { x: 'urn:x:y' } })) },
    ],
    ['with a huge context of its own', { '@context': [V2, OB, { x: `urn:x:${'y'.repeat(70_000)}` }] }],
  ];
  it.each(tooMuch)('%s is not read', async (_, more) => {
    const { proof } = await signByHand(badge(hand.did), hand);
    const judged = await judgeOne({ ...badge(hand.did), ...more, proof }, hand.did);
    expect(told(judged)).toEqual(['format unknown format-too-many-parts', 'key pass key-ok']);
  });

  it('with a context that goes round in circles is refused', async () => {
    const context = { a: { '@id': 'b:x' }, b: { '@id': 'a:x' } };
    const { proof } = await signByHand(badge(hand.did), hand);
    const judged = await judgeOne({ ...badge(hand.did), '@context': [V2, OB, context], proof }, hand.did);
    expect(judged.holds).toBe(false);
  });
});

describe('contexts in every order', () => {
  it('are not kept for ever, and come out right all the same', async () => {
    const first = await toDataset(badge('did:example:issuer'), {});
    const others = Array.from({ length: 150 }, (_, index) => ({ [`x${index}`]: `https://x.example/${index}` }));
    for (const other of others) await toDataset({ ...badge('did:example:issuer'), '@context': [V2, other, OB] }, {});
    expect(await toDataset(badge('did:example:issuer'), {})).toEqual(first);
  });
});

describe('lookThrough', () => {
  it('collects contexts from everywhere, each address once', () => {
    const inner = { x: 'urn:x:y' };
    const looked = lookThrough({
      '@context': [V2, OB],
      a: [{ '@context': [OB, inner] }, { b: { '@context': 'https://c.example/' } }],
    });
    expect(looked).toEqual({ tooLarge: false, contexts: [V2, OB, 'https://c.example/'], inline: [inner] });
  });

  it('does not look into contexts for odd words', () => {
    expect(lookThrough({ '@context': { 'a:b': 'urn:x:y', x: { '@reverse': 'urn:x:z' } } }).odd).toBeUndefined();
  });

  it.each<[string, unknown]>([
    ['https://www.w3.org/2018/credentials#validUntil', 1],
    ['cred:validUntil', 1],
    ['@graph', []],
    ['@included', []],
    ['@nest', {}],
    ['@reverse', {}],
    ['@list', []],
    ['@set', []],
    ['@index', 'x'],
    ['@none', 1],
    ['@unheard', 1],
    ['id', '_:b0'],
    ['@id', '_:b0'],
    ['type', ['Profile', '_:b0']],
    ['@type', '_:b0'],
  ])('finds %s odd, wherever it stands', (name, value) => {
    expect(lookThrough({ [name]: value }).odd).toBe(name);
    expect(lookThrough({ a: [{ b: [{ c: { [name]: value } }] }] }).odd).toBe(name);
  });

  it('finds plain members and people’s words not odd', () => {
    const plain = {
      '@context': V2,
      '@id': 'urn:x:y',
      '@type': 'Profile',
      name: { '@value': '_:b0', '@language': 'en', '@direction': 'ltr' },
    };
    expect(
      lookThrough({ ...plain, description: 'https://x.example/ @graph', source: { id: 'x_:y' } }).odd,
    ).toBeUndefined();
  });

  it('finds lists in lists odd, but for places on a map', () => {
    for (const inner of [['x'], [{ type: 'IdentityObject' }], [['x']], [null]]) {
      expect(lookThrough({ issuer: { identifier: [inner] } }).odd).toBe('identifier');
    }
    expect(lookThrough({ coordinates: [[25.03, 121.56], []], identifier: ['x', { a: ['y'] }] }).odd).toBeUndefined();
  });

  it('finds a keyword beside its own other name odd', () => {
    expect(lookThrough({ '@context': V2, id: 'urn:x:y', '@id': 'urn:x:y' }).odd).toBe('@id');
    expect(lookThrough({ '@context': V2, issuer: { type: 'Profile', '@type': [] } }).odd).toBe('@type');
  });
});
