// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Observer, watchPage } from '../../../utils/page/observe.ts';

const TARGETS = { selector: 'a[href]', selectors: ['a[href]'] };
const found = vi.fn<(el: Element) => void>();
const looked = vi.fn<() => number | undefined>();
let observer: Observer;
let stopped = false;

/** Ids (or texts) of what was found since the last call. */
const seen = () => found.mock.calls.splice(0).map(([el]) => el.id || el.textContent);
const rest = (ms = 2_000) => vi.advanceTimersByTimeAsync(ms);

function start(html: string): void {
  document.body.innerHTML = html;
  observer = watchPage(document, TARGETS, { found, looked });
  observer.start();
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance', 'Date'] });
  found.mockReset();
  looked.mockReset();
  stopped = false;
});
afterEach(() => {
  if (!stopped) observer.stop();
  vi.useRealTimers();
});

describe('watching a page', () => {
  it('finds what is there at once, before anything else happens', () => {
    start('<a id="x" href="/"></a><a id="y"></a>');
    expect(seen()).toEqual(['x']);
  });

  it('looks only at what is added', async () => {
    start('<a id="x" href="/"></a>');
    await rest(20_000);
    seen();
    document.body.insertAdjacentHTML('beforeend', '<p><a id="y" href="/"></a></p><a id="z" href="/"></a>');
    await rest();
    expect(seen()).toEqual(['y', 'z']);
    document.body.insertAdjacentHTML('beforeend', '<p>words</p>');
    await rest();
    expect(seen()).toEqual([]);
  });

  it('looks at everything anew when an editor comes or goes, in shadow roots too', async () => {
    start('<div id="e"><a id="x" href="/"></a><div id="host"></div></div>');
    const inside = document.querySelector('#host')?.attachShadow({ mode: 'open' });
    if (inside) inside.innerHTML = '<a id="y" href="/"></a>';
    await rest(20_000);
    seen();
    document.querySelector('#e')?.setAttribute('contenteditable', '');
    await rest();
    expect(seen()).toEqual(['e', 'x', 'y']);
    document.querySelector('#e')?.removeAttribute('contenteditable');
    await rest();
    expect(seen()).toEqual(['e', 'x', 'y']);
  });

  it('does not look at what is gone again', async () => {
    start('');
    await rest(20_000);
    const gone = document.createElement('a');
    gone.href = '/';
    document.body.append(gone);
    gone.remove();
    await rest();
    expect(seen()).toEqual([]);
  });

  it('hears of a link that becomes none just as everything is about to be looked at anew', async () => {
    start('<a id="x" href="/"></a>');
    await rest(20_000);
    seen();
    observer.look(true);
    document.querySelector('a')?.removeAttribute('href');
    await rest();
    expect(seen()).toEqual(['x']);
  });

  it('hears of changed addresses, and of no other attribute', async () => {
    start('<a id="x" href="/"></a>');
    await rest(20_000);
    seen();
    const link = document.querySelector('a');
    link?.setAttribute('class', 'b');
    await rest();
    expect(seen()).toEqual([]);
    link?.setAttribute('href', '/b');
    await rest();
    expect(seen()).toEqual(['x']);
  });

  it('comes back when it was asked to, and not without end', async () => {
    start('');
    await rest(20_000);
    looked.mockReset();
    looked.mockReturnValueOnce(3_000);
    document.body.append('x');
    await rest(2_500);
    expect(looked).toHaveBeenCalledTimes(1);
    await rest(60_000);
    expect(looked).toHaveBeenCalledTimes(2);
  });

  it('answers a change at once though a later look is planned', async () => {
    start('');
    await rest(20_000);
    looked.mockReturnValueOnce(30_000);
    document.body.append('x');
    await rest(1_000);
    document.body.insertAdjacentHTML('beforeend', '<a id="x" href="/"></a>');
    await rest(1_000);
    expect(seen()).toEqual(['x']);
  });

  it('works in slices: never longer at a stretch than it may', async () => {
    start('');
    await rest(20_000);
    let clock = 0;
    let inSlice = 0;
    let longest = 0;
    const now = performance.now.bind(performance);
    const spy = vi.spyOn(performance, 'now').mockImplementation(() => now() + clock);
    // Every find takes a millisecond.
    found.mockImplementation(() => {
      clock++;
      longest = Math.max(longest, ++inSlice);
    });
    looked.mockImplementation(() => {
      inSlice = 0;
      return undefined;
    });
    document.body.innerHTML = '<a href="/"></a>'.repeat(200);
    await rest(20_000);
    expect(found).toHaveBeenCalledTimes(200);
    expect(longest).toBeLessThanOrEqual(10);
    spy.mockRestore();
  });

  it('rests longer after a long look: a page that never rests does not cost it all', async () => {
    start('');
    await rest(20_000);
    let clock = 0;
    const now = performance.now.bind(performance);
    const spy = vi.spyOn(performance, 'now').mockImplementation(() => now() + clock);
    looked.mockReset();
    looked.mockImplementation(() => {
      clock += 50;
      return undefined;
    });
    for (let n = 0; n < 100; n++) {
      document.body.append('x');
      await rest(50);
    }
    // 5 s of changes: looks of 50 ms, a second apart.
    expect(looked.mock.calls.length).toBeLessThanOrEqual(6);
    spy.mockRestore();
  });

  it('enters shadow roots: attached at once, nested, and by a custom element whose script comes late', async () => {
    start('<div id="host"></div><x-late></x-late>');
    const host = document.querySelector('#host') as HTMLElement;
    host.attachShadow({ mode: 'open' }).innerHTML = '<a id="x" href="/"></a><span></span>';
    const inner = host.shadowRoot?.querySelector('span') as HTMLElement;
    inner.attachShadow({ mode: 'open' }).innerHTML = '<a id="y" href="/"></a>';
    await rest(20_000);
    expect(new Set(seen())).toEqual(new Set(['x', 'y']));
    document
      .querySelector('x-late')
      ?.attachShadow({ mode: 'open' })
      .append(Object.assign(document.createElement('a'), { id: 'late', href: '/' }));
    document.body.append('x');
    await rest();
    expect(seen()).toEqual(['late']);
    host.shadowRoot?.append(Object.assign(document.createElement('a'), { id: 'inside', href: '/' }));
    await rest();
    expect(seen()).toEqual(['inside']);
  });

  it('enters a shadow root that a plain element in place gets without a word', async () => {
    start('<div id="plain"></div>');
    await rest(500);
    const plain = document.querySelector('#plain');
    if (plain) plain.attachShadow({ mode: 'open' }).innerHTML = '<a id="x" href="/"></a>';
    await rest(5_000);
    expect(new Set(seen())).toEqual(new Set(['x']));
  });

  it('does not hear its own writes, and loses nothing of the page’s', async () => {
    start('');
    await rest(20_000);
    document.body.insertAdjacentHTML('beforeend', '<a id="theirs" href="/"></a>');
    observer.quietly(() => document.body.insertAdjacentHTML('beforeend', '<a id="ours" href="/"></a>'));
    await rest();
    expect(seen()).toEqual(['theirs']);
  });

  it('is silent once stopped', async () => {
    start('');
    observer.stop();
    stopped = true;
    await rest(20_000);
    looked.mockReset();
    document.body.insertAdjacentHTML('beforeend', '<a id="x" href="/"></a>');
    await rest(20_000);
    expect(seen()).toEqual([]);
    expect(looked).not.toHaveBeenCalled();
  });
});
