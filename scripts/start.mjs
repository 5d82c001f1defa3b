/**
 * `npm start`: the built extension in a browser over the local test internet. `npm start -- https://…` opens that page over the real one.
 * Flags: --headless, --browser firefox. Needs nothing but Node 20.
 */
import { ensureBrowser } from './lib/browsers.mjs';
import { run } from './lib/run.mjs';
import { giveUp, setup } from './lib/setup.mjs';

const args = process.argv.slice(2);
const browser = args.includes('firefox') || args.includes('--browser=firefox') ? 'firefox' : 'chromium';

await setup();
console.log('Building the extension …');
const build = await run('wxt', browser === 'firefox' ? ['build', '-b', 'firefox', '--mv3'] : ['build'], {
  quiet: true,
});
if (build.code !== 0) giveUp(`The build failed:\n${build.output}`);
const found = await ensureBrowser(browser);
if ('sentence' in found) giveUp(found.sentence);
const { code } = await run('node', ['scripts/demo/main.ts', ...args], {
  env: { [`TOUCHSTONE_${browser.toUpperCase()}`]: found.path },
});
process.exit(code);
