/**
 * `node tests/conformance/build-extension.ts chrome` (or `firefox`): builds the test extension as the product is built (WXT, the same aliases, the same
 * minifier), with the engine in its background: a worker in Chromium, an event page in Firefox. Messages come from its page `ask.html`.
 */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type ConfigEnv, type UserManifest } from 'wxt';
import product from '../../wxt.config.ts';

const SOURCE = fileURLToPath(new URL('extension', import.meta.url));

/** WXT writes beside what it builds; here it does not meet the product's files. */
const OUTPUT = fileURLToPath(new URL('../../.output/conformance', import.meta.url));

/** The product's security policy and lowest browser versions; no permission, no host. */
async function manifestFor(env: ConfigEnv): Promise<UserManifest> {
  const { manifest } = product;
  const ours = await (typeof manifest === 'function' ? manifest(env) : manifest);
  return {
    name: 'Conformance',
    version: '1',
    content_security_policy: ours?.content_security_policy,
    minimum_chrome_version: ours?.minimum_chrome_version,
    browser_specific_settings: ours?.browser_specific_settings,
  };
}

const browser = process.argv[2];
if (browser !== 'chrome' && browser !== 'firefox') throw new Error(`for chrome or firefox, not ${browser}`);
const root = join(OUTPUT, browser);
await rm(root, { recursive: true, force: true });
await build({
  configFile: false,
  root,
  entrypointsDir: join(SOURCE, 'entrypoints'),
  publicDir: join(SOURCE, 'public'),
  outDir: 'built',
  browser,
  manifestVersion: 3,
  imports: false,
  manifest: manifestFor,
  vite: product.vite,
});
