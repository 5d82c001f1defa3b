import { test as base } from '@playwright/test';
import { startWorld, type World } from '../../world/start-world.ts';
import { launchChromium } from './launch.ts';
import { Touchstone } from './touchstone.ts';

export { expect } from '@playwright/test';

interface Options {
  /** Optional hosts and powers that a request will be granted for, e.g. `https://*\/*` or `notifications`. */
  grantable: readonly string[];
  scheme: 'light' | 'dark';
}

/**
 * `world`: one local internet per worker, its log and knobs reset before each test. `touchstone`: a fresh browser profile with the production build.
 */
export const test = base.extend<Options & { touchstone: Touchstone; clean: undefined }, { world: World }>({
  grantable: [[], { option: true }],
  scheme: ['light', { option: true }],
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
  touchstone: async ({ world, grantable, scheme }, use) => {
    const launched = await launchChromium({ world: world.port, grantable, colorScheme: scheme });
    await use(new Touchstone(launched));
    await launched.close();
  },
});
