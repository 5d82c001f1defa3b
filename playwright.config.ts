import { defineConfig } from '@playwright/test';

/** End-to-end tests in Chromium. Browsers and the world are started by the fixtures; nothing here reaches the network. */
export default defineConfig({
  testDir: 'tests/e2e/chromium',
  testMatch: '**/*.spec.ts',
  outputDir: '.output/test/chromium',
  fullyParallel: true,
  forbidOnly: true,
  // Two real browsers on two busy cores: a test that fails once and then passes is named by `npm test`, and stops nobody's work.
  retries: 1,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: 'list',
});
