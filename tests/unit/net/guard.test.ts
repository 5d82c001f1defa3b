import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkAddress } from '../../../utils/net/guard.ts';

const refused: [string, string][] = [
  ['http://badges.example.org/a', 'not-https'],
  ['ftp://badges.example.org/a', 'not-https'],
  ['file:///etc/passwd', 'not-https'],
  ['data:application/json,{}', 'not-https'],
  ['javascript:alert(1)', 'not-https'],
  ['blob:https://badges.example.org/1', 'not-https'],
  ['https://', 'unreadable'],
  ['badges.example.org/a', 'unreadable'],
  ['https://badges.example.org:8443/a', 'port'],
  ['https://badges.example.org:80/a', 'port'],
  ['https://someone@badges.example.org/a', 'user-info'],
  ['https://someone:secret@badges.example.org/a', 'user-info'],
  ['https://:secret@badges.example.org/a', 'user-info'],
  ['https://127.0.0.1/a', 'ip-address'],
  ['https://127.1/a', 'ip-address'],
  ['https://2130706433/a', 'ip-address'],
  ['https://0x7f000001/a', 'ip-address'],
  ['https://0x7f.0.0.1/a', 'ip-address'],
  ['https://0177.0.0.1/a', 'ip-address'],
  ['https://017700000001/a', 'ip-address'],
  ['https://127.0.0.1./a', 'ip-address'],
  ['https://0/a', 'ip-address'],
  ['https://10.0.0.8/a', 'ip-address'],
  ['https://172.16.3.4/a', 'ip-address'],
  ['https://192.168.1.1/a', 'ip-address'],
  ['https://169.254.169.254/latest/meta-data', 'ip-address'],
  ['https://100.64.0.1/a', 'ip-address'],
  ['https://8.8.8.8/a', 'ip-address'],
  ['https://１２７.０.０.１/a', 'ip-address'],
  ['https://127。0。0。1/a', 'ip-address'],
  ['https://%31%32%37.0.0.1/a', 'ip-address'],
  ['https://[::1]/a', 'ip-address'],
  ['https://[::]/a', 'ip-address'],
  ['https://[::ffff:127.0.0.1]/a', 'ip-address'],
  ['https://[::ffff:7f00:1]/a', 'ip-address'],
  ['https://[fd00::1]/a', 'ip-address'],
  ['https://[fe80::1]/a', 'ip-address'],
  ['https://[2001:db8::1]/a', 'ip-address'],
  ['https://localhost/a', 'not-public'],
  ['https://LOCALHOST/a', 'not-public'],
  ['https://localhost./a', 'bad-host'],
  ['https://ｌocalhost/a', 'not-public'],
  ['https://app.localhost/a', 'not-public'],
  ['https://app.localhost./a', 'bad-host'],
  ['https://router/a', 'not-public'],
  ['https://printer.local/a', 'not-public'],
  ['https://metadata.google.internal/a', 'not-public'],
  ['https://nas.lan/a', 'not-public'],
  ['https://nas.home/a', 'not-public'],
  ['https://nas.home.arpa/a', 'not-public'],
  ['https://1.0.0.127.in-addr.arpa/a', 'not-public'],
  ['https://wiki.corp/a', 'not-public'],
  ['https://wiki.intranet/a', 'not-public'],
  ['https://something.invalid/a', 'not-public'],
  ['https://expyuzz4wqqyqhjn.onion/a', 'not-public'],
  ['https://badges.example.org./a', 'bad-host'],
  ['https://badges..example.org/a', 'bad-host'],
  ['https://-badges.example.org/a', 'bad-host'],
  ["https://bad'ges.example.org/a", 'bad-host'],
  [`https://${'a'.repeat(64)}.example.org/a`, 'bad-host'],
  [`https://${'a.'.repeat(130)}example.org/a`, 'bad-host'],
  [`https://badges.example.org/${'a'.repeat(2048)}`, 'too-long'],
  [`https://badges.example.org/${'ä'.repeat(1000)}`, 'too-long'],
];

describe('checkAddress', () => {
  it.each(refused)('refuses %s (%s)', (address, why) => {
    expect(checkAddress(address)).toMatchObject({ ok: false, why });
  });

  it.each([
    ['https://badges.example.org/a?b=c#d', 'badges.example.org'],
    ['HTTPS://BADGES.Example.org:443/a', 'badges.example.org'],
    ['https://issuer.test/1', 'issuer.test'],
    ['https://issuer.example/1', 'issuer.example'],
    ['https://bücher.example.org/', 'xn--bcher-kva.example.org'],
    ['https://a.xn--p1ai/', 'a.xn--p1ai'],
    ['https://good.example.org\\@evil.example.net/', 'good.example.org'],
    ['https://under_score.example.org/', 'under_score.example.org'],
    [' https://badges.exa\nmple.org/a', 'badges.example.org'],
  ])('lets %s through as %s', (address, host) => {
    const result = checkAddress(address);
    expect(result.ok && result.url.hostname).toBe(host);
  });

  it('survives values that are no text', () => {
    for (const value of [undefined, null, 7, {}, { href: 'https://badges.example.org/' }, []]) {
      expect(checkAddress(value as unknown as string).ok).toBe(false);
    }
  });

  it('lets an allowed origin through and nothing beside it', () => {
    const options = { allow: ['http://127.0.0.1:8080'] };
    expect(checkAddress('http://127.0.0.1:8080/x', options).ok).toBe(true);
    expect(checkAddress('http://127.0.0.1:8081/x', options).ok).toBe(false);
    expect(checkAddress('https://127.0.0.1:8080/x', options).ok).toBe(false);
    expect(checkAddress('http://127.0.0.1:8080@evil.example.org/x', options).ok).toBe(false);
    expect(checkAddress('http://me@127.0.0.1:8080/x', options).ok).toBe(false);
  });

  it('never lets an IPv4 address through, however it is written', () => {
    const part = (n: number, style: number) =>
      style === 0 ? String(n) : style === 1 ? `0x${n.toString(16)}` : `0${n.toString(8)}`;
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 0xffffffff }),
        fc.integer({ min: 1, max: 4 }),
        fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 4, maxLength: 4 }),
        fc.boolean(),
        (address, parts, styles, dot) => {
          const numbers: number[] = [];
          let rest = address;
          for (let i = 0; i < parts - 1; i++) {
            const unit = 256 ** (3 - i);
            numbers.push(Math.floor(rest / unit));
            rest %= unit;
          }
          numbers.push(rest);
          const host = numbers.map((n, i) => part(n, styles[i] ?? 0)).join('.') + (dot ? '.' : '');
          expect(checkAddress(`https://${host}/`).ok).toBe(false);
        },
      ),
    );
  });

  it('never throws, and what it lets through is https, portless, without user-info and dotted', () => {
    const pieces = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        'https://',
        'localhost',
        '.local',
        '@',
        ':',
        '//',
        '\\',
        '[',
        ']',
        '.',
        '%2e',
        '127.0.0.1',
        'a.example',
        '#',
        '?',
      ),
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 8 }), fc.boolean(), (words, prefix) => {
        const result = checkAddress((prefix ? 'https://' : '') + words.join(''));
        if (!result.ok) return;
        const { url } = result;
        expect(url.protocol).toBe('https:');
        expect(url.port + url.username + url.password).toBe('');
        expect(url.hostname).toMatch(/^[a-z0-9_-]+(\.[a-z0-9_-]+)*\.(?!local$|localhost$|internal$)[a-z][a-z0-9-]+$/);
      }),
      { numRuns: 500 },
    );
  });
});
