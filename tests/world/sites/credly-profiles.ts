import { day } from '../cast/dates.ts';
import { uuid } from '../cast/ids.ts';
import {
  BERTILS,
  COLLECTED,
  CREDLY_PROFILES,
  type CredlyProfile,
  MARISOLS,
  type ProfileBadge,
} from '../cast/profiles.ts';
import type { ListKnobs } from '../server/control.ts';
import { esc, htmlReply, jsonReply, redirectReply, type WorldReply } from '../server/site.ts';

const ORIGIN = 'https://www.credly.com';
const PER_PAGE = 48;
const missing: WorldReply = jsonReply({ data: { message: 'Resource not found.' } }, { status: 404 });
/** What Credly answers about members: `/users/<name>`, its pages of badges, and what they imported from elsewhere. Null: another address. */
export function credlyProfiles(url: URL, knobsOf: (slug: string) => ListKnobs): WorldReply | null {
  const [, name = '', tail = ''] = /^\/users\/([^/]+)(\/badges(?:\.json)?)?$/.exec(url.pathname) ?? [];
  const [, account = ''] = /^\/api\/v1\/users\/([^/]+)\/external_badges\/open_badges\/public$/.exec(url.pathname) ?? [];
  const type = /^\/org\/northlight\/badge\/([\w-]+)$/.exec(url.pathname)?.[1];
  if (type !== undefined) return typePage(type);
  if (name === '' && account === '') return null;
  const profile = CREDLY_PROFILES.find((one) => one.person.slug === name || one.account === (account || name));
  const knobs = profile ? knobsOf(profile.person.slug) : {};
  if (!profile || knobs.gone) return missing;
  if (knobs.closed) return redirectReply(`${ORIGIN}/users/sign_in`);
  if (account !== '') return imported(profile);
  if (tail === '') return jsonReply({ data: { id: profile.account, vanity_slug: profile.person.slug, public: true } });
  const page = Math.max(1, Number(url.searchParams.get('page') ?? 1) || 1);
  return pageOf(profile, profile.badges.slice(0, profile.shown + (knobs.added ?? 0)), page);
}

const slugOf = (title: string) => title.toLowerCase().replace(/[^a-z0-9]+/g, '-');

/** A badge's type, which is nobody's. One that is no longer awarded has no page. */
function typePage(slug: string): WorldReply | null {
  const held = CREDLY_PROFILES.flatMap(({ badges }) => badges).find(({ badge }) => slugOf(badge.title) === slug);
  return held && !held.retired ? htmlReply(`<!doctype html><title>${esc(held.badge.title)}</title>`) : null;
}

/** Newest first, so that what is added stands on the first page. */
function pageOf(profile: CredlyProfile, shown: readonly ProfileBadge[], page: number): WorldReply {
  const pages = Math.max(1, Math.ceil(shown.length / PER_PAGE));
  const items = (profile === BERTILS ? shown.toReversed() : shown).slice((page - 1) * PER_PAGE, page * PER_PAGE);
  const address = (n: number) => `${ORIGIN}/users/${profile.person.slug}/badges.json?page=${n}`;
  return jsonReply({
    data: items.map(listed),
    metadata: {
      count: items.length,
      current_page: page,
      total_count: shown.length,
      total_pages: pages,
      per: PER_PAGE,
      previous_page_url: page > 1 ? address(page - 1) : null,
      next_page_url: page < pages ? address(page + 1) : null,
    },
  });
}

function listed({ badge, state, isPrivate, issuedOn, expires }: ProfileBadge): object {
  const issuer = {
    summary: `issued by ${badge.issuer}`,
    entities: [
      {
        label: 'Issued by',
        primary: true,
        entity: { type: 'Organization', id: uuid(`issuer ${badge.issuer}`), name: badge.issuer, verified: false },
      },
    ],
  };
  const slug = slugOf(badge.title);
  return {
    id: badge.id,
    issued_at_date: issuedOn,
    expires_at_date: expires ?? null,
    issued_to: badge.holder.name,
    locale: 'en',
    public: !isPrivate && state === 'accepted',
    state,
    issued_at: `${issuedOn}T12:00:00.000-05:00`,
    earner_path: `/users/${badge.holder.slug}`,
    is_private_badge: isPrivate,
    user_is_earner: false,
    issuer,
    badge_template: {
      id: uuid(`class of ${badge.title}`),
      name: badge.title,
      description: `Earners of ${badge.title} have shown their work to people who know the trade.`,
      vanity_slug: slug,
      url: `${ORIGIN}/org/northlight/badge/${slug}`,
      issuer,
      skills: [{ id: uuid('skill'), name: 'Careful Work', vanity_slug: 'careful-work' }],
    },
    image_url: `https://images.credly.com/images/${uuid(`class of ${badge.title}`)}/image.png`,
  };
}

/** One badge of a rowing club, which Marisol showed to Credly. */
function imported(profile: CredlyProfile): WorldReply {
  const data = (profile === MARISOLS ? COLLECTED.slice(0, 1) : []).map((badge) => ({
    id: uuid(`imported ${badge.id}`),
    public: true,
    external_badge: {
      badge_name: badge.title,
      issuer_name: badge.issuer,
      issued_at_date: day(-150),
      expires_at_date: null,
      badge_url: badge.address,
      image_url: `${badge.address}/image`,
    },
  }));
  return jsonReply({
    data,
    metadata: { count: data.length, current_page: 1, total_count: data.length, total_pages: 1, per: PER_PAGE },
  });
}
