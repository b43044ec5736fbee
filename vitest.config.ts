import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{app,cli,engine,scripts,tests,workers}/**/*.test.{ts,tsx}'],
    environment: 'node',
    pool: 'threads',
    setupFiles: ['tests/no-clock-in-engine.setup.ts', 'tests/long-run.setup.ts'],
    // Correctness is asserted here, never speed: a slow machine must not turn a test red.
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});
