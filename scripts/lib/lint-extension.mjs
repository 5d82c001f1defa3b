import { run } from './run.mjs';

/** React DOM sets innerHTML in two places, behind its own guard; nothing else may be warned about. */
const ACCEPTED = new Map([['UNSAFE_VAR_ASSIGNMENT', 2]]);

/**
 * Mozilla's linter over the built Firefox extension: no errors, no notices, no warning but the accepted ones.
 * @returns {Promise<{ passed: number, failed: number, output: string }>}
 */
export async function lintExtension() {
  const { code, output } = await run(
    'web-ext',
    ['lint', '--source-dir', '.output/firefox-mv3', '--output', 'json', '--no-config-discovery'],
    { quiet: true },
  );
  const start = output.indexOf('{"');
  if (start < 0) return { passed: 0, failed: 1, output: `web-ext lint gave no report (exit ${code}):\n${output}` };
  const report = JSON.parse(output.slice(start, output.lastIndexOf('}') + 1));
  const findings = [...report.errors, ...report.notices];
  const seen = new Map();
  for (const warning of report.warnings) {
    const times = (seen.get(warning.code) ?? 0) + 1;
    seen.set(warning.code, times);
    if (times > (ACCEPTED.get(warning.code) ?? 0)) findings.push(warning);
  }
  const words = findings.map((f) => `${f._type} ${f.code}: ${f.message} (${f.file ?? 'manifest'}:${f.line ?? ''})`);
  return { passed: findings.length === 0 ? 1 : 0, failed: findings.length, output: words.join('\n') };
}
