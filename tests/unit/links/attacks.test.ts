import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recogniseLink } from '../../../utils/links/index.ts';
import { known as all, type Known } from './addresses.ts';

/** Addresses that belong to somebody. Badges of anybody's have no host that could be imitated. */
const known = all.filter(({ platform }) => platform !== 'openbadges');

const withHost = (one: Known, change: (host: string) => string) =>
  one.href.replace(/^https:\/\/([^/]+)/, (_, host: string) => `https://${change(host)}`);
const hostOf = (href: string) => new URL(href).hostname;

/** Without the label in front of a host of which the platform gives out subdomains. */
const bare = (host: string) => host.replace(/^.*?((?:accredible\.com|credential\.net)$)/, '$1');

/** Hosts under which anything at all belongs to the platform. */
const WILD = /(?:^|\.)(?:accredible\.com|credential\.net)$/;

describe('lookalike hosts', () => {
  const attacks: Record<string, (host: string) => string> = {
    'prefix glued on': (host) => `not${bare(host)}`,
    'prefix with a hyphen': (host) => `my-${bare(host)}`,
    'suffix domain': (host) => `${host}.evil.example`,
    'suffix with a hyphen': (host) => `${host}-verify.example`,
    'suffix letters': (host) => `${host}m`,
    'another top-level domain': (host) => host.replace(/\.[a-z]+$/, '.xyz'),
    'subdomain of an attacker with the name in front': (host) => `${host.replaceAll('.', '-')}.evil.example`,
    'dot for dash': (host) => `${host.replaceAll('.', '')}.example`,
    'trailing dot': (host) => `${host}.`,
    port: (host) => `${host}:8443`,
    'port of http': (host) => `${host}:80`,
    'user-info that reads like the host': (host) => `${host}@evil.example`,
    'user-info before the real host': (host) => `evil.example@${host}`,
    'user and password': (host) => `user:secret@${host}`,
    'only a password': (host) => `:secret@${host}`,
    'backslash before an attacker': (host) => `evil.example\\@${host}`,
    'question mark': (host) => `evil.example?${host}`,
    fragment: (host) => `evil.example#${host}`,
    path: (host) => `evil.example/${host}`,
    'encoded slash': (host) => `evil.example%2F${host}`,
    'encoded nothing': (host) => `${host}%00.evil.example`,
    'number for a host': () => '2130706433',
  };
  for (const [what, attack] of Object.entries(attacks)) {
    it(what, () => {
      fc.assert(
        fc.property(known, (one) => {
          expect(recogniseLink(withHost(one, attack))).toBeNull();
        }),
        { numRuns: 200 },
      );
    });
  }

  it('a subdomain of a platform that has none', () => {
    fc.assert(
      fc.property(
        known.filter((one) => !WILD.test(hostOf(one.href))),
        (one) => {
          expect(recogniseLink(withHost(one, (host) => `evil.${host}`))).toBeNull();
        },
      ),
      { numRuns: 300 },
    );
  });

  it('a subdomain of a platform that has some is the platform’s own, and its neighbour is not', () => {
    const id = '3f0c9d52-71ab-4e08-9b6d-c25a8e1f4470';
    expect(recogniseLink(`https://lumen.accredible.com/${id}`)?.platform).toBe('accredible');
    expect(recogniseLink(`https://a.b.credential.net/${id}`)?.url).toBe(`https://a.b.credential.net/${id}`);
    for (const host of [
      'evilaccredible.com',
      'accredible.com.evil.example',
      'x.accredible.co',
      'credential.net.evil',
    ]) {
      expect(recogniseLink(`https://${host}/${id}`)).toBeNull();
    }
  });

  it('homographs: letters of other scripts in any place', () => {
    const like: Record<string, string> = {
      a: 'а',
      c: 'с',
      e: 'е',
      o: 'о',
      p: 'р',
      i: 'і',
      d: 'ԁ',
      l: 'ⅼ1',
      n: 'ո',
      r: 'г',
    };
    fc.assert(
      fc.property(known, fc.nat(), (one, n) => {
        const host = hostOf(one.href);
        const places = [...host].flatMap((letter, at) => (like[letter] && letter !== 'l' ? [at] : []));
        const at = places[n % places.length] ?? 0;
        // A label that is the platform's own to give may be spelled as it likes.
        fc.pre(!WILD.test(host) || at >= host.length - 'credential.net'.length);
        const fake = host.slice(0, at) + like[host.charAt(at)] + host.slice(at + 1);
        expect(recogniseLink(withHost(one, () => fake))).toBeNull();
      }),
      { numRuns: 500 },
    );
  });

  it('characters that the URL standard itself folds lead where the browser would go', () => {
    expect(recogniseLink('https://www。credly。com/badges/3f0c9d52-71ab-4e08-9b6d-c25a8e1f4470')?.url).toBe(
      'https://www.credly.com/badges/3f0c9d52-71ab-4e08-9b6d-c25a8e1f4470',
    );
    expect(recogniseLink('https:\\\\www.credly.com\\badges\\3f0c9d52-71ab-4e08-9b6d-c25a8e1f4470')?.platform).toBe(
      'credly',
    );
    expect(recogniseLink('https://www.cre\ndly.com/badges/3f0c9d52-71ab-4e08-9b6d-c25a8e1f4470')?.platform).toBe(
      'credly',
    );
  });
});

describe('escaped and twisted paths', () => {
  it('an escaped slash, dot or letter is not the platform’s address', () => {
    fc.assert(
      fc.property(known, fc.nat(), (one, n) => {
        const [, origin = '', path = ''] = /^(https:\/\/[^/]+)(\/[^?]*)/.exec(one.href) ?? [];
        const letters = [...path].flatMap((letter, at) =>
          at > 0 && at < path.length - 1 && /[/a-z]/.test(letter) ? [at] : [],
        );
        fc.pre(letters.length > 0);
        const at = letters[n % letters.length] ?? 0;
        const escaped = `%${path.charCodeAt(at).toString(16)}`;
        const link = recogniseLink(origin + path.slice(0, at) + escaped + path.slice(at + 1) + (one.query ?? ''));
        // In a name or a tail that the shape leaves free, it is at least never another credential.
        if (link)
          expect([one.platform, one.kind, one.id]).toEqual([link.platform, link.kind, decodeURIComponent(link.id)]);
      }),
      { numRuns: 600 },
    );
    const id = '3f0c9d52-71ab-4e08-9b6d-c25a8e1f4470';
    for (const path of [
      `badges%2F${id}`,
      `%62adges/${id}`,
      `badges%252F${id}`,
      `badges//${id}`,
      `x/badges/${id}`,
      `badges/..%2F${id}`,
    ]) {
      expect(recogniseLink(`https://www.credly.com/${path}`)).toBeNull();
    }
  });

  it('dot segments are resolved as the browser resolves them', () => {
    const id = '3f0c9d52-71ab-4e08-9b6d-c25a8e1f4470';
    expect(recogniseLink(`https://www.credly.com/org/../badges/${id}`)?.id).toBe(id);
    expect(recogniseLink(`https://www.credly.com/badges/${id}/../../org/x`)).toBeNull();
    expect(recogniseLink(`https://www.credly.com/badges/${id}/%2e%2e/%2e%2e/users/sign_in`)).toBeNull();
  });
});

describe('length and time', () => {
  const worst: [what: string, href: string][] = [
    ['long path', `https://www.credly.com/badges/${'a'.repeat(8000)}`],
    ['many slashes', `https://www.credly.com/${'/'.repeat(8000)}x`],
    ['many escaped spaces', `https://www.credly.com/users/${'%20'.repeat(2600)}x`],
    ['many brackets behind', `https://www.credly.com/badges/x${')'.repeat(8000)}x`],
    ['many brackets in front', `${'('.repeat(8000)}https://www.credly.com/`],
    ['many dots in the host', `https://${'a.'.repeat(3900)}accredible.com/x`],
    ['long name', `https://learn.microsoft.com/en-us/users/${'a'.repeat(7900)}/credentials/2b4e57ea7bfdb97f`],
    ['dashes', `https://www.credly.com/badges/${'3f0c9d52-'.repeat(800)}`],
    ['long badge type', `https://developers.google.com/profile/badges/${'a/'.repeat(3900)}?u=x`],
    ['long query', `https://www.google.com/url?q=${'a%20'.repeat(1900)}`],
    ['repeated id', `https://www.freecodecamp.org/certification/a/${'ab-'.repeat(2600)}c`],
    [
      'beyond any link',
      `https://www.credly.com/badges/3f0c9d52-71ab-4e08-9b6d-c25a8e1f4470?x=${'a'.repeat(9_000_000)}`,
    ],
  ];
  it.each(worst)('%s is refused', (_, href) => {
    // Two hundred times: a quadratic pattern takes hundreds of milliseconds each, and the test's time runs out.
    for (let n = 0; n < 200; n++) expect(recogniseLink(href)).toBeNull();
  });

  it('never throws and never answers with anything but a known host', () => {
    const hosts =
      /^https:\/\/(?:[\w-]+\.)*(?:credly|accredible|credential|badgr|microsoft|linkedin|coursera|edx|google|udemy|lnkd)\.[a-z]+\//;
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.webUrl({ withQueryParameters: true, withFragments: true }),
          fc.string().map((s) => `https://${s}`),
        ),
        fc.option(fc.oneof(fc.webUrl(), fc.string()), { nil: undefined }),
        (href, base) => {
          const link = recogniseLink(href, base);
          if (link) expect(link.url).toMatch(hosts);
        },
      ),
      { numRuns: 3000 },
    );
  });
});
