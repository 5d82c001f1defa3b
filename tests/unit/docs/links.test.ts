import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const DOCUMENTS = [
  ...readdirSync('.').filter((name) => name.endsWith('.md')),
  ...readdirSync('docs')
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
];

/** Addresses of links and pictures, in Markdown and HTML, without what stands in code. */
function addressesIn(text: string): string[] {
  const prose = text.replace(/^```[\s\S]*?^```/gm, '').replace(/`[^`\n]*`/g, '');
  const found = [
    ...prose.matchAll(/\]\(<?([^)\s>]+)/g),
    ...prose.matchAll(/^\[[^\]]+\]:\s*<?([^\s>]+)/gm),
    ...prose.matchAll(/(?:src|href)="([^"]+)"/g),
  ];
  return found.flatMap(([, address]) => (address === undefined ? [] : [address]));
}

/** Pages that are named by their bare path, as "docs/platforms.md has the list". */
function pathsIn(text: string): string[] {
  const prose = text.replace(/^```[\s\S]*?^```/gm, '').replace(/https?:\S+/g, '');
  return [...prose.matchAll(/(?<![\w/.-])((?:[\w.-]+\/)*[\w-]+\.md)\b/g)].flatMap(([, path]) => path ?? []);
}

/** As GitHub makes it of a heading. */
const anchorOf = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-');

const anchorsIn = (text: string) => [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => anchorOf(heading));

function missing(document: string, text: string): string[] {
  const relative = addressesIn(text).filter((address) => !/^[a-z][a-z0-9+.-]*:/i.test(address));
  const broken = relative.filter((address) => {
    const [path = '', anchor] = address.split('#');
    const file = path === '' ? document : join(dirname(document), decodeURIComponent(path));
    if (!existsSync(file)) return true;
    return anchor !== undefined && file.endsWith('.md') && !anchorsIn(readFileSync(file, 'utf8')).includes(anchor);
  });
  return [
    ...broken,
    ...pathsIn(text).filter((path) => !existsSync(path) && !existsSync(join(dirname(document), path))),
  ];
}

describe('links, pictures and pages that are named', () => {
  it.each(DOCUMENTS)('exist: %s', (document) => {
    expect(missing(document, readFileSync(document, 'utf8'))).toEqual([]);
  });

  it('are found in every form, and what is not there is told', () => {
    const text = [
      '![a](docs/images/none.png) [b](README.md) [c](<gone.md> "title") [d](https://example.org/gone.md)',
      '<img src="docs/none.svg"> `[e](code.png)` docs/nothing.md has more.',
      '[f]: away.txt',
      '[g](README.md#two-commands) [h](README.md#no-such-heading)',
    ].join('\n');
    expect(missing('README.md', text)).toEqual([
      'docs/images/none.png',
      'gone.md',
      'README.md#no-such-heading',
      'away.txt',
      'docs/none.svg',
      'gone.md',
      'docs/nothing.md',
    ]);
  });
});
