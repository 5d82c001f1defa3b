import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import puppeteer, { type Browser } from 'puppeteer-core';
import { packExtension } from './package.ts';

/** The production build. */
export const FIREFOX_BUILD = resolve(process.env.TOUCHSTONE_FIREFOX_BUILD ?? '.output/firefox-mv3');

/** Where the extension lives in a test's Firefox; set by preference, otherwise it is random. */
export const FIREFOX_UUID = '7f0c6a52-3c1e-4b7e-9d41-5a2b8e6c9d10';
export const FIREFOX_ORIGIN = `moz-extension://${FIREFOX_UUID}`;

export interface LaunchOptions {
  /** Port of the world. Without it the browser is on the real internet. */
  world?: number;
  headless?: boolean;
  dark?: boolean;
  /** Milliseconds of idleness after which the event page dies. Default: the browser's own (30 s). */
  idle?: number;
  /** Folder of another extension than the product. */
  extension?: string;
  /**
   * Folder of a profile that outlives the browser. The extension is installed in it for good, from a package, as its users have it: the browser can start
   * again, or be updated. Without it the profile is a new one, and the extension is there for the session.
   */
  profile?: string;
  /** More of Firefox's own preferences (about:config). */
  preferences?: Readonly<Record<string, boolean | number | string>>;
}

/**
 * Installed, the product opens its welcome page, which would take the focus in the middle of a test. Its address has to be asked of the page itself:
 * Firefox does not report it.
 */
async function closeWelcome(browser: Browser): Promise<void> {
  const deadline = performance.now() + 20_000;
  while (performance.now() < deadline) {
    for (const page of await browser.pages()) {
      const address = await page.evaluate(() => location.href).catch(() => '');
      if (address === `${FIREFOX_ORIGIN}/welcome.html`) return page.close();
    }
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error('the welcome page did not open: is the extension installed?');
}

/** Puts the extension where Firefox finds it at its start. True when it is new there: then its welcome page opens. */
function installForGood(profile: string, id: string, extension: string): boolean {
  const file = join(profile, 'extensions', `${id}.xpi`);
  const isNew = !existsSync(file);
  mkdirSync(join(profile, 'extensions'), { recursive: true });
  writeFileSync(file, packExtension(extension));
  return isNew;
}

/** A Firefox with the built extension. Optional permissions are granted without a prompt after a real click. */
export async function launchFirefox(options: LaunchOptions = {}): Promise<Browser> {
  const extension = options.extension ?? FIREFOX_BUILD;
  const manifest = JSON.parse(readFileSync(join(extension, 'manifest.json'), 'utf8'));
  const id: string = manifest.browser_specific_settings.gecko.id;
  const isNew = options.profile === undefined || installForGood(options.profile, id, extension);
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: process.env.TOUCHSTONE_FIREFOX ?? '/usr/bin/firefox-esr',
    headless: options.headless ?? true,
    acceptInsecureCerts: options.world !== undefined,
    defaultViewport: options.headless === false ? null : { width: 1100, height: 900 },
    args: ['--remote-allow-system-access'],
    ...(options.profile !== undefined && { userDataDir: options.profile }),
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [id]: FIREFOX_UUID }),
      'extensions.webextOptionalPermissionPrompts': false,
      ...(options.profile !== undefined && {
        'xpinstall.signatures.required': false,
        'extensions.autoDisableScopes': 0,
      }),
      'ui.systemUsesDarkTheme': options.dark ? 1 : 0,
      ...(options.idle && { 'extensions.background.idle.timeout': options.idle }),
      ...(options.world && {
        'network.dns.forceResolve': '127.0.0.1',
        'network.socket.forcePort': `443=${options.world}`,
        'network.stricttransportsecurity.preloadlist': false,
      }),
      ...options.preferences,
    },
  });
  if (options.profile === undefined) await browser.installExtension(extension);
  if (isNew && existsSync(join(extension, 'welcome.html'))) await closeWelcome(browser);
  return browser;
}
