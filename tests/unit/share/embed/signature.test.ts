import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { signature } from '../../../../utils/share/embed/signature.ts';
import { fitOf, SIGNATURE_CLIENTS } from '../../../../utils/share/embed/signature-clients.ts';
import type { EmbedOptions, OwnLines } from '../../../../utils/share/embed/types.ts';
import type { SharedBadge } from '../../../../utils/share/types.ts';
import { LOCALES, readMessages } from '../../words/translate.ts';
import { BAD_ADDRESSES, BADGE, HOSTILE, OPTIONS } from './hostile.ts';
import { htmlTree } from './parsers.ts';

const LINES: OwnLines = { name: 'Ada Beispiel', headline: 'Engineer', link: { address: 'https://www.ada.example/' } };
const badge = (name: string, more: Partial<SharedBadge> = {}): SharedBadge => ({
  ...BADGE,
  name,
  url: `https://badges.example/${name}`,
  ...more,
});
const domOf = (badges: readonly SharedBadge[], options: Partial<EmbedOptions> = {}) =>
  new JSDOM(signature(badges, { ...OPTIONS, ...options }).html).window.document;

describe('the markup of a signature', () => {
  const badges = ['One', 'Two', 'Three', 'Four'].map((name) => badge(name));

  it.each(['picture', 'picture-text', 'text', 'card'] as const)('has only what mail programs keep: %s', (look) => {
    const page = domOf(badges, { look, lines: LINES });
    const allowed = ['table', 'tbody', 'tr', 'td', 'a', 'img', 'b', 'br'];
    const elements = [...page.body.querySelectorAll('*')];
    expect(elements.map(({ localName }) => localName).filter((name) => !allowed.includes(name))).toEqual([]);
    expect(elements.filter((one) => one.hasAttribute('class') || one.hasAttribute('id'))).toEqual([]);
    const styles = elements.map((one) => one.getAttribute('style') ?? '').join(';');
    // No colours: programs in dark mode choose them. Nothing that Word does not know.
    expect(styles).not.toMatch(/color|background|flex|grid|position|float|max-|calc|var\(|url\(/);
    expect(styles).toMatch(/font-family:Arial,Helvetica,sans-serif/);
    for (const table of page.querySelectorAll('table')) {
      expect([table.getAttribute('border'), table.getAttribute('role')]).toEqual(['0', 'presentation']);
    }
    for (const image of page.querySelectorAll('img')) {
      expect(image.getAttribute('src')).toMatch(/^https:\/\//);
      expect([image.getAttribute('width'), image.getAttribute('height'), image.getAttribute('border')]).toEqual([
        '110',
        '110',
        '0',
      ]);
      expect(image.getAttribute('alt')).not.toBe('');
      expect(image.getAttribute('style')).toContain('display:block');
    }
    expect(page.querySelectorAll('img').length).toBe(look === 'text' ? 0 : 4);
  });

  it('keeps the order, and links each badge to its page', () => {
    for (const look of ['picture', 'picture-text', 'text'] as const) {
      const links = [...domOf(badges, { look }).querySelectorAll('a')].map((link) => link.getAttribute('href'));
      expect([...new Set(links)]).toEqual(badges.map(({ url }) => url));
    }
  });

  it('keeps the order where one of several pictures is missing', () => {
    const some = [badge('One'), badge('Two', { image: undefined }), badge('Three')];
    const links = [...domOf(some, { look: 'picture' }).querySelectorAll('a')].map((link) => link.getAttribute('href'));
    expect(links).toEqual(some.map(({ url }) => url));
    expect(domOf(some, { look: 'picture' }).body.textContent).toContain('TwoExample Academy');
  });

  it('breaks rows of pictures before a telephone would cut them', () => {
    const rows = (size: number) =>
      [...domOf(badges, { look: 'picture', size }).querySelectorAll('table table tr')].map(
        (row) => row.children.length,
      );
    expect(rows(110)).toEqual([2, 2]);
    expect(rows(48)).toEqual([4]);
    expect(rows(600)).toEqual([1, 1, 1, 1]);
  });

  it('has sizes in whole pixels within reason', () => {
    const width = (size: number) => domOf([BADGE], { size }).querySelector('img')?.getAttribute('width');
    expect([48.4, -1, 1e9, Number.NaN].map(width)).toEqual(['48', '16', '600', '110']);
  });

  it('leaves out pictures that mail does not show, and says which', () => {
    const made = signature(
      [
        badge('Svg', { image: 'https://badges.example/1.svg' }),
        badge('Webp', { image: 'https://badges.example/1.WEBP?x=1' }),
        badge('Asked', { image: 'https://badges.example/image?type=svg' }),
        badge('Data', { image: 'data:image/png;base64,iVBORw0KGgo=' }),
        badge('None', { image: undefined }),
        badge('Png', { image: 'https://badges.example/svg/1.png?type=png' }),
      ],
      OPTIONS,
    );
    expect(made.withoutPicture).toEqual([
      { place: 0, why: 'kind' },
      { place: 1, why: 'kind' },
      { place: 2, why: 'kind' },
      { place: 3, why: 'no-address' },
      { place: 4, why: 'no-address' },
    ]);
    expect(made.html.match(/<img/g)?.length).toBe(1);
    expect(signature([badge('Text', { image: undefined })], { ...OPTIONS, look: 'text' }).withoutPicture).toEqual([]);
  });
});

describe('the user’s own lines', () => {
  it('stand above the badges', () => {
    expect(domOf([BADGE], { lines: LINES }).body.textContent).toMatch(
      /^Ada BeispielEngineerada\.example.*Cloud Basics/,
    );
    expect(signature([BADGE], { ...OPTIONS, lines: LINES }).plain).toBe(
      'Ada Beispiel\nEngineer\nhttps://www.ada.example/\nCloud Basics — Example Academy, https://badges.example/b/1',
    );
  });

  it('may be missing, all or some', () => {
    expect(domOf([BADGE]).querySelectorAll('table').length).toBe(2);
    expect(signature([], { ...OPTIONS, lines: { headline: 'Engineer' } }).plain).toBe('Engineer');
    expect(domOf([], { lines: { name: ' ', headline: 'Engineer' } }).body.innerHTML).not.toMatch(/<br>|<b>/);
  });

  it.each(HOSTILE)('carry %j and nothing else', (pasted, read) => {
    const tree = (text: string) =>
      htmlTree(
        signature([], {
          ...OPTIONS,
          lines: { name: text, headline: text, link: { address: 'https://a.example/', text } },
        }).html,
      );
    const wanted = JSON.stringify(tree('Harmless')).replaceAll('"Harmless"', () => JSON.stringify(read));
    expect(tree(pasted)).toEqual(JSON.parse(wanted));
  });

  it.each(BAD_ADDRESSES)('link to no %j', (address) => {
    expect(domOf([], { lines: { name: 'Ada', link: { address, text: 'me' } } }).querySelectorAll('a').length).toBe(0);
  });
});

describe('mail programs', () => {
  it('limit the characters', () => {
    const [gmail, , desktop] = SIGNATURE_CLIENTS;
    if (!gmail || !desktop) throw new Error('no clients');
    expect([1, 9_000, 9_001, 10_000, 10_001].map((count) => fitOf(count, gmail))).toEqual([
      'fits',
      'fits',
      'near',
      'near',
      'over',
    ]);
    expect(fitOf(1e9, desktop)).toBe('no-limit');
    const many = Array.from({ length: 40 }, (_, index) => badge(`Number${index}`));
    const made = signature(many, OPTIONS);
    expect(made.characters).toBe(made.html.length);
    expect(fitOf(made.characters, gmail)).toBe('over');
    expect(fitOf(signature(many.slice(0, 5), OPTIONS).characters, gmail)).toBe('fits');
  });

  it.each(LOCALES)('have their names, their steps and no more in %s', async (locale) => {
    const keys = [...(await readMessages(locale)).keys()];
    expect(keys.filter((key) => /^embed_(?:client|steps)_/.test(key)).sort()).toEqual(
      SIGNATURE_CLIENTS.flatMap(({ id, steps }) => [
        `embed_client_${id}`,
        ...Array.from({ length: steps }, (_, step) => `embed_steps_${id}_step_${step + 1}`),
      ]).sort(),
    );
  });
});
