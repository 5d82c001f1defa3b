import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';

/** Ceilings in bytes: minified, and gzipped. The content script's is the design's; the others are what they weigh now with a little room. */
const BUDGETS: Record<string, { raw: number; gzip: number }> = {
  'content-scripts/page.js': { raw: 14_000, gzip: 5_500 },
  'card.js': { raw: 49_000, gzip: 19_200 },
  'background.js': { raw: 645_000, gzip: 189_000 },
};

/** Everything a page of ours loads before it can be used. */
const PAGES: Record<string, { raw: number; gzip: number }> = {
  'popup.html': { raw: 322_000, gzip: 107_000 },
};

function loadedBy(folder: string, page: string): Buffer[] {
  const html = readFileSync(join(folder, page), 'utf8');
  const files = [...html.matchAll(/(?:src|href)="\/?([^"]+\.(?:js|css))"/g)].map(([, file = '']) => join(folder, file));
  return files.map((file) => readFileSync(file));
}

describe.each(['chrome-mv3', 'firefox-mv3'])('size of %s', (build) => {
  const folder = join('.output', build);

  test.each(Object.entries(BUDGETS))('%s is within its budget', (file, { raw, gzip }) => {
    const path = join(folder, file);
    expect(existsSync(path), `${path} is missing: run "npm run build"`).toBe(true);
    const bytes = readFileSync(path);
    expect(bytes.length).toBeLessThanOrEqual(raw);
    expect(gzipSync(bytes, { level: 9 }).length).toBeLessThanOrEqual(gzip);
  });

  test.each(Object.entries(PAGES))('%s with all it loads is within its budget', (page, { raw, gzip }) => {
    const parts = loadedBy(folder, page);
    expect(parts.length).toBeGreaterThan(1);
    const sum = (sizes: number[]) => sizes.reduce((total, size) => total + size, 0);
    expect(sum(parts.map((part) => part.length))).toBeLessThanOrEqual(raw);
    expect(sum(parts.map((part) => gzipSync(part, { level: 9 }).length))).toBeLessThanOrEqual(gzip);
  });

  test('the content script carries no React and no polyfill', () => {
    const code = readFileSync(join(folder, 'content-scripts/page.js'), 'utf8');
    for (const trace of ['react.element', 'react.transitional.element', 'webextension-polyfill', '__dexie']) {
      expect(code).not.toContain(trace);
    }
  });

  test('no source maps and nothing odd is shipped', () => {
    const odd = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
      (file) => statSync(join(folder, file)).isFile() && !/\.(js|json|html|css|png|svg)$/.test(file),
    );
    expect(odd).toEqual([]);
  });
});
