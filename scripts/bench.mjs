/**
 * `npm run bench`: builds, measures, writes docs/benchmarks.md. `npm run bench -- start popup` measures only these areas and leaves the other sections as
 * they are; `engine` alone needs neither build nor browser.
 */
import { join } from 'node:path';
import { ensureBrowser } from './lib/browsers.mjs';
import { ROOT, run } from './lib/run.mjs';
import { giveUp, setup } from './lib/setup.mjs';

/** A place of its own: a build that others make meanwhile does not change what is measured. */
const OUT = join(ROOT, '.output', 'bench');

const areas = process.argv.slice(2);
const needsBrowser = areas.length === 0 || areas.some((area) => area !== 'engine');

/** Builds the extension and finds a browser. @returns {Promise<Record<string, string>>} where both are, as environment variables */
async function prepare() {
  console.log('Building the extension …');
  // No `--input-type=module`: the minifier's own workers would take it over, and are no modules.
  const code = `import('wxt').then(({ build }) => build({ outDir: ${JSON.stringify(OUT)} }))`;
  const built = await run('node', ['--eval', code], { quiet: true });
  if (built.code !== 0) giveUp(`The build failed:\n${built.output}`);
  const found = await ensureBrowser('chromium');
  if ('sentence' in found) giveUp(found.sentence);
  return { TOUCHSTONE_CHROMIUM: found.path, CHROME_BUILD: join(OUT, 'chrome-mv3') };
}

await setup();
const env = needsBrowser ? await prepare() : {};
const measured = await run('node', ['tests/bench/main.ts', ...areas], { env });
process.exit(measured.code);
