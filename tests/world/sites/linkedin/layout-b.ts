import type { WorldBadge } from '../../cast/badge.ts';
import { hexId } from '../../cast/ids.ts';
import { esc, type WorldReply } from '../../server/site.ts';
import type { Profile } from './profile.ts';
import { linkedinPage } from './shell.ts';

const hashed = (seed: string) => `_${hexId(seed, 8)} _${hexId(`${seed}+`, 8)}`;

/** Outgoing links stand behind LinkedIn's own redirect, dots written %2E. */
function wrapped(address: string): string {
  const target = encodeURIComponent(address).replace(/\./g, '%2E');
  return `https://www.linkedin.com/safety/go/?url=${target}&urlhash=${hexId(address, 4)}&mt=${hexId(`m${address}`, 12)}&isSdui=true`;
}

function item(badge: WorldBadge): string {
  const href = esc(wrapped(badge.address));
  return `<div class="${hashed(badge.role)}" style="padding-block:12px"><a class="${hashed('t')}" href="${href}" target="_blank"><p class="strong">${esc(badge.title)}</p><p class="soft">${esc(badge.issuer)}</p><p class="soft">${esc(badge.said)}</p></a>
<a class="${hashed('b')} button" href="${href}" target="_blank"><span>Show credential</span></a></div>`;
}

const ref = (person: string, section: string) => `com.linkedin.sdui.profile.card.ref${hexId(person, 24)}${section}`;

/** Cards come only when they scroll into view. */
const SCRIPT = `
const watch = new IntersectionObserver((entries) => {
  for (const entry of entries) {
    if (!entry.isIntersecting) continue;
    watch.unobserve(entry.target);
    const content = entry.target.querySelector('template').content.cloneNode(true);
    requestAnimationFrame(() => entry.target.replaceChildren(content));
  }
});
for (const card of document.querySelectorAll('[data-lazy]')) watch.observe(card);`;

/** Layout B: logged in, server-driven: no h1, no section ids, hashed classes, lazily drawn cards, wrapped links. */
export function layoutB({ person, badges }: Profile): WorldReply {
  const cards: string[] = [];
  for (let i = 0; i < badges.length; i += 3) {
    const items = badges
      .slice(i, i + 3)
      .map(item)
      .join('');
    cards.push(
      `<div class="card" data-lazy style="min-block-size:520px" componentkey="${ref(person.name, `Certifications${i}`)}"><template>${i ? '' : `<h2>Licenses &amp; certifications (${badges.length})</h2>`}${items}</template></div>`,
    );
  }
  return linkedinPage(
    `(7) ${person.name} | LinkedIn`,
    `<main class="${hashed('main')}"><div class="card" componentkey="${ref(person.name, 'Topcard')}"><div class="logo"></div><p class="strong" style="font-size:26px">${esc(person.name)}</p><p>${esc(person.headline)}</p><p class="soft">${esc(person.place)}</p></div>
<div class="card" style="min-block-size:60vh" componentkey="${ref(person.name, 'About')}"><h2>About</h2><p>Keeps machines quiet and people informed.</p></div>${cards.join('')}</main>`,
    SCRIPT,
  );
}
