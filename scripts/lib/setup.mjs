import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, run } from './run.mjs';

/** @returns {Record<string, any> | null} */
function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}

/**
 * True when node_modules is what package-lock.json asks for. npm leaves a list of what it put there; packages for other systems are not in it.
 * @returns {boolean}
 */
export function installed() {
  const wanted = readJson(join(ROOT, 'package-lock.json'))?.packages;
  const present = readJson(join(ROOT, 'node_modules', '.package-lock.json'))?.packages;
  if (!wanted || !present) return false;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '' || entry.link) return true;
    const there = present[path];
    if (!there) return Boolean(entry.optional || entry.os || entry.cpu);
    return there.version === entry.version && there.integrity === entry.integrity;
  });
}

/** Stops with a plain sentence. @param {string} sentence @returns {never} */
export function giveUp(sentence) {
  console.error(`\n${sentence}\n`);
  process.exit(1);
}

/** Only errors: npm looks at the machine's Node, while the tools run on the project's own. */
const CI = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];

/** What both commands need first: a Node that is new enough and the packages of the lock file. Uses nothing but Node itself. */
export async function setup() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < 20)
    giveUp(`Touchstone needs Node 20 or newer; this is ${process.versions.node}. Get it from https://nodejs.org.`);
  if (!installed()) {
    console.log('Installing the packages that package-lock.json names (about a minute the first time) …');
    const npm = process.env.npm_execpath;
    const { code } =
      npm && existsSync(npm) && /\.[cm]?js$/.test(npm)
        ? await run(process.execPath, [npm, ...CI])
        : await run('npm', CI);
    if (code !== 0)
      giveUp('npm ci failed; its own words are above. Most often the registry could not be reached: try again.');
  }
  if (!existsSync(join(ROOT, 'node_modules', 'node', 'bin'))) {
    console.log(
      'Note: the project’s own Node is missing (install scripts may be switched off); using the one of this machine.',
    );
  }
}
