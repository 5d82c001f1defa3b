import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linkAddress, parseWebAddress, pictureAddress, sameAddress, sameParty } from '../../../utils/badge/address.ts';
import { addressHoldsEmail, hideEmails, withoutEmails } from '../../../utils/badge/emails.ts';
import { endsBeforeItBegins, hasPassed, liesAhead, readInstant } from '../../../utils/badge/instant.ts';
import { decodeEntities, textFromHtml } from '../../../utils/badge/markup.ts';
import { cleanText } from '../../../utils/badge/text.ts';

describe('cleanText', () => {
  it('takes out what turns, hides or breaks words', () => {
    expect(cleanText('  a\u202Eb\u2066c\u200Fd\u0000e\u00ADf\uFEFF ', 50)).toBe('abcdef');
    expect(cleanText('a\t\n b', 50)).toBe('a b');
    expect(cleanText('a \r\n\r\n\r\n\r\n b\u2028c', 50, true)).toBe('a\n\nb\nc');
    expect(cleanText('\u{E0041}\u{E0042}x', 50)).toBe('x');
    expect(cleanText('\u200B \u202E', 50)).toBeUndefined();
    expect(cleanText(5, 50)).toBeUndefined();
  });

  it('leaves writing systems whole', () => {
    for (const text of ['می‌خواهم', 'क्‍ष', '👩‍🚀 Ilse', '王小明', 'שלום', 'مرحبا', 'e\u0301'])
      expect(cleanText(text, 50)).toBe(text);
    expect(cleanText('a\u200Db\u200D\u200D', 50)).toBe('a\u200Db');
    expect(cleanText('\u200Dab\u200D c', 50)).toBe('ab c');
  });

  it('cuts at characters, never through one', () => {
    expect(cleanText('👩'.repeat(10), 4)).toBe('👩👩👩…');
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.integer({ min: 1, max: 50 }), (text, cap) => {
        const clean = cleanText(text, cap) ?? '';
        expect([...clean].length).toBeLessThanOrEqual(cap);
        expect(clean.isWellFormed()).toBe(true);
        expect(clean).not.toMatch(/[\u202A-\u202E\u2066-\u2069\u200E\u200F]/);
      }),
    );
  });
});

describe('textFromHtml', () => {
  it('keeps words and breaks, drops everything that acts', () => {
    expect(textFromHtml('<p>One</p><p>Two<br/>Three</p>', 99)).toBe('One\n\nTwo\nThree');
    expect(textFromHtml('a<script>alert(1)</script>b<style>x</style><svg onload=1>y</svg>c', 99)).toBe('abc');
    expect(textFromHtml('a<scr<script>x</script>ipt>b', 99)).not.toContain('<');
    expect(textFromHtml('<!-- a -->b<img src=x onerror="alert(1)', 99)).toBe('b');
    expect(textFromHtml('1 < 2 and 3 > 2', 99)).toBe('1 < 2 and 3 > 2');
    expect(textFromHtml('AT&amp;T &lt;b&gt; &#x41;&#66; &unknown; &#0;&#xD800;', 99)).toBe('AT&T <b> AB &unknown;');
    expect(decodeEntities('&amp;lt;')).toBe('&lt;');
    expect(textFromHtml(null, 99)).toBeUndefined();
  });

  it('comes to an end on hostile text', () => {
    for (const part of ['<', '<!--', '<script', '&#', '<a ', '</', '<script><', '&amp', '<!-'])
      expect(textFromHtml(part.repeat(60_000), 5_000)?.length ?? 0).toBeLessThanOrEqual(5_000);
  });
});

describe('addresses', () => {
  it('only plain web addresses count', () => {
    for (const bad of [
      'javascript:alert(1)',
      'data:text/html,x',
      'ftp://a.example',
      '//a.example',
      '/a',
      'https://u:p@a.example/',
      'https://',
      'mailto:a@b.example',
      5,
      null,
      `https://a.example/${'x'.repeat(3_000)}`,
    ]) {
      expect(parseWebAddress(bad)).toBeNull();
      expect(linkAddress(bad)).toBeUndefined();
    }
    expect(linkAddress('http://a.example/x#y')).toBe('https://a.example/x#y');
    expect(linkAddress('/x', 'https://a.example/y')).toBe('https://a.example/x');
    expect(linkAddress('https://a.example/x?identity__email=a%40b.example&z=1')).toBe('https://a.example/x?z=1');
    expect(linkAddress('https://a.example/x?z=a%2540b')).toBe('https://a.example/x');
    expect(linkAddress('https://a.example/users/ilse@post.example')).toBeUndefined();
    expect(linkAddress('https://a.example/@ilse')).toBe('https://a.example/@ilse');
    expect(linkAddress('https://a.example/x#a@b.example')).toBe('https://a.example/x');
    expect(linkAddress('https://a.example/x?z=1#a%2540b.example')).toBe('https://a.example/x?z=1');
    expect(linkAddress('https://a.example/users/ilse%40post%2Eexample')).toBeUndefined();
    expect(linkAddress('https://a.example/users/%E2%82%AC%25%4')).toBe('https://a.example/users/%E2%82%AC%25%4');
    expect(linkAddress(`https://a.example/${encodeURIComponent('илзе@почта.рф')}`)).toBeUndefined();
  });

  it('pictures may stand in a data address of an image type', () => {
    expect(pictureAddress('data:image/svg+xml;utf8,%3Csvg/%3E')).toMatch(/^data:/);
    for (const bad of [
      'data:text/html,x',
      'data:image/png',
      'data:image/png;base64,<x>',
      'data:image/html,x',
      `data:image/png;base64,${'A'.repeat(300_000)}`,
    ]) {
      expect(pictureAddress(bad)).toBeUndefined();
    }
  });

  it('are the same whatever the scheme and fragment, and no more', () => {
    expect(sameAddress('http://A.example/x#1', 'https://a.example/x')).toBe(true);
    expect(sameAddress('https://a.example/x', 'https://a.example/x/')).toBe(false);
    expect(sameAddress('https://a.example/x?1', 'https://a.example/x')).toBe(false);
    expect(sameAddress('https://a.example/x?1', 'https://a.example/x', true)).toBe(true);
    expect(sameAddress('https://a.example/X', 'https://a.example/x')).toBe(false);
    expect(sameAddress('urn:x', 'urn:x')).toBe(false);
    expect(sameParty('a.example', 'www.a.example')).toBe(true);
    expect(sameParty('a.example', 'b.a.example')).toBe(false);
  });
});

describe('readInstant', () => {
  const forms: [unknown, string][] = [
    ['2016-12-31T23:59:59Z', '2016-12-31T23:59:59.000Z'],
    ['2013-02-18T18:10+0500', '2013-02-18T13:10:00.000Z'],
    ['2013-02-18T18:10:09.5-03:30', '2013-02-18T21:40:09.500Z'],
    ['2026-06-23T13:45:51.5960491+00:00', '2026-06-23T13:45:51.596Z'],
    ['2015-04-30', '2015-04-30T00:00:00.000Z'],
    ['2015-04-30 10:11:12', '2015-04-30T10:11:12.000Z'],
    ['2015-04-30T10:11:12 UTC', '2015-04-30T10:11:12.000Z'],
    ['2016-02-29', '2016-02-29T00:00:00.000Z'],
    ['2016-12-31T23:59:60Z', '2016-12-31T23:59:59.000Z'],
    ['2016-12-31T24:00:00Z', '2017-01-01T00:00:00.000Z'],
    ['2016-12-31T10:00:00+08', '2016-12-31T02:00:00.000Z'],
    [1_393_632_000, '2014-03-01T00:00:00.000Z'],
    ['1393632000', '2014-03-01T00:00:00.000Z'],
    [1_393_632_000_000, '2014-03-01T00:00:00.000Z'],
  ];
  for (const [value, iso] of forms) {
    it(`${value}`, () => expect(readInstant(value)?.iso).toBe(iso));
  }

  it('refuses what is not sure', () => {
    for (const value of [
      '2015-02-29',
      '2015-13-01',
      '2015-00-10',
      '2015-01-32',
      '2015-01-01T25:00Z',
      '2015-01-01T10:60Z',
      '24:00',
      '2015',
      '01/02/2015',
      'May 5, 2015',
      '',
      '0000-01-01',
      '2015-01-01T24:01Z',
      '2015-01-01T10:00+15:00',
      -1,
      0,
      5,
      Number.NaN,
      Number.POSITIVE_INFINITY,
      1e300,
      true,
      null,
      {},
      [],
    ]) {
      expect(readInstant(value), String(value)).toBeNull();
    }
  });

  it('reads back every date that JavaScript writes', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1970-01-03'), max: new Date('9999-12-30'), noInvalidDate: true }),
        (date) => {
          expect(readInstant(date.toISOString())?.ms).toBe(date.getTime());
        },
      ),
    );
  });

  it('judges with five minutes of grace, and with the zone that is not there', () => {
    const now = new Date('2026-11-23T12:00:00Z');
    const at = (text: string) => {
      const instant = readInstant(text);
      if (!instant) throw new Error(text);
      return instant;
    };
    expect(hasPassed(at('2026-11-23T11:55:00Z'), now)).toBe(true);
    expect(hasPassed(at('2026-11-23T11:55:01Z'), now)).toBe(false);
    expect(hasPassed(at('2026-11-23'), now)).toBe(true);
    expect(liesAhead(at('2026-11-23T12:05:00Z'), now)).toBe(false);
    expect(liesAhead(at('2026-11-23T12:05:01Z'), now)).toBe(true);
    expect(liesAhead(at('2026-11-24'), now)).toBe(false);
    expect(liesAhead(at('2026-11-25'), now)).toBe(true);
    expect(endsBeforeItBegins(at('2026-01-02T10:00:00Z'), at('2026-01-02'))).toBe(false);
    expect(endsBeforeItBegins(at('2026-01-02T10:00:00Z'), at('2026-01-01'))).toBe(true);
    expect(endsBeforeItBegins(at('2026-01-02T10:00:00Z'), at('2026-01-02T09:59:59Z'))).toBe(true);
  });
});

describe('e-mail addresses', () => {
  it.each([
    'ilse@post.example',
    'ilse%40post.example',
    'ilse%40post%2Eexample',
    'ilse%2540post%252eexample',
    'илзе@почта.рф',
    encodeURIComponent('илзе@почта.рф'),
    'ilse＠post.example',
  ])('are known in a text: %s', (email) => {
    expect(hideEmails(`(${email})`)).toBe('([e-mail])');
    expect(addressHoldsEmail(`https://a.example/${email}`)).toBe(true);
  });

  it('are taken out of any JSON', () => {
    const value = {
      a: ['x Ilse.Marwick@post.example y'],
      'a@b.example': { email: 'h**@p***.example', keep: 1 },
      url: 'https://a.example/?e=a%40b.example',
    };
    expect(withoutEmails(value, new Set(['email']))).toEqual({
      a: ['x [e-mail] y'],
      '[e-mail]': { keep: 1 },
      url: 'https://a.example/?e=[e-mail]',
    });
    expect(hideEmails('sha256$00')).toBe('sha256$00');
    expect(hideEmails('ü.ñ@пример.example')).toBe('[e-mail]');
    const polluted = withoutEmails(JSON.parse('{"__proto__":{"x":1}}')) as object;
    expect(Object.getPrototypeOf(polluted)).toBe(Object.prototype);
  });
});
