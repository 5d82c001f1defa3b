import { readFileSync } from 'node:fs';
import { CAPTURED_PROFILES, haveSamples, SAMPLES } from '../../world/sites/captured.ts';
import { countByBadge } from '../marks.ts';
import { expect, test } from './fixtures.ts';
import { readMarks } from './touchstone.ts';

/** Badge links of a captured page, read by a rule of our own that knows nothing of the extension. */
function badgesIn(file: string): string[] {
  const html = readFileSync(`${SAMPLES}/${file}`, 'utf8');
  const learning = [...html.matchAll(/href="https:\/\/www\.linkedin\.com\/learning\/certificates\/([0-9a-f]{64})/g)];
  const credly = [...html.matchAll(/href="https:\/\/www\.credly\.com\/badges\/([0-9a-f-]{36})/g)];
  return [
    ...new Set([...learning.map(([, id]) => `linkedin-learning:${id}`), ...credly.map(([, id]) => `credly:${id}`)]),
  ].sort();
}

test('the captured pages are there (they are not part of the repository)', () => {
  if (!haveSamples()) console.warn(`No captured pages in ${SAMPLES}: the tests over them cannot run here.`);
  expect(haveSamples() || process.env.CI !== 'true').toBe(true);
});

if (haveSamples()) {
  for (const [path, file] of Object.entries(CAPTURED_PROFILES)) {
    test(`captured page ${file}: each badge exactly one mark`, async ({ touchstone }) => {
      const expected = badgesIn(file);
      expect(expected.length).toBeGreaterThan(0);
      const page = await touchstone.open(`https://www.linkedin.com${path}`);
      const counted = async () => {
        const counts = countByBadge(await readMarks(page));
        // Short links are offered, never opened; they are no badges yet.
        return Object.fromEntries(Object.entries(counts).filter(([key]) => !key.startsWith('shortener:')));
      };
      await expect.poll(counted).toEqual(Object.fromEntries(expected.map((key) => [key, 1])));
    });
  }
}
