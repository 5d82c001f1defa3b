import { EXPIRED, GENUINE, NOT_FOUND, PROFILE, SOMEONE_ELSES } from '../cast/catalogue.ts';
import { uuid } from '../cast/ids.ts';
import { TAMSIN } from '../cast/people.ts';
import { esc, htmlReply, type WorldReply } from '../server/site.ts';

const MEDALS = [GENUINE, EXPIRED, SOMEONE_ELSES, NOT_FOUND] as const;

/** What the README shows; the picture's id is not the badge's, and shields are no credentials. */
export const README_BADGES = [...MEDALS, PROFILE] as const;

/** A profile README as GitHub renders it, under a policy that forbids every inline style and script. */
export function githubReadme(): WorldReply {
  const medals = MEDALS.map(
    (badge) =>
      `<a href="${esc(badge.address.replace('https:', 'http:'))}" title="${esc(badge.title)}" rel="nofollow"><img src="https://camo.githubusercontent.com/${uuid(badge.role)}" alt="${esc(badge.title)}" data-canonical-src="https://images.credly.com/size/90x90/images/${uuid(`picture ${badge.role}`)}/image.png" width="90" height="90"></a>`,
  ).join('\n');
  return htmlReply(
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${TAMSIN.slug} (${esc(TAMSIN.name)}) · GitHub</title><meta property="og:type" content="profile"><meta property="profile:username" content="${TAMSIN.slug}"></head><body>
<main><h1 class="vcard-names"><span class="p-name vcard-fullname" itemprop="name">${esc(TAMSIN.name)}</span><span class="p-nickname vcard-username" itemprop="additionalName">${TAMSIN.slug}</span></h1>
<article class="markdown-body"><p dir="auto">${medals}</p><p><a href="${esc(PROFILE.address)}">${esc(PROFILE.title)}</a></p>
<p><img src="https://camo.githubusercontent.com/shield" alt="HTML5" data-canonical-src="https://img.shields.io/badge/HTML5-E34F26"></p></article></main></body></html>`,
    {
      headers: {
        'content-security-policy':
          "default-src 'none'; img-src https:; style-src github.githubassets.com; require-trusted-types-for 'script'",
      },
    },
  );
}
