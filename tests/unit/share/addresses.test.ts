import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SHARE_TARGETS, shareTarget } from '../../../utils/share/targets/index.ts';
import { holdsAddress, message } from '../../../utils/share/targets/message.ts';
import { shareData } from '../../../utils/share/targets/system.ts';
import { type Draft, TARGET_IDS } from '../../../utils/share/targets/types.ts';
import { BADGE, hostileText } from './badges.ts';

const SERVER = 'social.example';

/** Query parameters by the rules of the URL standard, which no target's code can have influenced. */
function opened(id: string, draft: Draft): { place: string; query: Record<string, string>; names: string[] } {
  const address = shareTarget(id)?.address(draft) ?? '';
  const url = new URL(address);
  expect(url.href).toBe(address);
  return {
    place: url.origin + url.pathname,
    query: Object.fromEntries(url.searchParams),
    names: [...url.searchParams.keys()],
  };
}

/** RFC 6068: header fields after `?`, `&` between, percent-encoding only; `+` is a plus sign. */
function letter(address: string): Map<string, string> {
  expect(address).toMatch(/^mailto:\?[\x21-\x7e]*$/);
  const fields = address.slice('mailto:?'.length).split('&');
  return new Map(
    fields.map((field) => [
      field.slice(0, field.indexOf('=')),
      decodeURIComponent(field.slice(field.indexOf('=') + 1)),
    ]),
  );
}

describe('the registry', () => {
  it('has every target once, and finds it by its id', () => {
    expect(SHARE_TARGETS.map(({ id }) => id)).toEqual([...TARGET_IDS]);
    for (const target of SHARE_TARGETS) expect(shareTarget(target.id)).toBe(target);
    expect(shareTarget('myspace')).toBeUndefined();
  });

  it('leads where the targets’ own forms are', () => {
    const draft = { badge: BADGE, text: 'Hello', server: SERVER };
    const places = SHARE_TARGETS.filter(({ way }) => way === 'page').map(({ id }) => [id, opened(id, draft).place]);
    expect(Object.fromEntries(places)).toEqual({
      'linkedin-post': 'https://www.linkedin.com/sharing/share-offsite/',
      'linkedin-profile': 'https://www.linkedin.com/profile/add',
      x: 'https://x.com/intent/post',
      facebook: 'https://www.facebook.com/sharer/sharer.php',
      bluesky: 'https://bsky.app/intent/compose',
      mastodon: `https://${SERVER}/share`,
      threads: 'https://www.threads.net/intent/post',
      whatsapp: 'https://wa.me/',
      telegram: 'https://t.me/share/url',
      reddit: 'https://www.reddit.com/submit',
    });
  });
});

describe('what arrives is what was written, whatever it was', () => {
  const { url } = BADGE;
  const forms: Record<string, (text: string) => Record<string, string>> = {
    'linkedin-post': () => ({ url }),
    facebook: () => ({ u: url }),
    x: (text) => ({ text, url }),
    threads: (text) => ({ text, url }),
    telegram: (text) => ({ url, text }),
    reddit: (text) => ({ url, title: text }),
    bluesky: (text) => ({ text: message(text, url) }),
    mastodon: (text) => ({ text: message(text, url) }),
    whatsapp: (text) => ({ text: message(text, url) }),
  };

  for (const [id, expected] of Object.entries(forms)) {
    it(id, () => {
      fc.assert(
        fc.property(hostileText, (text) => {
          const { query, names } = opened(id, { badge: BADGE, text, server: SERVER });
          const wanted = Object.entries(expected(text.toWellFormed())).filter(([, value]) => value !== '');
          expect(query).toEqual(Object.fromEntries(wanted));
          expect(names).toHaveLength(wanted.length);
        }),
      );
    });
  }

  it('LinkedIn’s own form with the text in it', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const address = new URL(shareTarget('linkedin-post')?.unofficialAddress?.({ badge: BADGE, text }) ?? '');
        expect(address.origin + address.pathname).toBe('https://www.linkedin.com/feed/');
        expect([...address.searchParams]).toEqual([
          ['shareActive', 'true'],
          ['text', message(text.toWellFormed(), url)],
        ]);
      }),
    );
  });

  it('e-mail: subject and body, nothing else, no second header', () => {
    fc.assert(
      fc.property(hostileText, hostileText, (text, title) => {
        const fields = letter(shareTarget('email')?.address({ badge: BADGE, text, title }) ?? '');
        expect([...fields.keys()]).toEqual(['subject', 'body']);
        const body = fields.get('body') ?? '';
        expect(body.replace(/\r\n/g, '')).not.toMatch(/[\r\n]/);
        expect(body.replaceAll('\r\n', '\n')).toBe(message(text.toWellFormed(), url).replace(/\r\n?/g, '\n'));
        const subject = fields.get('subject') ?? '';
        expect(subject).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
        const visible = (line: string) => line.replace(/[\p{Cc}\u2028\u2029\s]+/gu, '');
        expect(visible(subject)).toBe(visible(title.toWellFormed()));
      }),
    );
  });

  it('e-mail: spaces as %20, line breaks as %0D%0A, the badge’s name as subject', () => {
    expect(shareTarget('email')?.address({ badge: BADGE, text: 'a b+c\nd' })).toBe(
      `mailto:?subject=Cloud%20Gardening%20%26%20Care&body=a%20b%2Bc%0D%0Ad%0D%0A${encodeURIComponent(url)}`,
    );
  });

  it('share sheet and clipboard', () => {
    expect(shareTarget('copy-link')?.address({ badge: BADGE, text: 'x' })).toBe(url);
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(shareData({ badge: BADGE, text })).toEqual({ title: BADGE.name, text: text.toWellFormed(), url });
      }),
    );
    expect(shareData({ badge: BADGE, text: `See ${url}` })).toEqual({ title: BADGE.name, text: `See ${url}` });
  });

  it('never writes a space as +', () => {
    for (const { id } of SHARE_TARGETS) {
      expect(shareTarget(id)?.address({ badge: BADGE, text: 'a b', server: SERVER })).not.toMatch(/\+|a b/);
    }
  });
});

describe('the address stands in the post once', () => {
  const url = 'https://badges.example/1';
  const badge = { ...BADGE, url };

  it.each([
    ['', url],
    ['Look', `Look\n${url}`],
    ['Look\n', `Look\n${url}`],
    [`Look: ${url}`, `Look: ${url}`],
    [`(${url}).`, `(${url}).`],
    [`徽章：${url}。`, `徽章：${url}。`],
    [`${url} and more`, `${url} and more`],
  ])('%j', (text, whole) => {
    expect(message(text, url)).toBe(whole);
  });

  it.each([
    `${url}2`,
    `${url}/evil`,
    `${url}?x=1`,
    `${url}.evil.example`,
    `${url}#x`,
    `${url}です`,
    `https://evil.example/?to=${url}`,
    `https://evil.example/${url}`,
    `x${url}`,
  ])('another address that holds it is not it: %s', (text) => {
    expect(holdsAddress(text, url)).toBe(false);
    expect(message(text, url)).toBe(`${text}\n${url}`);
  });

  it('is left out of a second field where the text has it, but for Telegram and Reddit, whose forms need it', () => {
    const text = `Look: ${url}`;
    expect(opened('x', { badge, text }).query).toEqual({ text });
    expect(opened('threads', { badge, text }).query).toEqual({ text });
    expect(opened('telegram', { badge, text }).query).toEqual({ url, text });
    expect(opened('reddit', { badge, text }).query).toEqual({ url, title: text });
  });
});
