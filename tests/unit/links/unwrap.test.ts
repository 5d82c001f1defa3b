import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recogniseLink } from '../../../utils/links/index.ts';
import { unwrap } from '../../../utils/links/unwrap.ts';
import { known } from './addresses.ts';

const escaped = (address: string) => encodeURIComponent(address).replaceAll('.', '%2E');
const WRAPPERS: Record<string, (target: string) => string> = {
  'LinkedIn redirect': (t) =>
    `https://www.linkedin.com/redir/redirect?url=${t}&urlhash=ru7H&trk=public_profile_topcard-website`,
  'LinkedIn of a country': (t) => `https://se.linkedin.com/redir/redirect/?url=${t}`,
  'LinkedIn safety': (t) => `https://www.linkedin.com/safety/go?url=${t}&urlhash=abc&mt=xyz&isSdui=true`,
  'LinkedIn safety with a slash': (t) => `http://linkedin.com/safety/go/?trk=x&url=${t}`,
  Google: (t) => `https://www.google.com/url?q=${t}&sa=D&source=editors&ust=1`,
  'Google search': (t) => `https://www.google.com/url?sa=t&rct=j&url=${t}`,
  Facebook: (t) => `https://l.facebook.com/l.php?u=${t}&h=AT0`,
};
const wrapper = fc.constantFrom(...Object.values(WRAPPERS));
const wrap = (href: string, wrappers: ((target: string) => string)[]) =>
  wrappers.reduce((inner, put) => put(escaped(inner)), href);

describe('wrappers', () => {
  it.each(Object.entries(WRAPPERS))('%s', (_, put) => {
    fc.assert(
      fc.property(known, (one) => {
        expect(recogniseLink(put(escaped(one.href)))).toEqual(recogniseLink(one.href));
      }),
      { numRuns: 100 },
    );
  });

  it('up to three, one in another, and not four', () => {
    fc.assert(
      fc.property(known, fc.array(wrapper, { minLength: 3, maxLength: 3 }), wrapper, (one, three, fourth) => {
        const expected = recogniseLink(one.href);
        for (const depth of [1, 2, 3]) expect(recogniseLink(wrap(one.href, three.slice(0, depth)))).toEqual(expected);
        expect(recogniseLink(wrap(one.href, [...three, fourth]))).toBeNull();
      }),
      { numRuns: 300 },
    );
  });

  it('a relative wrapper on LinkedIn’s own page', () => {
    const href = `/safety/go?url=${escaped('https://www.credly.com/badges/3f0c9d52-71ab-4e08-9b6d-c25a8e1f4470')}`;
    expect(recogniseLink(href, 'https://www.linkedin.com/in/tamsin/')?.platform).toBe('credly');
    expect(recogniseLink(href, 'https://cv.example/')).toBeNull();
  });

  it('a target without scheme is read as https', () => {
    const href =
      'https://www.linkedin.com/redir/redirect?url=www%2Ecredly%2Ecom%2Fbadges%2F3f0c9d52-71ab-4e08-9b6d-c25a8e1f4470';
    expect(recogniseLink(href)?.platform).toBe('credly');
    expect(recogniseLink('https://www.linkedin.com/redir/redirect?url=Numer%2Eai')).toBeNull();
  });

  it('a target is taken out of its escapes once, not twice', () => {
    const twice = encodeURIComponent(escaped('https://www.credly.com/badges/3f0c9d52-71ab-4e08-9b6d-c25a8e1f4470'));
    expect(recogniseLink(`https://www.linkedin.com/safety/go?url=${twice}`)).toBeNull();
  });

  it('a short link inside stays a short link: its target is not known', () => {
    expect(recogniseLink(`https://www.linkedin.com/safety/go?url=${escaped('https://lnkd.in/gXujYtRQ')}`)).toEqual({
      platform: 'shortener',
      kind: 'short-link',
      id: 'gXujYtRQ',
      url: 'https://lnkd.in/gXujYtRQ',
    });
  });

  it('what only looks like a wrapper opens nothing', () => {
    const target = escaped('https://www.credly.com/badges/3f0c9d52-71ab-4e08-9b6d-c25a8e1f4470');
    for (const href of [
      `https://www.linkedin.com.evil.example/redir/redirect?url=${target}`,
      `https://notlinkedin.com/safety/go?url=${target}`,
      `https://www.linkedin.com:8443/safety/go?url=${target}`,
      `https://evil@www.linkedin.com/safety/go?url=${target}`,
      `https://www.linkedin.com/safety/gone?url=${target}`,
      `https://www.linkedin.com/x/safety/go?url=${target}`,
      `https://www.linkedin.com/safety/go?target=${target}`,
      'https://www.linkedin.com/safety/go?url=',
      'https://www.linkedin.com/safety/go',
      'https://www.linkedin.com/slink?code=gXujYtRQ',
      `https://www.google.example/url?q=${target}`,
      `https://www.google.com/search?q=${target}`,
      `https://m.facebook.com/l.php?u=${target}`,
    ]) {
      expect(recogniseLink(href)).toBeNull();
    }
  });

  it('a target that is a lookalike, has user-info, a port or no web scheme is refused as it would be in the open', () => {
    for (const target of [
      'https://www.credly.com@evil.example/badges/3f0c9d52-71ab-4e08-9b6d-c25a8e1f4470',
      'https://www.credly.com:444/badges/3f0c9d52-71ab-4e08-9b6d-c25a8e1f4470',
      'https://notcredly.com/badges/3f0c9d52-71ab-4e08-9b6d-c25a8e1f4470',
      "javascript:open('https://www.credly.com/badges/3f0c9d52-71ab-4e08-9b6d-c25a8e1f4470')",
      '/badges/3f0c9d52-71ab-4e08-9b6d-c25a8e1f4470',
    ]) {
      for (const put of Object.values(WRAPPERS)) expect(recogniseLink(put(escaped(target)))).toBeNull();
    }
  });
});

describe('unwrap', () => {
  it('gives the target itself, whatever it is', () => {
    expect(
      unwrap('https://www.linkedin.com/redir/redirect?url=https%3A%2F%2Flantern-works%2Eexample&urlhash=x')?.href,
    ).toBe('https://lantern-works.example/');
    expect(unwrap('https://cv.example/about?a=1#b')?.href).toBe('https://cv.example/about?a=1#b');
    expect(unwrap('mailto:a@b.example')).toBeNull();
  });
});
