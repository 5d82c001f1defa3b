import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { ROOT, run } from './run.mjs';

const home = homedir();
const windows = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA].filter(Boolean);
const inWindows = (...tail) => windows.map((base) => join(base, ...tail));
const inMac = (app) =>
  ['/Applications', join(home, 'Applications')].map((base) => `${base}/${app}.app/Contents/MacOS/${app}`);

/**
 * Usual places, surest first. Google Chrome itself is not among them: since version 137 it ignores --load-extension
 * (Chromium and Chrome for Testing do not; Edge and Brave come last, as they may follow it).
 */
const CHROMIUM_PLACES = {
  linux: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/microsoft-edge',
    '/usr/bin/brave-browser',
    '/snap/bin/chromium',
  ],
  darwin: ['Chromium', 'Google Chrome for Testing', 'Microsoft Edge', 'Brave Browser'].flatMap(inMac),
  win32: [
    ...inWindows('Chromium', 'Application', 'chrome.exe'),
    ...inWindows('Microsoft', 'Edge', 'Application', 'msedge.exe'),
    ...inWindows('BraveSoftware', 'Brave-Browser', 'Application', 'brave.exe'),
  ],
};

const FIREFOX_PLACES = {
  linux: ['/usr/bin/firefox-esr', '/usr/bin/firefox', '/opt/firefox/firefox'],
  darwin: ['Firefox', 'Firefox Developer Edition'].map((app) => `/Applications/${app}.app/Contents/MacOS/firefox`),
  win32: inWindows('Mozilla Firefox', 'firefox.exe'),
};

/** Chromium as Playwright keeps it, newest first. @returns {string[]} */
function playwrightChromium() {
  const cache =
    process.env.PLAYWRIGHT_BROWSERS_PATH ??
    { darwin: join(home, 'Library', 'Caches'), win32: process.env.LOCALAPPDATA ?? home }[process.platform] ??
    process.env.XDG_CACHE_HOME ??
    join(home, '.cache');
  const base = process.env.PLAYWRIGHT_BROWSERS_PATH ? cache : join(cache, 'ms-playwright');
  if (!existsSync(base)) return [];
  const testing = 'Google Chrome for Testing';
  return readdirSync(base)
    .filter((name) => /^chromium-\d+$/.test(name))
    .sort((a, b) => Number(b.slice(9)) - Number(a.slice(9)))
    .flatMap((name) =>
      [
        ['chrome-linux', 'chrome'],
        ['chrome-linux64', 'chrome'],
        ['chrome-win', 'chrome.exe'],
        ['chrome-win64', 'chrome.exe'],
        ...['chrome-mac', 'chrome-mac-arm64', 'chrome-mac-x64'].flatMap((folder) => [
          [folder, 'Chromium.app', 'Contents', 'MacOS', 'Chromium'],
          [folder, `${testing}.app`, 'Contents', 'MacOS', testing],
        ]),
      ].map((tail) => join(base, name, ...tail)),
    );
}

/** Firefox as `@puppeteer/browsers` keeps it for us. @returns {string[]} */
function ownFirefox() {
  const base = join(ROOT, '.output', 'browsers', 'firefox');
  if (!existsSync(base)) return [];
  return readdirSync(base).flatMap((name) =>
    [
      ['firefox', 'firefox'],
      ['core', 'firefox.exe'],
      ['Firefox.app', 'Contents', 'MacOS', 'firefox'],
    ].map((tail) => join(base, name, ...tail)),
  );
}

/** Path of a Chromium that loads unpacked extensions, or null. @returns {string | null} */
export function findChromium() {
  const named = process.env.TOUCHSTONE_CHROMIUM;
  if (named) return existsSync(named) ? named : null;
  return (
    [...(CHROMIUM_PLACES[process.platform] ?? []), ...playwrightChromium()].find((path) => existsSync(path)) ?? null
  );
}

/** Path of a Firefox, or null. @returns {string | null} */
export function findFirefox() {
  const named = process.env.TOUCHSTONE_FIREFOX;
  if (named) return existsSync(named) ? named : null;
  return [...(FIREFOX_PLACES[process.platform] ?? []), ...ownFirefox()].find((path) => existsSync(path)) ?? null;
}

const FIND = { chromium: findChromium, firefox: findFirefox };
/** Debian keeps Chromium’s languages other than English in a package of their own. */
const LANGUAGES = 'chromium-l10n';
const PACKAGES = { chromium: ['chromium', LANGUAGES], firefox: ['firefox-esr'] };

async function byDebian(browser) {
  console.log(`No ${browser} on this machine.`);
  await debian(PACKAGES[browser]);
}

/** Nothing where this is no Debian, or not its administrator. @param {readonly string[]} packages */
async function debian(packages) {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  console.log(`Installing Debian’s ${packages.join(' and ')} …`);
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-qq'], { env });
  await run('apt-get', ['install', '-y', '-qq', ...packages], { env });
}

/**
 * Does the Chromium at `path` speak this language, as its files are named (`zh-TW`)? True where its files are kept otherwise than known here.
 * @param {string} path @param {string} language @returns {boolean}
 */
export function speaks(path, language) {
  const folders = ['/usr/lib/chromium/locales', join(dirname(path), 'locales')];
  const folder = (path === '/usr/bin/chromium' ? folders : folders.slice(1)).find((each) => existsSync(each));
  return folder === undefined || existsSync(join(folder, `${language}.pak`));
}

async function byDownload(browser) {
  console.log(`No ${browser} on this machine: downloading one for this project …`);
  if (browser === 'chromium') await run('playwright', ['install', 'chromium']);
  else await run('browsers', ['install', 'firefox@stable', '--path', join('.output', 'browsers')]);
}

/**
 * Finds the browser, or installs it (as root on Debian with apt-get, else into the user's own folders), or says what to do.
 * @param {'chromium' | 'firefox'} browser
 * @returns {Promise<{ path: string } | { sentence: string }>}
 */
export async function ensureBrowser(browser) {
  const variable = `TOUCHSTONE_${browser.toUpperCase()}`;
  const named = process.env[variable];
  if (named && !existsSync(named)) return { sentence: `${variable} says ${named}, but nothing is there.` };
  for (const install of [null, byDebian, byDownload]) {
    await install?.(browser);
    const path = FIND[browser]();
    if (path && browser === 'chromium' && !speaks(path, 'zh-TW')) await debian([LANGUAGES]);
    if (path) return { path };
  }
  const kinds =
    browser === 'chromium'
      ? 'Chromium, Chrome for Testing, Edge or Brave (not Google Chrome, which no longer loads unpacked extensions from the command line)'
      : 'Firefox';
  return {
    sentence: `No ${browser} was found and none could be installed. Install ${kinds}, or set ${variable} to its path, and try again.`,
  };
}
