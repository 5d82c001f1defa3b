import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePageMessage } from '../../../utils/messages/page-message.ts';
import { MAX_BADGES_PER_MESSAGE, type PageMessage, type RequestMessage } from '../../../utils/messages/protocol.ts';
import { parseRequest } from '../../../utils/messages/request.ts';

const badge = { key: 'credly:1', url: 'https://www.credly.com/badges/1' };

/** As a structured clone brings it: something, nothing, something. */
function holed<T>(item: T): T[] {
  const list = [item];
  list[2] = item;
  return list;
}

const pageMessages: PageMessage[] = [
  { type: 'hello', dark: true },
  { type: 'check', badges: [badge] },
  { type: 'check', badges: [badge, badge], person: 'Ada Example', again: true, byHand: false },
  { type: 'forget', keys: [] },
  { type: 'forget', keys: ['credly:1'] },
  { type: 'summary', count: 0, tone: null },
  { type: 'summary', count: 12, tone: 'caution' },
  { type: 'card' },
  { type: 'picture', key: 'credly:1' },
  { type: 'picture', key: 'credly:1', url: badge.url },
  { type: 'mode', checking: 'click' },
  { type: 'mode', marks: false },
];

const requests: RequestMessage[] = [
  { type: 'check-page', tabId: 4 },
  { type: 'check-source', url: badge.url },
  { type: 'check-source', text: '{"a":1}', again: true, holderName: 'Ada Example' },
  { type: 'picture', address: 'https://images.example/1.png' },
  { type: 'site-changed', host: 'www.example.org' },
  { type: 'clear-cache' },
  { type: 'cache-info' },
  { type: 'delete-everything' },
  { type: 'yours', keys: ['credly:1', 'badgr:2@api.badgr.io'] },
];

describe('messages of a content script', () => {
  it.each(pageMessages)('lets $type through as it is', (message) => {
    expect(parsePageMessage(message)).toEqual(message);
    expect(parsePageMessage({ ...message, extra: 'x', tabId: 1 })).toEqual(message);
  });

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['text', 'hello'],
    ['a list', [{ type: 'hello', dark: true }]],
    ['an unknown type', { type: 'verify', badges: [badge] }],
    ['a request of our own pages', { type: 'check-source', text: 'x' }],
    ['a type that is an inherited name', { type: 'constructor' }],
    ['hello without a flag', { type: 'hello', dark: 'yes' }],
    ['no badges', { type: 'check', badges: [] }],
    ['badges that are no list', { type: 'check', badges: { 0: badge, length: 1 } }],
    ['too many badges', { type: 'check', badges: Array(MAX_BADGES_PER_MESSAGE + 1).fill(badge) }],
    ['a badge without address', { type: 'check', badges: [badge, { key: 'x' }] }],
    ['a picture of an address that is none', { type: 'picture', key: 'credly:1', url: 7 }],
    ['a hole among the badges', { type: 'check', badges: holed(badge) }],
    ['an address that is too long', { type: 'check', badges: [{ ...badge, url: `https://${'a'.repeat(2048)}` }] }],
    ['a key that is too long', { type: 'check', badges: [{ ...badge, key: 'x'.repeat(4000) }] }],
    ['a person that is no text', { type: 'check', badges: [badge], person: { toString: 'x' } }],
    ['a person that is too long', { type: 'check', badges: [badge], person: 'x'.repeat(201) }],
    ['an empty person', { type: 'check', badges: [badge], person: '' }],
    ['a flag that is no flag', { type: 'check', badges: [badge], again: 1 }],
    ['a negative count', { type: 'summary', count: -1, tone: null }],
    ['a count that is no number', { type: 'summary', count: '12', tone: null }],
    ['an endless count', { type: 'summary', count: Number.POSITIVE_INFINITY, tone: null }],
    ['an unknown tone', { type: 'summary', count: 1, tone: 'green' }],
    ['a tone left out', { type: 'summary', count: 1 }],
    ['keys with a hole', { type: 'forget', keys: holed('credly:1') }],
    ['an unknown mode', { type: 'mode', checking: 'never' }],
    ['switching a site off, which is for our own pages', { type: 'mode', marks: 'off' }],
  ])('refuses %s', (_name, message) => {
    expect(parsePageMessage(message)).toBeNull();
  });

  it('leaves members of a prototype and members it does not know behind', () => {
    const message = JSON.parse(
      '{"type":"check","badges":[{"key":"k","url":"u","__proto__":{"again":true}}],"__proto__":{"byHand":true}}',
    );
    const parsed = parsePageMessage(message);
    expect(JSON.stringify(parsed)).toBe('{"type":"check","badges":[{"key":"k","url":"u"}]}');
    expect(Object.getPrototypeOf(parsed)).toBe(Object.prototype);
    expect(parsed && 'byHand' in parsed).toBe(false);
    const mode = parsePageMessage({ type: 'mode', off: true, marks: true });
    expect(mode).toEqual({ type: 'mode', marks: true });
  });
});

describe('requests of our own pages', () => {
  it.each(requests)('lets $type through as it is', (message) => {
    expect(parseRequest(message)).toEqual(message);
  });

  it.each<[string, unknown]>([
    ['both url and text', { type: 'check-source', url: badge.url, text: 'x' }],
    ['neither', { type: 'check-source' }],
    ['empty text', { type: 'check-source', text: '' }],
    ['an address that is too long', { type: 'check-source', url: `https://${'a'.repeat(2048)}` }],
    ['text that is too long', { type: 'check-source', text: 'x'.repeat(4_194_305) }],
    ['a tab that is none', { type: 'check-page', tabId: -1 }],
    ['a tab that is text', { type: 'check-page', tabId: '3' }],
    ['a message of a content script', { type: 'check', badges: [badge] }],
    ['an inherited name', { type: 'toString' }],
    ['keys that are no list', { type: 'yours', keys: 'credly:1' }],
    ['keys with a hole', { type: 'yours', keys: holed('credly:1') }],
    ['too many keys', { type: 'yours', keys: Array(MAX_BADGES_PER_MESSAGE + 1).fill('credly:1') }],
  ])('refuses %s', (_name, message) => {
    expect(parseRequest(message)).toBeNull();
  });
});

describe('malformed messages', () => {
  const types = fc.constantFrom(
    ...pageMessages.map(({ type }) => type),
    ...requests.map(({ type }) => type),
    '__proto__',
  );
  const members = fc.dictionary(
    fc.constantFrom(
      'badges',
      'person',
      'again',
      'byHand',
      'keys',
      'key',
      'count',
      'tone',
      'dark',
      'marks',
      'url',
      'text',
      'tabId',
      'address',
      'host',
      '__proto__',
    ),
    fc.anything({ withSparseArray: true, withNullPrototype: true, maxDepth: 3 }),
  );

  it('never throw, and what passes is within every limit', () => {
    fc.assert(
      fc.property(types, members, (type, rest) => {
        const message = { ...rest, type };
        const page = parsePageMessage(message);
        if (page?.type === 'check') {
          expect(page.badges.length).toBeLessThanOrEqual(MAX_BADGES_PER_MESSAGE);
          for (const { key, url } of page.badges) expect([typeof key, typeof url]).toEqual(['string', 'string']);
        }
        if (page) expect(structuredClone(page)).toEqual(page);
        const request = parseRequest(message);
        if (request) expect(structuredClone(request)).toEqual(request);
      }),
      { numRuns: 2000 },
    );
  });

  it('of any kind whatever are refused or rebuilt', () => {
    fc.assert(
      fc.property(fc.anything({ withSparseArray: true, withMap: true, withSet: true, withBigInt: true }), (message) => {
        expect(() => parsePageMessage(message)).not.toThrow();
        expect(() => parseRequest(message)).not.toThrow();
      }),
    );
  });
});
