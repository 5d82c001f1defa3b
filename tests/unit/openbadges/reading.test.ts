import { describe, expect, it } from 'vitest';
import { foldHan } from '../../../utils/badge/name-words.ts';
import { hasType, wording } from '../../../utils/json/members.ts';
import { detect, detectCompact, revocationOf } from '../../../utils/openbadges/detect.ts';
import { recipientOf } from '../../../utils/openbadges/fields.ts';
import { isPicture } from '../../../utils/openbadges/picture.ts';
import { differs } from '../../../utils/openbadges/presented.ts';
import { scopeOf } from '../../../utils/openbadges/scope.ts';

const V2 = 'https://w3id.org/openbadges/v2';

describe('detect', () => {
  const hosted: [string, unknown][] = [
    ['0.5', { recipient: 'a@b.example', badge: { issuer: { origin: 'https://a.example' } } }],
    [
      '1.0',
      { uid: '1', recipient: {}, badge: 'https://a.example', verify: { type: 'hosted', url: 'https://a.example' } },
    ],
    ['1.0', { uid: '1', recipient: 'text', badge: 'https://a.example', verify: {} }],
    ['1.1', { '@context': 'https://w3id.org/openbadges/v1', type: 'Assertion', verify: { type: 'hosted' } }],
    ['2.0', { '@context': V2, type: 'Assertion' }],
    ['2.0', { '@context': [V2, { x: 'y' }], type: ['Assertion', 'extensions:X'] }],
    [
      '2.0',
      { '@context': { obi: 'https://w3id.org/openbadges#' }, type: 'Assertion', verification: { type: 'hosted' } },
    ],
    ['2.0', { '@context': `${V2}`, id: 'https://a.example', revoked: true }],
    ['2.0', { '@context': V2, '@type': 'obi:Assertion', verify: { type: ['HostedBadge'] } }],
  ];
  for (const [form, value] of hosted)
    it(`${form}: ${JSON.stringify(value)}`, () => expect(detect(value)).toEqual({ kind: 'hosted', form }));

  const signed: [string, unknown][] = [
    ['ob2-signed', { '@context': V2, type: 'Assertion', verification: { type: 'SignedBadge' } }],
    ['ob2-signed', { uid: '1', badge: 'x', verify: { type: 'signed' } }],
    [
      'ob3',
      {
        '@context': ['https://www.w3.org/2018/credentials/v1'],
        type: ['VerifiableCredential', 'AchievementCredential'],
      },
    ],
    ['clr2', { type: ['VerifiableCredential', 'ClrCredential'] }],
    ['vc', { '@context': 'https://www.w3.org/ns/credentials/v2', type: 'Something' }],
  ];
  for (const [form, value] of signed)
    it(`${form}: ${JSON.stringify(value)}`, () => expect(detect(value)).toEqual({ kind: 'signed', form }));

  it('parts are nobody’s badge, and the rest is none', () => {
    for (const type of ['BadgeClass', 'Profile', 'Issuer', 'Endorsement', 'CryptographicKey']) {
      expect(detect({ '@context': V2, type })).toEqual({ kind: 'part' });
      expect(detect({ type })).toEqual({ kind: 'part' });
    }
    for (const value of [
      null,
      5,
      'x',
      [],
      {},
      { badge: {} },
      { recipient: 'x' },
      { '@context': V2 },
      { '@context': 5, type: 5 },
    ]) {
      expect(detect(value), JSON.stringify(value)).toEqual({ kind: 'none' });
    }
  });

  it('tells a compact signature from words with dots', () => {
    expect(detectCompact(' eyJhbGciOiJSUzI1NiJ9.eyJ9.c2ln ')).toBe('jws');
    expect(detectCompact('eyJhbGciOiJub25lIn0.eyJ9.')).toBe('jws');
    expect(detectCompact('eyJhbGciOiJSUzI1NiJ9.eyJ9.c2ln~WyJ~')).toBe('sd-jwt');
    for (const words of ['www.tidewater.example', 'a.b.c', 'eyJ.x', '', 'e.e.e', 'eyJhbGciOiJSUzI1NiJ9.e yJ9.c2ln'])
      expect(detectCompact(words)).toBeNull();
  });

  it('reads the sign of withdrawal', () => {
    for (const revoked of [true, 'true', 'True', 1]) expect(revocationOf({ revoked })).toBe('yes');
    for (const revoked of [false, null, 'false', undefined]) expect(revocationOf({ revoked })).toBe('no');
    for (const revoked of ['yes', {}, [], 0, '2026-01-01', [true]]) expect(revocationOf({ revoked })).toBe('unclear');
  });
});

describe('reading', () => {
  it('picks a language', () => {
    expect(wording({ fr: 'un', en: 'one' })).toBe('one');
    expect(wording([{ '@value': 'un', '@language': 'fr' }, 'eins'])).toBe('un');
    expect(wording({ 'en-GB': ' one ' })).toBe('one');
    for (const value of [5, null, {}, [], '', ' ', { id: { en: { en: 'x' } } }, { __proto__: { en: 'x' } }])
      expect(wording(value)).toBeUndefined();
  });

  it('knows types by their last part', () => {
    expect(hasType({ type: ['x', 'https://w3id.org/openbadges#Assertion'] }, 'Assertion')).toBe(true);
    expect(hasType({ type: 'NotAssertion' }, 'Assertion')).toBe(false);
    expect(hasType({ type: { Assertion: true } }, 'Assertion')).toBe(false);
  });

  it('never takes a hash for clear text', () => {
    const hash = `sha256$${'0'.repeat(64)}`;
    expect(recipientOf({ identity: hash, type: 'email', hashed: false })).toMatchObject({ hashed: true });
    expect(recipientOf({ identityHash: hash, identityType: 'emailAddress', type: 'IdentityObject' })).toEqual({
      type: 'emailAddress',
      identity: hash,
      hashed: true,
    });
    for (const value of [null, 'x', {}, { identity: 5 }, { identity: '' }, { identity: 'x'.repeat(600) }])
      expect(recipientOf(value)).toBeNull();
  });

  it('tells pictures from text', () => {
    const encode = (text: string) => new TextEncoder().encode(text);
    for (const svg of [
      '<svg/>',
      '<?xml version="1.0"?><!--x--><svg xmlns="x">',
      '<!DOCTYPE svg [<!ENTITY a "b">]><svg >',
      '\uFEFF\n<o:svg xmlns:o="x">',
    ])
      expect(isPicture(encode(svg))).toBe(true);
    for (const other of ['<html><svg/></html>', '{"a":"<svg/>"}', '', '<svgx>', 'PNG'])
      expect(isPicture(encode(other))).toBe(false);
  });

  it('has every simplified character beside its traditional form', () => {
    for (const [simple, full] of [
      '陈陳',
      '刘劉',
      '黄黃',
      '吴吳',
      '国國',
      '伟偉',
      '丽麗',
      '颖穎',
      '龙龍',
      '发發',
      '台臺',
      '慧慧',
    ].map((pair) => [...pair])) {
      expect(foldHan(simple ?? '')).toBe(foldHan(full ?? '?'));
    }
  });
});

describe('differs', () => {
  const hosted = {
    id: 'https://a.example/1?v=2_0',
    badge: { id: 'https://a.example/b?v=2_0', name: 'N' },
    tags: ['x', { y: 1 }],
    extra: 1,
  };

  it('sees what is said, not how it is folded', () => {
    expect(differs({ id: 'http://a.example/1', badge: 'https://a.example/b', tags: ['x', { y: 1 }] }, hosted)).toBe(
      false,
    );
    expect(differs({ '@context': 'x', verify: {}, id: 'https://a.example/1' }, hosted)).toBe(false);
  });

  it('tells what was changed or added', () => {
    for (const change of [
      { id: 'https://a.example/2' },
      { badge: 'https://a.example/c' },
      { tags: ['x'] },
      { tags: ['x', { y: 2 }] },
      { expires: '2099-01-01' },
      { extra: '1' },
    ]) {
      expect(differs({ ...hosted, ...change }, hosted), JSON.stringify(change)).toBe(true);
    }
    expect(differs('x', hosted)).toBe(true);
  });
});

describe('scopeOf', () => {
  const owner = 'https://issuer.example/profile';
  const of = (id: string, verification?: unknown) =>
    scopeOf(id, verification === undefined ? {} : { verification }, owner);

  it('compares hosts with their ports, never the beginnings of texts', () => {
    expect(of('https://issuer.example/a')).toBe('in');
    expect(of('http://ISSUER.example/a')).toBe('in');
    for (const id of [
      'https://issuer.example.evil.example/a',
      'https://x.issuer.example/a',
      'https://issuer.example:444/a',
      'https://evil.example/?https://issuer.example/',
      'https://evil.example/issuer.example',
    ]) {
      expect(of(id), id).toBe('out');
      expect(of(id, { startsWith: id }), id).toBe('out');
    }
    expect(of('https://user@issuer.example/a')).toBe('unreadable');
    expect(of('urn:uuid:1')).toBe('unreadable');
    expect(scopeOf('https://issuer.example/a', {}, 'urn:uuid:1')).toBe('unreadable');
  });

  it('reads origins with or without scheme', () => {
    expect(of('https://other.example/a', { allowedOrigins: ['OTHER.example'] })).toBe('in');
    expect(of('https://other.example/a', { allowedOrigins: 'https://other.example/' })).toBe('in');
    expect(of('https://other.example/a', { allowedOrigins: ['', '*', 'example', '.example', 'https://'] })).toBe('out');
    expect(of('https://issuer.example/a', { allowedOrigins: [] })).toBe('in');
    expect(of('https://issuer.example/a', 'https://issuer.example/rules')).toBe('unreadable');
    expect(of('https://issuer.example/a', { startsWith: [] })).toBe('in');
    expect(of('https://issuer.example/a', { startsWith: '' })).toBe('out');
  });
});
