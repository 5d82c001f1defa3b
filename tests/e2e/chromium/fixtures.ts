import { test as base, expect } from '@playwright/test';
import { speaks } from '../../../scripts/lib/browsers.mjs';
import { startWorld, type World } from '../../world/start-world.ts';
import { CHROMIUM, launchChromium } from './launch.ts';
import { Touchstone } from './touchstone.ts';

export { expect };

interface Options {
  /** Optional hosts and powers that a request will be granted for, e.g. `https://*\/*` or `notifications`. */
  grantable: readonly string[];
  scheme: 'light' | 'dark';
  /** Of the browser, as gettext names it: `zh_TW`. */
  language: string;
}

/**
 * `world`: one local internet per worker, its log and knobs reset before each test. `touchstone`: a fresh browser profile with the production build.
 */
export const test = base.extend<Options & { touchstone: Touchstone; clean: undefined }, { world: World }>({
  grantable: [[], { option: true }],
  scheme: ['light', { option: true }],
  language: ['en', { option: true }],
  world: [
    async ({ browserName }, use) => {
      if (browserName !== 'chromium') throw new Error('these tests are for Chromium; Firefox has its own folder');
      const world = await startWorld();
      await use(world);
      await world.close();
    },
    { scope: 'worker' },
  ],
  clean: [
    async ({ world }, use) => {
      world.log.reset();
      world.control.reset();
      await use(undefined);
      world.control.reset();
    },
    { auto: true },
  ],
  touchstone: async ({ world, grantable, scheme, language }, use, { skip }) => {
    const isSpoken = language === 'en' || speaks(CHROMIUM, language.replace('_', '-'));
    if (process.env.CI === 'true') expect(isSpoken, `${CHROMIUM} speaks ${language}`).toBe(true);
    skip(!isSpoken, `${CHROMIUM} does not speak ${language}: install chromium-l10n`);
    const env = { LANGUAGE: language };
    const launched = await launchChromium({ world: world.port, grantable, colorScheme: scheme, env });
    await use(new Touchstone(launched));
    await launched.close();
  },
});
