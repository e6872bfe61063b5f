import { defineConfig } from 'vitest/config';

/** The suite on a real server, which `npm test` leaves out: it fetches packages. */
export default defineConfig({
  test: {
    include: ['test/tickets/real.ts'],
    globalSetup: ['test/build-once.ts'],
    setupFiles: ['test/campaign.ts'],
    testTimeout: 120_000,
    hookTimeout: 10 * 60_000,
  },
});
