import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readJson } from '../../../utils/net/json.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('readJson', () => {
  it('reads what JSON.parse reads, from bytes and from text', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 6 }), (text) => {
        for (const source of [text, bytes(text)]) {
          const result = readJson(source);
          expect(result).toMatchObject({ ok: true });
          if (result.ok && !result.dropped) expect(result.value).toEqual(JSON.parse(text));
        }
      }),
    );
  });

  it('refuses whatever JSON.parse refuses, and never throws', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('{', '}', '[', ']', '"', ':', ',', '\\', 'u', '1', 'a', ' ') }),
        (text) => {
          let valid = true;
          try {
            JSON.parse(text);
          } catch {
            valid = false;
          }
          expect(readJson(text).ok).toBe(valid);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('tolerates a byte order mark, and only one', () => {
    expect(readJson(new Uint8Array([0xef, 0xbb, 0xbf, 0x7b, 0x7d]))).toMatchObject({ ok: true, value: {} });
    expect(readJson('\uFEFF{}')).toMatchObject({ ok: true });
    expect(readJson('\uFEFF\uFEFF{}')).toEqual({ ok: false, reason: 'not-json' });
  });

  it('refuses invalid UTF-8 instead of guessing', () => {
    expect(readJson(new Uint8Array([0x22, 0xff, 0x22]))).toEqual({ ok: false, reason: 'bad-text' });
    expect(readJson(new Uint8Array([0x22, 0xed, 0xa0, 0x80, 0x22]))).toEqual({ ok: false, reason: 'bad-text' });
    expect(readJson(new Uint8Array([0x22, 0xc0, 0xaf, 0x22]))).toEqual({ ok: false, reason: 'bad-text' });
  });

  it('caps size and depth', () => {
    expect(readJson(bytes(`"${'a'.repeat(1_048_576)}"`))).toEqual({ ok: false, reason: 'too-large' });
    expect(readJson('['.repeat(64) + ']'.repeat(64))).toMatchObject({ ok: true });
    expect(readJson('['.repeat(65) + ']'.repeat(65))).toEqual({ ok: false, reason: 'too-deep' });
    expect(readJson('[{"a":'.repeat(100_000))).toEqual({ ok: false, reason: 'too-deep' });
    expect(readJson(JSON.stringify({ brackets: '['.repeat(500), quote: '\\"{{{' }))).toMatchObject({ ok: true });
  });

  it.each([
    ['{"a":1,"a":2}', true],
    ['{"a":1,"\\u0061":2}', true],
    ['{"a" \n:1,"b":{"c":[{"d":1,"d" : 2}]}}', true],
    ['{"a":{"a":1},"b":{"a":1}}', false],
    ['[{"a":1},{"a":1}]', false],
    ['{"a":"a","b":"a"}', false],
    ['{"a":"\\",\\"a\\":"}', false],
    ['{"":1,"":2}', true],
  ])('finds a key that stands twice in %s: %s', (text, duplicateKeys) => {
    expect(readJson(text)).toMatchObject({ ok: true, duplicateKeys });
  });

  it('finds the end of a string behind any number of backslashes and quotation marks', () => {
    const text = fc.string({ unit: fc.constantFrom('\\', '"', 'a', '{', ',', ':'), maxLength: 12 });
    fc.assert(
      fc.property(text, text, (value, other) => {
        const member = `${JSON.stringify(value)}:${JSON.stringify(other)}`;
        expect(readJson(`{${member}}`)).toEqual({
          ok: true,
          value: { [value]: other },
          duplicateKeys: false,
          dropped: false,
        });
        expect(readJson(`{${member},${member}}`)).toMatchObject({ duplicateKeys: true });
      }),
    );
  });

  it('takes __proto__ out, however it is written and wherever it stands', () => {
    for (const text of [
      '{"__proto__":{"verified":true},"a":[{"__proto__":{"verified":true}}]}',
      '{"\\u005f_proto__":{"verified":true},"a":[{}]}',
    ]) {
      const result = readJson(text);
      expect(result).toMatchObject({ ok: true, dropped: true });
      if (!result.ok) continue;
      const copy = Object.assign({}, result.value) as { verified?: boolean; a: object[] };
      expect(copy.verified).toBeUndefined();
      expect((Object.assign({}, copy.a[0]) as { verified?: boolean }).verified).toBeUndefined();
      expect(JSON.stringify(result.value)).toBe('{"a":[{}]}');
    }
    expect(({} as { verified?: boolean }).verified).toBeUndefined();
  });

  it('reads a million bytes of keys in reasonable time', () => {
    const text = JSON.stringify(Object.fromEntries(Array.from({ length: 50_000 }, (_, i) => [`key-${i}`, i])));
    expect(readJson(text)).toMatchObject({ ok: true, duplicateKeys: false });
  });

  it('refuses a login page', () => {
    expect(readJson('<!doctype html><title>Sign in</title>')).toEqual({ ok: false, reason: 'not-json' });
    expect(readJson('')).toEqual({ ok: false, reason: 'not-json' });
  });
});
