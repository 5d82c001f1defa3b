import type { WorldBadge } from '../cast/badge.ts';
import { CATALOGUE, RATE_LIMITED, UNDECIDED } from '../cast/catalogue.ts';
import { days } from '../cast/dates.ts';
import { badgrId, sha256 } from '../cast/ids.ts';
import { COLLECTED, COLLECTION_ADDRESS, COLLECTION_HASH, MARISOL } from '../cast/profiles.ts';
import { medalPng } from '../server/picture.ts';
import { htmlReply, jsonReply, redirectReply, type Site, type SiteAnswer } from '../server/site.ts';

const badges = new Map<string, WorldBadge>();
for (const badge of [...CATALOGUE, ...COLLECTED]) if (badge.platform === 'badgr') badges.set(badge.id, badge);

const isRevoked = (badge: WorldBadge) => badge.expect.verdict === 'revoked';

const SALT = 'peat';
const hostOf = (badge: WorldBadge) => new URL(badge.address).host;
const classId = (badge: WorldBadge) => badgrId(`class of ${badge.title}`);
const issuerId = (badge: WorldBadge) => badgrId(`issuer ${badge.issuer}`);

function assertion(badge: WorldBadge, expand: readonly string[]): object {
  const base = `https://${hostOf(badge)}/public`;
  const head = {
    '@context': 'https://w3id.org/openbadges/v2',
    type: 'Assertion',
    id: `${base}/assertions/${badge.id}?v=2_0`,
  };
  if (isRevoked(badge)) return { ...head, revoked: true, revocationReason: 'Books did not balance' };
  return {
    ...head,
    badge: expand.includes('badge') ? badgeClass(badge, expand) : `${base}/badges/${classId(badge)}?v=2_0`,
    image: { id: `${base}/assertions/${badge.id}/image` },
    verification: { type: 'HostedBadge' },
    issuedOn: days(-150),
    recipient: { type: 'email', identity: sha256(badge.holder.email + SALT), hashed: true, salt: SALT },
  };
}

function badgeClass(badge: WorldBadge, expand: readonly string[]): object {
  const base = `https://${hostOf(badge)}/public`;
  return {
    '@context': 'https://w3id.org/openbadges/v2',
    type: 'BadgeClass',
    id: `${base}/badges/${classId(badge)}?v=2_0`,
    name: badge.title,
    description: `${badge.title}: earned out of doors.`,
    image: `${base}/badges/${classId(badge)}/image`,
    criteria: { narrative: 'Turn up, dig, share the harvest.' },
    tags: ['soil', 'patience'],
    issuer: expand.includes('badge.issuer') ? issuerProfile(badge) : `${base}/issuers/${issuerId(badge)}?v=2_0`,
  };
}

function issuerProfile(badge: WorldBadge): object {
  return {
    '@context': 'https://w3id.org/openbadges/v2',
    type: 'Issuer',
    id: `https://${hostOf(badge)}/public/issuers/${issuerId(badge)}?v=2_0`,
    name: badge.issuer,
    url: 'https://lindow-allotments.example/',
    email: 'hello@lindow-allotments.example',
  };
}

/** A collection that somebody shares. The server writes the assertions into it, and its owner's name (badgr-server, `BackpackCollection`). */
function collection(expand: readonly string[]): object {
  const inner = expand.flatMap((path) => (path.startsWith('badges.') ? path.slice('badges.'.length) : []));
  return {
    '@context': 'https://w3id.org/openbadges/v2',
    type: 'Collection',
    id: `${COLLECTION_ADDRESS}?v=2_0`,
    name: 'On the water',
    description: '',
    entityId: badgrId('collection'),
    owner: { firstName: MARISOL.name.split(' ')[0], lastName: MARISOL.name.split(' ')[1] },
    badges: COLLECTED.map((badge) => assertion(badge, inner)),
  };
}

/** Badgr's regions and Parchment: HTML or JSON by Accept, revoked is a 200, one region is down and one limits. */
export const badgr: Site = {
  hosts: [
    ...['', 'eu.', 'ca.', 'au.'].flatMap((region) => [
      `api.${region}badgr.io`,
      `${region}badgr.io`,
      `${region}badgr.com`,
    ]),
    'badges.parchment.com',
  ],
  answer({ host, url, headers, listKnobsOf }): SiteAnswer {
    if (host === hostOf(UNDECIDED)) return { status: 503, body: 'Down for repairs' };
    if (host === hostOf(RATE_LIMITED)) return { status: 429, headers: { 'retry-after': '600' }, body: 'Slow down' };
    if (!host.startsWith('api.') && host !== 'badges.parchment.com') {
      return redirectReply(`https://api.${host.replace(/\.com$/, '.io')}${url.pathname}${url.search}`);
    }
    const hash = /^\/public\/collections\/([\da-f]{32})$/.exec(url.pathname)?.[1];
    if (hash !== undefined) {
      const shared = host === 'api.badgr.io' && hash === COLLECTION_HASH && !listKnobsOf(hash).gone;
      return shared
        ? jsonReply(collection(url.searchParams.getAll('expand')), {
            headers: { 'content-type': 'application/ld+json' },
          })
        : jsonReply({ detail: 'Not found.' }, { status: 404 });
    }
    const match = /^\/public\/(assertions|badges|issuers)\/([\w-]{22})(\.json|\/image)?$/.exec(url.pathname);
    if (!match) return null;
    const [, kind, id, tail] = match;
    const badge = [...badges.values()].find(
      (b) => hostOf(b) === host && id === (kind === 'assertions' ? b.id : kind === 'badges' ? classId(b) : issuerId(b)),
    );
    if (!badge) return jsonReply({ detail: 'Not found.' }, { status: 404 });
    if (tail === '/image') {
      if (isRevoked(badge)) return null;
      return { headers: { 'content-type': 'image/png' }, body: medalPng(badge.title) };
    }
    if (String(headers.accept ?? '').includes('text/html') && tail !== '.json') {
      return htmlReply('<!doctype html><title>Badgr</title><div id="app">The page is drawn by script.</div>');
    }
    const expand = url.searchParams.getAll('expand');
    const type = { headers: { 'content-type': 'application/ld+json' } };
    if (kind === 'assertions') return jsonReply(assertion(badge, expand), type);
    if (kind === 'badges') return jsonReply(badgeClass(badge, expand), type);
    return jsonReply(issuerProfile(badge), type);
  },
};
