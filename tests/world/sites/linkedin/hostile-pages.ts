import { keyOf } from '../../cast/badge.ts';
import { EXPIRED, GENUINE, REVOKED } from '../../cast/catalogue.ts';
import { esc, type WorldReply } from '../../server/site.ts';
import { HOSTILE_LINKS } from './hostile-links.ts';
import { linkedinPage } from './shell.ts';

/** Where the hostile link page is. */
export const HOSTILE_LINKS_ADDRESS = 'https://www.linkedin.com/pulse/hostile-links/';

const rows = [GENUINE, EXPIRED, REVOKED]
  .map(
    (badge) => `<li class="row"><div class="column"><a href="${esc(badge.address)}">${esc(badge.title)}</a></div></li>`,
  )
  .join('');

const list = `<main><section><h2>Badges</h2><ul>${rows}</ul></section></main>`;

/** Takes every mark away as soon as it comes, and counts. */
const DELETES = `let removed = 0;
const away = (root) => { for (const mark of root.querySelectorAll?.('touchstone-mark') ?? []) { mark.remove(); removed++; } };
new MutationObserver((records) => { for (const r of records) for (const n of r.addedNodes) { if (n.localName === 'touchstone-mark') { n.remove(); removed++; } else away(n); } })
  .observe(document.documentElement, { childList: true, subtree: true });
window.world = { removed: () => removed };`;

/** Draws marks of its own, and takes the name of the element for itself. */
const FAKES = `window.world = { upgraded: 0 };
customElements.define('touchstone-mark', class extends HTMLElement {
  connectedCallback() { window.world.upgraded++; this.dataset.verdict = 'verified'; this.dataset.tone = 'ok'; this.shadowRoot?.replaceChildren('Verified'); }
});`;

/** Pages under /pulse/ that work against the extension. */
export function hostilePage(name: string): WorldReply | null {
  switch (name) {
    case 'hostile-links':
      return linkedinPage(
        'Links to everywhere | LinkedIn',
        `<main><section><h2>Links to everywhere</h2><ul>${HOSTILE_LINKS.map(
          (link) => `<li class="row"><div class="column"><a href="${esc(link.href)}">${esc(link.text)}</a></div></li>`,
        ).join('')}</ul></section></main>`,
      );
    case 'deletes-marks':
      return linkedinPage('Deletes | LinkedIn', list, DELETES);
    case 'fakes-marks':
      return linkedinPage(
        'Fakes | LinkedIn',
        list.replace(
          '</section>',
          `<touchstone-mark data-badge="${esc(keyOf(REVOKED))}" data-verdict="verified" data-tone="ok" data-holder="same" data-fake>Verified</touchstone-mark></section>`,
        ),
        FAKES,
      );
    default:
      return null;
  }
}
