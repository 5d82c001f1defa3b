import type { WorldBadge } from '../../cast/badge.ts';
import { hexId } from '../../cast/ids.ts';
import { PEOPLE } from '../../cast/people.ts';
import { esc, type WorldReply } from '../../server/site.ts';
import { type Profile, profileAddress } from './profile.ts';
import { linkedinPage } from './shell.ts';

/** Every text stands twice: once for eyes, once for screen readers. */
function twice(text: string): string {
  return `<span aria-hidden="true"><!---->${esc(text)}<!----></span><span class="visually-hidden"><!---->${esc(text)}<!----></span>`;
}

function item(badge: WorldBadge): string {
  const href = esc(badge.address);
  return `<li class="row artdeco-list__item ${hexId(badge.role, 18)}"><!---->
<div><a data-field="entity_image_licenses_and_certifications" target="_self" href="https://www.linkedin.com/company/${Number.parseInt(hexId(badge.issuer, 6), 16)}/"><div class="logo"></div></a></div>
<div class="column" data-view-name="profile-component-entity">
<a data-field="entity_image_licenses_and_certifications" class="optional-action-target-wrapper column" target="_self" href="${href}">
<div><span class="strong">${twice(badge.title)}</span></div><span class="soft">${twice(badge.issuer)}</span><span class="soft">${twice(badge.said)}</span></a>
<div class="pvs-entity__sub-components"><ul><li><div><a class="artdeco-button button" target="_self" aria-label="Show credential for ${esc(badge.title)}" href="${href}">
<span class="pvs-navigation__text">Show credential</span></a></div></li></ul></div></div></li>`;
}

/** Soft navigation as LinkedIn does it: the address changes first, the old content stays for a while; and a list that is drawn again. */
const SCRIPT = `
const drawn = document.querySelector('#certifications ul').innerHTML;
async function show(address) {
  const page = new DOMParser().parseFromString(await (await fetch(address)).text(), 'text/html');
  await new Promise((done) => setTimeout(done, 60));
  document.title = page.title;
  document.querySelector('main').replaceWith(document.adoptNode(page.querySelector('main')));
  document.documentElement.dataset.shown = new URL(address, location.href).pathname;
}
document.addEventListener('click', (event) => {
  const link = event.target.closest?.('a[data-soft]');
  if (!link) return;
  event.preventDefault();
  history.pushState(null, '', link.getAttribute('href'));
  show(link.href);
});
addEventListener('popstate', () => show(location.href));
window.world = {
  redraw() { document.querySelector('#certifications ul').innerHTML = drawn; },
  strip() { for (const odd of document.querySelectorAll('main touchstone-mark')) odd.remove(); },
};`;

/** Layout A: logged in, Ember "pvs": h1, a section with an anchor id, two links per credential and one to the company. */
export function layoutA({ person, badges }: Profile): WorldReply {
  const others = PEOPLE.filter((one) => one !== person)
    .map((one) => `<li><a data-soft href="${new URL(profileAddress('a', one)).pathname}">${twice(one.name)}</a></li>`)
    .join('');
  return linkedinPage(
    `(2) ${person.name} | LinkedIn`,
    `<main class="scaffold-layout__main"><section class="artdeco-card" data-member-id="40817263"><div class="logo"></div>
<h1 class="text-heading-xlarge inline t-24">${esc(person.name)}</h1><div class="text-body-medium">${esc(person.headline)}</div><span class="soft">${esc(person.place)}</span></section>
<section class="artdeco-card pv-profile-card" data-view-name="profile-card" id="certifications"><div id="licenses_and_certifications" class="pv-profile-card__anchor"></div>
<h2 class="pvs-header__title">${twice('Licenses & certifications')}</h2><ul>${badges.map(item).join('')}</ul></section>
<section class="artdeco-card"><h2>${twice('More profiles for you')}</h2><ul>${others}</ul></section>
<code style="display:none" id="bpr-guid-104">{"data":{"url":"https://www.credly.com/badges/00000000-aaaa-4bbb-8ccc-dddddddddddd"}}</code></main>`,
    SCRIPT,
  );
}
