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
  [
    'running text',
    `<p style="width:300px">Some words before ${a(GENUINE, 'a badge')}, and some after it, ${a(EXPIRED, 'another')}.</p>`,
  ],
  ['a line that is just full', `<p style="width:max-content">Some words ${a(GENUINE, 'a badge')}</p><p>next</p>`],
  ['a narrow cell', `<table><tr><td style="width:1px">${a(GENUINE, 'Keeper')}</td></tr></table><p>next</p>`],
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

test('no layout moves up or down for a mark, whatever the page does', async ({ touchstone }) => {
  test.setTimeout(120_000);
  for (const [what, html] of LAYOUTS) {
    const measure = (page: Page) =>
      page.evaluate(() =>
        [...document.querySelectorAll('body *:not(touchstone-mark,style)')].map((el) => {
          const { top, height } = el.getBoundingClientRect();
          return `${el.localName} ${top.toFixed(1)} ${height.toFixed(1)}`;
        }),
      );
    const page = await openPage(touchstone, html, {}, (fresh) =>
      // The first look at the page is held back until the bare layout has been read.
      fresh.addInitScript(() => Object.assign(window, { bare: null })),
    );
    await settledMarks(page, 1);
    const marked = await measure(page);
    await page.evaluate(() => {
      for (const mark of document.querySelectorAll('touchstone-mark')) mark.remove();
    });
    expect(await measure(page), what).toEqual(marked);
    await page.close();
  }
});

test('every mark can be seen and hit: 24 px, in the window, above its surroundings', async ({ touchstone }) => {
  test.setTimeout(120_000);
  for (const [what, html] of LAYOUTS) {
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
