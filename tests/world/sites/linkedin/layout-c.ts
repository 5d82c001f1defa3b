import type { WorldBadge } from '../../cast/badge.ts';
import { esc, type WorldReply } from '../../server/site.ts';
import type { Profile } from './profile.ts';
import { linkedinPage } from './shell.ts';

function tracked(address: string, place: string): string {
  const url = new URL(address);
  const [front = '', ...hash] = address.split('#');
  return `${front}${url.search ? '&' : front.endsWith('?') ? '' : '?'}trk=${place}${hash.length ? `#${hash.join('#')}` : ''}`;
}

function item(badge: WorldBadge): string {
  return `<li class="profile-section-card row"><div class="logo"></div><div class="column">
<h3 style="margin:0;font-size:18px"><a data-tracking-control-name="public_profile_certification-title" href="${esc(tracked(badge.address, 'public_profile_certification-title'))}">
${esc(badge.title)}</a></h3><h4 class="soft" style="margin:0"><a href="https://www.linkedin.com/company/x?trk=public_profile_profile-section-card_subtitle-click">${esc(badge.issuer)}</a></h4>
<div class="soft"><span><time>${esc(badge.said)}</time></span></div>
<div><a class="button" data-tracking-control-name="public_profile_see-credential" rel="nofollow" target="_blank" href="${esc(tracked(badge.address, 'public_profile_see-credential'))}">See credential</a></div></div></li>`;
}

/** Layout C: the public, logged-out page: h1, direct links with ?trk=, two per credential. */
export function layoutC({ person, badges }: Profile): WorldReply {
  return linkedinPage(
    `${person.name} - ${person.headline} | LinkedIn`,
    `<main class="main" id="main-content"><section class="top-card-layout"><h1 class="top-card-layout__title">
${esc(person.name)}
</h1><h2 class="top-card-layout__headline">${esc(person.headline)}</h2><h3 class="soft">${esc(person.place)}</h3>
<a href="https://www.linkedin.com/redir/redirect?url=https%3A%2F%2Ftamsin%2Eexample&urlhash=Qz1T&trk=public_profile_topcard-website">Website</a></section>
<section class="core-section-container certifications" data-section="certifications"><h2>Licenses &amp; Certifications</h2><ul>${badges.map(item).join('')}</ul></section></main>`,
  );
}
