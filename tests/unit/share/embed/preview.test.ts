import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { EMBED_FORMATS } from '../../../../utils/share/embed/index.ts';
import { previewDocument, previewSheet } from '../../../../utils/share/embed/preview.ts';
import { BADGE, HOSTILE, OPTIONS } from './hostile.ts';

const DATA = 'data:image/png;base64,iVBORw0KGgo=';
const SHOWN = EMBED_FORMATS.filter(({ makes }) => makes([BADGE], OPTIONS)?.html !== undefined);
const { document } = new JSDOM('').window;
/** Parsed as a browser would, without the cost of a window for each. */
function opened(html: string): Document {
  const page = document.implementation.createHTMLDocument();
  page.open();
  page.write(html);
  page.close();
  return page;
}

describe('a preview', () => {
  it('is there for what is rich', () => {
    expect(SHOWN.map(({ id }) => id)).toEqual(['website_html', 'resume_rich', 'resume_html', 'signature_rich']);
  });

  it.each(SHOWN.map((format) => [format.id, format] as const))('of %s loads nothing', (_, format) => {
    for (const [text] of HOSTILE) {
      const badge = { ...BADGE, name: text, issuer: { name: text }, description: text };
      for (const pictures of [new Map<string, string>(), new Map([['https://badges.example/b/1.png', DATA]])]) {
        const html = format.makes([badge, BADGE], OPTIONS)?.html ?? '';
        const page = opened(previewDocument(html, pictures));
        expect(
          [...page.querySelectorAll('[src]')].map((one) => one.getAttribute('src')).filter((src) => src !== DATA),
        ).toEqual([]);
        expect(
          page.querySelectorAll('script,link,iframe,object,embed,form,[srcset],[background],[poster]').length,
        ).toBe(0);
        // The inherited policy would complain about each, and show none.
        expect(page.querySelectorAll('style,[style]').length).toBe(0);
        const styles = [...page.querySelectorAll('[data-style]')].map((one) => one.getAttribute('data-style'));
        expect(styles.join(';')).not.toMatch(/url\(|@|image/);
        expect([...page.querySelectorAll('meta')].map((meta) => meta.getAttribute('http-equiv'))).toEqual([
          null,
          'Content-Security-Policy',
        ]);
        expect(page.querySelectorAll('[href]').length).toBe(0);
        expect(page.querySelectorAll('a[role=link][aria-disabled=true]').length).toBe(
          page.querySelectorAll('a').length,
        );
      }
    }
  });

  it('forbids in its own policy what the sandbox would not stop', () => {
    const page = opened(previewDocument('', new Map()));
    const policy = page.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute('content') ?? '';
    expect(policy.split('; ')).toEqual([
      "default-src 'none'",
      'img-src data: blob:',
      "base-uri 'none'",
      "form-action 'none'",
    ]);
    // It must come before anything that could load.
    expect(page.head.children[1]?.getAttribute('http-equiv')).toBe('Content-Security-Policy');
  });

  it('exchanges pictures for those at hand, and takes only those', () => {
    const html = EMBED_FORMATS[0]?.makes([BADGE], OPTIONS)?.html ?? '';
    const source = (local: string) =>
      opened(previewDocument(html, new Map([['https://badges.example/b/1.png', local]])))
        .querySelector('img')
        ?.getAttribute('src');
    expect(source(DATA)).toBe(DATA);
    expect(source('blob:chrome-extension://abcdef/0d6f3a4e-1b2c')).toBe('blob:chrome-extension://abcdef/0d6f3a4e-1b2c');
    for (const bad of [
      'https://evil.example/x.png',
      'data:text/html,x',
      'data:image/svg+xml,<svg/>',
      `${DATA}" onload="alert(1)`,
      'blob:"><script>',
      '',
    ]) {
      expect(source(bad)).toBeNull();
    }
  });

  it('finds pictures whose address was spelled anew', () => {
    const image = `https://badges.example/b/(1)&'2'.png`;
    const html = EMBED_FORMATS[0]?.makes([{ ...BADGE, image }], OPTIONS)?.html ?? '';
    expect(
      opened(previewDocument(html, new Map([[image, DATA]])))
        .querySelector('img')
        ?.getAttribute('src'),
    ).toBe(DATA);
  });

  it('is light or dark', () => {
    expect(previewSheet('light')).toContain('color-scheme:light');
    expect(previewSheet('dark')).toContain('color-scheme:dark');
  });

  it('keeps every style, for the page around to set', () => {
    for (const format of SHOWN) {
      const html = format.makes([BADGE], OPTIONS)?.html ?? '';
      const before = [...opened(html).querySelectorAll('[style]')].map((one) => one.getAttribute('style'));
      const after = [...opened(previewDocument(html, new Map())).querySelectorAll('[data-style]')];
      expect(after.map((one) => one.getAttribute('data-style'))).toEqual(before);
    }
  });
});
