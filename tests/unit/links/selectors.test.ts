import fc from 'fast-check';
import { Window } from 'happy-dom';
import { describe, expect, it } from 'vitest';
import { recogniseLink } from '../../../utils/links/index.ts';
import { linkOf, SELECTOR, selectorsFor } from '../../../utils/links/selectors.ts';
import { known } from './addresses.ts';

const ID = '3f0c9d52-71ab-4e08-9b6d-c25a8e1f4470';
const { document } = new Window() as unknown as { document: Document };

function element(tag: string, attributes: Record<string, string>): Element {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  return made;
}
const found = (made: Element, origin = 'https://cv.example') => {
  const inList = made.matches(SELECTOR);
  expect(selectorsFor(origin).some((selector) => made.matches(selector))).toBe(inList);
  return inList;
};

describe('the selector', () => {
  it('finds every recognised address in a link', () => {
    fc.assert(
      fc.property(known, ({ href }) => {
        const made = element('a', { href });
        expect(found(made)).toBe(true);
        expect(linkOf(made)).toBe(href);
      }),
      { numRuns: 400 },
    );
  });

  it('finds it inside every wrapper, whose target writes its dots %2E', () => {
    for (const put of [
      'https://www.linkedin.com/safety/go?url=',
      'https://www.linkedin.com/safety/go/?trk=x&url=',
      'https://www.linkedin.com/redir/redirect?url=',
      'https://www.google.com/url?q=',
      'https://google.com/url?sa=D&q=',
      'https://l.facebook.com/l.php?u=',
    ]) {
      const href = `${put}https%3A%2F%2Fview%2Epok%2Etech%2Fc%2F${ID}`;
      expect(recogniseLink(href)?.platform).toBe('pok');
      expect(found(element('a', { href }))).toBe(true);
    }
  });

  it('finds every recognised address in a frame', () => {
    fc.assert(
      fc.property(known, ({ href }) => {
        const made = element('iframe', { src: href });
        expect(found(made)).toBe(true);
        expect(linkOf(made)).toBe(href);
      }),
      { numRuns: 100 },
    );
  });

  it('finds images that name the credential, and no others', () => {
    const src = 'https://api.badgr.io/public/assertions/qB-cD_eF92gH34iJ56kL7Q/image';
    expect(found(element('img', { src }))).toBe(true);
    expect(linkOf(element('img', { src }))).toBe(src);
    expect(found(element('img', { src: `https://images.credly.com/images/${ID}/image.png` }))).toBe(false);
    expect(found(element('img', { src: 'https://img.shields.io/badge/tests-passing-green' }))).toBe(false);
  });

  it('finds Credly’s embed and Badgr’s blockquote by its link', () => {
    expect(found(element('div', { 'data-share-badge-id': ID }))).toBe(true);
    document.body.innerHTML =
      '<blockquote class="badgr-badge"><a href="https://badgr.com/public/assertions/qB-cD_eF92gH34iJ56kL7Q"><img src="x.png"></a></blockquote>';
    expect(document.querySelectorAll(SELECTOR)).toHaveLength(1);
  });

  it('leaves ordinary links alone', () => {
    for (const href of [
      '#',
      '/about',
      'https://example.org/',
      'mailto:a@b.example',
      'https://www.linkedin.com/in/tamsin/',
    ]) {
      expect(found(element('a', { href }))).toBe(false);
    }
    expect(found(element('p', {}))).toBe(false);
  });

  it('for a whole page passes over links into the page’s own site, but never one that leads to a badge elsewhere', () => {
    const matches = (origin: string, href: string) =>
      selectorsFor(origin).some((selector) => element('a', { href }).matches(selector));
    expect(matches('https://cv.example', '/badges/list')).toBe(false);
    expect(matches('https://cv.example', 'https://cv.example/badges/list')).toBe(false);
    expect(matches('https://cv.example', 'https://cv.example.org/badges/list')).toBe(true);
    expect(matches('https://cv.example', `//www.credly.com/badges/${ID}`)).toBe(true);
    // But a badge file of the site's own is one all the same.
    expect(matches('https://cv.example', '/files/openbadge-7.json')).toBe(true);
    expect(matches('https://cv.example', '/earned/7.jwt')).toBe(true);
    const linkedIn = 'https://www.linkedin.com';
    for (const own of [
      `${linkedIn}/safety/go?url=x`,
      '/redir/redirect?url=x',
      `/learning/certificates/${'3f0c9d52'.repeat(8)}`,
    ]) {
      expect(matches(linkedIn, own)).toBe(true);
    }
    expect(matches(linkedIn, `${linkedIn}/in/accredited-person`)).toBe(false);
    for (const odd of ['null', '', 'file://', 'https://a"]b', 'https://a.example:8443']) {
      expect(matches(odd, `https://www.credly.com/badges/${ID}`)).toBe(true);
    }
  });
});

describe('linkOf', () => {
  const embed = (attributes: Record<string, string>) => linkOf(element('div', attributes));

  it('takes the id of a Credly embed, whichever of Credly’s hosts it names', () => {
    for (const host of [
      undefined,
      '',
      'https://www.credly.com',
      'https://www.youracclaim.com',
      '//www.credly.com',
      'http://credly.com',
    ]) {
      const attributes = { 'data-share-badge-id': ID, ...(host !== undefined && { 'data-share-badge-host': host }) };
      expect(embed(attributes)).toBe(`https://www.credly.com/badges/${ID}`);
    }
  });

  it('refuses an embed with another host or with something else for an id', () => {
    for (const host of [
      'https://evil.example',
      'https://www.credly.com.evil.example',
      'https://www.credly.com@evil.example',
      'javascript:',
    ]) {
      expect(embed({ 'data-share-badge-id': ID, 'data-share-badge-host': host })).toBeNull();
    }
    for (const id of ['', 'YOUR_BADGE_ID', '../users/tamsin', `${ID}/../../users/tamsin`, `x?${ID}`, '<uuid>']) {
      expect(embed({ 'data-share-badge-id': id })).toBeNull();
    }
  });

  it('has no address for elements that carry none', () => {
    expect(linkOf(element('a', {}))).toBeNull();
    expect(linkOf(element('iframe', {}))).toBeNull();
    expect(linkOf(element('div', { href: 'https://www.credly.com' }))).toBeNull();
  });
});
