import { execFileSync } from 'node:child_process';
import { cpus, loadavg, release, totalmem, type } from 'node:os';

export interface Machine {
  cpu: string;
  cores: number;
  memory: string;
  system: string;
  browser?: string;
  node: string;
}

/** What the figures come from. `browser`: path of the Chromium that is measured, if one is. */
export function machine(browser?: string): Machine {
  const [first] = cpus();
  return {
    cpu: first?.model.trim() ?? 'unknown',
    cores: cpus().length,
    memory: `${Math.round(totalmem() / 2 ** 30)} GiB`,
    system: `${type()} ${release()}`,
    ...(browser !== undefined && { browser: versionOf(browser) }),
    node: process.version,
  };
}

function versionOf(browser: string): string {
  return execFileSync(browser, ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
}

/** Mean number of runnable processes over the last minute, as the system tells it (0 where it does not). */
export function load(): number {
  return loadavg()[0] ?? 0;
}
