/** The unit tests of `engine/`, for `npm run mutate`: each change of the code is to be noticed by those that reach it. */
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    environment: 'node',
    // No test of these changes what another reads, and a change of the code should be judged in a second, not in ten.
    isolate: false,
    include: [
      'tests/unit/{register,audit-of-deck,figures,data,fuzz}/**/*.test.ts',
      'tests/unit/{chapters,close-ups,dates,evidence-requests,jump,pages-of-lists,paging}.test.ts',
      'tests/unit/{sentence-strip,story,story-form,talk-length,withdrawal}.test.ts',
    ],
    exclude: [
      // They start processes, draw, or go by chance: they tell little of a change of the code for all the time they take.
      'tests/unit/register/{verify,robustness}.test.ts',
      'tests/unit/fuzz/register.test.ts',
      'tests/unit/figures/pictures.test.ts',
    ],
  },
})
