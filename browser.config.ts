import { defineConfig } from 'vitest/config'

/** Pages walked in a real browser, one server for all files; one after the other, as one person would. */
export default defineConfig({
  test: {
    include: ['e2e/**/*.e2e.ts'],
    globalSetup: ['e2e/start-demo.ts'],
    pool: 'threads',
    maxWorkers: 1,
    isolate: false,
    fileParallelism: false,
    testTimeout: 240_000,
    // A busy machine can keep a browser waiting; what is really broken fails twice.
    retry: 1,
    hookTimeout: 120_000,
    // As long as the browser itself waits for a thing; a second is a timed test on a busy machine.
    expect: { poll: { timeout: 60_000 } },
  },
})
