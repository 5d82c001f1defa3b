import { test as base, expect } from '@playwright/test';
import { speaks } from '../../../scripts/lib/browsers.mjs';
import { startWorld, type World } from '../../world/start-world.ts';
import { makeAsNew } from './as-new.ts';
import { CHROMIUM, type Launched, launchChromium } from './launch.ts';
import { Touchstone } from './touchstone.ts';

export { expect };

interface Options {
  /** Optional hosts and powers that a request will be granted for, e.g. `https://*\/*` or `notifications`. */
  grantable: readonly string[];
  scheme: 'light' | 'dark';
  /** Of the browser, as gettext names it: `zh_TW`. */
  language: string;
  /** The browser is started for the test: where what it remembers of earlier work would disturb. */
  started: boolean;
}

/** A browser that may be used by one test after the other. */
interface Shared {
  take(): Promise<Launched>;
  /** After a test: made as new for the next one, or ended when that fails or `isSpoilt`. */
  giveBack(launched: Launched, isSpoilt: boolean): Promise<void>;
}

/**
 * `world`: one local internet per worker, its log and knobs reset before each test. `touchstone`: a browser with the production build in which nothing
 * was done yet; one of its own where a test asks for anything unusual.
 */
export const test = base.extend<
  Options & { touchstone: Touchstone; clean: undefined },
  { world: World; shared: Shared }
>({
  grantable: [[], { option: true }],
  scheme: ['light', { option: true }],
  language: ['en', { option: true }],
  started: [false, { option: true }],
  world: [
    async ({ browserName }, use) => {
      if (browserName !== 'chromium') throw new Error('these tests are for Chromium; Firefox has its own folder');
      const world = await startWorld();
      await use(world);
      await world.close();
    },
    { scope: 'worker' },
  ],
  shared: [
    async ({ world }, use) => {
      let idle: Launched | undefined;
      await use({
        take: async () => {
          const launched = idle ?? (await launchChromium({ world: world.port, env: { LANGUAGE: 'en' } }));
          idle = undefined;
          return launched;
        },
        giveBack: async (launched, isSpoilt) => {
          const isNew = !isSpoilt && (await makeAsNew(new Touchstone(launched)).then(() => true, noteSpoilt));
          if (isNew) idle = launched;
          else await launched.close();
        },
      });
      await idle?.close();
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
  touchstone: async ({ world, shared, grantable, scheme, language, started }, use, info) => {
    const isSpoken = language === 'en' || speaks(CHROMIUM, language.replace('_', '-'));
    if (process.env.CI === 'true') expect(isSpoken, `${CHROMIUM} speaks ${language}`).toBe(true);
    info.skip(!isSpoken, `${CHROMIUM} does not speak ${language}: install chromium-l10n`);
    if (!started && grantable.length === 0 && scheme === 'light' && language === 'en') {
      const launched = await shared.take();
      await use(new Touchstone(launched));
      await shared.giveBack(launched, info.status !== info.expectedStatus);
      return;
    }
    const env = { LANGUAGE: language };
    const launched = await launchChromium({ world: world.port, grantable, colorScheme: scheme, env });
    await use(new Touchstone(launched));
    await launched.close();
  },
});

/** Costs a start of the browser, and no more: but it should be known. */
function noteSpoilt(error: unknown): false {
  console.warn('a browser could not be made as new:', error);
  return false;
}
