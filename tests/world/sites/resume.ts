import type { WorldBadge } from '../cast/badge.ts';
import {
  ACCREDIBLE,
  bulkBadge,
  CATALOGUE,
  EXPIRED,
  GENUINE,
  IMPOSTOR,
  REVOKED,
  REVOKED_BADGR,
  SOMEONE_ELSES,
  UNVETTED,
} from '../cast/catalogue.ts';
import { TAMSIN } from '../cast/people.ts';
import { BAKED, SIGNED } from '../cast/signed.ts';
import { medalPng } from '../server/picture.ts';
import { esc, htmlReply, type Site } from '../server/site.ts';
import { githubReadme } from './github-readme.ts';
import { jsonResume } from './json-resume.ts';

export const RESUME_HOST = 'tamsin.okafor-lund.example';
export const RESUME = `https://${RESUME_HOST}/`;
export const JSON_RESUME = `${RESUME}jsonresume/`;
export const SIGNED_PAGE = `${RESUME}signed/`;
export const LIVE_EMBED = `${RESUME}live-embed/`;
export const GITHUB_README = `https://github.com/${TAMSIN.slug}`;

/** The badge that stands in a frame of the résumé's own origin. */
export const FRAMED = bulkBadge(4100);
/** Everything the résumé shows: the whole cast, each in one of the ways in which people put badges on their sites, and one in a frame. */
export const RESUME_BADGES: readonly WorldBadge[] = [...CATALOGUE, FRAMED];

const STYLE = `:root{color-scheme:light dark}body{font:17px/1.6 Georgia,serif;max-inline-size:720px;margin:48px auto;padding-inline:20px}
li{margin-block:6px}.medals{display:flex;gap:16px;flex-wrap:wrap;align-items:start}.medal img{display:block}blockquote{margin:0;border-inline-start:3px solid;padding-inline-start:12px}`;

const SPECIAL: readonly WorldBadge[] = [SOMEONE_ELSES, REVOKED, UNVETTED, IMPOSTOR, ACCREDIBLE, REVOKED_BADGR];

/** A personal page without any framework: links, pictures, embeds, an open shadow root and a frame. */
function site(): string {
  const plain = CATALOGUE.filter((badge) => !SPECIAL.includes(badge))
    .map((badge) => `<li><a href="${esc(badge.address)}">${esc(badge.title)}</a>, ${esc(badge.issuer)}</li>`)
    .join('\n');
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${esc(TAMSIN.name)}: résumé</title><style>${STYLE}</style></head><body>
<header class="h-card"><h1 class="p-name">${esc(TAMSIN.name)}</h1><p class="p-note">${esc(TAMSIN.headline)}. <a class="u-email" href="mailto:${esc(TAMSIN.email)}">Write to me</a></p></header>
<main><h2>Certificates</h2><ul>${plain}</ul>
<h2>Medals</h2><div class="medals">
<a class="medal" href="${esc(SOMEONE_ELSES.address)}"><img src="/medal.png?1" width="96" height="96" alt="${esc(SOMEONE_ELSES.title)}"></a>
<div data-iframe-width="150" data-iframe-height="270" data-share-badge-id="${REVOKED.id}" data-share-badge-host="https://www.credly.com"></div>
<iframe title="Accredible" width="200" height="120" src="https://www.credential.net/embed/${ACCREDIBLE.id}?embedVersion=1"></iframe>
<iframe title="Badgr" width="330" height="186" src="${esc(IMPOSTOR.address)}?embedVersion=1&embedWidth=330&embedHeight=186"></iframe>
</div>
<blockquote class="badgr-badge"><a href="${esc(UNVETTED.address)}"><img src="/medal.png?2" width="96" height="96" alt=""></a><p>${esc(UNVETTED.title)}</p></blockquote>
<div id="host"></div><iframe title="Courses" src="/courses/" width="600" height="90"></iframe></main>
<script>document.querySelector('#host').attachShadow({ mode: 'open' }).innerHTML = '<p>In a shadow: <a href="${esc(REVOKED_BADGR.address)}">${esc(REVOKED_BADGR.title)}</a></p>';</script></body></html>`;
}

const courses = `<!doctype html><html lang="en"><title>Courses</title><meta name="color-scheme" content="light dark"><p><a href="${esc(FRAMED.address)}">${esc(FRAMED.title)}</a></p></html>`;

/** Signed badges: links, and a picture that is one. */
const signed = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${esc(TAMSIN.name)}: signed badges</title><style>${STYLE}</style></head><body>
<header class="h-card"><h1 class="p-name">${esc(TAMSIN.name)}</h1></header><main><h2>Signed</h2><ul>
${SIGNED.filter((badge) => badge !== BAKED)
  .map((badge) => `<li><a href="${esc(badge.address)}">${esc(badge.title)}</a>, ${esc(badge.issuer)}</li>`)
  .join('\n')}
</ul><h2>Medals</h2><div class="medals"><img src="${esc(BAKED.address)}" width="96" height="96" alt="${esc(BAKED.title)}"></div></main></body></html>`;

const liveEmbed = `<!doctype html><html lang="en"><head><title>${esc(TAMSIN.name)}</title></head><body><header class="h-card"><h1 class="p-name">${esc(TAMSIN.name)}</h1></header>
${[GENUINE, EXPIRED].map((badge) => `<div data-iframe-width="150" data-iframe-height="270" data-share-badge-id="${badge.id}"></div>`).join('\n')}
<script async src="//cdn.credly.com/assets/utilities/embed.js"></script></body></html>`;

/** Tamsin's own site, a JSON Resume theme, and a README as GitHub shows it. */
export const resume: Site = {
  hosts: [RESUME_HOST, 'github.com', 'camo.githubusercontent.com'],
  answer({ host, url }) {
    if (host === 'camo.githubusercontent.com' || url.pathname === '/medal.png') {
      return { headers: { 'content-type': 'image/png' }, body: medalPng(url.href) };
    }
    if (host === 'github.com') return url.pathname === `/${TAMSIN.slug}` ? githubReadme() : null;
    switch (url.pathname) {
      case '/':
        return htmlReply(site());
      case '/courses/':
        return htmlReply(courses);
      case '/jsonresume/':
        return jsonResume();
      case '/signed/':
        return htmlReply(signed);
      case '/live-embed/':
        return htmlReply(liveEmbed);
      default:
        return null;
    }
  },
};
