import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recogniseLink } from '../../../utils/links/index.ts';
import { PLATFORM_LINKS } from '../../../utils/platforms/links.ts';
import { known, SHAPES } from './addresses.ts';

const brief = (href: string, base?: string) => {
  const link = recogniseLink(href, base);
  return link && { platform: link.platform, kind: link.kind, id: link.id };
};
const U = '3f0c9d52-71ab-4e08-9b6d-c25a8e1f4470';

describe('every shape of every platform', () => {
  for (const [index, [platform, kind, make]] of SHAPES.entries()) {
    it(`${index + 1}. ${platform} ${kind}`, () => {
      fc.assert(
        fc.property(make, (made) => {
          expect(brief(made.href)).toEqual({ platform, kind, id: made.id });
        }),
        { numRuns: 60 },
      );
    });
  }

  it('and the tried shapes leave out no platform and no kind that a platform declares', () => {
    const declared = PLATFORM_LINKS.flatMap(({ platform, shapes }) =>
      Object.keys(shapes).map((kind) => `${platform} ${kind}`),
    );
    expect(new Set(SHAPES.map(([platform, kind]) => `${platform} ${kind}`))).toEqual(new Set(declared));
  });
});

describe('the clean address', () => {
  it('is https, on the same platform, without user-info, trackers or fragment, and recognised again gives the same answer', () => {
    fc.assert(
      fc.property(known, (one) => {
        const link = recogniseLink(one.href);
        expect(link).not.toBeNull();
        const url = new URL(link?.url ?? '');
        expect(url.href).toBe(link?.url);
        expect(url.protocol).toBe('https:');
        expect(link?.url).not.toContain('@');
        expect(url.search).toBe(one.query ?? '');
        expect(url.hash + url.port + url.username + url.password).toBe('');
        expect(recogniseLink(link?.url ?? '')).toEqual(link);
      }),
      { numRuns: 1500 },
    );
  });

  it('does not depend on scheme, case of the host, trackers, fragments or what stands around the address', () => {
    const noise = fc.record({
      http: fc.boolean(),
      upper: fc.boolean(),
      query: fc.constantFrom(
        '',
        'trk=public_profile_see-credential',
        'utm_medium=social&utm_source=x',
        'sharingId',
        'sharingId=&trk=a',
        'identity__email=tamsin%40okafor.example',
        'ref=https%3A%2F%2Fwww.linkedin.com%2F',
        'embedVersion=1&embedWidth=330',
      ),
      hash: fc.constantFrom('', '#acc.q8Lmz2Ta', '#gs.o588vm', '#a@b'),
      before: fc.constantFrom('', ' ', '\n\t', '<', '(', '"', '「'),
      behind: fc.constantFrom('', ' ', '.', ',', ')', ';', ']', '>', "'", '"', ').', '>,', '\n', '。', '」', '%20'),
    });
    fc.assert(
      fc.property(known, noise, (one, { http, upper, query, hash, before, behind }) => {
        const expected = recogniseLink(one.href);
        const parts = /^https:\/\/([^/]+)([^?]*)(\?.*)?$/.exec(one.href);
        const host = upper ? parts?.[1]?.toUpperCase() : parts?.[1];
        const search = [parts?.[3]?.slice(1), query].filter(Boolean).join('&');
        const href = `${before}${http ? 'http' : 'https'}://${host}${parts?.[2]}${search && '?'}${search}${hash}${
          // A query of the shape's own cannot be followed by an escaped space.
          behind === '%20' && one.query ? '' : behind
        }`;
        expect(recogniseLink(href)).toEqual(expected);
      }),
      { numRuns: 1500 },
    );
  });

  it('spells UUIDs and hexadecimal numbers in lower case, codes as they are', () => {
    expect(recogniseLink(`HTTPS://WWW.CREDLY.COM/badges/${U.toUpperCase()}/public_url`)).toEqual({
      platform: 'credly',
      kind: 'badge',
      id: U,
      url: `https://www.credly.com/badges/${U}`,
    });
    expect(recogniseLink('https://api.badgr.io/public/assertions/qB-cD_eF92gH34iJ56kL7_')?.id).toBe(
      'qB-cD_eF92gH34iJ56kL7_',
    );
    expect(brief('https://www.coursera.org/account/accomplishments/verify/abcdefgh2345')).toBeNull();
  });

  it('puts the four names of one Badgr region on one host, and never one region on another', () => {
    const id = 'qB-cD_eF92gH34iJ56kL7Q';
    for (const host of ['eu.badgr.com', 'eu.badgr.io', 'api.eu.badgr.io', 'api.eu.badgr.com']) {
      expect(recogniseLink(`http://${host}/public/assertions/${id}.json?v=2_0`)?.url).toBe(
        `https://api.eu.badgr.io/public/assertions/${id}`,
      );
    }
    expect(recogniseLink(`https://badgr.com/public/assertions/${id}/image`)?.url).toBe(
      `https://api.badgr.io/public/assertions/${id}`,
    );
  });
});

describe('relative addresses', () => {
  it('are read against the page they stand in', () => {
    const badge = { platform: 'credly', kind: 'badge', id: U };
    expect(brief(`/badges/${U}`, 'https://www.credly.com/users/tamsin')).toEqual(badge);
    expect(brief(`//www.credly.com/badges/${U}`, 'http://cv.example/')).toEqual(badge);
    expect(brief(`/badges/${U}`, 'https://cv.example/')).toBeNull();
    expect(brief(`www.credly.com/badges/${U}`, 'https://cv.example/')).toBeNull();
    expect(brief(`/badges/${U}`)).toBeNull();
    expect(brief(`/www.credly.com/badges/${U}`)).toBeNull();
    expect(brief(`https://www.credly.com/badges/${U}`, 'not an address')).toEqual(badge);
  });

  it('without scheme or page are read as https', () => {
    expect(brief(`www.credly.com/badges/${U}`)?.id).toBe(U);
    expect(brief(`credly.com/badges/${U}/public_url.`)?.id).toBe(U);
    expect(brief(`//credly.com/badges/${U}`)?.id).toBe(U);
  });
});

describe('what is nobody’s credential', () => {
  const refused: [why: string, href: string][] = [
    ['badge type', 'https://www.credly.com/org/quarry/badge/data-steward'],
    ['badge type', 'https://developers.google.com/profile/badges/events/five-quiet-days'],
    ['badge type with an empty user', 'https://developers.google.com/profile/badges/events/five-quiet-days?u='],
    ['catalogue', 'https://learn.microsoft.com/en-us/credentials/certification/quiet-systems/'],
    ['a person without credential', 'https://learn.microsoft.com/en-us/users/tamsin-1234/'],
    ['badge class', 'https://api.badgr.io/public/badges/qB-cD_eF92gH34iJ56kL7Q'],
    ['issuer', 'https://api.badgr.io/public/issuers/qB-cD_eF92gH34iJ56kL7Q'],
    ['search form', 'https://trailhead.salesforce.com/credentials/verification'],
    ['form without code', 'https://cp.certmetrics.com/amazon/en/public/verify/credential'],
    ['sign-in', 'https://www.credly.com/users/sign_in'],
    ['front page', 'https://www.credly.com/'],
    ['front page', 'https://www.credential.net'],
    ['page of the platform', 'https://www.credential.net/settings'],
    ['page of the platform', 'https://www.accredible.com/webinar2'],
    ['page of the platform', 'https://confirm.udacity.com/settings'],
    ['image of a badge type', `https://images.credly.com/images/${U}/image.png`],
    ['badge file without a name for it', 'https://badges.heronsford.example/7.json'],
    ['badge file on no public host', 'https://127.0.0.1/badge.jws'],
    ['badge file on no public host', 'https://localhost/badge.jws'],
    ['badge file on a port', 'https://heronsford.example:8443/badge.jws'],
    ['a folder that is called like one', 'https://heronsford.example/openbadge/7'],
    ['badge file on a platform’s host', 'https://www.credly.com/files/badge.jws'],
    ['opaque short link', 'https://bit.ly/3AbCdEf'],
    ['LinkedIn', 'https://www.linkedin.com/in/tamsin-okafor/'],
    ['post short link', 'https://www.linkedin.com/slink?code=gXujYtRQ'],
    ['id cut off', `https://www.credly.com/badges/${U.slice(0, 35)}`],
    ['id too long', `https://www.credly.com/badges/${U}0`],
    ['dashes in the wrong places', 'https://www.credly.com/badges/3f0c9d5271-ab-4e08-9b6d-c25a8e1f44-70'],
    ['Badgr id cut off', 'https://api.badgr.io/public/assertions/qB-cD_eF92gH34iJ56kL7'],
    ['Badgr id too long', 'https://api.badgr.io/public/assertions/qB-cD_eF92gH34iJ56kL7QQ'],
    ['e-mail address for a name', 'https://www.salesforce.com/trailblazer/tamsin%40okafor.example'],
    ['e-mail address for a name', 'https://learn.microsoft.com/en-us/users/t%40o.example/credentials/2b4e57ea7bfdb97f'],
    ['nothing', ''],
    ['nothing', '   '],
    ['fragment', '#'],
    ['mail', 'mailto:tamsin@okafor.example'],
    ['script', `javascript:location='https://www.credly.com/badges/${U}'`],
    ['data', `data:text/html,https://www.credly.com/badges/${U}`],
    ['blob', `blob:https://www.credly.com/badges/${U}`],
    ['view-source', `view-source:https://www.credly.com/badges/${U}`],
    ['ftp', `ftp://www.credly.com/badges/${U}`],
    ['own extension', `chrome-extension://abc/badges/${U}`],
  ];
  it.each(refused)('%s: %s', (_, href) => {
    expect(recogniseLink(href)).toBeNull();
  });

  const placeholders = [
    'https://www.credly.com/badges/YOUR_BADGE_ID',
    'https://www.credly.com/badges/<uuid>/public_url',
    'https://www.credly.com/badges/6b6b6b6b-6b6b-6b6b-6b6b-6b6b6b6b6b6b',
    'https://www.credly.com/badges/00000000-0000-0000-0000-000000000000',
    'https://www.credly.com/badges/ABCDABCD-ABCD-ABCD-ABCD-ABCDABCDABCD',
    'https://www.credly.com/badges/12345678-1234-1234-1234-123456789012',
    'https://www.credly.com/badges/abcdef12-3456-7890-abcd-ef1234567890',
    'https://www.credly.com/earner/earned/badge/00000000-0000-0000-0000-000000000000',
    'https://www.credly.com/go/XXXXXXXX',
    'https://www.credly.com/users/your-username/badges',
    'https://www.credly.com/users/<username>/badges',
    'https://www.credly.com/users/username',
    'https://www.coursera.org/account/accomplishments/verify/XXXXXXXXXXXX',
    'https://www.coursera.org/account/accomplishments/verify/YOURCODE',
    'https://confirm.udacity.com/XXXXXXXX',
    'https://api.badgr.io/public/assertions/AAAAAAAAAAAAAAAAAAAAAA',
    'https://learn.microsoft.com/api/credentials/share/en-us/You/0000000000000000',
    'https://learn.microsoft.com/api/credentials/share/en-us/{user}/2b4e57ea7bfdb97f',
    'https://verified.sertifier.com/en/verify/12345678901234/',
    'https://www.hackerrank.com/certificates/aaaaaaaaaaaa',
    'https://www.udemy.com/certificate/UC-XXXXXXXX/',
    'https://lnkd.in/XXXXXXXX',
  ];
  it.each(placeholders)('placeholder %s', (href) => {
    expect(recogniseLink(href)).toBeNull();
  });

  it('but people may be called what they like', () => {
    for (const name of ['youri-van-dijk', 'aaaaaaaa', 'bobbobbobbob', '12345678']) {
      expect(brief(`https://www.credly.com/users/${name}/badges`)?.id).toBe(name);
    }
  });
});
