import vue from '@vitejs/plugin-vue'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { briefPlugin } from './editions/brief-plugin.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** One for all: it ends what hangs, and is no measure of speed. Where others use the machine, what takes a second may take thirty. */
const LIMIT = 240_000
const limits = { testTimeout: LIMIT, hookTimeout: LIMIT }

const inBrowser = (name: string) => ({
  name,
  ...limits,
  environment: 'node' as const,
  isolate: false,
  include: [`tests/${name}/**/*.test.ts`],
  // What must come about may take longer than a second where others use the machine.
  expect: { poll: { timeout: 10_000 } },
})

export default defineConfig({
  test: {
    // The default leaves a core free; the browser's tests wait more than they compute.
    maxWorkers: 2,
    projects: [
      // Nothing here leaves anything behind; a process for each file would start forty times, and load zod and yaml anew.
      { test: { name: 'unit', ...limits, environment: 'node', isolate: false, include: ['tests/unit/**/*.test.ts'] } },
      { test: { name: 'content', ...limits, environment: 'node', isolate: false, include: ['tests/content/**/*.test.ts'] } },
      // In a real browser, on a deck that is built once for all of them.
      { test: { ...inBrowser('rendered'), globalSetup: [here('tests/rendered/global-setup.ts')] } },
      {
        test: { ...inBrowser('delivered'), globalSetup: [here('tests/rendered/global-setup.ts'), here('tests/delivered/global-setup.ts')] },
      },
      { test: { name: 'fuzz', ...limits, environment: 'node', include: ['tests/fuzz/**/*.test.ts'] } },
      {
        plugins: [vue(), briefPlugin(here('tests/fixtures/frozen'), { mend: false })],
        resolve: { alias: [{ find: /^@slidev\/client$/, replacement: here('tests/support/slidev-client.ts') }] },
        // Slidev's build sets it; its click logic, which the stand-in uses, reads it.
        define: { __DEV__: 'true' },
        test: {
          name: 'component',
          ...limits,
          // A context of its own for each file, in two threads: half the start of a process each.
          pool: 'vmThreads',
          environment: 'happy-dom',
          include: ['tests/component/**/*.test.ts'],
          // Style sheets apply: what is hidden by one is not heard.
          css: true,
          setupFiles: [here('tests/support/component-setup.ts')],
        },
      },
    ],
  },
})
