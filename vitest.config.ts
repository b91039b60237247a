import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Such a wait ends as soon as what it waits for is there.
    expect: { poll: { timeout: 20_000 } },
  },
});
