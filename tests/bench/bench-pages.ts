import { bulkBadge } from '../world/cast/catalogue.ts';
import { days } from '../world/cast/dates.ts';
import { badgrId, sha256 } from '../world/cast/ids.ts';
import { TAMSIN } from '../world/cast/people.ts';
import { esc, htmlReply, jsonReply, type Site } from '../world/server/site.ts';
import { linkedin } from '../world/sites/linkedin/index.ts';

/** Hosts of one kind that each have an endless supply of badges here. */
export const BADGR_HOSTS: readonly string[] = ['api.badgr.io', 'api.au.badgr.io', 'badges.parchment.com'];

/** `one`: all badges on Credly. `four`: a quarter each on Credly and three Badgr hosts. */
export type Spread = 'one' | 'four';

/** Address of a page with `count` badges that no other page shows: of the supply from number `from` on. */
export function benchPage(spread: Spread, count: number, from: number): string {
  return `https://www.linkedin.com/bench/?spread=${spread}&count=${count}&from=${from}`;
}

function addressOf(spread: string | null, n: number): string {
  const host = spread === 'four' ? BADGR_HOSTS[(n % 4) - 1] : undefined;
  return host ? `https://${host}/public/assertions/${badgrId(`bench-${n}`)}` : bulkBadge(n).address;
}

/** Notes the milliseconds (of `performance.now`) at which the first mark stood, and at which the last one had its answer. */
const WATCH = `window.took = {};
const settled = 'touchstone-mark[data-verdict]:not([data-verdict=""],[data-verdict=pending],[data-verdict=unchecked])';
new MutationObserver(() => {
  const now = performance.now();
  took.first ??= document.querySelector('touchstone-mark') ? now : undefined;
  if (!took.last && document.querySelectorAll(settled).length >= WANTED) took.last = now;
}).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['data-verdict'] });`;

/** LinkedIn with pages that hold as many badges as one likes, all of them in view. */
export const benchLinkedin: Site = {
  hosts: linkedin.hosts,
  answer(request) {
    const { pathname, searchParams: query } = request.url;
    if (pathname !== '/bench/') return linkedin.answer(request);
    const count = Number(query.get('count'));
    const from = Number(query.get('from'));
    const links = Array.from(
      { length: count },
      (_, n) => `<p><a href="${esc(addressOf(query.get('spread'), from + n))}">Course ${from + n}</a></p>`,
    );
    return htmlReply(
      `<!doctype html><html lang="en"><meta charset="utf-8"><title>${esc(TAMSIN.name)} | LinkedIn</title>
<style>body{margin:8px;font:12px/1.5 sans-serif}main{display:grid;grid-template-columns:repeat(8,1fr)}h1{font-size:14px}p{margin:4px}</style>
<script>${WATCH.replace('WANTED', String(count))}</script>
<h1>${esc(TAMSIN.name)}</h1><main>${links.join('')}</main></html>`,
    );
  },
};

/** Badgr hosts that know every id: one answer holds the assertion, its class and its issuer, as Badgr gives it when asked to expand. */
export const benchBadgr: Site = {
  hosts: BADGR_HOSTS,
  answer({ host, url }) {
    const id = /^\/public\/assertions\/([\w-]{22})$/.exec(url.pathname)?.[1];
    if (!id) return null;
    const base = `https://${host}/public`;
    const context = { '@context': 'https://w3id.org/openbadges/v2' };
    const issuer = {
      ...context,
      type: 'Issuer',
      id: `${base}/issuers/${badgrId('bench issuer')}?v=2_0`,
      name: 'Lindow Allotment Friends',
      url: 'https://lindow-allotments.example/',
    };
    const badge = {
      ...context,
      type: 'BadgeClass',
      id: `${base}/badges/${badgrId('bench class')}?v=2_0`,
      name: 'Community Gardener',
      description: 'Earned out of doors.',
      image: `${base}/badges/${badgrId('bench class')}/image`,
      criteria: { narrative: 'Turn up, dig, share the harvest.' },
      issuer,
    };
    return jsonReply({
      ...context,
      type: 'Assertion',
      id: `${base}/assertions/${id}?v=2_0`,
      badge,
      verification: { type: 'HostedBadge' },
      issuedOn: days(-150),
      recipient: { type: 'email', identity: sha256(TAMSIN.email), hashed: true },
    });
  },
};
