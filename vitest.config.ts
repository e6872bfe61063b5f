import { defineConfig } from 'vitest/config';

export default defineConfig(({ mode }) => ({
  test: {
    include: ['test/**/*.test.ts'],
    // Vitest would leave a core idle.
    maxWorkers: '100%',
    globalSetup: ['test/build-once.ts', 'test/browser-once.ts'],
    setupFiles: ['test/campaign.ts'],
    // A browser takes its time on a busy machine.
    expect: { poll: { timeout: 8_000 } },
    testTimeout: mode === 'whole' ? 30 * 60_000 : 20_000,
  },
}));
