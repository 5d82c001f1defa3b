// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PanelState } from '../../../utils/messages/protocol.ts';
import { runFinder } from '../../../utils/page/finder.ts';
import { pageLinks } from '../../../utils/page/links.ts';
import { runPage } from '../../../utils/page/page.ts';
import type { SiteTerms } from '../../../utils/settings/types.ts';
import { address, fakeExtension, ID, key, report } from './fake-extension.ts';

const AUTO: SiteTerms = { checking: 'auto', marks: true, off: false };
const card = { open: vi.fn(), update: vi.fn(), picture: vi.fn(), close: vi.fn() };
const a = (n: 0 | 1 | 2 | 3, words = 'Keeper') => `<a href="${address(n)}">${words}</a>`;
const marks = () => [...document.querySelectorAll<HTMLElement>('touchstone-mark')];
const buttonOf = (mark: Element | undefined) => mark?.shadowRoot?.querySelector('button');
const said = () =>
  marks().map(({ dataset: { badge, verdict, tone, holder } }) => `${badge} ${verdict} ${tone} ${holder}`);

let extension: ReturnType<typeof fakeExtension>;

/** Lets idle time, pauses and observers come to rest. */
const rest = (ms = 1_000) => vi.advanceTimersByTimeAsync(ms);

/** Starts the first script, and the second one as soon as it is asked for. */
async function start(html: string, terms: SiteTerms | null = AUTO): Promise<void> {
  document.body.innerHTML = html;
  const finder = runFinder(pageLinks());
  const port = extension.ports[0];
  if (!port) return;
  expect(port.sent).toEqual([{ type: 'card' }]);
  runPage(finder, () => card);
  if (terms) port.say({ type: 'terms', terms });
  await rest();
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance', 'Date'] });
  vi.stubGlobal('matchMedia', () => ({ matches: false }));
  extension = fakeExtension();
  document.title = '';
  history.replaceState(null, '', '/');
});
afterEach(() => {
  globalThis.touchstonePage?.stop();
  vi.clearAllMocks();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('a page without badges', () => {
  it.each([
    ['plain links', '<a href="https://example.org/">x</a><a href="/about">y</a>'],
    ['short links only', '<a href="https://lnkd.in/dAb3Xyz9">x</a>'],
    ['lookalikes', '<a href="https://credly.com.evil.example/badges/0b1f7c52-3d94-4e07-9a61-5c2d8e4f7a10">x</a>'],
  ])('never wakes the background: %s', async (_, html) => {
    await start(html);
    await rest(60_000);
    expect(extension.ports).toEqual([]);
  });

  it('wakes it when a badge comes later, or an address becomes one', async () => {
    await start('<p></p><a id="x" href="/about">y</a>');
    document.querySelector('p')?.insertAdjacentHTML('beforeend', a(0));
    await rest();
    expect(extension.port().sent).toEqual([{ type: 'card' }]);
  });

  it('asks again for the second script when the worker dies before it has come', async () => {
    document.body.innerHTML = a(0);
    runFinder(pageLinks());
    extension.port().die();
    await rest(250);
    expect(extension.ports).toHaveLength(2);
    expect(extension.port().sent).toEqual([{ type: 'card' }]);
  });

  it('takes out marks that somebody else drew', async () => {
    await start(
      '<touchstone-mark data-badge="credly:x" data-tone="ok"></touchstone-mark><touchstone-card></touchstone-card>',
    );
    await rest();
    expect(document.body.innerHTML).toBe('');
  });
});

describe('checking by itself', () => {
  it('asks for all badges at once, names the person, and shows the answers', async () => {
    document.title = 'Ada Example – Résumé';
    await start(`<p>${a(0)} ${a(1)}</p>`);
    expect(extension.port().of('check')).toEqual([
      {
        type: 'check',
        person: 'Ada Example',
        badges: [0, 1].map((n) => ({ key: key(n as 0), url: address(n as 0).replace('/public_url', '') })),
      },
    ]);
    expect(said()).toEqual([`${key(0)} pending unknown unknown`, `${key(1)} pending unknown unknown`]);
    extension
      .port()
      .say({ type: 'report', key: key(0), report: report('verified', 'ok', { holder: { match: 'same' } }) });
    extension.port().say({ type: 'report', key: key(1), report: report('revoked', 'bad') });
    expect(said()).toEqual([`${key(0)} verified ok same`, `${key(1)} revoked bad unknown`]);
    await rest();
    expect(extension.port().of('summary').at(-1)).toEqual({ type: 'summary', count: 2, tone: 'bad' });
  });

  it('puts the mark behind the link, with its sentence as the button’s name', async () => {
    await start(`<p>${a(0)}</p>`);
    const [mark] = marks();
    expect(mark?.previousElementSibling?.localName).toBe('a');
    expect(mark?.closest('a')).toBeNull();
    expect(mark?.shadowRoot?.mode).toBe('open');
    expect(mark?.shadowRoot?.querySelectorAll('button')).toHaveLength(1);
    // The language of the words, not the browser's.
    expect([buttonOf(mark)?.lang, buttonOf(mark)?.dir]).toEqual(['common_lang', 'ltr']);
    expect(buttonOf(mark)?.getAttribute('aria-label')).toMatch(/^common_mark_pending .*Keeper/);
    expect(document.querySelector('p')?.textContent).toBe('Keeper');
  });

  it('never stands in a link or button, even when the badge link does', async () => {
    await start('<button type="button"><span></span></button>');
    const inner = document.createElement('a');
    inner.href = address(0);
    document.querySelector('span')?.append(inner);
    await rest();
    extension.port().say({ type: 'terms', terms: AUTO });
    runPage(globalThis.touchstonePage as never, () => card);
    extension.port().say({ type: 'terms', terms: AUTO });
    await rest();
    expect(marks()).toHaveLength(1);
    expect(marks()[0]?.closest('button')).toBeNull();
  });

  it('lists short links without marking or asking', async () => {
    await start(`<p>${a(0)} <a href="https://lnkd.in/dAb3Xyz9">more</a></p>`);
    expect(marks()).toHaveLength(1);
    expect(
      extension
        .port()
        .of('check')
        .flatMap(({ badges }) => badges),
    ).toHaveLength(1);
    const popup = extension.popup();
    const state = popup.sent[0] as PanelState;
    expect(state.findings.map(({ kind, state }) => `${kind} ${state}`)).toEqual(['badge pending', 'short-link idle']);
    popup.say({ type: 'check', keys: ['shortener:dAb3Xyz9'] });
    expect(extension.port().of('check').at(-1)).toMatchObject({
      byHand: true,
      badges: [{ key: 'shortener:dAb3Xyz9' }],
    });
  });

  it('follows an address that changes, and a link that goes', async () => {
    await start(`<p>${a(0)}</p>`);
    const link = document.querySelector('a');
    link?.setAttribute('href', address(1));
    await rest();
    expect(said()).toEqual([`${key(1)} pending unknown unknown`]);
    expect(extension.port().of('forget')).toEqual([{ type: 'forget', keys: [key(0)] }]);
    link?.setAttribute('href', '/nothing');
    await rest();
    expect(marks()).toEqual([]);
    link?.setAttribute('href', address(2));
    await rest();
    link?.remove();
    await rest();
    expect(marks()).toEqual([]);
  });

  it('knows the answer again when a list scrolls back', async () => {
    await start(`<p>${a(0)}</p>`);
    extension.port().say({ type: 'report', key: key(0), report: report('expired', 'caution') });
    document.body.innerHTML = '';
    await rest();
    document.body.innerHTML = `<p>${a(0)}</p>`;
    await rest();
    expect(said()).toEqual([`${key(0)} expired caution unknown`]);
    expect(extension.port().of('check')).toHaveLength(1);
  });

  it('asks anew, and shows nothing old, when the page’s person becomes another', async () => {
    document.title = 'Ada Example – Résumé';
    await start(`<p>${a(0)}</p>`);
    const before = extension.port();
    before.say({ type: 'report', key: key(0), report: report('verified', 'ok', { holder: { match: 'same' } }) });
    document.title = 'Rurik Sample – Résumé';
    document.body.innerHTML = `<p>${a(0)}</p>`;
    await rest();
    expect(said()).toEqual([`${key(0)} pending unknown unknown`]);
    expect(extension.port()).not.toBe(before);
    expect(extension.port().of('check')).toMatchObject([{ person: 'Rurik Sample' }]);
    before.say({ type: 'report', key: key(0), report: report('verified', 'ok', { holder: { match: 'same' } }) });
    expect(said()).toEqual([`${key(0)} pending unknown unknown`]);
  });
});

describe('where somebody writes', () => {
  const editors: [what: string, html: string, edit: (el: HTMLElement) => void][] = [
    ['an editor', '<div id="e"></div>', (el) => el.setAttribute('contenteditable', 'TRUE')],
    ['plain text only', '<div id="e"></div>', (el) => el.setAttribute('contenteditable', 'plaintext-only')],
    [
      'an island that is saved with its editor',
      '<div contenteditable><div id="e"></div></div>',
      (el) => el.setAttribute('contenteditable', 'false'),
    ],
    [
      'a style sheet’s doing',
      '<div id="e"></div>',
      () =>
        vi.stubGlobal('getComputedStyle', () => ({
          display: 'inline',
          webkitUserModify: 'read-write',
          getPropertyValue: () => '',
        })),
    ],
  ];
  it.each(editors)('no mark: %s', async (_, html, edit) => {
    document.body.innerHTML = html;
    const el = document.querySelector('#e') as HTMLElement;
    edit(el);
    el.innerHTML = a(0);
    await start(`${a(1)}${document.body.innerHTML}`);
    expect(document.querySelector(`[data-badge="${key(0)}"]`)).toBeNull();
  });

  it('no mark in the shadow root of something that is written in', async () => {
    await start(`<p>${a(0)}</p><div contenteditable><div id="host"></div></div>`);
    const inside = document.querySelector('#host')?.attachShadow({ mode: 'open' });
    if (inside) inside.innerHTML = a(1);
    await rest(15_000);
    expect(inside?.innerHTML).toBe(a(1));
  });

  it('marks go when an editor opens around them, and come back when it closes', async () => {
    await start(`<p id="e">${a(0)}</p>`);
    const el = document.querySelector('#e');
    el?.setAttribute('contenteditable', 'true');
    await rest();
    expect(el?.innerHTML).toBe(a(0));
    el?.removeAttribute('contenteditable');
    await rest();
    expect(marks()).toHaveLength(1);
  });

  it('marks go when the whole document becomes one', async () => {
    await start(`<p>${a(0)}</p>`);
    Object.defineProperty(document, 'designMode', { value: 'on', configurable: true });
    await rest(6_000);
    Reflect.deleteProperty(document, 'designMode');
    expect(document.querySelector('p')?.innerHTML).toBe(a(0));
  });
});

describe('by keyboard and screen reader', () => {
  it('stands by the link that can be reached, not by the picture that is hidden from them', async () => {
    await start(
      `<div><a id="name" href="${address(0)}">Keeper</a> <a aria-hidden="true" tabindex="-1" href="${address(0)}">Keeper</a></div>`,
    );
    expect(marks()).toHaveLength(1);
    expect(marks()[0]?.previousElementSibling?.id).toBe('name');
    expect(buttonOf(marks()[0])?.getAttribute('tabindex')).toBeNull();
  });

  it.each([
    ['under aria-hidden', `<div aria-hidden="true">${a(0)}</div>`],
    ['beside a link that cannot be tabbed to', `<p>${a(0).replace('<a', '<a tabindex="-1"')}</p>`],
  ])('%s it is no stop of its own', async (_, html) => {
    await start(html);
    expect(buttonOf(marks()[0])?.getAttribute('tabindex')).toBe('-1');
  });
});

describe('what the reader decided', () => {
  it('checking on click: nothing is asked, and a click by a script asks nothing either', async () => {
    await start(`<p>${a(0)}</p>`, { ...AUTO, checking: 'click' });
    expect(said()).toEqual([`${key(0)} unchecked unknown unknown`]);
    buttonOf(marks()[0])?.click();
    marks()[0]?.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    await rest();
    expect(extension.port().of('check')).toEqual([]);
    expect(card.open).not.toHaveBeenCalled();
  });

  it('no marks: nothing shown, nothing asked until the popup looks', async () => {
    await start(`<p>${a(0)}</p>`, { ...AUTO, marks: false });
    expect(marks()).toEqual([]);
    expect(extension.port().of('check')).toEqual([]);
    const popup = extension.popup();
    expect((popup.sent[0] as PanelState).findings).toHaveLength(1);
    await rest();
    expect(extension.port().of('check')).toHaveLength(1);
    expect(marks()).toEqual([]);
  });

  it('off: nothing at all; on again: everything', async () => {
    await start(`<p>${a(0)}</p>`, { ...AUTO, off: true });
    expect(marks()).toEqual([]);
    const popup = extension.popup();
    expect((popup.sent[0] as PanelState).findings).toEqual([]);
    expect(extension.port().of('check')).toEqual([]);
    popup.say({ type: 'terms', terms: AUTO });
    await rest();
    expect(said()).toEqual([`${key(0)} pending unknown unknown`]);
    popup.say({ type: 'terms', terms: { ...AUTO, marks: false } });
    expect(marks()).toEqual([]);
  });

  it('off: the toolbar counts nothing any more, and counts again when it is on', async () => {
    await start(`<p>${a(0)}</p>`);
    extension.port().say({ type: 'report', key: key(0), report: report('verified', 'ok') });
    await rest();
    const counts = () => extension.port().of('summary');
    expect(counts().at(-1)).toEqual({ type: 'summary', count: 1, tone: 'ok' });
    extension.port().say({ type: 'terms', terms: { ...AUTO, off: true } });
    await rest();
    expect(counts().at(-1)).toEqual({ type: 'summary', count: 0, tone: null });
    extension.port().say({ type: 'terms', terms: AUTO });
    await rest();
    expect(counts().at(-1)).toMatchObject({ count: 1 });
  });

  it('a nudge of the background makes it say hello, and is no popup that wants answers', async () => {
    await start(`<p>${a(0)}</p>`, { ...AUTO, marks: false });
    extension.port().die();
    const before = extension.ports.length;
    extension.popup({ id: 'another', url: 'chrome-extension://another/x.html' }, 'nudge');
    expect(extension.ports).toHaveLength(before);
    const nudge = extension.popup({ id: ID, url: `chrome-extension://${ID}/background.js` }, 'nudge');
    expect(nudge.open).toBe(false);
    await rest();
    expect(extension.ports).toHaveLength(before + 1);
    expect(extension.port().sent).toEqual([{ type: 'hello', dark: false }]);
    extension.port().say({ type: 'terms', terms: { ...AUTO, marks: false } });
    await rest();
    expect(extension.port().of('check')).toEqual([]);
  });
});

describe('the popup’s line', () => {
  it.each([
    ['another extension', { id: 'someoneelsesomeoneelsesomeoneels', url: 'chrome-extension://someoneelse/popup.html' }],
    ['a web page', { id: ID, url: 'https://www.linkedin.com/in/ada/' }],
    ['an address that only begins alike', { id: ID, url: `chrome-extension://${ID}.evil.example/` }],
    ['nobody', {}],
  ])('is closed to %s', async (_, sender) => {
    await start(`<p>${a(0)}</p>`);
    expect(extension.popup(sender).sent).toEqual([]);
  });

  it('tells of every change, and passes on what the reader asks', async () => {
    await start(`<p>${a(0)}</p>`);
    const popup = extension.popup();
    extension.port().say({ type: 'report', key: key(0), report: report('verified', 'ok') });
    await rest();
    expect((popup.sent.at(-1) as PanelState).findings[0]).toMatchObject({
      key: key(0),
      label: 'Keeper',
      state: 'done',
    });
    popup.say({ type: 'check', again: true });
    expect(extension.port().of('check').at(-1)).toMatchObject({ again: true, byHand: true, badges: [{ key: key(0) }] });
    popup.die();
    const before = popup.sent.length;
    extension.port().say({ type: 'report', key: key(0), report: report('revoked', 'bad') });
    await rest();
    expect(popup.sent).toHaveLength(before);
  });

  it('brings the second script even where no badge was found', async () => {
    await start('<p>nothing</p>');
    extension.popup();
    expect(extension.port().sent).toEqual([{ type: 'card' }]);
  });
});

describe('a page that works against the marks', () => {
  it('puts a rewritten mark right, and gives up in the end', async () => {
    await start(`<p>${a(0)}</p>`);
    extension.port().say({ type: 'report', key: key(0), report: report('revoked', 'bad') });
    for (const spoil of [
      (mark: HTMLElement) => mark.setAttribute('data-tone', 'ok'),
      (mark: HTMLElement) => buttonOf(mark)?.setAttribute('aria-label', 'Verified'),
      (mark: HTMLElement) => buttonOf(mark)?.replaceChildren(),
      (mark: HTMLElement) => buttonOf(mark)?.setAttribute('style', 'display: none'),
      (mark: HTMLElement) => mark.shadowRoot?.querySelector('style')?.remove(),
    ]) {
      const [mark] = marks();
      if (!mark) throw new Error('no mark to spoil');
      spoil(mark);
      await rest(8_000);
      expect(said()).toEqual([`${key(0)} revoked bad unknown`]);
      expect(marks()[0]).not.toBe(mark);
      expect(buttonOf(marks()[0])?.getAttribute('aria-label')).toMatch(/^common_mark_done/);
    }
    for (let time = 0; time < 5; time++) {
      marks()[0]?.remove();
      await rest(10_000);
    }
    expect(marks()).toEqual([]);
    const popup = extension.popup();
    expect((popup.sent[0] as PanelState).removedByPage).toBe(1);
  });

  it('does not let a mark be carried to another badge', async () => {
    await start(`<p id="good">${a(0)}</p><p id="bad">${a(1)}</p>`);
    extension.port().say({ type: 'report', key: key(0), report: report('verified', 'ok') });
    const [good] = marks();
    document.querySelector('#bad')?.append(good as Node);
    await rest();
    expect(document.querySelector('#bad')?.querySelectorAll('[data-tone="ok"]')).toHaveLength(0);
    expect(document.querySelector('#good touchstone-mark')?.getAttribute('data-tone')).toBe('ok');
  });

  it('takes out copies and imitations, and lists none', async () => {
    await start(`<p>${a(0)}</p>`);
    document.body.append(marks()[0]?.cloneNode(true) as Node);
    document.body.insertAdjacentHTML(
      'beforeend',
      '<touchstone-mark data-badge="credly:x" data-tone="ok"></touchstone-mark>',
    );
    await rest();
    expect(marks()).toHaveLength(1);
    expect((extension.popup().sent[0] as PanelState).findings).toHaveLength(1);
  });

  it('draws where no script of the page can look', async () => {
    await start(`<p>${a(0)}</p>`);
    const [mark] = marks();
    expect(mark?.shadowRoot?.querySelector('svg')).toBeNull();
    for (const el of mark?.shadowRoot?.querySelectorAll('*') ?? []) expect(el.shadowRoot).toBeNull();
  });

  it.each([
    ['a style sheet', () => Object.assign(document.createElement('style'), { textContent: 'button{all:unset}' })],
    ['an element', () => document.createElement('b')],
    ['words', () => document.createTextNode('Verified')],
  ])('puts %s out of a mark, which stays', async (_, make) => {
    await start(`<p>${a(0)}</p>`);
    const [mark] = marks();
    const inside = mark?.shadowRoot;
    const before = inside?.innerHTML;
    inside?.prepend(make());
    inside?.append(make());
    await rest();
    expect(inside?.innerHTML).toBe(before);
    expect(marks()).toEqual([mark]);
  });

  it('lives with a dark theme that insists on its style sheet and attributes: they stay, without effect', async () => {
    await start(`<p>${a(0)}</p>`);
    const [mark] = marks();
    const theme = Object.assign(document.createElement('style'), { textContent: 'button{all:unset}' });
    mark?.setAttribute('data-darkreader-mode', 'x');
    for (let time = 0; time < 20; time++) {
      if (!theme.isConnected) mark?.shadowRoot?.append(theme);
      await rest(50);
    }
    expect(marks()).toEqual([mark]);
    expect(theme.isConnected).toBe(true);
    expect(theme.disabled).toBe(true);
    theme.disabled = false;
    await rest(6_000);
    expect(marks()[0]).not.toBe(mark);
  });

  it('notices style sheets that were adopted, which nobody is told of', async () => {
    await start(`<p>${a(0)}</p>`);
    const [mark] = marks();
    Object.defineProperty(mark?.shadowRoot, 'adoptedStyleSheets', { value: [{}] });
    await rest(6_000);
    expect(marks()).toHaveLength(1);
    expect(marks()[0]).not.toBe(mark);
  });

  it('survives a storm of changes', async () => {
    await start('<div id="feed"></div>');
    const feed = document.querySelector('#feed');
    for (let n = 0; n < 2_000; n++) feed?.insertAdjacentHTML('beforeend', '<div><a href="/x">x</a></div>');
    feed?.insertAdjacentHTML('beforeend', a(0));
    await rest();
    expect(extension.port().sent).toEqual([{ type: 'card' }]);
  });
});

describe('the end', () => {
  it('leaves nothing behind when the extension is removed', async () => {
    await start(`<p>${a(0)} ${a(1)}</p>`);
    expect(marks()).toHaveLength(2);
    extension.runtime.id = undefined;
    extension.port().die();
    await rest();
    expect(marks()).toEqual([]);
    expect(globalThis.touchstonePage).toBeUndefined();
    expect(extension.onConnect.size()).toBe(0);
    document.body.insertAdjacentHTML('beforeend', a(2));
    await rest();
    expect(marks()).toEqual([]);
  });

  it.each(['a look every few seconds', 'visibilitychange', 'focus'])(
    'is noticed on a page at rest by %s',
    async (how) => {
      await start(`<p>${a(0)}</p>`);
      extension.port().say({ type: 'report', key: key(0), report: report('verified', 'ok') });
      extension.port().die();
      await rest(10_000);
      extension.runtime.id = undefined;
      if (how === 'focus') window.dispatchEvent(new Event(how));
      else if (how === 'visibilitychange') document.dispatchEvent(new Event(how));
      await rest(how.startsWith('a look') ? 6_000 : 800);
      expect(marks()).toEqual([]);
      expect(globalThis.touchstonePage).toBeUndefined();
    },
  );

  it('notices it by itself when no line was open', async () => {
    await start('<p>nothing</p>');
    extension.runtime.id = undefined;
    document.body.insertAdjacentHTML('beforeend', a(2));
    await rest();
    expect(extension.ports).toEqual([]);
    expect(globalThis.touchstonePage).toBeUndefined();
  });
});
