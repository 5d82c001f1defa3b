import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';

/** Ceilings in bytes: minified, and gzipped. The content script's is the design's; the others are what they weigh now with a little room. */
const BUDGETS: Record<string, { raw: number; gzip: number }> = {
  'content-scripts/page.js': { raw: 14_000, gzip: 5_500 },
};

describe.each(['chrome-mv3', 'firefox-mv3'])('size of %s', (build) => {
  const folder = join('.output', build);

  test.each(Object.entries(BUDGETS))('%s is within its budget', (file, { raw, gzip }) => {
    const path = join(folder, file);
    expect(existsSync(path), `${path} is missing: run "npm run build"`).toBe(true);
    const bytes = readFileSync(path);
    expect(bytes.length).toBeLessThanOrEqual(raw);
    expect(gzipSync(bytes, { level: 9 }).length).toBeLessThanOrEqual(gzip);
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
