import fc from 'fast-check';
import type { LinkKind } from '../../../utils/links/types.ts';

/** An address of a known shape together with what has to be recognised in it. All ids and people are generated. */
export interface Known {
  platform: string;
  kind: LinkKind;
  id: string;
  /** scheme://host/path, with the query that the shape demands and nothing else. */
  href: string;
  /** Query that the clean address keeps. */
  query?: string;
}

const HEX = '0123456789abcdef';
const UPPER = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';
const BASE64URL = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

const text = (alphabet: string, length: number) =>
  fc
    .array(fc.constantFrom(...alphabet), { minLength: length, maxLength: length })
    .map((characters) => characters.join(''))
    // What a placeholder looks like is another test's matter.
    .filter((made) => new Set(made.toLowerCase()).size > 4 && !/^(?:0?1234567|abcdef12|your|user)/i.test(made));

export const hex = (length: number) => text(HEX, length);
const code = (length: number) => text(UPPER, length);
const digits = (length: number) => text('0123456789', length);
export const uuid = hex(32).map((h) => h.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-'));
const badgrId = text(BASE64URL, 22);
const name = fc.constantFrom('Tamsin-Okafor', 'rurik.vale', 'NoorAbadi-2218', 'w_lindqvist9');
const locale = fc.constantFrom('en-us', 'es-es', 'zh-tw', 'pt-br', 'sr-latn-rs', 'de');

const credlyHost = fc.constantFrom('www.credly.com', 'credly.com', 'www.youracclaim.com', 'youracclaim.com');
const anyHost = fc.constantFrom('heronsford.example', 'badges.heronsford.example', 'xn--mhle-zpa.example');
const accredibleHost = fc.constantFrom(
  'www.credential.net',
  'credential.net',
  'google.accredible.com',
  'edu.google.accredible.com',
  'credentials.databricks.com',
  'achieve.snowflake.com',
  'skillsoft.digitalbadges.skillsoft.com',
);
const badgrHost = fc.constantFrom(
  ...['', 'eu.', 'ca.', 'au.'].flatMap((r) => [
    `badgr.com`.replace(/^/, r),
    `${r}badgr.io`,
    `api.${r}badgr.io`,
    `api.${r}badgr.com`,
  ]),
  'badges.parchment.com',
);
const www = (bare: string) => fc.constantFrom(bare, `www.${bare}`);

type Parts = [platform: string, kind: LinkKind, make: fc.Arbitrary<Pick<Known, 'id' | 'href' | 'query'>>];

function shape<T extends unknown[]>(
  platform: string,
  kind: LinkKind,
  parts: { [K in keyof T]: fc.Arbitrary<T[K]> },
  make: (...values: T) => [href: string, id: string, query?: string],
): Parts {
  const all = fc.tuple(...(parts as fc.Arbitrary<unknown>[])) as unknown as fc.Arbitrary<T>;
  return [
    platform,
    kind,
    all.map((values) => {
      const [href, id, query] = make(...values);
      return { href, id, query };
    }),
  ];
}

const tail = fc.constantFrom('', '/', '/public_url', '/linked_in_profile', '/linked_i', '/linked_in');

/** Every shape of PLATFORMS.md section 1, one line each. */
export const SHAPES: readonly Parts[] = [
  shape('credly', 'badge', [credlyHost, uuid, tail], (h, u, t) => [`https://${h}/badges/${u}${t}`, u]),
  shape('credly', 'badge', [credlyHost, uuid], (h, u) => [`https://${h}/embedded_badge/${u}`, u]),
  shape('credly', 'badge', [uuid], (u) => [`https://www.credly.com/api/v1/obi/v2/badge_assertions/${u}`, u]),
  shape('credly', 'badge', [uuid], (u) => [`https://api.credly.com/v1/obi/v2/badge_assertions/${u}`, u]),
  shape('credly', 'owner-only', [credlyHost, fc.constantFrom('badge', 'share'), uuid], (h, w, u) => [
    `https://${h}/earner/earned/${w}/${u}`,
    `earned/${w}/${u}`,
  ]),
  shape('credly', 'owner-only', [hex(32)], (u) => [
    `https://www.credly.com/earner/earned/badge/${u}`,
    `earned/badge/${u}`,
  ]),
  shape('credly', 'short-link', [credlyHost, code(8)], (h, c) => [`https://${h}/go/${c}`, `go/${c}`]),
  shape('credly', 'profile', [credlyHost, name, fc.constantFrom('', '/', '/badges', '/badges/credly')], (h, n, t) => [
    `https://${h}/users/${n}${t}`,
    n,
  ]),
  shape('microsoft', 'badge', [locale, name, fc.oneof(hex(15), hex(16)), fc.boolean()], (l, n, x, lower) => {
    const id = lower ? x : x.toUpperCase();
    return [`https://learn.microsoft.com/api/credentials/share/${l}/${n}/${id}`, id];
  }),
  shape('microsoft', 'badge', [fc.option(locale), name, fc.oneof(hex(15), hex(16))], (l, n, x) => [
    `https://learn.microsoft.com/${l ? `${l}/` : ''}users/${n}/credentials/${x}`,
    x,
  ]),
  shape('microsoft', 'badge', [hex(16)], (x) => [`https://learn.microsoft.com/api/credentials/${x}`, x]),
  shape('microsoft', 'profile', [locale, name], (l, n) => [
    `https://learn.microsoft.com/${l}/users/${n}/credentials/certification/quiet-systems`,
    `${n}/credentials/certification/quiet-systems`,
  ]),
  shape('microsoft', 'transcript', [fc.option(locale), name, hex(15), fc.boolean()], (l, n, x, share) => [
    `https://learn.microsoft.com/${l ? `${l}/` : ''}users/${n}/transcript/${share ? 'share/' : ''}${x}`,
    x,
  ]),
  shape('microsoft', 'transcript', [hex(15)], (x) => [
    `https://learn.microsoft.com/api/profiles/transcript/share/${x}`,
    x,
  ]),
  shape('microsoft', 'achievement', [locale, name, code(8)], (l, n, c) => [
    `https://learn.microsoft.com/api/achievements/share/${l}/${n}/${c}`,
    c,
  ]),
  shape('accredible', 'badge', [accredibleHost, fc.constantFrom('', 'embed/'), uuid], (h, e, u) => [
    `https://${h}/${e}${u}`,
    u,
  ]),
  shape('accredible', 'badge', [www('credential.net'), code(7), digits(5)], (h, c, d) => {
    const id = c.toLowerCase() + d.charAt(0);
    return [`https://${h}/${id}`, id];
  }),
  shape('accredible', 'badge', [code(7), fc.constantFrom('.png', '_1743533401973_77d0.png', '/180921.jpg')], (c, t) => {
    const id = `${c.toLowerCase()}4`;
    return [`https://images.credential.net/embed/${id}${t}`, id];
  }),
  shape(
    'accredible',
    'badge',
    [fc.constantFrom('obi/badge_assertions', 'credential-net/credentials'), uuid],
    (p, u) => [`https://api.accredible.com/v1/${p}/${u}`, u],
  ),
  shape('badgr', 'badge', [badgrHost, badgrId, fc.constantFrom('', '/', '.json', '/image')], (h, i, t) => [
    `https://${h}/public/assertions/${i}${t}`,
    i,
  ]),
  shape('badgr', 'profile', [badgrHost, hex(32)], (h, x) => [`https://${h}/public/collections/${x}`, x]),
  shape('openbadgefactory', 'badge', [hex(40), fc.constantFrom('', '.html')], (x, t) => [
    `https://openbadgefactory.com/v1/assertion/${x}${t}`,
    x,
  ]),
  shape('openbadgepassport', 'badge', [fc.integer({ min: 1, max: 9_999_999 })], (n) => [
    `https://openbadgepassport.com/app/badge/info/${n}`,
    `${n}`,
  ]),
  shape('certifier', 'badge', [uuid], (u) => [`https://credsverse.com/credentials/${u}`, u]),
  shape('sertifier', 'badge', [digits(14)], (d) => [`https://verified.sertifier.com/en/verify/${d}/`, d]),
  shape('pok', 'badge', [uuid], (u) => [`https://view.pok.tech/c/${u}`, u]),
  shape('badgecraft', 'badge', [hex(24)], (x) => [`https://www.badgecraft.eu/lt/user-badges/${x}`, x]),
  shape('badgelist', 'profile', [name], (n) => [`https://www.badgelist.com/u/${n}`, n]),
  shape(
    'coursera',
    'badge',
    [
      www('coursera.org'),
      fc.constantFrom(
        'verify',
        'specialization',
        'specialization/certificate',
        'professional-cert',
        'certificate',
        'records',
      ),
      fc.oneof(code(8), code(12), code(16)),
    ],
    (h, p, c) => [`https://${h}/account/accomplishments/${p}/${c}`, c],
  ),
  shape('coursera', 'short-link', [www('coursera.org'), hex(32)], (h, x) => [`https://${h}/share/${x}`, x]),
  shape('edx', 'badge', [hex(32)], (x) => [`https://courses.edx.org/certificates/${x}`, x]),
  shape('edx', 'badge', [hex(32)], (x) => [`https://credentials.edx.org/credentials/${x}/`, x]),
  shape(
    'google-skills',
    'badge',
    [fc.oneof(www('skills.google'), www('cloudskillsboost.google')), uuid, fc.integer({ min: 1000, max: 9_999_999 })],
    (h, u, n) => [`https://${h}/public_profiles/${u}/badges/${n}`, `${n}`],
  ),
  shape('google-skills', 'profile', [fc.oneof(www('skills.google'), www('cloudskillsboost.google')), uuid], (h, u) => [
    `https://${h}/public_profiles/${u}`,
    u,
  ]),
  shape('google-developers', 'badge', [digits(21)], (d) => [
    `https://developers.google.com/profile/badges/events/five-quiet-days?u=${d}`,
    d,
    `?u=${d}`,
  ]),
  shape('google-developers', 'profile', [name], (n) => [`https://g.dev/${n}`, n]),
  shape('certmetrics', 'badge', [fc.constantFrom('amazon', 'comptia'), fc.oneof(code(16), hex(32))], (v, c) => [
    `https://cp.certmetrics.com/${v}/en/public/verify/credential/${c}`,
    c,
  ]),
  shape('oracle', 'badge', [fc.constantFrom('ords', 'pls'), hex(64)], (p, x) => {
    const id = x.toUpperCase();
    return [`https://catalog-education.oracle.com/${p}/certview/sharebadge?id=${id}`, id, `?id=${id}`];
  }),
  shape('credly', 'badge', [credlyHost, uuid], (h, u) => [
    `https://${h}/api/v1/obi/v3/open_badge_credentials/${u}`,
    `v3/open_badge_credentials/${u}`,
  ]),
  shape('openbadges', 'badge', [anyHost, fc.constantFrom('jws', 'jwt'), name], (h, ending, n) => [
    `https://${h}/earned/${n}.${ending}`,
    `earned/${n}.${ending}`,
  ]),
  shape('openbadges', 'badge', [anyHost, fc.constantFrom('json', 'png', 'svg')], (h, ending) => [
    `https://${h}/files/my-openbadge-2.${ending}`,
    `files/my-openbadge-2.${ending}`,
  ]),
  shape('salesforce', 'profile', [www('salesforce.com'), name], (h, n) => [`https://${h}/trailblazer/${n}`, n]),
  shape('udacity', 'badge', [code(8)], (c) => [`https://confirm.udacity.com/${c}`, c]),
  shape('udacity', 'badge', [uuid], (u) => [`https://confirm.udacity.com/e/${u}`, u]),
  shape('udacity', 'badge', [www('udacity.com'), fc.constantFrom('e', 'lp'), uuid], (h, p, u) => [
    `https://${h}/certificate/${p}/${u}`,
    u,
  ]),
  shape('udacity', 'badge', [code(8)], (c) => [`https://www.udacity.com/certificate/${c}`, c]),
  shape(
    'linkedin-learning',
    'badge',
    [fc.constantFrom('www.linkedin.com', 'linkedin.com', 'se.linkedin.com'), hex(64)],
    (h, x) => [`https://${h}/learning/certificates/${x}`, x],
  ),
  shape('udemy', 'badge', [www('udemy.com'), fc.oneof(uuid, code(8))], (h, u) => [
    `https://${h}/certificate/UC-${u}/`,
    `UC-${u}`,
  ]),
  shape('hackerrank', 'badge', [www('hackerrank.com'), fc.constantFrom('', 'iframe/'), hex(12)], (h, f, x) => [
    `https://${h}/certificates/${f}${x}`,
    x,
  ]),
  shape('freecodecamp', 'badge', [www('freecodecamp.org'), name], (h, n) => [
    `https://${h}/certification/${n}/calm-web-design`,
    `${n}/calm-web-design`,
  ]),
  shape('shortener', 'short-link', [text(BASE64URL, 8)], (c) => [`https://lnkd.in/${c}`, c]),
];

/** Any address of any shape. */
export const known: fc.Arbitrary<Known> = fc.oneof(
  ...SHAPES.map(([platform, kind, make]) => make.map((made) => ({ platform, kind, ...made }))),
);
