import type { Page } from '@playwright/test';
import { keyOf } from '../../world/cast/badge.ts';
import { EXPIRED, GENUINE, NOT_FOUND, REVOKED } from '../../world/cast/catalogue.ts';
import { revealClosedRoots } from './closed-roots.ts';
import { expect, test } from './fixtures.ts';
import { readMarks, settledMarks, type Touchstone } from './touchstone.ts';

const ADDRESS = 'https://www.linkedin.com/pulse/page-spec/';

/** A page of one's own on LinkedIn's host. */
async function openPage(
  touchstone: Touchstone,
  body: string,
  headers: Record<string, string> = {},
  before?: (page: Page) => Promise<unknown>,
): Promise<Page> {
  await touchstone.context.route(ADDRESS, (route) =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      headers,
      body: `<!doctype html><meta charset="utf-8"><title>Spec | LinkedIn</title>${body}`,
    }),
  );
  const page = await touchstone.context.newPage();
  await before?.(page);
  await page.goto(ADDRESS);
  return page;
}

const a = ({ address }: { address: string }, words = 'Show credential', more = '') =>
  `<a href="${address}" ${more}>${words}</a>`;

const LAYOUTS: [what: string, html: string][] = [
  ['a line that is just full', `<p style="width:max-content">Some words ${a(GENUINE, 'a badge')}</p><p>next</p>`],
  ['a narrow cell', `<table><tr><td style="width:1px">${a(GENUINE, 'Keeper')}</td></tr></table><p>next</p>`],
  ['a table', `<table border="1"><tr><th>Badge<th>By<tr><td>${a(GENUINE)}<td>Northlight<tr><td>x<td>y</table>`],
  ['a table cell with words', `<table border="1"><tr><td>Won ${a(GENUINE)}<td>Northlight</table>`],
  ['links in flex items', `<div style="display:flex;gap:8px"><span>${a(GENUINE)}</span><span>Second</span></div>`],
  [
    'flex items spread out',
    `<div style="display:flex;justify-content:space-between"><i>one</i><span>${a(GENUINE)}</span><i>three</i></div>`,
  ],
  [
    'grid columns as wide as what is in them',
    `<div style="display:grid;grid-template-columns:auto auto"><div>${a(GENUINE)}</div><div>x</div></div>`,
  ],
  ['centred', `<p style="text-align:center">${a(GENUINE)}</p>`],
  ['right-aligned', `<p style="text-align:right">${a(GENUINE)}</p>`],
  ['links in a line', `<nav>${a(GENUINE)} | ${a(EXPIRED)} | <a href="#">Contact</a></nav>`],
  ['links without space between', `<nav>${a(GENUINE)}<a href="#">Contact</a></nav>`],
  ['floats', `<div style="float:left">${a(GENUINE)}</div><div style="float:left">x</div>`],
  ['inline blocks', `<span style="display:inline-block;border:1px solid">${a(GENUINE)}</span> <i>next</i>`],
  ['a definition list', `<dl><dt>${a(GENUINE)}</dt><dd>words</dd></dl>`],
  ['a flex row with a gap', `<div style="display:flex;gap:20px">${a(GENUINE)}<b>x</b></div><p>next</p>`],
  [
    'a flex column with a gap',
    `<div style="display:flex;flex-direction:column;gap:20px">${a(GENUINE)}<b>x</b></div><p>next</p>`,
  ],
  [
    'a row that is spread out',
    `<div style="display:flex;justify-content:space-between">${a(GENUINE)}${a(EXPIRED)}</div><p>next</p>`,
  ],
  [
    'a grid',
    `<div style="display:grid;grid-template-columns:1fr 1fr;gap:10px">${a(GENUINE)}<b>x</b>${a(EXPIRED)}<b>y</b></div><p>next</p>`,
  ],
  ['a block link', `${a(GENUINE, 'words', 'style="display:block;border:1px solid"')}<p>next</p>`],
  [
    'margins between all but the last',
    `<style>.s>:not(:last-child){margin-block-end:30px}</style><div class="s"><b>x</b>${a(GENUINE, 'words', 'style="display:block"')}</div><p>next</p>`,
  ],
  [
    'margins between siblings',
    `<style>.s>*+*{margin-block-start:30px!important;display:block!important}</style><div class="s"><b>x</b>${a(GENUINE)}</div><p>next</p>`,
  ],
  [
    'a picture link',
    `<p>${a(GENUINE, '<img alt="Keeper" width="90" height="90" src="data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=">')} ${a(EXPIRED, '<img alt="b" width="90" height="90" src="data:,">')}</p><p>next</p>`,
  ],
  ['tiny lines', `<p style="font-size:11px;line-height:11px">${a(GENUINE)}<br>${a(EXPIRED)}</p><p>next</p>`],
  ['huge type', `<h1 style="font-size:60px;line-height:1">${a(GENUINE)}</h1><p>next</p>`],
  [
    'a scroller',
    `<div style="overflow:auto;height:60px"><div style="display:flex;gap:8px;height:200px">${a(GENUINE)}<b>x</b></div></div><p>next</p>`,
  ],
  [
    'a page that styles everything',
    `<style>*{display:block!important;margin:20px!important;border:5px solid!important;float:left!important}touchstone-mark{display:none!important}</style><div>${a(GENUINE)}</div><p>next</p>`,
  ],
];

/** Layouts that cut off what stands beside the link. */
const CLIPPED: [what: string, html: string][] = [
  [
    'a shortened line',
    `<div style="width:140px;white-space:nowrap;overflow:hidden;text-overflow:ellipsis">${a(GENUINE, 'Northlight Cloud Practitioner')}</div>`,
  ],
  [
    'a shortened line in a positioned box',
    `<div style="position:relative;width:140px;white-space:nowrap;overflow:hidden;text-overflow:ellipsis">${a(GENUINE, 'Northlight Cloud Practitioner')}</div>`,
  ],
  [
    'a shortened cell',
    `<table style="table-layout:fixed;width:200px"><tr><td style="position:relative;white-space:nowrap;overflow:hidden;text-overflow:ellipsis">${a(GENUINE, 'Northlight Cloud Practitioner')}<td>x</table>`,
  ],
  [
    'shortened lines',
    `<div style="width:150px;display:-webkit-box;-webkit-line-clamp:1;-webkit-box-orient:vertical;overflow:hidden">${a(GENUINE, 'A long badge name that is clamped at one line')}</div>`,
  ],
  [
    'a box that just fits',
    `<div style="width:max-content;overflow:hidden;position:relative;border-radius:8px">${a(GENUINE, 'Keeper', 'style="display:block;padding:4px;border:1px solid"')}</div>`,
  ],
  ['a summary', `<details><summary>${a(GENUINE)}</summary>words</details>`],
];

/** Layouts whose words make room for the mark; nothing else may. */
const PROSE: [what: string, html: string][] = [
  [
    'running text',
    `<p style="width:300px">Some words before ${a(GENUINE, 'a badge')}, and some after it, ${a(EXPIRED, 'another')}.</p>`,
  ],
  ['an enumeration', `<p>Certified: ${a(GENUINE)}, ${a(EXPIRED)}, ${a(REVOKED)}.</p><p>next</p>`],
  ['words after a bold link', `<ul><li><b>${a(GENUINE)}</b> – Northlight, 2024</li><li>next</li></ul>`],
];

/** Boxes of all elements of the page's own, in CSS px. Inline ones only by their top where `words` may move. */
const measure = (page: Page, words: boolean) =>
  page.evaluate(
    (mayMove) =>
      [...document.querySelectorAll('body *:not(touchstone-mark,style,br)')].map((el) => {
        const { left, top, width, height } = el.getBoundingClientRect();
        const across = mayMove && getComputedStyle(el).display === 'inline' ? [] : [left, width];
        return [el.localName, ...[top, height, ...across].map((px) => px.toFixed(1))].join(' ');
      }),
    words,
  );

test('no layout moves for a mark, whatever the page does, but for words after a link in prose', async ({
  touchstone,
}) => {
  test.setTimeout(180_000);
  for (const [what, html] of [...LAYOUTS, ...PROSE]) {
    const isProse = PROSE.some(([name]) => name === what);
    const page = await openPage(touchstone, html);
    await settledMarks(page, 1);
    const marked = await measure(page, isProse);
    await page.evaluate(() => {
      for (const mark of document.querySelectorAll('touchstone-mark')) mark.remove();
    });
    expect(await measure(page, isProse), what).toEqual(marked);
    await page.close();
  }
});

test('every mark can be seen and hit: 24 px, in the window, above its surroundings', async ({ touchstone }) => {
  test.setTimeout(120_000);
  for (const [what, html] of [...LAYOUTS, ...PROSE, ...CLIPPED]) {
    const page = await openPage(touchstone, html);
    await settledMarks(page, 1);
    const hits = await page.evaluate(() =>
      [...document.querySelectorAll('touchstone-mark')].map((mark) => {
        const box = mark.shadowRoot?.querySelector('button')?.getBoundingClientRect();
        if (!box) return 'no button';
        const on = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
        return `${box.width}×${box.height} ${on?.localName}`;
      }),
    );
    expect(new Set(hits), what).toEqual(new Set(['24×24 touchstone-mark']));
    await page.close();
  }
});

test('in a drawing it stands by the whole drawing, of a summary after its details, of an item in the item', async ({
  touchstone,
}) => {
  const page = await openPage(
    touchstone,
    `<svg width="300" height="60"><svg><a href="${GENUINE.address}"><text x="10" y="30">Keeper</text></a></svg></svg>
     <details><summary>${a(EXPIRED)}</summary>words</details>
     <style>li>:only-child{display:block;margin:9px}</style><ul><li>${a(REVOKED)}</li></ul>`,
  );
  await settledMarks(page, 3);
  const after = await page.evaluate(() =>
    [...document.querySelectorAll('touchstone-mark')].map(
      (mark) => `${mark.previousElementSibling?.localName} in ${mark.parentElement?.localName}`,
    ),
  );
  expect(after).toEqual(['svg in body', 'details in body', 'a in li']);
  const distance = () =>
    page.evaluate(() => {
      const box = (el?: Element | null) => el?.getBoundingClientRect().top ?? 0;
      const button = document.querySelectorAll('touchstone-mark')[1]?.shadowRoot?.querySelector('button');
      return Math.round(box(button) - box(document.querySelector('summary')));
    });
  const closed = await distance();
  await page.evaluate(() => document.querySelector('details')?.setAttribute('open', ''));
  await expect.poll(distance).toBe(closed);
});

test('a list is marked alike: beside each link, however little its line is wider than it', async ({ touchstone }) => {
  const widths = ['100%', 'max-content', 'fit-content'];
  const page = await openPage(
    touchstone,
    `<div>${widths.map((width, n) => `<div style="width:${width};line-height:18px"><a style="display:block" href="${[GENUINE, EXPIRED, REVOKED][n]?.address}">Keeper</a></div><div>x</div>`).join('')}</div>`,
  );
  await settledMarks(page, 3);
  const places = await page.evaluate(() =>
    [...document.querySelectorAll('touchstone-mark')].map((mark) => {
      const words = new Range();
      words.selectNodeContents(mark.parentElement?.querySelector('a') ?? document.body);
      const { right, top } = words.getBoundingClientRect();
      const button = mark.shadowRoot?.querySelector('button')?.getBoundingClientRect();
      return button && `${Math.round(button.left - right)} ${Math.round(button.top - top)}`;
    }),
  );
  expect(places).toHaveLength(3);
  expect(new Set(places).size).toBe(1);
  expect(places[0]).toMatch(/^2 /);
});

test('on paper there is no mark and no gap for one', async ({ touchstone }) => {
  const page = await openPage(touchstone, `<p>I hold the ${a(GENUINE)} badge and more.</p>`);
  await settledMarks(page, 1);
  await page.emulateMedia({ media: 'print' });
  expect(await page.evaluate(() => document.querySelector('touchstone-mark')?.getClientRects().length)).toBe(0);
});

test('links still work beside their marks, by pointer and in copied text', async ({ touchstone }) => {
  const page = await openPage(
    touchstone,
    `<p id="p">See ${a(GENUINE, 'my badge')} here.</p><script>addEventListener('click',(e)=>{if(e.target.closest('a')){e.preventDefault();document.body.dataset.clicked=e.target.closest('a').href}});document.querySelector('#p').addEventListener('click',()=>document.body.dataset.around='yes')</script>`,
  );
  await settledMarks(page, 1);
  await page.locator('touchstone-mark button').click();
  expect(await page.evaluate(() => document.body.dataset.around)).toBeUndefined();
  await page.keyboard.press('Escape');
  await page.locator('a', { hasText: 'my badge' }).click();
  expect(await page.evaluate(() => document.body.dataset.clicked)).toBe(GENUINE.address);
  const copied = await page.evaluate(() => {
    getSelection()?.selectAllChildren(document.querySelector('#p') as Element);
    return String(getSelection());
  });
  expect(copied).toBe('See my badge here.');
});

test('a page under the strictest policy has its marks, drawn as they should be', async ({ touchstone }) => {
  const page = await openPage(touchstone, `<p>${a(GENUINE)}</p>`, {
    'content-security-policy':
      "default-src 'none'; style-src 'none'; script-src 'none'; require-trusted-types-for 'script'",
  });
  await settledMarks(page, 1);
  expect(await drawn(page)).toEqual([[18, GREEN]]);
});

const GREEN = 'rgb(18, 116, 63)';
const RED = 'rgb(179, 38, 30)';

/** Width and colour of what each mark really draws. */
async function drawn(page: Page): Promise<unknown[]> {
  await revealClosedRoots(page);
  return page.evaluate(() =>
    [...document.querySelectorAll('touchstone-mark')].map((mark) => {
      const svg = mark.shadowRoot?.querySelector('button > *')?.shadowRoot?.querySelector('svg');
      const body = svg?.querySelector('.body');
      return svg && body && [Math.round(svg.getBoundingClientRect().width), getComputedStyle(body).fill];
    }),
  );
}

test('a page’s style sheets in a mark’s open root, in the page, or adopted, colour nothing', async ({ touchstone }) => {
  const css = `.bad{--tone:#12743f!important} path{fill:${GREEN}!important;d:path("M0 0h24v24z")!important}
    button{filter:hue-rotate(120deg)!important} button::before{content:"✔"} touchstone-mark::after{content:"✔"!important}
    :root,body,touchstone-mark{--tone:#12743f;--size:90px;--scale:9}`;
  const page = await openPage(touchstone, `<style>${css}</style><p>${a(REVOKED)}</p>`);
  await settledMarks(page, 1);
  const clean = await page.locator('p').screenshot();
  await page.evaluate((text) => {
    const inside = document.querySelector('touchstone-mark')?.shadowRoot;
    inside?.append(Object.assign(document.createElement('style'), { textContent: text }));
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    if (inside) inside.adoptedStyleSheets = [sheet];
    document.adoptedStyleSheets = [sheet];
    document.body.append(document.createElement('hr'));
  }, css);
  await expect
    .poll(() =>
      page.evaluate(() => {
        const inside = document.querySelector('touchstone-mark')?.shadowRoot;
        return inside && [inside.adoptedStyleSheets.length, inside.styleSheets.length];
      }),
    )
    .toEqual([0, 1]);
  await settledMarks(page, 1);
  expect(await drawn(page)).toEqual([[18, RED]]);
  expect(await page.locator('p').screenshot()).toEqual(clean);
  expect(
    await page.evaluate(() => {
      const mark = document.querySelector('touchstone-mark');
      return mark && getComputedStyle(mark, '::after').content;
    }),
  ).toBe('none');
});

test('what turns while a mark waits does not hand its drawing to the page', async ({ touchstone, world }) => {
  const open = world.control.hold('www.credly.com');
  const page = await openPage(touchstone, `<p>${a(GENUINE)}</p>`);
  await expect(page.locator('touchstone-mark[data-verdict="pending"]')).toHaveCount(1);
  const targets = await page.evaluate(() =>
    document.getAnimations().map(({ effect }) => (effect as KeyframeEffect).target?.localName),
  );
  open();
  expect(targets).toEqual([]);
});

test('shadow roots, early and late, and frames of the page’s own are looked into', async ({ touchstone }) => {
  const page = await openPage(
    touchstone,
    `<div id="early"><template shadowrootmode="open"><p>${a(GENUINE)}</p></template></div>
     <late-host></late-host><iframe srcdoc='<p>${a(REVOKED)}</p>'></iframe><div id="deep"></div>
     <script>setTimeout(() => {
       customElements.define('late-host', class extends HTMLElement { constructor() { super(); this.attachShadow({ mode: 'open' }).innerHTML = ${JSON.stringify(`<p>${a(EXPIRED)}</p>`)}; } });
       const outer = document.querySelector('#deep').attachShadow({ mode: 'open' });
       outer.innerHTML = '<x-inner></x-inner>';
       outer.firstChild.attachShadow({ mode: 'open' }).innerHTML = ${JSON.stringify(`<p>${a(NOT_FOUND)}</p>`)};
       document.body.append(document.createElement('hr'));
     }, 600)</script>`,
  );
  const marks = await settledMarks(page, 4);
  expect(marks.map(({ badge }) => badge).toSorted()).toEqual(
    [GENUINE, EXPIRED, REVOKED, NOT_FOUND].map(keyOf).toSorted(),
  );
});

test('elements that shadow the members of their form and document do not stop the search', async ({ touchstone }) => {
  const names = [
    'querySelectorAll',
    'createElement',
    'body',
    'documentElement',
    'childNodes',
    'parentNode',
    'parentElement',
    'contains',
    'getRootNode',
    'closest',
    'matches',
    'getAttribute',
    'isConnected',
    'nodeType',
    'remove',
    'ownerDocument',
    'createTreeWalker',
    'defaultView',
    'addEventListener',
  ];
  const page = await openPage(
    touchstone,
    `${names.map((name) => `<img name="${name}" alt=""><form name="${name}"></form>`).join('')}
     <form data-share-badge-id="x">${names.map((name) => `<input name="${name}">`).join('')}<p>${a(GENUINE)}</p></form>`,
  );
  // Through the prototypes, for the same reason.
  const found = () =>
    page.evaluate(() =>
      Array.from(Document.prototype.querySelectorAll.call(document, 'touchstone-mark'), (mark) =>
        Element.prototype.getAttribute.call(mark, 'data-badge'),
      ),
    );
  await expect.poll(found).toEqual([keyOf(GENUINE)]);
});

test('a page’s own definition of the element, or frozen nodes, breaks nothing', async ({ touchstone }) => {
  const page = await openPage(
    touchstone,
    `<p>${a(GENUINE)}</p><script>customElements.define('touchstone-mark', class extends HTMLElement { static disabledFeatures = ['shadow']; connectedCallback() { this.remove(); } });
     Object.freeze(document.querySelector('a')); Object.freeze(document.querySelector('p'));
     window.errors = []; addEventListener('error', (e) => errors.push(e.message));</script>`,
  );
  await page.waitForFunction(() => document.readyState === 'complete');
  await page.evaluate((html) => document.body.insertAdjacentHTML('beforeend', html), `<p>${a(EXPIRED)}</p>`);
  await expect.poll(() => page.evaluate(() => (window as unknown as { errors: string[] }).errors)).toEqual([]);
  expect((await readMarks(page)).filter(({ tone }) => tone === 'ok')).toEqual([]);
});

test('a script of the page can neither press a mark nor read more than it shows', async ({ touchstone, world }) => {
  const page = await openPage(touchstone, `<p>${a(GENUINE)}</p>`);
  await settledMarks(page, 1);
  const before = world.log.all().length;
  const seen = await page.evaluate(async () => {
    const mark = document.querySelector('touchstone-mark');
    const button = mark?.shadowRoot?.querySelector('button');
    button?.click();
    button?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
    for (let n = 0; n < 3; n++) await new Promise((resolve) => requestIdleCallback(resolve));
    return [document.querySelectorAll('touchstone-card').length, 'touchstonePage' in window];
  });
  expect(seen).toEqual([0, false]);
  expect(world.log.all()).toHaveLength(before);
});
