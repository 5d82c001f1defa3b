import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** End-to-end tests in Firefox: real browser, plain Node, no WXT plug-in. */
export default defineConfig({
  test: {
    root: fileURLToPath(new URL('../../..', import.meta.url)),
    include: ['tests/e2e/firefox/**/*.test.ts'],
    environment: 'node',
    maxWorkers: 2,
    // As in playwright.config.ts.
    retry: 1,
    testTimeout: 180_000,
    hookTimeout: 60_000,
  },
});
