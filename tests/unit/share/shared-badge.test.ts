import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holdsEmail } from '../../../utils/badge/emails.ts';
import { recogniseLink } from '../../../utils/links/index.ts';
import { cleanAddress } from '../../../utils/share/clean-address.ts';
import { type Place, publicAddress } from '../../../utils/share/public-address.ts';
import { type ShareableFacts, sharedBadge } from '../../../utils/share/shared-badge.ts';
import { SHARE_TARGETS } from '../../../utils/share/targets/index.ts';
import { known } from '../links/addresses.ts';
import { hostileText } from './badges.ts';

const UUID = '3f0c9d52-71ab-4e08-9b6d-c25a8e1f4470';
const FACTS: ShareableFacts = {
  name: 'Cloud Gardening',
  issuer: { name: 'Lumen Academy', url: 'https://lumen.example/?utm_source=mail' },
  recipientName: 'Mira Okonkwo-Lindqvist',
  issuedOn: '2024-05-31T23:30:00Z',
  skills: ['Kubernetes', ' Kubernetes ', '\u202eCloud'],
  url: 'https://badges.lumen.example/a/17',
};

describe('the public address', () => {
  it.each<[Place, string]>([
    [{ platform: { id: 'credly', badge: UUID } }, `https://www.credly.com/badges/${UUID}/public_url`],
    [
      { url: `https://www.credly.com/badges/${UUID}/linked_in?t=x&trk=y` },
      `https://www.credly.com/badges/${UUID}/public_url`,
    ],
    [{ platform: { id: 'credly', badge: UUID.toUpperCase() } }, `https://www.credly.com/badges/${UUID}/public_url`],
    [
      { url: 'https://api.badgr.io/public/assertions/Ab3dE_fGhIjKlMnOpQrStU?identity__email=mira%40mail.example' },
      'https://api.badgr.io/public/assertions/Ab3dE_fGhIjKlMnOpQrStU',
    ],
    [{ url: `https://lumen.accredible.com/${UUID}?utm_campaign=x#gs.1` }, `https://lumen.accredible.com/${UUID}`],
    [
      {
        url: `https://www.linkedin.com/redir/redirect?url=${encodeURIComponent(`https://www.credential.net/${UUID}?trk=x`)}`,
      },
      `https://www.credential.net/${UUID}`,
    ],
    [
      { url: 'https://badges.lumen.example/a/17?lang=en&utm_source=x&trk=y#utm_medium=z' },
      'https://badges.lumen.example/a/17?lang=en',
    ],
    [{ url: 'http://badges.lumen.example/a/17' }, 'https://badges.lumen.example/a/17'],
    [{ id: 'https://badges.lumen.example/a/17' }, 'https://badges.lumen.example/a/17'],
    [{ url: 'https://badges.lumen.example/#/badge/17' }, 'https://badges.lumen.example/#/badge/17'],
    [{ url: 'https://badges.lumen.example/#/badge/17?utm_source=x' }, 'https://badges.lumen.example/#/badge/17'],
    [
      { url: 'https://badges.lumen.example/#!/badge/17?tab=proof&trk=y&n=1:~:text=Mira' },
      'https://badges.lumen.example/#!/badge/17?tab=proof&n=1',
    ],
    [
      { url: 'https://badges.lumen.example/verify?code=8F2K-77QX' },
      'https://badges.lumen.example/verify?code=8F2K-77QX',
    ],
    [
      { url: 'https://badges.lumen.example/badges/badge.php?hash=0f3a' },
      'https://badges.lumen.example/badges/badge.php?hash=0f3a',
    ],
    [
      { url: 'https://badges.lumen.example/%E6%BD%AE%E6%B1%90/100%25' },
      'https://badges.lumen.example/%E6%BD%AE%E6%B1%90/100%25',
    ],
    ...['wiki/Badge_(2024)', 'b/Hooray!', 'b/Inc.', 'b/%E2%80%9CBest%E2%80%9D*', 'b/Really?'].map(
      (path): [Place, string] => [
        { url: `https://badges.lumen.example/${path}` },
        `https://badges.lumen.example/${path}`,
      ],
    ),
    [{ url: 'https://badges.lumen.example/@mira/17' }, 'https://badges.lumen.example/@mira/17'],
    // The platforms' own shapes, with what their own share buttons and mails hang on.
    [{ url: `https://www.credential.net/${UUID}?key=0a1b2c#acc.x` }, `https://www.credential.net/${UUID}`],
    [{ url: `https://www.credential.net/embed/${UUID}` }, `https://www.credential.net/${UUID}`],
    [{ url: 'https://www.credential.net/4q7zk2mw' }, 'https://www.credential.net/4q7zk2mw'],
    [
      {
        url: 'https://badges.parchment.com/public/assertions/Ab3dE_fGhIjKlMnOpQrStU?identity__email=mira@mail.example',
      },
      'https://badges.parchment.com/public/assertions/Ab3dE_fGhIjKlMnOpQrStU',
    ],
    [
      { url: 'https://eu.badgr.com/public/assertions/-b3dE_fGhIjKlMnOpQrStU?v=2_0' },
      'https://api.eu.badgr.io/public/assertions/-b3dE_fGhIjKlMnOpQrStU',
    ],
    [
      { url: 'https://openbadgefactory.com/v1/assertion/0f3a9d5271ab4e089b6dc25a8e1f44700f3a9d52.html' },
      'https://openbadgefactory.com/v1/assertion/0f3a9d5271ab4e089b6dc25a8e1f44700f3a9d52.html',
    ],
    [
      { id: 'https://openbadgefactory.com/v1/assertion/0f3a9d5271ab4e089b6dc25a8e1f44700f3a9d52' },
      'https://openbadgefactory.com/v1/assertion/0f3a9d5271ab4e089b6dc25a8e1f44700f3a9d52',
    ],
    [{ url: 'https://openbadgepassport.com/app/badge/info/217' }, 'https://openbadgepassport.com/app/badge/info/217'],
  ])('%j', (place, url) => {
    expect(publicAddress(place)).toBe(url);
  });

  it.each([
    ['the earner’s own page', `https://www.credly.com/earner/earned/badge/${UUID}`],
    ['a profile', 'https://www.credly.com/users/mira-okonkwo'],
    ['a badge’s type', 'https://www.credly.com/org/lumen/badge/cloud-gardening'],
    ['a short link', 'https://lnkd.in/abcd1234'],
    ['a program’s answer', `https://api.accredible.com/v1/obi/badge_assertions/${UUID}`],
    ['a signed record that no page shows', `https://www.credly.com/api/v1/obi/v3/open_badge_credentials/${UUID}`],
    ['another port', 'https://badges.lumen.example:8443/a/17'],
    ['a user', 'https://mira:secret@badges.lumen.example/a/17'],
    ['an own network', 'https://192.168.1.2/a/17'],
    ['an own network by name', 'https://badges.intranet/a/17'],
    ['this computer', 'https://localhost/a/17'],
    ['an e-mail address in the path', 'https://badges.lumen.example/mira@mail.example'],
    ['the same, encoded', 'https://badges.lumen.example/mira%40mail.example/17'],
    ['the same, encoded twice', 'https://badges.lumen.example/mira%2540mail.example/17'],
    ['the same, its dot encoded too', 'https://badges.lumen.example/badges/mira%40mail%2Eexample'],
    ['one in another script', `https://badges.lumen.example/badges/${encodeURIComponent('анна@почта.рф')}`],
    [
      'the same, encoded twice',
      `https://badges.lumen.example/badges/${encodeURIComponent(encodeURIComponent('анна@почта.рф'))}`,
    ],
    ['one with a wide sign', 'https://badges.lumen.example/badges/mira＠mail.example'],
    ['what is encoded without end', `https://badges.lumen.example/%${'25'.repeat(20)}40`],
    ['an e-mail address in a route', 'https://badges.lumen.example/app#/badges/mira%40mail.example'],
    ['a key', 'https://badges.lumen.example/a/17?access_token=abc'],
    ['a key by its plain name', 'https://badges.lumen.example/a/17?key=abc'],
    ['a key whose name is encoded', 'https://badges.lumen.example/a/17?%74oken=abc'],
    ['a key in a route', 'https://badges.lumen.example/app#/badges/1?token=abc'],
    ['a key in the path of a route', 'https://badges.lumen.example/app#/token=abc/badges/1'],
    ['a key in the path', 'https://badges.lumen.example/a/17;jsessionid=0A1B'],
    ['a key in an address within', 'https://badges.lumen.example/a/17?to=https%3A%2F%2Flumen.example%2F%3Ftoken%3Dabc'],
    ['what a sign-in hands back', 'https://badges.lumen.example/oauth/callback?code=abc&state=xyz'],
    ['what one hands back elsewhere', 'https://badges.lumen.example/a/17?code=abc&state=b81fd0c25e7a49d3b6'],
    ['what one hands back with its name', 'https://badges.lumen.example/a/17?code=abc&iss=https%3A%2F%2Fid.example'],
    ['a key beside a page in a fragment', 'https://badges.lumen.example/app#id=42&access_token=abc'],
    ['an e-mail address in a fragment', 'https://badges.lumen.example/app#!badge/mira@mail.example'],
    ['a ticket', 'https://badges.lumen.example/a/17?ticket=ST-1'],
    ['a signature of Azure', 'https://lumen.blob.core.windows.net/b.png?sv=2022&se=2030&sr=b&sp=r&sig=abc%3D'],
    ['a signature', 'https://badges.lumen.example/a.png?X-Amz-Signature=abc'],
    ['no web address', 'javascript:alert(1)'],
    ['data', 'data:text/html,hello'],
    ['a name', 'urn:uuid:3f0c9d52-71ab-4e08-9b6d-c25a8e1f4470'],
    ['nothing', ''],
  ])('none for %s', (_, url) => {
    expect(publicAddress({ url })).toBeUndefined();
    expect(sharedBadge({ ...FACTS, url })).toBeNull();
  });

  it('a platform’s number that is none is not built into an address', () => {
    for (const badge of ['', '../../users/mira', `${UUID}/../x`, `${UUID}?x`, 'v3/open_badge_credentials/x']) {
      expect(publicAddress({ platform: { id: 'credly', badge } })).toBeUndefined();
    }
  });

  it('every credential that can be recognised is shared by a clean address that leads to the same one, or not at all', () => {
    const shown: readonly string[] = ['badge', 'achievement', 'transcript'];
    /** Nothing but a program's answer is there. */
    const dataOnly = /api\.accredible\.com|open_badge_credentials|www\.accredible\.com/;
    const dirt = fc.constantFrom('', 'utm_source=x', 'trk=public_profile', 'identity__email=mira%40mail.example');
    fc.assert(
      fc.property(known, dirt, fc.constantFrom('', '#utm_medium=x', '#top'), (one, query, hash) => {
        const dirty = one.href + (query && (one.href.includes('?') ? '&' : '?') + query) + hash;
        const url = publicAddress({ url: dirty });
        expect(url !== undefined).toBe(shown.includes(one.kind) && !dataOnly.test(one.href));
        if (url === undefined) return;
        expect(url).toMatch(/^https:\/\/[^@#]+$/);
        expect(url).not.toMatch(/utm_|trk=|identity__email|mail\.example/);
        expect(recogniseLink(url)).toMatchObject({ platform: one.platform, id: one.id, kind: one.kind });
      }),
      { numRuns: 1000 },
    );
  });
});

describe('clean addresses', () => {
  it.each([
    [
      'https://a.example/?utm_source=x&utm_anything=y&fbclid=1&gclid=2&li_fat_id=3&mc_eid=4&trkInfo=5&id=6',
      'https://a.example/?id=6',
    ],
    ['https://a.example/?UTM_Source=x', 'https://a.example/'],
    ['https://a.example/b#xtor=AL-1', 'https://a.example/b'],
    ['https://a.example/b#:~:text=hello', 'https://a.example/b'],
    ['https://a.example/b#access_token=abc', 'https://a.example/b'],
    ['https://a.example/b#part-2', 'https://a.example/b#part-2'],
    // The page's script tells by it which badge is shown: only what is to go goes.
    ['https://a.example/#badge/42?utm_source=x', 'https://a.example/#badge/42'],
    ['https://a.example/#!badge/42?utm_source=x&tab=1', 'https://a.example/#!badge/42?tab=1'],
    ['https://a.example/#id=42&utm_source=x', 'https://a.example/#id=42'],
    ['https://a.example/#utm_source=x&id=42', 'https://a.example/#id=42'],
    ['https://a.example/#utm_source=x&utm_medium=y', 'https://a.example/'],
    ['https://a.example/#id=42&identity__email=mira%40mail.example', 'https://a.example/#id=42'],
    ['https://a.example/#badge/42:~:text=mira@mail.example', 'https://a.example/#badge/42'],
    ['https://a.example/#email-course', 'https://a.example/#email-course'],
    ['https://a.example/#badge/utm_source=x/42', undefined],
    // What stays of a query stays as it was written.
    ['https://a.example/verify?ABC-123&utm_source=x', 'https://a.example/verify?ABC-123'],
    ['https://a.example/verify?ABC-123&email=mira', 'https://a.example/verify?ABC-123'],
    ['https://a.example/verify?id=a%20b&trk=x&n=(1)', 'https://a.example/verify?id=a%20b&n=(1)'],
    // A state of a country, not of a sign-in.
    ['https://a.example/license?state=TX&code=12345', 'https://a.example/license?state=TX&code=12345'],
    [
      'https://a.example/license?state=North%20Carolina&code=12345',
      'https://a.example/license?state=North%20Carolina&code=12345',
    ],
    ['https://a.example/b?email=mira&x=1', 'https://a.example/b?x=1'],
    ['https://a.example/b?x=mira@mail.example&y=1', 'https://a.example/b?y=1'],
  ])('%s', (address, clean) => {
    expect(cleanAddress(address)).toBe(clean);
  });

  it('cleaned again they stay the same, and hold neither e-mail address nor tracker', () => {
    const address = fc
      .tuple(
        fc.webUrl({ withQueryParameters: true, withFragments: true }),
        fc.array(fc.tuple(fc.constantFrom('utm_x', 'trk', 'id', 'to', 'identity__email'), hostileText)),
      )
      .map(([url, query]) => {
        const made = new URL(url);
        for (const [name, value] of query) made.searchParams.append(name, value);
        return made.href;
      });
    fc.assert(
      fc.property(address, (dirty) => {
        const clean = cleanAddress(dirty);
        if (clean === undefined) return;
        expect(cleanAddress(clean)).toBe(clean);
        expect(holdsEmail(clean)).toBe(false);
        expect([...new URL(clean).searchParams.keys()].filter((name) => /^utm_|^trk|email/.test(name))).toEqual([]);
      }),
    );
  });
});

describe('a badge as others see it', () => {
  it('has what may be public, cleaned', () => {
    expect(sharedBadge(FACTS)).toEqual({
      name: 'Cloud Gardening',
      issuer: { name: 'Lumen Academy', url: 'https://lumen.example/' },
      holder: 'Mira Okonkwo-Lindqvist',
      issuedOn: '2024-05-31T23:30:00.000Z',
      url: 'https://badges.lumen.example/a/17',
      skills: ['Kubernetes', 'Cloud'],
    });
    expect(sharedBadge(FACTS, 'Mira O.')?.holder).toBe('Mira O.');
  });

  it('nothing else that the facts happen to have', () => {
    const facts = { ...FACTS, note: 'private', tags: ['x'], raw: { recipient: 'mira@mail.example' }, standard: 'OB2' };
    expect(Object.keys(sharedBadge(facts) ?? {}).sort()).toEqual([
      'holder',
      'issuedOn',
      'issuer',
      'name',
      'skills',
      'url',
    ]);
  });

  it.each([
    [
      'https://images.credly.com/size/110x110/images/x/image.png',
      'https://images.credly.com/size/110x110/images/x/image.png',
    ],
    ['http://a.example/x.png', undefined],
    ['data:image/png;base64,AAAA', undefined],
    ['https://api.accredible.com/x.png', undefined],
    ['https://a.example/x.png?X-Amz-Signature=1', undefined],
    ['https://10.0.0.1/x.png', undefined],
    ['javascript:alert(1)', undefined],
  ])('picture %s', (image, address) => {
    expect(sharedBadge({ ...FACTS, image })?.image).toBe(address);
  });

  it.each<[Partial<ShareableFacts>, string | undefined]>([
    [{ platform: { id: 'credly', badge: UUID } }, UUID],
    [{ platform: { id: 'udemy', badge: 'UC-9QK4T7ZB' }, id: `urn:uuid:${UUID}` }, 'UC-9QK4T7ZB'],
    [{ platform: { id: 'openbadges', badge: 'badge.json' }, id: `urn:uuid:${UUID}` }, `urn:uuid:${UUID}`],
    [{ platform: { id: 'freecodecamp', badge: 'mira/responsive' } }, undefined],
    [{ id: `urn:uuid:${UUID}` }, `urn:uuid:${UUID}`],
    [{ id: 'did:key:z6MkExample' }, 'did:key:z6MkExample'],
    [{ id: 'https://badges.lumen.example/a/17' }, undefined],
    [{ id: 'urn:email:mira@mail.example' }, undefined],
    [{ id: 'urn:x:a b' }, undefined],
    [{}, undefined],
  ])('credential ID of %j', (facts, credentialId) => {
    expect(sharedBadge({ ...FACTS, ...facts })?.credentialId).toBe(credentialId);
  });

  it('no name, no badge', () => {
    expect(sharedBadge({ ...FACTS, name: '\u202e\u200b' })).toBeNull();
  });

  it('from hostile facts, through every target: no e-mail address, no control, no foreign address', () => {
    const place = fc.oneof(
      hostileText,
      hostileText.map(
        (text) => `https://badges.lumen.example/a?x=${encodeURIComponent(text.toWellFormed())}&utm_source=y`,
      ),
    );
    fc.assert(
      fc.property(hostileText, hostileText, hostileText, place, place, (name, issuer, person, url, image) => {
        const badge = sharedBadge({
          ...FACTS,
          name,
          issuer: { name: issuer, url },
          recipientName: person,
          url,
          id: FACTS.url,
          image,
          description: person,
          skills: [name],
        });
        if (!badge) return;
        for (const value of [
          badge.name,
          badge.issuer.name,
          badge.holder ?? '',
          badge.description ?? '',
          ...badge.skills,
        ]) {
          expect(value).not.toMatch(/[\p{Cc}--\n]|[\u202a-\u202e\u2066-\u2069]/v);
          expect(holdsEmail(value)).toBe(false);
        }
        for (const address of [badge.url, badge.image, badge.issuer.url]) {
          if (address !== undefined) expect(cleanAddress(address)).toBe(address);
        }
        for (const target of SHARE_TARGETS) {
          const opened = target.address({ badge, text: 'Hello', server: 'social.example' }) ?? '';
          expect(opened).toMatch(/^(?:https:\/\/|mailto:\?)[\x21-\x7e]+$/);
          expect(holdsEmail(decodeURIComponent(opened))).toBe(false);
        }
      }),
    );
  });
});
