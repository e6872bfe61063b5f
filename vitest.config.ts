import { defineConfig } from 'vitest/config';

export default defineConfig(({ mode }) => ({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/build-once.ts'],
    setupFiles: ['test/campaign.ts'],
    testTimeout: mode === 'whole' ? 30 * 60_000 : 20_000,
  },
}));
