import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{app,kernel,platform,engines,services,ui,test,bin,bench}/**/*.test.{ts,tsx}'],
    globalSetup: ['test/suite-database.ts'],
    pool: 'threads',
    // Most of a file's time would go into loading modules again; files share one application a worker instead.
    isolate: false,
    maxWorkers: 2,
    // No test is a stopwatch: this only ends what hangs.
    testTimeout: 600_000,
    hookTimeout: 600_000,
  },
})
