import { keyOf, type WorldBadge } from '../cast/badge.ts';
import { BULK_SUPPLY, bulkBadge, CATALOGUE, GENUINE, NOT_FOUND } from '../cast/catalogue.ts';
import { days } from '../cast/dates.ts';
import { sha256, uuid } from '../cast/ids.ts';
import { CREDLY_PROFILES } from '../cast/profiles.ts';
import { medalPng } from '../server/picture.ts';
import { esc, htmlReply, jsonReply, redirectReply, type Site, type WorldReply } from '../server/site.ts';
import { credlyProfiles } from './credly-profiles.ts';
import { credlySigned } from './credly-signed.ts';
import { hostileAnswer } from './hostile-answers.ts';

const ORIGIN = 'https://www.credly.com';
const API = `${ORIGIN}/api/v1/obi/v2`;
const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';

const missing: WorldReply = jsonReply({ data: { message: 'Resource not found.' } }, { status: 404 });

const badges = new Map<string, WorldBadge>();
for (const badge of CATALOGUE) if (badge.platform === 'credly' && badge !== NOT_FOUND) badges.set(badge.id, badge);
for (let n = 0; n < BULK_SUPPLY; n++) {
  const badge = bulkBadge(n);
  badges.set(badge.id, badge);
}
for (const { badge } of CREDLY_PROFILES.flatMap((profile) => profile.badges)) badges.set(badge.id, badge);

const isRevoked = (badge: WorldBadge) => badge.expect.verdict === 'revoked';
const isExpired = (badge: WorldBadge) => badge.expect.verdict === 'expired';
/** Neither a badge that was not accepted nor a private one is anybody's to see. */
const isClosed = (badge: WorldBadge) => badge.expect.verdict === 'not-found';

const classId = (badge: WorldBadge) => uuid(`class of ${badge.title}`);
const issuerId = (badge: WorldBadge) => uuid(`issuer ${badge.issuer}`);
const issuerPath = (badge: WorldBadge) => `${API}/issuers/${issuerId(badge)}`;
const classes = new Map([...badges.values()].map((badge) => [classId(badge), badge]));
const issuers = new Map([...badges.values()].map((badge) => [issuerId(badge), badge.issuer]));

function assertion(id: string): WorldReply {
  const badge = badges.get(id);
  if (!badge || isClosed(badge)) return missing;
  if (isRevoked(badge)) return jsonReply({ data: { message: 'This badge has been revoked.' } }, { status: 410 });
  return jsonReply({
    '@context': 'https://w3id.org/openbadges/v2',
    badge: `${issuerPath(badge)}/badge_classes/${classId(badge)}`,
    // Badges that never end have no such member at all.
    ...(isExpired(badge) ? { expires: days(-200) } : badge === GENUINE ? { expires: days(400) } : {}),
    evidence: [],
    id: `${API}/badge_assertions/${id}`,
    issuedOn: days(isExpired(badge) ? -930 : -330),
    recipient: { type: 'email', identity: sha256(badge.holder.email), hashed: true },
    type: 'Assertion',
    verification: { type: 'hosted' },
  });
}

function badgeClass(id: string): WorldReply {
  const badge = classes.get(id);
  if (!badge) return missing;
  return jsonReply({
    '@context': 'https://w3id.org/openbadges/v2',
    type: 'BadgeClass',
    id: `${issuerPath(badge)}/badge_classes/${id}`,
    name: badge.title,
    description: `Earners of ${badge.title} have shown their work to people who know the trade.`,
    image: { id: `https://images.credly.com/images/${id}/image.png` },
    tags: ['Careful Work', 'Plain Speech'],
    criteria: `${ORIGIN}/org/northlight/badge/${badge.title.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`,
    issuer: issuerPath(badge),
  });
}

function issuer(id: string): WorldReply {
  const name = issuers.get(id);
  if (!name) return missing;
  return jsonReply({
    '@context': 'https://w3id.org/openbadges/v2',
    type: 'Issuer',
    id: `${API}/issuers/${id}`,
    name,
    url: `https://${name.toLowerCase().replace(/[^a-z]+/g, '-')}.example/`,
    email: 'badges@post.example',
  });
}

/** The public page: knows the holder by name; answers 200 without any og: tag for an unknown badge, and 500 to who wants JSON. */
function page(id: string, accept: string): WorldReply {
  if (accept.includes('json') && !accept.includes('html')) return jsonReply({ error: 'internal' }, { status: 500 });
  const badge = badges.get(id);
  if (!badge || isRevoked(badge) || isClosed(badge))
    return htmlReply('<!doctype html><html><head><title>Credly</title></head><body></body></html>');
  const title = `${badge.title}${isExpired(badge) ? ' (Expired)' : ''} was issued by ${badge.issuer} to ${badge.holder.name}.`;
  return htmlReply(
    `<!doctype html><html lang="en"><head><title>Credly</title><meta property="og:title" content="${esc(title)}">` +
      `<meta property="og:url" content="${ORIGIN}/badges/${id}"></head><body data-badge="${esc(keyOf(badge))}"></body></html>`,
  );
}

const EMBED_SCRIPT = `for (const place of document.querySelectorAll('[data-share-badge-id]')) {
  const frame = document.createElement('iframe');
  frame.src = 'https://www.credly.com/embedded_badge/' + place.dataset.shareBadgeId;
  frame.width = place.dataset.iframeWidth; frame.height = place.dataset.iframeHeight; frame.style.border = '0';
  place.replaceWith(frame);
}`;

/** Credly, its API host, its old name and its pictures. */
export const credly: Site = {
  hosts: [
    'www.credly.com',
    'credly.com',
    'api.credly.com',
    'www.youracclaim.com',
    'images.credly.com',
    'cdn.credly.com',
  ],
  answer({ host, url, headers, listKnobsOf }) {
    const path = url.pathname;
    if (host === 'images.credly.com') return { headers: { 'content-type': 'image/png' }, body: medalPng(path) };
    if (host === 'cdn.credly.com') return { headers: { 'content-type': 'text/javascript' }, body: EMBED_SCRIPT };
    if (host !== 'www.credly.com' && host !== 'api.credly.com') return redirectReply(`${ORIGIN}${path}`, 301);
    const part = (pattern: string) => new RegExp(`^${pattern}$`).exec(path)?.[1] ?? '';
    const asserted = part(`(?:/api)?/v1/obi/v2/badge_assertions/(${UUID})`);
    if (asserted) return hostileAnswer(asserted) ?? assertion(asserted);
    const classed = part(`(?:/api)?/v1/obi/v2/issuers/${UUID}/badge_classes/(${UUID})`);
    if (classed) return badgeClass(classed);
    const issued = part(`(?:/api)?/v1/obi/v2/issuers/(${UUID})`);
    if (issued) return issuer(issued);
    const shown = part(`/badges/(${UUID})(?:/.*)?`);
    if (shown) return page(shown, String(headers.accept ?? ''));
    if (path.startsWith('/api/v1/obi/v3/')) return credlySigned(path);
    if (path.startsWith('/go/')) return redirectReply(`${ORIGIN}/badges/${GENUINE.id}/public_url`);
    const members = credlyProfiles(url, listKnobsOf);
    if (members) return members;
    const embedded = part(`/embedded_badge/(${UUID})`);
    if (embedded) {
      return htmlReply(
        `<!doctype html><title>Badge</title><a target="_top" href="${ORIGIN}/badges/${embedded}"><img alt="Badge" src="https://images.credly.com/images/${embedded}/image.png"></a>`,
      );
    }
    return null;
  },
};
