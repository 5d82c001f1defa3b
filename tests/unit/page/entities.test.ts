// @vitest-environment jsdom
import { existsSync, readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { preferredAnchor } from '../../../utils/page/entities.ts';
import { keepLedger } from '../../../utils/page/ledger.ts';
import { pageLinks } from '../../../utils/page/links.ts';
import { hitsIn } from '../../../utils/page/scan.ts';
import { address, key } from './fake-extension.ts';

/** Notes every hit of the page and returns, for each place in order of its discovery, the badge and the anchor the mark would stand by. */
function placesOf(html: string, root: Element = document.body) {
  root.innerHTML = html;
  const links = pageLinks();
  const ledger = keepLedger(links);
  for (const el of hitsIn(document, links)) ledger.note(el);
  return [...ledger.entries.values()].flatMap((entry) =>
    [...entry.places].map((place) => ({ key: entry.key, label: entry.label, anchor: preferredAnchor(place.anchors) })),
  );
}
const anchors = (html: string) => placesOf(html).map(({ anchor }) => anchor?.id);
const a = (n: 0 | 1 | 2 | 3, id: string, words = 'Show credential') =>
  `<a id="${id}" href="${address(n)}">${words}</a>`;

beforeEach(() => {
  document.body.innerHTML = '';
});

describe('one mark per badge and entity', () => {
  const cases: [what: string, html: string, marked: string[]][] = [
    ['one link', a(0, 'x'), ['x']],
    [
      'name and button in one item: the button',
      `<ul><li>${a(0, 'name')}<div>${a(0, 'button')}</div></li></ul>`,
      ['button'],
    ],
    [
      'the button in a list of its own',
      `<ul><li><div>${a(0, 'name')}</div><ul><li>${a(0, 'button')}</li></ul></li></ul>`,
      ['button'],
    ],
    [
      'three anchors',
      `<ul><li>${a(0, 'logo', '<img alt="Logo">')}${a(0, 'name')}${a(0, 'button')}</li></ul>`,
      ['button'],
    ],
    ['the same badge in two items', `<ul><li>${a(0, 'x')}</li><li>${a(0, 'y')}</li></ul>`, ['x', 'y']],
    ['in two posts', `<article>${a(0, 'x')}</article><article>${a(0, 'y')}</article>`, ['x', 'y']],
    [
      'in two items by role',
      `<div role="listitem">${a(0, 'x')}</div><div role="listitem">${a(0, 'y')}</div>`,
      ['x', 'y'],
    ],
    ['another badge between', `<div>${a(0, 'x')}${a(1, 'between')}${a(0, 'y')}</div>`, ['x', 'y', 'between']],
    [
      'a card of plain blocks',
      `<main><div><div>${a(0, 'name')}</div><div>${a(0, 'button')}</div></div></main>`,
      ['button'],
    ],
    ['two paragraphs of a page', `<main><p>${a(0, 'x')}</p><p>${a(0, 'y')}</p></main>`, ['x', 'y']],
    ['two paragraphs of a page without main', `<p>${a(0, 'x')}</p><p>${a(0, 'y')}</p>`, ['x', 'y']],
    [
      'far apart in one block',
      `<div><p>${a(0, 'x')}</p>${'<p>word</p>'.repeat(250)}<p>${a(0, 'y')}</p></div>`,
      ['x', 'y'],
    ],
    ['two items within one', `<ul><li><ul><li>${a(0, 'x')}</li><li>${a(0, 'y')}</li></ul></li></ul>`, ['x', 'y']],
    ['a card whose button is a list item', `<div>${a(0, 'name')}<ul><li>${a(0, 'button')}</li></ul></div>`, ['button']],
    [
      'spelled in two ways',
      `<li>${a(0, 'x')}<a id="y" href="http://www.credly.com/badges/${key(0).slice(7).toUpperCase()}?utm_source=x">y</a></li>`,
      ['y'],
    ],
    [
      'wrapped by LinkedIn',
      `<li>${a(0, 'x')}<a id="y" href="https://www.linkedin.com/safety/go/?url=${encodeURIComponent(address(0))}&urlhash=x">y</a></li>`,
      ['y'],
    ],
  ];
  it.each(cases)('%s', (_, html, marked) => expect(anchors(html).toSorted()).toEqual(marked.toSorted()));

  it('leaves text that is being written alone', () => {
    expect(anchors(`<div contenteditable>${a(0, 'x')}</div><div contenteditable="false">${a(1, 'y')}</div>`)).toEqual([
      'y',
    ]);
  });

  it('is not drowned by thousands of copies', () => {
    expect(placesOf(`<ul>${`<li>${a(0, 'x')}</li>`.repeat(3_000)}</ul>`).length).toBe(200);
  });

  it('is not misled by elements that shadow their form’s members', () => {
    const trap =
      '<input name="parentElement"><input name="contains"><input name="closest"><input name="childNodes"><input name="getRootNode">';
    expect(anchors(`<form>${trap}${a(0, 'x')}</form>`)).toEqual(['x']);
  });
});

describe('the words of a link', () => {
  const cases: [what: string, html: string, label: string][] = [
    ['text', 'Harbour  Keeper', 'Harbour Keeper'],
    [
      'doubled text: once',
      '<span aria-hidden="true"><!---->Keeper<!----></span><span class="visually-hidden">Keeper</span>',
      'Keeper',
    ],
    ['only a picture', '<img alt="Keeper, level 3">', 'Keeper, level 3'],
    ['very long', 'x'.repeat(500), 'x'.repeat(120)],
  ];
  it.each(cases)('%s', (_, words, label) => expect(placesOf(a(0, 'x', words))[0]?.label).toBe(label));
  it('falls back to the link’s own name', () => {
    expect(placesOf(`<a aria-label="Keeper" href="${address(0)}"></a>`)[0]?.label).toBe('Keeper');
  });
});

describe('captured LinkedIn pages', () => {
  const folder = '../shared/samples/linkedin';
  const present = existsSync(folder);
  if (!present && process.env.CI === 'true') throw new Error(`${folder} is missing`);
  if (!present) console.warn(`skipped: ${folder} is not there`);
  const read = (name: string) =>
    new DOMParser().parseFromString(readFileSync(`${folder}/${name}`, 'utf8'), 'text/html');

  it.skipIf(!present)('layout A: two anchors, one place, by the button', () => {
    const places = placesOf(read('loggedin-2024-profile2.html').body.innerHTML).filter(({ key }) =>
      key.startsWith('credly:'),
    );
    expect(places).toHaveLength(1);
    expect(places[0]?.anchor?.getAttribute('aria-label')).toMatch(/^Show credential/);
    expect(places[0]?.label).toMatch(/^Certified SAFe/);
  });

  it.skipIf(!present)('layout C: one place for each certificate, by its button', () => {
    const places = placesOf(read('public-2024-profile1.html').body.innerHTML).filter(
      ({ key }) => !key.startsWith('shortener:'),
    );
    expect(places.length).toBeGreaterThan(0);
    expect(new Set(places.map(({ key }) => key)).size).toBe(places.length);
    for (const { anchor } of places) expect(anchor?.textContent?.trim()).toBe('See credential');
  });
});
