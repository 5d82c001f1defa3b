import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mastodon } from '../../../utils/share/targets/mastodon.ts';
import { mastodonServer } from '../../../utils/share/targets/mastodon-server.ts';
import { BADGE, hostileText } from './badges.ts';

describe('the user’s Mastodon server', () => {
  it.each([
    ['social.example', 'social.example'],
    ['  Social.Example ', 'social.example'],
    ['a.b-c.social.example', 'a.b-c.social.example'],
  ])('%j is a bare host name', (entered, host) => {
    expect(mastodonServer(entered)).toBe(host);
  });

  it.each([
    '',
    'evil@social.example',
    'social.example@evil.example',
    '@mira@social.example',
    'mira:secret@social.example',
    'social.example:8443',
    'social.example:443',
    'social.example/',
    'social.example/share?text=x',
    'social.example?x',
    'social.example#x',
    'social.example\\evil',
    'https://social.example',
    '//social.example',
    'javascript:alert(1)',
    'social',
    'localhost',
    'a.localhost',
    'printer.local',
    'router.lan',
    'wiki.internal',
    'x.onion',
    '127.0.0.1',
    '127.1',
    '0x7f.0.0.1',
    '2130706433',
    '１２７.０.０.１',
    '[::1]',
    '::1',
    'xn--mstodon-9za.social',
    'm\u00e4stodon.social',
    'mаstodon.social', // a Cyrillic а
    'social。example',
    'social.example.',
    '.social.example',
    'social..example',
    '-a.example',
    'a-.example',
    'a_b.example',
    'social.example evil.example',
    'social.exa\u200bmple',
    'social.example\n.evil.example',
    '%65vil.example',
    `${'a'.repeat(64)}.example`,
    `${'a.'.repeat(130)}example`,
  ])('%j is refused, and no address is made', (entered) => {
    expect(mastodonServer(entered)).toBeNull();
    expect(mastodon.address({ badge: BADGE, text: 'Hello', server: entered })).toBeNull();
  });

  it('whatever is entered, the address is at exactly that host or there is none', () => {
    const entered = fc.oneof(
      hostileText,
      fc.webAuthority({ withPort: true, withUserInfo: true }),
      fc.domain(),
      fc.ipV4Extended(),
    );
    fc.assert(
      fc.property(entered, (server) => {
        const address = mastodon.address({ badge: BADGE, text: 'x', server });
        if (address === null) return;
        const url = new URL(address);
        expect(url.host).toBe(server.trim().toLowerCase());
        expect([url.protocol, url.port, url.username, url.pathname]).toEqual(['https:', '', '', '/share']);
      }),
    );
  });

  it('is needed', () => {
    expect(mastodon.address({ badge: BADGE, text: 'x' })).toBeNull();
  });
});
