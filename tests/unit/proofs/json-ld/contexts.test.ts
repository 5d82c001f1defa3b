import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { BASE_CONTEXTS, BUNDLED_CONTEXTS, contextAt } from '../../../../utils/proofs/json-ld/contexts.ts';
import { vectorFile, vectorsOf } from '../../../conformance/vector-world.ts';

const bundled = [...BUNDLED_CONTEXTS];

/** Other people's copies, taken from the standards' own repositories; none where the vectors are absent. */
function copies(): [string, unknown][] {
  if (vectorsOf('ob3-di').length === 0) return [];
  const map = JSON.parse(vectorFile('contexts/MAP.json').toString()) as Record<string, { file: string }>;
  return Object.entries(map).map(([address, { file }]) => [address, JSON.parse(vectorFile(file).toString())]);
}

/** The copy of Multikey (spruceid/ssi) lacks `expires`. No other differs. */
const DIFFERING = ['https://w3id.org/security/multikey/v1'];

describe('the bundled contexts', () => {
  it('are these', () => {
    expect(bundled.map(([address]) => address).sort()).toEqual([
      'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json',
      'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json',
      'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
      'https://purl.imsglobal.org/spec/ob/v3p0/context.json',
      'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json',
      'https://w3id.org/security/data-integrity/v1',
      'https://w3id.org/security/data-integrity/v2',
      'https://w3id.org/security/multikey/v1',
      'https://w3id.org/security/suites/ed25519-2020/v1',
      'https://www.w3.org/2018/credentials/v1',
      'https://www.w3.org/ns/credentials/status/v1',
      'https://www.w3.org/ns/credentials/v2',
      'https://www.w3.org/ns/did/v1',
    ]);
  });

  it('are the same as other people’s copies', () => {
    const known = copies().filter(([address]) => BUNDLED_CONTEXTS.has(address));
    expect([0, 13]).toContain(known.length);
    for (const [address, copy] of known) {
      const own = JSON.parse(JSON.stringify(BUNDLED_CONTEXTS.get(address)));
      if (DIFFERING.includes(address)) expect(own, address).not.toEqual(copy);
      else expect(own, address).toEqual(copy);
    }
  });

  it('have for the data model 2.0 the very bytes that its standard names', () => {
    // Verifiable Credentials Data Model 2.0, "Base Context": SHA-256 of the file. The package keeps it, byte for byte, between two marks.
    const file = fileURLToPath(import.meta.resolve('@digitalbazaar/credentials-context')).replace(
      /index\.js$/,
      'v2.js',
    );
    const source = readFileSync(file, 'utf8');
    const text = source.slice(source.indexOf('context-begin */') + 16, source.indexOf('/* context-end')).trim();
    expect(createHash('sha256').update(text).digest('hex')).toBe(
      '59955ced6697d61e03f2b2556febe5308ab16842846f5b586d7f1f7adec92734',
    );
    expect(BUNDLED_CONTEXTS.get('https://www.w3.org/ns/credentials/v2')).toEqual(JSON.parse(text));
  });

  it('hide no word behind another: none of what decides has two words, or a word with two meanings', () => {
    const meanings = new Map<string, Set<string>>();
    const words = new Map<string, Set<string>>();
    const put = (map: Map<string, Set<string>>, key: string, value: string) =>
      map.set(key, (map.get(key) ?? new Set()).add(value));
    const visit = (context: unknown): void => {
      if (typeof context !== 'object' || context === null) return;
      for (const [word, definition] of Object.entries(context)) {
        if (word.startsWith('@')) continue;
        const id = typeof definition === 'string' ? definition : (definition as { '@id'?: string })['@id'];
        const meaning = String(id).replace(/^cred:/, 'https://www.w3.org/2018/credentials#');
        put(meanings, word, meaning);
        put(words, meaning, word);
        if (typeof definition === 'object') visit((definition as Record<string, unknown>)['@context']);
      }
    };
    for (const [, document] of bundled) visit((document as Record<string, unknown>)['@context']);
    const deciding = ['issuer', 'credentialSubject', 'credentialStatus', 'validFrom', 'validUntil', 'issuanceDate'];
    for (const word of [...deciding, 'expirationDate', 'name', 'description']) {
      expect([...(meanings.get(word) ?? [])], word).toHaveLength(1);
      for (const meaning of meanings.get(word) ?? []) expect([...(words.get(meaning) ?? [])]).toEqual([word]);
    }
    expect([...(words.get('@id') ?? [])]).toEqual(['id']);
    expect([...(words.get('@type') ?? [])]).toEqual(['type']);
    for (const keyword of ['@graph', '@included', '@nest', '@reverse', '@value', '@list', '@set']) {
      expect(words.has(keyword), keyword).toBe(false);
    }
  });

  it('import and refer to nothing', () => {
    for (const [address, document] of bundled) {
      expect(JSON.stringify(document), address).not.toMatch(/"@import"|"@reverse"|"@context":"/);
    }
  });

  it('begin with a base context that is among them', () => {
    for (const address of BASE_CONTEXTS) expect(BUNDLED_CONTEXTS.has(address)).toBe(true);
  });
});

describe('contextAt', () => {
  const [address = ''] = BASE_CONTEXTS;

  it('prefers what is bundled, then what is pinned', () => {
    const pinned = { '@context': {} };
    expect(contextAt(address, { [address]: pinned })).toBe(BUNDLED_CONTEXTS.get(address));
    expect(contextAt('https://words.example/v1', { 'https://words.example/v1': pinned })).toBe(pinned);
  });

  it('takes an address as it is written, and nothing inherited', () => {
    for (const other of [`${address}/`, `${address}#`, address.replace('https', 'http'), 'toString', '__proto__']) {
      expect(contextAt(other, {})).toBeUndefined();
    }
  });
});
