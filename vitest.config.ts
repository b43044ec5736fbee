import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const shared = {
  environment: 'node',
  pool: 'threads' as const,
  setupFiles: ['tests/no-clock-in-engine.setup.ts', 'tests/long-run.setup.ts'],
  // Correctness is asserted here, never speed: a slow machine must not turn a test red.
  testTimeout: 300_000,
  hookTimeout: 300_000,
};

export default defineConfig({
  test: {
    // As many as there are cores; Vitest by itself would leave one idle.
    maxWorkers: availableParallelism(),
    projects: [
      {
        // Pure code keeps nothing that another file could see: each thread loads the engine once, not once a file.
        test: {
          ...shared,
          name: 'pure',
          include: ['{cli,engine,scripts,tests,workers}/**/*.test.ts'],
          isolate: false,
        },
      },
      {
        // The page has stores and stands in for parts of a browser: each file by itself.
        test: { ...shared, name: 'page', include: ['app/**/*.test.{ts,tsx}'] },
      },
    ],
  },
});
