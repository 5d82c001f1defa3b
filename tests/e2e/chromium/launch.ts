import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { resolverRules } from '../../world/start-world.ts';

/** The production build; no test build is ever used. */
export const CHROME_BUILD = resolve(process.env.TOUCHSTONE_CHROME_BUILD ?? '.output/chrome-mv3');

export const CHROMIUM = process.env.TOUCHSTONE_CHROMIUM ?? '/usr/bin/chromium';

export interface LaunchOptions {
  /** Port of the world. Without it the browser is on the real internet, with real certificates. */
  world?: number;
  headless?: boolean;
  /** Optional hosts (patterns) and powers (names) that `permissions.request` will then grant without a prompt (nobody can click a prompt here). */
  grantable?: readonly string[];
  colorScheme?: 'light' | 'dark';
  /** More environment, e.g. LANGUAGE. */
  env?: Record<string, string>;
  /** Folder of another extension than the product. */
  extension?: string;
  /** Profile of an earlier launch that was closed with `keep`: the browser starts again, and nothing is new to it. */
  profile?: string;
}

export interface Launched {
  context: BrowserContext;
  extensionId: string;
  profile: string;
  /** Ends the browser and removes its profile, unless it is to `keep` for another launch. */
  close(options?: { keep: boolean }): Promise<void>;
}

/** The id Chromium gives an unpacked extension: the first half of SHA-256 of its path, in the letters a to p. */
export function unpackedId(path: string): string {
  const bytes = Buffer.from(path, process.platform === 'win32' ? 'utf16le' : 'utf8');
  const hex = createHash('sha256').update(bytes).digest('hex').slice(0, 32);
  return [...hex].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('');
}

function start(profile: string, extension: string, options: LaunchOptions): Promise<BrowserContext> {
  const inWorld =
    options.world === undefined
      ? []
      : ['--ignore-certificate-errors', `--host-resolver-rules=${resolverRules(options.world)}`];
  return chromium.launchPersistentContext(profile, {
    executablePath: CHROMIUM,
    headless: options.headless ?? true,
    colorScheme: options.colorScheme ?? 'light',
    viewport: options.headless === false ? null : { width: 1100, height: 900 },
    env: { ...process.env, ...options.env } as Record<string, string>,
    args: [`--disable-extensions-except=${extension}`, `--load-extension=${extension}`, ...inWorld],
  });
}

/**
 * Makes optional permissions grantable without a prompt: marks them in the profile as granted once and withdrawn at run time
 * (reference/TESTING.md section 5: both keys are needed).
 */
async function preGrant(profile: string, id: string, wanted: readonly string[]): Promise<void> {
  const isHost = (permission: string) => permission.includes('://');
  const hosts = wanted.filter(isHost);
  const api = wanted.filter((permission) => !isHost(permission));
  const file = join(profile, 'Default', 'Preferences');
  const preferences = JSON.parse(await readFile(file, 'utf8'));
  const settings = preferences.extensions.settings[id];
  settings.granted_permissions.explicit_host = [...(settings.granted_permissions.explicit_host ?? []), ...hosts];
  settings.granted_permissions.api = [...(settings.granted_permissions.api ?? []), ...api];
  settings.runtime_granted_permissions = {
    api,
    explicit_host: hosts,
    manifest_permissions: [],
    scriptable_host: [],
  };
  await writeFile(file, JSON.stringify(preferences));
}

/** Every fresh profile is an installation, which opens the product's welcome page: it would take the focus in the middle of a test. */
async function closeWelcome(context: BrowserContext, id: string): Promise<void> {
  const isWelcome = (page: Page) => page.url() === `chrome-extension://${id}/welcome.html`;
  const open = context.pages().find(isWelcome);
  const page = open ?? (await context.waitForEvent('page', { predicate: isWelcome, timeout: 20_000 }));
  await page.close();
}

/** A Chromium with the built extension in a profile of its own. */
export async function launchChromium(options: LaunchOptions = {}): Promise<Launched> {
  const extension = options.extension ?? CHROME_BUILD;
  const extensionId = unpackedId(extension);
  const profile = options.profile ?? (await mkdtemp(join(tmpdir(), 'touchstone-')));
  if (options.grantable?.length && !options.profile) {
    const first = await start(profile, extension, { ...options, headless: true });
    if (!first.serviceWorkers()[0]) await first.waitForEvent('serviceworker');
    await first.close();
    await preGrant(profile, extensionId, options.grantable);
  }
  const context = await start(profile, extension, options);
  if (!options.profile && existsSync(join(extension, 'welcome.html'))) await closeWelcome(context, extensionId);
  return {
    context,
    extensionId,
    profile,
    close: async ({ keep } = { keep: false }) => {
      await context.close();
      if (!keep) await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
