import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

export default defineConfig({
  plugins: [WxtVitest()],
  test: {
    include: ['tests/unit/**/*.test.{ts,tsx}'],
    setupFiles: ['tests/unit/setup.ts'],
    // All cores: vitest would leave one idle, which is half of a machine of two.
    maxWorkers: '100%',
    // A machine that is busy with something else is no fault of ours.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
