import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBrowser } from './browsers.mjs';
import { lintExtension } from './lint-extension.mjs';
import { ROOT, run } from './run.mjs';

/**
 * @typedef {{ passed: number, failed: number, output: string, note?: string }} StageResult
 * @typedef {{ name: string, run: () => Promise<StageResult> }} Stage
 */

const RESULTS = join(ROOT, '.output', 'test');

/** Several commands, each counting as one test; stops at none. @param {...[string, ...string[]]} commands @returns {Promise<StageResult>} */
async function commands(...commands) {
  const result = { passed: 0, failed: 0, output: '' };
  for (const [command, ...args] of commands) {
    const { code, output } = await run(command, args, { quiet: true });
    if (code === 0) result.passed += 1;
    else {
      result.failed += 1;
      result.output += output;
    }
  }
  return result;
}

/** A fresh place for a runner's own count. @param {string} name */
function resultFile(name) {
  mkdirSync(RESULTS, { recursive: true });
  const file = join(RESULTS, `${name}.json`);
  rmSync(file, { force: true });
  return file;
}

/**
 * Counts of a runner's JSON report. A runner that fails without a failed test (or leaves no report) counts as one failure.
 * `shaky`: passed at the second try only.
 * @param {string} file @param {{ code: number, output: string }} ran
 * @param {(report: any) => { passed: number, failed: number, skipped: number, shaky: readonly string[] }} count
 * @returns {StageResult}
 */
function counted(file, ran, count) {
  const report = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
  const { passed, failed, skipped, shaky } = report ? count(report) : { passed: 0, failed: 0, skipped: 0, shaky: [] };
  const notes = [
    ...(skipped > 0 ? [`${skipped} SKIPPED`] : []),
    ...shaky.map((name) => `PASSED ONLY AT THE SECOND TRY: ${name}`),
  ];
  return {
    passed,
    failed: Math.max(failed, ran.code === 0 && passed > 0 ? 0 : 1),
    output: ran.output,
    ...(notes.length > 0 && { note: notes.join('\n  ') }),
  };
}

const vitestCount = (report) => ({
  passed: report.numPassedTests,
  failed:
    report.numFailedTests +
    (report.testResults ?? []).filter((f) => f.status === 'failed' && f.assertionResults.length === 0).length,
  skipped: report.numPendingTests + report.numTodoTests,
  // What went wrong before is kept with a test that passed.
  shaky: (report.testResults ?? [])
    .flatMap((file) => file.assertionResults)
    .filter((test) => test.status === 'passed' && test.failureMessages?.length > 0)
    .map((test) => test.fullName),
});

/** Names of the specs in a suite of Playwright's, and in those within it, that passed at the second try only. @returns {string[]} */
const shakySpecs = ({ suites = [], specs = [] }) => [
  ...specs.filter(({ tests }) => tests.some(({ status }) => status === 'flaky')).map(({ title }) => title),
  ...suites.flatMap(shakySpecs),
];

/** @param {string} name @param {readonly string[]} args @param {Record<string, string>} env */
async function vitest(name, args, env = {}) {
  const file = resultFile(name);
  const ran = await run('vitest', ['run', ...args, '--reporter=dot', '--reporter=json', `--outputFile.json=${file}`], {
    quiet: true,
    env,
  });
  return counted(file, ran, vitestCount);
}

/** @param {'chromium' | 'firefox'} browser @param {(path: string) => Promise<StageResult>} use @returns {Promise<StageResult>} */
async function withBrowser(browser, use) {
  const found = await ensureBrowser(browser);
  if ('sentence' in found) return { passed: 0, failed: 1, output: found.sentence };
  return use(found.path);
}

/** In the order of `npm test`: quick ones first; everything after `build` looks at what was built. @type {readonly Stage[]} */
export const STAGES = [
  { name: 'types', run: () => commands(['wxt', 'prepare'], ['tsc', '--noEmit']) },
  { name: 'lint', run: () => commands(['biome', 'check', '.']) },
  { name: 'build', run: () => commands(['wxt', 'build'], ['wxt', 'build', '-b', 'firefox', '--mv3']) },
  { name: 'unit', run: () => vitest('unit', []) },
  { name: 'addon', run: () => lintExtension() },
  {
    name: 'chromium',
    run: () =>
      withBrowser('chromium', async (path) => {
        const file = resultFile('chromium');
        const env = { TOUCHSTONE_CHROMIUM: path, PLAYWRIGHT_JSON_OUTPUT_FILE: file };
        const ran = await run('playwright', ['test', '--reporter=dot,json'], { quiet: true, env });
        return counted(file, ran, ({ stats, suites }) => ({
          passed: stats.expected + stats.flaky,
          failed: stats.unexpected,
          skipped: stats.skipped,
          shaky: shakySpecs({ suites }),
        }));
      }),
  },
  {
    name: 'firefox',
    run: () =>
      withBrowser('firefox', (path) =>
        vitest('firefox', ['--config', 'tests/e2e/firefox/vitest.config.ts'], { TOUCHSTONE_FIREFOX: path }),
      ),
  },
];
