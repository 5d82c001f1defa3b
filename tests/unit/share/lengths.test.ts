import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SHARE_TARGETS, shareTarget } from '../../../utils/share/targets/index.ts';
import { weightOf } from '../../../utils/share/targets/x-weight.ts';
import { BADGE, hostileText, SHORT_URL } from './badges.ts';

const target = (id: string) => shareTarget(id) ?? expect.fail(id);
const used = (id: string, text: string, url = SHORT_URL) => target(id).measure(text, url).used;
const FAMILY = '👨‍👩‍👧‍👦';

describe('X: weights', () => {
  it.each([
    ['', 0],
    ['Hello', 5],
    ['héllo', 5],
    ['he\u0301llo', 5], // decomposed: NFC first
    ['徽章', 4],
    ['한글', 4],
    ['バッジ', 6],
    ['مرحبا', 5],
    ['ไทย', 3],
    ['“a” – b’s', 9], // typographic quotes and dashes are in the light ranges
    ['…', 2], // U+2026 is not
    ['®', 1],
    ['®\ufe0f', 2],
    ['™', 2],
    ['👍', 2],
    ['👍🏽', 2],
    [FAMILY, 2],
    ['🇹🇼', 2],
    ['1️⃣', 2],
    ['123#*', 5],
    ['❤️‍🔥', 2],
    ['👍\u0301', 3], // an accent on an emoji is no part of it
    ['😀\u200d😀', 5], // joined, but no sequence that means anything: 2 + 1 + 2
    ['𠮷', 2],
    ['https://a.example', 23],
    [`https://www.credly.com/badges/${'a'.repeat(200)}`, 23],
    ['see https://a.example/b, then', 33], // 4 + 23 + "," + " then"
    ['(https://a.example/b)', 25],
    ['https://a.example/b章', 25], // the address ends before it
    ['ASP.NET', 23], // linked without a scheme
    ['Node.js', 7], // not a top-level name
    ['example.com/x', 23],
    ['v1.25', 5],
    ['mira@mail.example.com', 21], // no address: an @ before it
    ['e.g. this', 9],
  ])('%j weighs %i', (text, weight) => {
    expect(weightOf(text)).toBe(weight);
  });

  it('the address costs a space and 23 behind a text, 23 alone, and nothing more where the text has it', () => {
    const long = `https://badges.example/${'a'.repeat(400)}`;
    expect(used('x', 'Hello', long)).toBe(29);
    expect(used('x', '', long)).toBe(23);
    expect(used('x', `Hello ${long}`, long)).toBe(29);
  });
});

describe('the others', () => {
  it('Bluesky: user-perceived characters, the address in full', () => {
    expect(SHORT_URL).toHaveLength(24);
    expect(used('bluesky', 'Hello')).toBe(5 + 1 + 24);
    expect(used('bluesky', `${FAMILY}🇹🇼e\u0301徽章`)).toBe(5 + 1 + 24);
    expect(used('bluesky', '')).toBe(24);
    // 130 families are 130 characters, but 130 × 25 bytes + 25 = 3,275, and 3,000 is the most.
    expect(used('bluesky', FAMILY.repeat(130))).toBe(328);
    expect(used('bluesky', FAMILY.repeat(100))).toBe(125);
  });

  it('Mastodon: every address counts 23, of a handle the server does not count', () => {
    const long = `https://badges.example/${'a'.repeat(400)}`;
    expect(used('mastodon', 'Hello', long)).toBe(5 + 1 + 23);
    expect(used('mastodon', `Hello @mira@social.example ${FAMILY}`, long)).toBe(13 + 1 + 23);
    expect(used('mastodon', 'See http://a.example.', long)).toBe(4 + 23 + 1 + 1 + 23);
    expect(used('mastodon', 'mail mira@mail.example', long)).toBe(22 + 1 + 23);
  });

  it('Threads: emoji count their bytes', () => {
    expect(used('threads', '徽章')).toBe(2 + 1 + 24);
    expect(used('threads', `a${FAMILY}`)).toBe(1 + 25 + 1 + 24);
  });

  it('characters as web forms count them', () => {
    expect(used('linkedin-post', 'Hi 👍')).toBe(5 + 1 + 24);
    expect(used('facebook', 'Hi')).toBe(2 + 1 + 24);
    expect(used('reddit', 'Hi 👍')).toBe(5);
    expect(used('system', 'Hi')).toBe(2);
  });

  it('the finished address, where that is what is limited', () => {
    for (const id of ['email', 'whatsapp', 'telegram']) {
      fc.assert(
        fc.property(hostileText, (text) => {
          const address = target(id).address({ badge: BADGE, text }) ?? '';
          expect(target(id).measure(text, BADGE.url, BADGE.name).used).toBe(address.length);
        }),
      );
    }
  });

  it('limits as published', () => {
    expect(Object.fromEntries(SHARE_TARGETS.map(({ id, limit }) => [id, limit]))).toMatchObject({
      x: 280,
      bluesky: 300,
      mastodon: 500,
      threads: 500,
      email: 2000,
      reddit: 300,
      'linkedin-post': 3000,
    });
  });
});

describe('cutting', () => {
  const limited = SHARE_TARGETS.filter((one) => one.limit !== undefined);
  const long = fc
    .tuple(hostileText, fc.integer({ min: 1, max: 120 }))
    .map(([text, times]) => `${text} word `.repeat(times));
  /** Where a user-perceived character of the text ends, by the run-time's own rules. */
  const ends = (text: string) => new Set([...new Intl.Segmenter('en').segment(text)].map(({ index }) => index));

  it.each(limited.map(({ id }) => id))('%s: the result fits, is the beginning, and is whole where it was', (id) => {
    const { shorten: cutting, measure, limit = 0 } = target(id);
    const length = (text: string) => measure(text, BADGE.url, BADGE.name).used;
    fc.assert(
      fc.property(long, (text) => {
        const cut = cutting(text, BADGE.url, BADGE.name);
        expect(length(cut)).toBeLessThanOrEqual(limit);
        if (length(text) <= limit) {
          expect(cut).toBe(text);
        } else if (cut !== '') {
          const kept = cut.slice(0, -1);
          expect(cut).toBe(`${kept}…`);
          expect(text.startsWith(kept)).toBe(true);
          expect(ends(text).has(kept.length) || text.startsWith('http', kept.length)).toBe(true);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('cuts as late as possible', () => {
    expect(target('x').shorten('a'.repeat(300), SHORT_URL)).toBe(`${'a'.repeat(254)}…`); // 254 + 2 + 1 + 23 = 280
    expect(target('x').shorten('徽'.repeat(300), SHORT_URL)).toBe(`${'徽'.repeat(127)}…`); // 254 + 2 + 1 + 23
    expect(target('bluesky').shorten('a'.repeat(400), SHORT_URL)).toBe(`${'a'.repeat(274)}…`); // 275 + 1 + 24
    expect(target('reddit').shorten('a'.repeat(400), SHORT_URL)).toBe(`${'a'.repeat(299)}…`);
  });

  it('never divides a family, a flag, an accent or a surrogate pair', () => {
    for (const piece of [FAMILY, '🇹🇼', 'e\u0301', '𠮷', '👍🏽']) {
      for (const { id, shorten: cutting } of limited) {
        const cut = cutting(piece.repeat(40_000), SHORT_URL);
        expect([id, cut.replaceAll(piece, '')]).toEqual([id, '…']);
        expect(cut.length).toBeGreaterThan(1);
      }
    }
  });

  it('never cuts an address, and does not lose the badge’s', () => {
    const own = `https://badges.example/${'b'.repeat(60)}`;
    for (const { id, shorten: cutting, measure, limit = 0, address } of limited) {
      if (id === 'reddit') continue;
      for (let before = 0; before < limit + 40; before += 23) {
        const text = `${'a '.repeat(before / 2)}${own} and https://other.example/${'c'.repeat(50)} ${'d'.repeat(9000)}`;
        const cut = cutting(text, own);
        expect(measure(cut, own).used).toBeLessThanOrEqual(limit);
        for (const found of cut.match(/https?:\/\/[^\s…]+/g) ?? []) expect(text).toContain(`${found} `);
        const sent = decodeURIComponent(
          address({ badge: { ...BADGE, url: own }, text: cut, server: 'social.example' }) ?? '',
        );
        expect(sent.split(own)).toHaveLength(id === 'telegram' && cut.includes(own) ? 3 : 2);
        if (limit > 5000) before += 400;
      }
    }
  });

  it('an address longer than anything that is looked at goes whole, and what follows one in Chinese can be cut', () => {
    expect(target('x').shorten(`https://a.example/${'a'.repeat(20_000)}`, SHORT_URL)).toBe('');
    expect(target('x').shorten(`https://a.example/b。${'徽'.repeat(200)}`, SHORT_URL)).toBe(
      `https://a.example/b。${'徽'.repeat(114)}…`, // 23 + 2 + 228 + 2 + 1 + 23 = 279
    );
  });

  it('a single character too long to fit leaves the address alone', () => {
    const zalgo = `a${'\u0301'.repeat(5000)}`;
    expect(target('bluesky').shorten(zalgo, SHORT_URL)).toBe('');
    expect(target('x').shorten(`https://a.example/${'a'.repeat(50)}`, SHORT_URL)).toBe(
      `https://a.example/${'a'.repeat(50)}`,
    );
  });
});
