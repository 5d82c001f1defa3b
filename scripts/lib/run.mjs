import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Environment in which `node` is the project's own Node 24 (a dev dependency), whatever the machine has.
 * @returns {NodeJS.ProcessEnv}
 */
export function toolEnv() {
  const name = Object.keys(process.env).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH';
  return { ...process.env, [name]: [join(ROOT, 'node_modules', '.bin'), process.env[name] ?? ''].join(delimiter) };
}

/**
 * Runs a command in the repository. With `quiet` the output is kept and returned instead of shown.
 * @param {string} command @param {readonly string[]} args
 * @param {{ quiet?: boolean, env?: Record<string, string> }} [options]
 * @returns {Promise<{ code: number, output: string }>} code 127: the command does not exist
 */
export function run(command, args, { quiet = false, env = {} } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: ROOT,
      env: { ...toolEnv(), ...(quiet && { NO_COLOR: '1', FORCE_COLOR: '0' }), ...env },
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
      shell: process.platform === 'win32',
    });
    let output = '';
    child.stdout?.on('data', (data) => {
      output += data;
    });
    child.stderr?.on('data', (data) => {
      output += data;
    });
    const stop = () => child.kill('SIGTERM');
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
    const end = (code, text) => {
      process.removeListener('SIGINT', stop);
      process.removeListener('SIGTERM', stop);
      resolve({ code, output: text });
    };
    child.once('error', (error) => end(127, `${output}${error.message}\n`));
    child.once('close', (code) => end(code ?? 1, output));
  });
}
