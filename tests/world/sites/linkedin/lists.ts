import { bulkBadge } from '../../cast/catalogue.ts';
import { esc, type WorldReply } from '../../server/site.ts';
import { linkedinPage } from './shell.ts';

const PAGE = { shift: 40, window: 12, virtual: 400 } as const;

/** Addresses of the first count badges of the endless supply. */
function addresses(count: number): string[] {
  return Array.from({ length: count }, (_, n) => bulkBadge(n).address);
}

const data = (count: number) => JSON.stringify(addresses(count)).replace(/</g, '\\u003c');

/** A long plain list: count different badges. */
export function manyPage(count: number): WorldReply {
  const rows = addresses(count)
    .map(
      (address, n) =>
        `<li class="row"><div class="column"><a href="${esc(address)}">Field Course ${n}</a><span class="soft">Course ${n}</span></div></li>`,
    )
    .join('');
  return linkedinPage('Search | LinkedIn', `<main><section><h2>${count} results</h2><ul>${rows}</ul></section></main>`);
}

/** React-like reuse: eight nodes whose address and text change in place by `world.shift(n)`. */
export function reusePage(): WorldReply {
  return linkedinPage(
    'Reuse | LinkedIn',
    '<main><section><h2>Recent</h2><ul id="list"></ul></section></main>',
    `const all = ${data(PAGE.shift)};
const list = document.querySelector('#list');
for (let n = 0; n < 8; n++) list.insertAdjacentHTML('beforeend', '<li class="row"><div class="column"><a></a><span class="soft">Somebody</span></div></li>');
const draw = (from) => [...list.querySelectorAll('a')].forEach((a, n) => { a.href = all[from + n]; a.textContent = 'Field Course ' + (from + n); });
draw(0);
window.world = { shift: draw, plain() { for (const a of list.querySelectorAll('a')) a.href = 'https://www.linkedin.com/company/1/'; } };`,
  );
}

/** A virtualised list: 400 rows, of which only those in view exist. */
export function virtualPage(): WorldReply {
  return linkedinPage(
    'Virtual | LinkedIn',
    '<main><section><div id="box" style="block-size:480px;overflow:auto"><ul id="list" style="position:relative"></ul></div></section></main>',
    `const all = ${data(PAGE.virtual)}; const tall = 64;
const box = document.querySelector('#box'), list = document.querySelector('#list');
list.style.blockSize = all.length * tall + 'px';
const live = new Map();
function draw() {
  const first = Math.max(0, Math.floor(box.scrollTop / tall) - 2), last = Math.min(all.length, first + ${PAGE.window});
  for (const [n, row] of live) if (n < first || n >= last) { row.remove(); live.delete(n); }
  for (let n = first; n < last; n++) if (!live.has(n)) {
    const row = document.createElement('li'); row.style.cssText = 'position:absolute;inset-inline:0;block-size:' + tall + 'px;inset-block-start:' + n * tall + 'px';
    const link = document.createElement('a'); link.href = all[n]; link.textContent = 'Field Course ' + n; row.append(link); list.append(row); live.set(n, row);
  }
}
box.addEventListener('scroll', draw); draw();
window.world = { live: () => live.size };`,
  );
}

/** A feed that grows at its end, and by `world.grow(n)`. Every fifth post shows a badge, the others only talk. */
export function feedPage(): WorldReply {
  return linkedinPage(
    'Feed | LinkedIn',
    '<main><div id="feed"></div><div id="end" style="block-size:40px"></div></main>',
    `const all = ${data(400)}; let posts = 0;
const feed = document.querySelector('#feed');
function grow(count) {
  const batch = document.createDocumentFragment();
  for (const last = posts + count; posts < last; posts++) {
    const post = document.createElement('div'); post.className = 'card'; post.dataset.post = String(posts);
    post.innerHTML = '<p class="strong">Somebody ' + posts + '</p><p>Glad to share this with you all.</p><a href="/in/somebody-' + posts + '/">Profile</a>';
    if (posts % 5 === 0) { const link = document.createElement('a'); link.href = all[(posts / 5) % all.length]; link.textContent = 'My new badge'; post.append(' ', link); }
    batch.append(post);
  }
  feed.append(batch);
}
grow(10);
new IntersectionObserver((entries) => { if (entries.some((e) => e.isIntersecting) && posts < 2000) grow(10); }).observe(document.querySelector('#end'));
window.world = { grow, posts: () => posts };`,
  );
}
