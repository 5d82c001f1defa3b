import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asciidocText } from '../../../../utils/share/escape/asciidoc.ts';
import { htmlText } from '../../../../utils/share/escape/html.ts';
import { latexText } from '../../../../utils/share/escape/latex.ts';
import { plainLine } from '../../../../utils/share/escape/line.ts';
import { markdownText } from '../../../../utils/share/escape/markdown.ts';
import { scriptJson } from '../../../../utils/share/escape/script-json.ts';
import { httpsAddress, visibleAddress } from '../../../../utils/share/escape/url.ts';
import { BAD_ADDRESSES, HOSTILE, hostilePath, hostileText, ODD_ADDRESSES } from './hostile.ts';

describe('plain text', () => {
  it.each(HOSTILE)('%j is one line', (pasted, read) => expect(plainLine(pasted)).toBe(read));
  it('is nothing where nothing can be read', () => {
    for (const text of [undefined, '', ' \n', '\u202E\u200B\u0000']) expect(plainLine(text)).toBe('');
  });
});

describe('addresses', () => {
  it.each(BAD_ADDRESSES)('%j is refused', (address) => expect(httpsAddress(address)).toBeNull());
  it('one that grows too long is refused, not cut', () => {
    expect(httpsAddress(`https://badges.example/${'x'.repeat(2_025)}`)).toHaveLength(2_048);
    expect(httpsAddress(`https://badges.example/${'證'.repeat(230)}`)).toBeNull();
  });
  it('none is refused', () => expect(httpsAddress(undefined)).toBeNull());

  it.each([
    ['https://badges.example', 'https://badges.example/'],
    ['HTTPS://Badges.Example:443/a', 'https://badges.example/a'],
    ['https://badges.example/a(b)[c]$', 'https://badges.example/a%28b%29%5Bc%5D%24'],
    [`https://badges.example/?q='*'|{x}`, 'https://badges.example/?q=%27%2A%27%7C%7Bx%7D'],
    ['https://badges.example/100%#a#b', 'https://badges.example/100%25#a%23b'],
    ['https://證書.example/證', 'https://xn--fhq43y.example/%E8%AD%89'],
    ['https://badges.example/%7e%2f?a=b+c', 'https://badges.example/%7e%2f?a=b+c'],
  ])('%s is spelled %s', (address, spelled) => {
    const host = new URL(address).host;
    expect(httpsAddress(address)).toBe(spelled.replace(/xn--fhq43y\.example/, host));
  });

  it('mean the same resource as before, in few characters, and are left alone the second time', () => {
    const same = (address: string) => {
      const spelled = httpsAddress(address) ?? '';
      expect(spelled).toMatch(
        /^https:\/\/[a-z0-9.-]+(?::\d+)?\/[A-Za-z0-9\-._~:/?@!&+,;=%]*(?:#[A-Za-z0-9\-._~:/?@!&+,;=%]*)?$/,
      );
      expect(httpsAddress(spelled)).toBe(spelled);
      const [before, after] = [new URL(address), new URL(spelled)];
      // `decodeURIComponent` refuses a loose %, and what is no UTF-8: those are compared as Latin-1.
      const read = (text: string) =>
        text.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
      for (const part of ['host', 'pathname', 'search', 'hash'] as const)
        expect(read(after[part])).toBe(read(before[part]));
    };
    ODD_ADDRESSES.forEach(same);
    fc.assert(fc.property(hostilePath, same));
  });

  it('are shown short', () => {
    expect(visibleAddress('https://www.badges.example/b/1/')).toBe('badges.example/b/1');
    expect(visibleAddress('https://badges.example/?a=https://www.x/')).toBe('badges.example/?a=https://www.x');
  });
});

describe('escaped names stay readable in the source', () => {
  const name = 'AWS Certified: Multi-Cloud & DevOps (CI/CD), Level 1.5, Inc.';
  it.each([
    ['HTML', htmlText, 'AWS Certified: Multi-Cloud &#38; DevOps (CI/CD), Level 1.5, Inc.'],
    ['Markdown', markdownText, 'AWS Certified: Multi-Cloud \\& DevOps \\(CI/CD\\), Level 1.5, Inc.'],
    ['LaTeX', latexText, 'AWS Certified: Multi-Cloud \\& DevOps (CI/CD), Level 1.5, Inc.'],
    ['AsciiDoc', asciidocText, 'AWS Certified&#58; Multi-Cloud &#38; DevOps &#40;CI/CD&#41;, Level 1.5, Inc.'],
  ])('%s', (_, escaped, written) => expect(escaped(name)).toBe(written));
});

describe('what the parsers of the other tests do not know of', () => {
  it('GitHub makes links of bare addresses, and tables, formulas and mentions; Jekyll fills in braces', () => {
    for (const [pasted] of HOSTILE) expect(markdownText(pasted)).not.toMatch(/(?<!\\):\/\/|www\.|(?<!\\)[|~$@{}<]/i);
  });

  it('LaTeX prints pairs of characters as one', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(latexText(text)).not.toMatch(/--|''|``|,,|<<|>>|\?`|!`/);
      }),
    );
  });

  it('LaTeX has other characters where old fonts and German babel have <, >, |, " and `, and \\item takes what is in brackets', () => {
    expect(latexText('<>|"`[]')).toBe('\\textless{}\\textgreater{}\\textbar{}\\symbol{34}\\textasciigrave{}{[}{]}');
  });

  it('editors move words into attributes of either quote, and old Internet Explorers know a third', () => {
    expect(htmlText(`"'\``)).toBe('&#34;&#39;&#96;');
  });

  it('AsciiDoc tables have cells and columns', () => expect(asciidocText('|!%')).toBe('&#124;&#33;&#37;'));

  it('scripts end at </script> and are turned by <!--', () => {
    const text = HOSTILE.map(([pasted]) => pasted).join('\u2028');
    expect(scriptJson({ text })).not.toMatch(/[<>&\u2028\u2029]/);
    expect(JSON.parse(scriptJson({ text }))).toEqual({ text });
    expect(JSON.parse(scriptJson({ '</script>': 1 }))).toEqual({ '</script>': 1 });
  });
});
